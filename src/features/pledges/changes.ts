/**
 * What became of what was said. P23: a promise that was changed here shows what it said before and what it says now, in the
 * same words for everybody. P22 and P40: what was said about a pledge and was taken back, each with its day.
 */
import * as v from "valibot";
import { ERASURE_MADE, ErasureMade } from "../../platform/log/kinds.ts";
import { timeDay } from "../../platform/records/clock.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  CLAIM_MADE,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  EVIDENCE_FILED,
  type PledgeBody,
} from "./records.ts";

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

export interface Withdrawal {
  readonly what: "evidence" | "figure" | "dispute" | "answer";
  readonly on: string;
}

const WHAT: Readonly<Record<string, Withdrawal["what"]>> = {
  [EVIDENCE_FILED]: "evidence",
  [CLAIM_MADE]: "figure",
  [DISPUTE_FILED]: "dispute",
  [DISPUTE_ANSWERED]: "answer",
};

/** In the order of their days. */
export function withdrawalsOf(records: readonly LogRecord[]): Withdrawal[] {
  const days = new Map(
    records.flatMap(({ kind, body, at }) =>
      kind === ERASURE_MADE && v.is(ErasureMade, body)
        ? body.bodies.map((hash) => [hash, timeDay(at)] as const)
        : [],
    ),
  );
  return records
    .flatMap(({ kind, body, bodyHash }): Withdrawal[] => {
      const [what, on] = [WHAT[kind], days.get(bodyHash ?? "")];
      return what && on !== undefined && body === null ? [{ what, on }] : [];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
