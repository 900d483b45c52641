/** How far a draft is, compared with what the log says today. */
import type { Draft } from "../stories/model.ts";
import type { Told } from "./around.ts";
import { isBehind } from "./check.ts";
import { dayOf } from "./file-lines.ts";
import { canonicalText } from "./typed.ts";
import type { WritingWords } from "./words.ts";

export type DraftState = keyof WritingWords["states"];

export function stateOf(draft: Draft, told: Told | undefined, today: string): DraftState {
  const { kind, lang, slug, said } = draft;
  const now = told?.slug === slug ? told.files.get(kind === "story" ? "" : lang) : undefined;
  if (now === undefined || (said === null && kind === "story")) return "draft";
  const waits = told?.waits.has(kind === "story" ? "" : lang);
  if (told?.known?.isWithdrawn && !waits) return "withdrawn";
  if (now === canonicalText(kind, draft.text))
    return waits || firstDayOf(draft, told) > today ? "scheduled" : "published";
  return isBehind(draft, told) ? "behind" : said === null ? "draft" : "changed";
}

/** The day on which it is first read: of a translation, that of its original. */
export const firstDayOf = ({ kind, text }: Draft, told: Told | undefined): string =>
  dayOf(kind === "story" ? text : (told?.files.get("") ?? ""));
