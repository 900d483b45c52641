/** What somebody may choose, and what of a posted form is a choice. */
import type { Db } from "../../platform/db/store.ts";
import { EVERYTHING, NEWSLETTERS, type Choice } from "./private/subscribers.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { placeList } from "../places/api.ts";
import { threadChosen } from "./threads/chosen.ts";
import { threadWordsIn } from "./threads/words.ts";
import type { Words } from "./words.ts";

export const FIELDS = ["address", "lang", "what", "often"] as const;
export type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;
/** With the language of the words, where it is another than the page's. */
type Options = readonly (readonly [value: string, words: string, lang?: string])[];
export interface Choices {
  readonly lang: Options;
  readonly what: Options;
  readonly often: Options;
}

/** Every choice as it stands today, with its words. @param asked what was chosen: a conversation is a choice where it was asked for */
export async function choicesIn(
  db: Db,
  frame: Frame,
  words: Words,
  asked: { readonly what: string; readonly today: string },
): Promise<Choices> {
  const { what, today } = asked;
  const thread = await threadChosen({ db, frame, lang: words.lang, today }, what);
  const own = thread && ([what, threadWordsIn(words.lang).what(thread.title)] as const);
  const places = await placeList(db, frame.language);
  return {
    lang: frame.languages.map((lang) => [lang, languageName(lang, lang), lang] as const),
    what: [
      ...(own ? [own] : []),
      [EVERYTHING, words.all],
      ["all", words.stories],
      [NEWSLETTERS, words.newsletters],
      ...frame.topics.map(({ id, name }) => [`topic:${id}`, words.topic(name)] as const),
      ...places.map(({ subject, name }) => [`place:${subject}`, words.place(name)] as const),
    ],
    often: [
      ["each", words.each],
      ["daily", words.daily],
    ],
  };
}

export function languageName(lang: string, said: string): string {
  const names = new Intl.DisplayNames([said], { type: "language", fallback: "code" });
  return names.of(lang) ?? lang;
}

const MAX_ADDRESS = 254; // RFC 5321
const ADDRESS =
  /^[^\s@<>"(),:;\\[\]]{1,64}@(?:[^\s@<>"(),:;\\[\].]+\.)+[^\s@<>"(),:;\\[\].]{2,63}$/;

/** Whether it is a mail address, and one alone. */
export const isAddress = (text: string): boolean =>
  text.length <= MAX_ADDRESS && ADDRESS.test(text);

/** The choice, or what does not fit. */
export function readChoice(
  typed: Typed,
  choices: Choices,
  words: Words,
): { choice: Choice } | { problems: Readonly<Record<string, string>> } {
  const { address = "", lang = "", what = "", often = "" } = typed;
  const problems: Record<string, string> = {};
  if (!isAddress(address)) problems["address"] = words.badAddress;
  for (const [name, value] of Object.entries({ lang, what, often }))
    if (!choices[name as keyof Choices].some(([known]) => known === value))
      problems[name] = words.badChoice;
  if (Object.keys(problems).length > 0) return { problems };
  const [local = "", host = ""] = address.split("@");
  const chosen = { lang, what, often: often as Choice["often"] };
  return { choice: { address: `${local}@${host.toLowerCase()}`, ...chosen } };
}
