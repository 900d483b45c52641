/**
 * What can be said of a pledge: the promise, the exact words, the dated figures and the material behind them; and what
 * is said about it later, by anybody who may: figures, evidence, attestations, disputes and answers.
 */
import * as v from "valibot";
import {
  amount,
  date,
  day,
  flag,
  inBody,
  line,
  lines,
  oneOf,
  paragraph,
  sector,
  slug,
  source,
  url,
  withdrawal,
  type Side,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";
import { keyName } from "../../platform/records/record.ts";
import { firstDay, lastDay } from "./dates.ts";

export const PLEDGE_MADE = "pledge.made/1";
export const PLEDGE_EDITED = "pledge.edited/1";
export const PLEDGE_WITHDRAWN = "pledge.withdrawn/1";
export const CLAIM_MADE = "claim.made/1";
export const EVIDENCE_FILED = "evidence.filed/1";
export const ATTESTATION_SIGNED = "attestation.signed/1";
export const DISPUTE_FILED = "dispute.filed/1";
export const DISPUTE_ANSWERED = "dispute.answered/1";
/** Said about a partner: this key signs for it. */
export const PARTNER_KEY = "partner.key/1";

const wording = v.strictObject({ text: paragraph, date, source });

const sha256Hex = v.pipe(
  v.string("a SHA-256 in hexadecimal"),
  v.regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal"),
);

const claimForm = (side: Side) => ({
  id: slug,
  value: amount,
  atLeast: v.optional(flag),
  unit: v.optional(line),
  text: line,
  /** `other`: not stated as progress towards the target. */
  measure: oneOf("cumulative", "since-pledge", "in-period", "other"),
  asOf: date,
  saidOn: date,
  saidBy: line,
  by: oneOf("pledger", "other"),
  /** Where the people are; what several pledges claim of one place is counted once. */
  places: v.optional(side.refs),
  /** One figure that several pledges claim together carries the same name in each. */
  joint: v.optional(slug),
  checked: v.optional(paragraph),
  revises: v.optional(slug),
  source,
  note: v.optional(paragraph),
});

const evidenceForm = {
  claim: slug,
  kind: oneOf("document", "method", "census", "measurement", "statement", "survey", "photo"),
  title: line,
  url,
  by: line,
  date,
  /** SHA-256 of the document, and where a copy is kept. */
  sha256: v.optional(sha256Hex),
  archived: v.optional(url),
};
const evidence = v.strictObject(evidenceForm);

export const DisputeBody = v.strictObject({
  id: slug,
  claim: v.optional(slug),
  text: paragraph,
  by: line,
  date: day,
  source,
});
export const AnswerBody = v.strictObject({
  dispute: slug,
  text: paragraph,
  by: line,
  date: day,
  source: v.optional(source),
});

const milestone = v.strictObject({ title: line, due: v.optional(date), reached: v.optional(date) });

const many = <const S extends v.GenericSchema>(item: S, what: string, max: number) =>
  v.pipe(
    v.array(item, what),
    v.minLength(1, "at least one entry"),
    v.maxLength(max, `at most ${max}`),
  );

export const pledgeForm = (side: Side) => ({
  kind: oneOf("pledge", "series"),
  title: line,
  pledger: side.ref,
  with: v.optional(side.refs),
  summary: paragraph,
  metric: line,
  unit: line,
  target: v.optional(amount),
  baseline: v.optional(v.strictObject({ value: amount, asOf: date, note: v.optional(paragraph) })),
  from: date,
  by: v.optional(date),
  sector: v.optional(sector),
  /** In the words of the pledger: where, how it will be counted, who may check. */
  where: v.optional(line),
  counting: v.optional(paragraph),
  checking: v.optional(line),
  milestones: v.optional(many(milestone, "a list of milestones", 100)),
  goal: v.optional(flag),
  historical: v.optional(flag),
  /** The larger pledge that this one is part of. */
  countsTowards: v.optional(side.ref),
  wordings: v.optional(many(wording, "a list of wordings", 100)),
  claims: v.optional(many(v.strictObject(claimForm(side)), "a list of claims", 500)),
  evidence: v.optional(many(evidence, "a list of evidence", 500)),
  disputes: v.optional(many(DisputeBody, "a list of disputes", 500)),
  answers: v.optional(many(AnswerBody, "a list of answers", 500)),
  searched: v.optional(v.strictObject({ on: day, where: lines })),
  note: v.optional(paragraph),
});

interface Claimed {
  readonly value: number;
  readonly unit?: string | undefined;
  readonly asOf: string;
  readonly saidOn: string;
}

const OLDEST = "1900";
export const MOST_PEOPLE = 10_000_000_000;

interface Odd {
  readonly field: "asOf" | "value";
  readonly is: "old" | "afterSaid" | "people";
  readonly message: string;
}

/** What no single field can say: the first thing wrong with a figure as "field: expected …, found …". */
export function oddClaim({ value, unit, asOf, saidOn }: Claimed, own: string): Odd | undefined {
  if (asOf < OLDEST)
    return {
      field: "asOf",
      is: "old",
      message: `expected a date from ${OLDEST} on, found ${asOf}`,
    };
  if (firstDay(asOf) > lastDay(saidOn))
    return {
      field: "asOf",
      is: "afterSaid",
      message: `expected a date not after it was said (${saidOn}), found ${asOf}`,
    };
  if ((unit ?? own) === "people" && value > MOST_PEOPLE)
    return {
      field: "value",
      is: "people",
      message: `expected at most ${MOST_PEOPLE} people, found ${value}`,
    };
  return undefined;
}

export const PledgeBody = v.pipe(
  v.strictObject(pledgeForm(inBody)),
  v.check(
    ({ claims = [], unit }) => claims.every((c) => oddClaim(c, unit) === undefined),
    "claims: expected dates from 1900 on, none after it was said, and no more people than live",
  ),
);
export type PledgeBody = Readonly<v.InferOutput<typeof PledgeBody>>;

/** A later figure of the pledge; its unit is said, because the pledge may change. */
export const ClaimBody = v.pipe(
  v.strictObject({ ...claimForm(inBody), unit: line }),
  v.check(
    (c) => oddClaim(c, c.unit) === undefined,
    "expected a date from 1900 on and not after it was said, and no more people than live",
  ),
);
export const EvidenceBody = evidence;
/** What is attested is repeated, so that a figure that changes later loses its attestation. */
export const AttestationBody = v.strictObject({
  claim: slug,
  value: amount,
  unit: line,
  asOf: date,
  statement: paragraph,
});
export const PartnerKeyBody = v.strictObject({ key: keyName });

/** What is said about a pledge, or about the partner that a key signs for, after it was opened. */
export const LATER = {
  [CLAIM_MADE]: ClaimBody,
  [EVIDENCE_FILED]: EvidenceBody,
  [ATTESTATION_SIGNED]: AttestationBody,
  [DISPUTE_FILED]: DisputeBody,
  [DISPUTE_ANSWERED]: AnswerBody,
  [PARTNER_KEY]: PartnerKeyBody,
} as const;

/** What it says in the languages of the campaign. */
export const PLEDGE_WORDING: Wording = {
  space: "pledges",
  texts: ["title", "summary", "metric", "unit", "text", "note", "checked", "searched.where"],
  names: ["saidBy", "where", "counting", "checking", "statement"],
  known: ["people", "students", "schools", "sites"],
};

export const pledgeKinds: Kinds = {
  [PLEDGE_MADE]: { opens: true, body: PledgeBody },
  [PLEDGE_EDITED]: { opens: false, body: PledgeBody },
  [PLEDGE_WITHDRAWN]: { opens: false, body: withdrawal },
  ...Object.fromEntries(
    Object.entries(LATER).map(([kind, body]) => [kind, { opens: false, body }]),
  ),
};
