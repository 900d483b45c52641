/** What is said of connections in public: the measurements of a cell and a month together, never one alone. */
import * as v from "valibot";
import type { Kinds } from "../../platform/records/kind.ts";
import { isCell } from "./cell.ts";

export const MEASUREMENT_AGGREGATED = "measurement.aggregated/1";

/** Fewer phones than this say nothing together. */
export const ENOUGH_PHONES = 5;

export const cell = v.pipe(v.string(), v.check(isCell, "a cell such as 84bc0a3ffffffff"));
export const month = v.pipe(
  v.string(),
  v.regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/, "a month such as 2026-11"),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const amount = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));

export const MAX_KBPS = 10_000_000; // 10 Gbit/s; a short burst cannot tell more
export const MAX_MS = 60_000;

const quartiles = (most: number) => ({
  n: v.pipe(count, v.minValue(ENOUGH_PHONES)),
  q1: amount(most),
  median: amount(most),
  q3: amount(most),
});
/** Of `n` phones `atLeast` could only say a lower bound; the figures are lower bounds by so much. */
const rate = v.strictObject({ ...quartiles(MAX_KBPS), atLeast: count });

export const AggregateBody = v.strictObject({
  cell,
  month,
  /** Different phones. */
  n: v.pipe(count, v.minValue(ENOUGH_PHONES)),
  /** ms */
  latency: v.optional(v.strictObject(quartiles(MAX_MS))),
  /** kbit/s */
  down: v.optional(rate),
  up: v.optional(rate),
  /** Small requests: asked, and without an answer in time. */
  requests: v.strictObject({ sent: count, lost: count }),
  failures: v.record(v.pipe(v.string(), v.regex(/^[a-z]+ [a-z]+$/)), count),
  /** Results that people typed in; they are counted and enter no figure. */
  typed: count,
});
export type Aggregate = v.InferOutput<typeof AggregateBody>;

export const measurementKinds: Kinds = {
  [MEASUREMENT_AGGREGATED]: { opens: true, body: AggregateBody, page: "/measure" },
};
