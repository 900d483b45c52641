/** P22 and P40: what was said about a pledge and was taken back, each with its day. */
import * as v from "valibot";
import { ERASURE_MADE, ErasureMade } from "../../platform/log/kinds.ts";
import { timeDay } from "../../platform/records/clock.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { CLAIM_MADE, DISPUTE_ANSWERED, DISPUTE_FILED, EVIDENCE_FILED } from "./records.ts";

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
