/** Why something is not shown: kept as a key where the reason is ready-made, so that each reads it in their own language. */
import type { ConversationWords } from "./words.ts";

type Reason = keyof ConversationWords["reasons"];

/** Those that the desk chooses from, in the order of its keys; others are given by a rule. */
export const READY_REASONS = [
  "unkind",
  "person",
  "off",
  "sells",
  "unsure",
  "twice",
  "unclear",
] as const satisfies readonly Reason[];

/** A reason in words: `#sells` in those of the language, the desk's own words as they stand. */
export function reasonIn(words: ConversationWords, reason: string): string {
  const key = reason.startsWith("#") ? reason.slice(1) : "";
  return Object.hasOwn(words.reasons, key) ? words.reasons[key as Reason] : reason;
}
