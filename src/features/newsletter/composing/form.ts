/** The form of a newsletter: its fields, what was typed, and what its buttons say. */
import { MAX_PARTS } from "../records.ts";
import {
  MAX_SUMMARY,
  MAX_TITLE,
  MAX_WORDS,
  movedPart,
  partBack,
  withoutPart,
  withPart,
  type Draft,
  type DraftWords,
} from "./draft.ts";

const WORDS = Array.from({ length: MAX_PARTS }, (_, i): `words${number}` => `words${i}`);
export const FIELDS = [
  "version",
  "lang",
  "ids",
  "title",
  "summary",
  ...WORDS,
  "sort",
  "name",
  "do",
] as const;
type Field = (typeof FIELDS)[number];
export type TypedForm = Readonly<Record<Field, string>>;

/** What was typed in one language; words by the id of their part. */
export function wordsTyped(typed: TypedForm): DraftWords {
  const ids = typed.ids.split(" ").filter((id) => /^\d{1,6}$/.test(id));
  const words = ids.slice(0, MAX_PARTS).map((id, i) => [id, typed[WORDS[i]!] ?? ""] as const);
  return { title: typed.title, summary: typed.summary, words: Object.fromEntries(words) };
}

/** What does not fit, by the name of its field. */
export function tooLong(
  { title, summary, words }: DraftWords,
  say: (most: string) => string,
): Record<string, string> {
  const bounds: (readonly [string, string, number])[] = [
    ["title", title, MAX_TITLE],
    ["summary", summary, MAX_SUMMARY],
    ...Object.entries(words).map(([id, text]) => [`words-${id}`, text, MAX_WORDS] as const),
  ];
  return Object.fromEntries(
    bounds.flatMap(([name, text, most]) =>
      text.length > most || (name === "title" && text.includes("\n"))
        ? [[name, say(String(most))] as const]
        : [],
    ),
  );
}

const SUBJECT = /^[0-9a-f]{64}$/;

/** What a button of the form does to the draft, beside saving what was typed. */
export function pressed(draft: Draft, pressedButton: string): Draft {
  const [does, what = "", value = "", name] = pressedButton.split(" ");
  if (does === "words") return withPart(draft, { words: "" });
  if (does === "up" || does === "down") return movedPart(draft, what, does === "up" ? -1 : 1);
  if (does === "remove") return withoutPart(draft, what);
  if (does === "back") return partBack(draft);
  if (does !== "add" || !SUBJECT.test(value)) return draft;
  if (what === "story" || what === "event" || what === "pledge")
    return withPart(draft, { [what]: value });
  if (what !== "photo") return draft;
  const isNamed = name !== undefined && /^[a-z0-9][a-z0-9-]{0,79}$/.test(name);
  return withPart(draft, { photo: { story: value, ...(isNamed && { name }) } });
}
