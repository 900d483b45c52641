/** P23: a promise that was changed here shows what it said before and what it says now, in the same words for everybody. */
import type { PledgeBody } from "./records.ts";

export interface Change {
  /** The day of the record that changed it. */
  readonly on: string;
  readonly field: string;
  /** Empty where nothing was said. */
  readonly before: string;
  readonly after: string;
}

/** What a change of the promise is; figures and evidence have a history of their own. */
const FIELDS = ["title", "summary", "metric", "unit", "target", "baseline", "from", "by"] as const;

export function changesBetween(a: PledgeBody, b: PledgeBody, on: string): Change[] {
  return FIELDS.flatMap((field) => {
    const [before, after] = [text(a[field]), text(b[field])];
    return before === after ? [] : [{ on, field, before, after }];
  });
}

function text(value: PledgeBody[(typeof FIELDS)[number]]): string {
  if (value === undefined) return "";
  if (typeof value !== "object") return String(value);
  const { value: amount, asOf, note } = value;
  return `${amount} (${asOf})${note === undefined ? "" : `: ${note}`}`;
}
