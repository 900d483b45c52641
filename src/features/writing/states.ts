/** How far a draft is, compared with what the log says today. */
import type { Draft } from "../../platform/private/drafts.ts";
import type { Told } from "./around.ts";
import { isBehind } from "./check.ts";
import { canonicalText } from "./typed.ts";
import type { WritingWords } from "./words/en.ts";

export type DraftState = keyof WritingWords["states"];

export function stateOf(draft: Draft, told: Told | undefined, today: string): DraftState {
  const { kind, lang, slug, said } = draft;
  const now = told?.slug === slug ? told.files.get(kind === "story" ? "" : lang) : undefined;
  if (now === undefined || (said === null && kind === "story")) return "draft";
  if (told?.known.isWithdrawn) return "withdrawn";
  if (now === canonicalText(kind, draft.text))
    return firstDayOf(draft, told) > today ? "scheduled" : "published";
  return isBehind(draft, told) ? "behind" : said === null ? "draft" : "changed";
}

/** The day on which it is first read: of a translation, that of its original. */
export const firstDayOf = ({ kind, text }: Draft, told: Told | undefined): string =>
  dayOf(kind === "story" ? text : (told?.files.get("") ?? ""));

/** The day that a story's file gives; empty where it gives none. */
export const dayOf = (text: string): string => lineOf(text, "published");
/** The title that a file gives. */
export const titleOf = (text: string): string => {
  const line = lineOf(text, "title");
  if (!line.startsWith('"')) return line;
  try {
    return String(JSON.parse(line));
  } catch {
    return line;
  }
};

/** The language that a file gives; undefined where it gives none. */
export const languageOf = (text: string): string | undefined =>
  lineOf(text, "language") || undefined;

const lineOf = (text: string, name: string): string =>
  // bounded: one line of 5,000 characters at most
  new RegExp(`^${name}: *(.*)$`, "m").exec(text.slice(0, 5000))?.[1]?.trim() ?? "";
