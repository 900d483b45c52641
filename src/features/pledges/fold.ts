/** What a pledge's records say: the promise and its dated ledger. Rules P1–P9 and P21–P25 of README.md; never "now". */
import * as v from "valibot";
import { timeDay } from "../../platform/records/clock.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { changesBetween, withdrawalsOf, type Change, type Withdrawal } from "./changes.ts";
import { ledgerOf, wordingsOf, type Entry, type Recorded, type Wording } from "./ledger.ts";
import {
  AnswerBody,
  ATTESTATION_SIGNED,
  AttestationBody,
  CLAIM_MADE,
  ClaimBody,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  DisputeBody,
  EVIDENCE_FILED,
  EvidenceBody,
  PLEDGE_WITHDRAWN,
  PledgeBody,
} from "./records.ts";

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
  | "sector"
  | "where"
  | "counting"
  | "checking"
  | "milestones"
  | "searched"
  | "note";

export interface Dispute extends Readonly<v.InferOutput<typeof DisputeBody>>, Recorded {
  /** P24: the pledger's answer stays beside it. */
  readonly answer?: Readonly<v.InferOutput<typeof AnswerBody>> & Recorded;
}

export interface Pledge extends Pick<PledgeBody, Kept> {
  /** Subjects of the co-pledgers. */
  readonly with: readonly string[];
  /** Whether it counts towards the campaign's goal, and whether as history only. */
  readonly goal: boolean;
  readonly historical: boolean;
  /** P29: the subject of the larger pledge that it is part of. */
  readonly countsTowards?: string;
  /** Every figure ever said, in order of the date it speaks of. */
  readonly ledger: readonly Entry[];
  /** Each different wording with the times it was said. */
  readonly wordings: readonly Wording[];
  /** P23: what the promise itself said before it was changed here. */
  readonly changes: readonly Change[];
  readonly disputes: readonly Dispute[];
  /** P22, P40: what was said about it and taken back. */
  readonly withdrawn: readonly Withdrawal[];
  /** P5: ids of the latest figure of each kind; `attested` is known where keys are. */
  readonly numbers: {
    readonly claimed?: string;
    readonly evidenced?: string;
    readonly attested?: string;
  };
  /** P8: the id of the figure that leads. */
  readonly lead?: string;
}

/** What was said about the pledge beside its own statements. */
interface Later {
  claims: (v.InferOutput<typeof ClaimBody> & Recorded)[];
  evidence: (v.InferOutput<typeof EvidenceBody> & Recorded)[];
  attested: (v.InferOutput<typeof AttestationBody> & Recorded & { key: string; on: string })[];
  disputes: (v.InferOutput<typeof DisputeBody> & Recorded)[];
  answers: (v.InferOutput<typeof AnswerBody> & Recorded)[];
}

/** Fold one pledge's records, in reading order; `undefined` when withdrawn or never made. */
export function foldPledge(records: readonly LogRecord[]): Pledge | undefined {
  let said: (PledgeBody & Recorded) | undefined;
  let last: PledgeBody | undefined; // a withdrawn promise still decides what the next one changes
  const changes: Change[] = [];
  const later: Later = { claims: [], evidence: [], attested: [], disputes: [], answers: [] };
  for (const record of records) {
    if (record.kind === PLEDGE_WITHDRAWN) {
      said = undefined;
      continue;
    }
    if (addLater(later, record)) continue;
    const parsed = v.safeParse(PledgeBody, record.body);
    if (!parsed.success) continue; // a newer instance's record
    said = { ...parsed.output, record: record.id };
    if (last) changes.push(...changesBetween(last, said, timeDay(record.at)));
    last = said;
  }
  return said && pledgeOf(said, later, { changes, withdrawn: withdrawalsOf(records) });
}

/** @returns whether the record is of a kind that is said beside the promise */
function addLater(later: Later, { id: record, kind, body, author, at }: LogRecord): boolean {
  const add = <S extends v.GenericSchema<unknown, object>>(
    schema: S,
    to: (v.InferOutput<S> & Recorded)[],
  ) => {
    const parsed = v.safeParse(schema, body);
    if (parsed.success) to.push({ ...parsed.output, record });
    return true;
  };
  if (kind === CLAIM_MADE) return add(ClaimBody, later.claims);
  if (kind === EVIDENCE_FILED) return add(EvidenceBody, later.evidence);
  if (kind === DISPUTE_FILED) return add(DisputeBody, later.disputes);
  if (kind === DISPUTE_ANSWERED) return add(AnswerBody, later.answers);
  if (kind !== ATTESTATION_SIGNED) return false;
  const parsed = v.safeParse(AttestationBody, body);
  if (parsed.success)
    later.attested.push({ ...parsed.output, record, key: author, on: timeDay(at) });
  return true;
}

function pledgeOf(
  body: PledgeBody & Recorded,
  later: Later,
  history: Pick<Pledge, "changes" | "withdrawn">,
): Pledge {
  const {
    with: others = [],
    goal,
    historical,
    countsTowards,
    claims = [],
    evidence = [],
    disputes = [],
    answers = [],
    wordings,
    target,
    record,
    ...kept
  } = body;
  const own = <T extends object>(entries: readonly T[]) => entries.map((e) => ({ ...e, record }));
  const all = {
    ...body,
    claims: firstOf([...own(claims), ...later.claims], ({ id }) => id),
    evidence: firstOf([...own(evidence), ...later.evidence], saidWhole),
  };
  const allAnswers = [...own(answers), ...later.answers];
  const ledger = ledgerOf(all, later.attested);
  const counting = ledger.filter((e) => e.counts);
  const claimed = counting.at(-1)?.id;
  const evidenced = counting.findLast((e) => e.texture === "evidenced")?.id;
  const lead = claimed ?? leading(ledger, body.unit)?.id;
  return {
    ...kept,
    ...(target !== undefined && body.kind === "pledge" && { target }), // P9
    ...(countsTowards !== undefined && body.kind === "pledge" && { countsTowards }),
    with: others,
    goal: goal === true && body.kind === "pledge",
    historical: historical === true,
    ledger,
    wordings: wordingsOf(wordings ?? []),
    ...history,
    disputes: firstOf([...own(disputes), ...later.disputes], ({ id }) => id).map((dispute) => {
      const answer = allAnswers.findLast((a) => a.dispute === dispute.id);
      return { ...dispute, ...(answer && { answer }) };
    }),
    numbers: {
      ...(claimed !== undefined && { claimed }),
      ...(evidenced !== undefined && { evidenced }),
    },
    ...(lead !== undefined && { lead }),
  };
}

/** A figure or a dispute has one id, evidence is what it says whole; whoever says it again says nothing new. */
function firstOf<T>(all: readonly T[], keyOf: (one: T) => string): T[] {
  const first = new Map<string, T>();
  for (const one of all) if (!first.has(keyOf(one))) first.set(keyOf(one), one);
  return [...first.values()];
}

const saidWhole = (one: Recorded): string => JSON.stringify({ ...one, record: "" });

/** P8: of the figures that do not count towards the promise, those in its own unit come first. */
function leading(ledger: readonly Entry[], unit: string): Entry | undefined {
  const current = ledger.filter((e) => e.revisedBy.length === 0 && e.measure !== "in-period");
  return current.findLast((e) => e.unit === unit) ?? current.at(-1);
}
