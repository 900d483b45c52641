/** What the sorts of figure and of evidence are called where somebody chooses one. */
import type { ClaimBody, EvidenceBody } from "./records.ts";
import type * as v from "valibot";

type Measure = v.InferOutput<typeof ClaimBody>["measure"];
type Kind = v.InferOutput<typeof EvidenceBody>["kind"];

export const MEASURES: readonly (readonly [Measure, string])[] = [
  ["cumulative", "A total up to that date"],
  ["since-pledge", "What came since the pledge"],
  ["in-period", "What came within that month or year"],
  ["other", "Another figure, not stated as progress"],
];

export const EVIDENCE_KINDS: readonly (readonly [Kind, string])[] = [
  ["document", "A document"],
  ["method", "How it was counted"],
  ["census", "A census"],
  ["measurement", "A measurement"],
  ["statement", "A statement"],
  ["survey", "A survey"],
  ["photo", "A photo"],
];
