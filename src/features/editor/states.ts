/** How far a draft is, compared with what the log says now. */
import type { Draft } from "../stories/model.ts";
import type { StandingStory } from "./around.ts";
import { isBehind } from "./check.ts";
import { beginsIn } from "./file-lines.ts";
import { canonicalText } from "./typed.ts";
import type { WritingWords } from "./words.ts";

export type DraftState = keyof WritingWords["states"];

/** @param now the moment, ISO 8601 in UTC */
export function stateOf(draft: Draft, told: StandingStory | undefined, now: string): DraftState {
  const { kind, lang, slug, said } = draft;
  const text = told?.slug === slug ? told.files.get(kind === "story" ? "" : lang) : undefined;
  if (text === undefined || (said === null && kind === "story")) return "draft";
  const waits = told?.waits.has(kind === "story" ? "" : lang);
  if (told?.known?.isWithdrawn && !waits) return "withdrawn";
  if (text === canonicalText(kind, draft.text))
    return waits || firstBegins(draft, told) > now ? "scheduled" : "published";
  return isBehind(draft, told) ? "behind" : said === null ? "draft" : "changed";
}

/** From when it is first read, as `beginsAt` says it: of a translation, that of its original. */
export const firstBegins = ({ kind, text }: Draft, told: StandingStory | undefined): string =>
  beginsIn(kind === "story" ? text : (told?.files.get("") ?? ""));
