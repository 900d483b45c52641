/** The form of a page elsewhere that somebody shows us: what was typed, and the remark that it becomes. Rule RM3. */
import { createHash } from "node:crypto";
import * as v from "valibot";
import { tidy } from "../../engines/plaintext/tidy.ts";
import { url as address } from "../../platform/folder/fields.ts";
import { languageTyped } from "../../platform/web/languages.ts";
import { isSecret } from "../../platform/private/submissions.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { commentIdOf } from "../conversation/api.ts";
import type { NewRemark } from "../conversation/model.ts";
import { HASHTAG, topicAbout } from "./queries.ts";
import type { HashtagWords } from "./words.ts";

export const CARD_FIELDS = ["id", "url", "title", "by", "text", "about", "language"] as const;
type Field = (typeof CARD_FIELDS)[number];
export type TypedCard = Readonly<Partial<Record<Field, string>>>;
export type CardProblems = Readonly<Partial<Record<Field, string>>>;

/** Characters: a sentence of one's own, or a few lines of theirs; whoever wants more reads it there. */
export const MAX_QUOTE = 500;
const MAX_TITLE = 200; // characters, of its title and of who says it

/** What a page elsewhere can be shown under: the room, then each topic. */
export const cardAbouts = (
  frame: Frame,
  words: HashtagWords,
): readonly (readonly [value: string, words: string, lang?: string])[] => [
  [HASHTAG, frame.hashtag === "" ? words.roomWithout : `#${frame.hashtag}`],
  ...frame.topics.map(({ id, name }) => [topicAbout(id), name, frame.language] as const),
];

/** @param today UTC */
export function readCard(
  typed: TypedCard,
  {
    frame,
    words,
    today,
  }: { readonly frame: Frame; readonly words: HashtagWords; readonly today: string },
): { readonly said: NewRemark } | { readonly problems: CardProblems } {
  const {
    id = "",
    url = "",
    title = "",
    by = "",
    text = "",
    about = "",
    language: called = "",
  } = typed;
  const say = words.card;
  const problems: Partial<Record<Field, string>> = {};
  const page = v.safeParse(address, url).success ? new URL(url) : undefined;
  if (!page || page.username !== "" || page.password !== "") problems.url = say.urlExpected;
  if (!fits(title, MAX_TITLE) || tidy(title) === "") problems.title = say.titleExpected;
  if (!fits(by, MAX_TITLE)) problems.by = say.byExpected;
  if (!fits(text.replaceAll("\n", " "), MAX_QUOTE) || tidy(text) === "")
    problems.text = say.textExpected;
  if (!cardAbouts(frame, words).some(([value]) => value === about))
    problems.about = say.aboutExpected;
  const language = called === "" ? "" : languageTyped(called, words.lang);
  if (language === undefined) problems.language = say.languageExpected;
  if (!page || Object.keys(problems).length > 0) return { problems };
  return {
    said: {
      ...(isSecret(id) ? { id: commentIdOf(id), secret: id } : { id: idOfPage(page.href, about) }),
      came: "link",
      about,
      text,
      received: today,
      more: { card: { url: page.href, title, host: page.host } },
      ...(by !== "" && { name: by }),
      ...(language !== undefined && language !== "" && { lang: language }),
    },
  };
}

/** One page under one heading is one card, however often the desk pastes it. */
const idOfPage = (url: string, about: string): string =>
  createHash("sha256").update(`${about} ${url}`).digest("hex").slice(0, 32);

const fits = (text: string, most: number): boolean =>
  text.length <= most && !/\p{Cc}/u.test(text) && text.isWellFormed();
