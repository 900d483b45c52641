/** What a pledge's records say: the promise and its dated ledger. Rules P1–P9 of README.md; never "now". */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { ledgerOf, wordingsOf, type Entry, type Wording } from "./ledger.ts";
import { PLEDGE_WITHDRAWN, PledgeBody } from "./records.ts";

type Kept =
  | "kind"
  | "title"
  | "pledger"
  | "summary"
  | "metric"
  | "unit"
  | "target"
  | "baseline"
  | "from"
  | "by"
  | "searched"
  | "note";

export interface Pledge extends Pick<PledgeBody, Kept> {
  /** Subjects of the co-pledgers. */
  readonly with: readonly string[];
  /** Whether it counts towards the campaign's goal, and whether as history only. */
  readonly goal: boolean;
  readonly historical: boolean;
  /** Every figure ever said, in order of the date it speaks of. */
  readonly ledger: readonly Entry[];
  /** Each different wording with the times it was said. */
  readonly wordings: readonly Wording[];
  /** P5: ids of the latest figure of each kind. */
  readonly numbers: {
    readonly claimed?: string;
    readonly evidenced?: string;
    readonly attested?: string;
  };
  /** P8: the id of the figure that leads. */
  readonly lead?: string;
}

/** Fold one pledge's records, in reading order; `undefined` when withdrawn or never made. */
export function foldPledge(records: readonly LogRecord[]): Pledge | undefined {
  let said: PledgeBody | undefined;
  for (const { kind, body } of records) {
    if (kind === PLEDGE_WITHDRAWN) {
      said = undefined;
      continue;
    }
    const parsed = v.safeParse(PledgeBody, body);
    if (parsed.success) said = parsed.output; // otherwise a newer instance's record
  }
  return said && pledgeOf(said);
}

function pledgeOf(body: PledgeBody): Pledge {
  const {
    with: others = [],
    goal,
    historical,
    claims: _,
    evidence: __,
    wordings,
    target,
    ...kept
  } = body;
  const ledger = ledgerOf(body);
  const counting = ledger.filter((e) => e.counts);
  const claimed = counting.at(-1)?.id;
  const evidenced = counting.findLast((e) => e.texture === "evidenced")?.id;
  const lead = claimed ?? leading(ledger, body.unit)?.id;
  return {
    ...kept,
    ...(target !== undefined && body.kind === "pledge" && { target }), // P9
    with: others,
    goal: goal === true && body.kind === "pledge",
    historical: historical === true,
    ledger,
    wordings: wordingsOf(wordings ?? []),
    numbers: {
      ...(claimed !== undefined && { claimed }),
      ...(evidenced !== undefined && { evidenced }),
    },
    ...(lead !== undefined && { lead }),
  };
}

/** P8: of the figures that do not count towards the promise, those in its own unit come first. */
function leading(ledger: readonly Entry[], unit: string): Entry | undefined {
  const current = ledger.filter((e) => e.revisedBy.length === 0 && e.measure !== "in-period");
  return current.findLast((e) => e.unit === unit) ?? current.at(-1);
}
