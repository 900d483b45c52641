/** What can be said of a pledge: the promise, the exact words, the dated figures and the material behind them. */
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
  slug,
  source,
  url,
  withdrawal,
  type Side,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const PLEDGE_MADE = "pledge.made/1";
export const PLEDGE_EDITED = "pledge.edited/1";
export const PLEDGE_WITHDRAWN = "pledge.withdrawn/1";

const wording = v.strictObject({ text: paragraph, date, source });

const claim = v.strictObject({
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
  checked: v.optional(paragraph),
  revises: v.optional(slug),
  source,
  note: v.optional(paragraph),
});

const evidence = v.strictObject({
  claim: slug,
  kind: oneOf("document", "method", "census", "measurement", "statement"),
  title: line,
  url,
  by: line,
  date,
});

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
  goal: v.optional(flag),
  historical: v.optional(flag),
  wordings: v.optional(many(wording, "a list of wordings", 100)),
  claims: v.optional(many(claim, "a list of claims", 500)),
  evidence: v.optional(many(evidence, "a list of evidence", 500)),
  searched: v.optional(v.strictObject({ on: day, where: lines })),
  note: v.optional(paragraph),
});

export const PledgeBody = v.strictObject(pledgeForm(inBody));
export type PledgeBody = Readonly<v.InferOutput<typeof PledgeBody>>;

export const pledgeKinds: Kinds = {
  [PLEDGE_MADE]: { opens: true, body: PledgeBody },
  [PLEDGE_EDITED]: { opens: false, body: PledgeBody },
  [PLEDGE_WITHDRAWN]: { opens: false, body: withdrawal },
};
