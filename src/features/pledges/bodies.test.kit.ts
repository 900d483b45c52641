/** Pledges for tests: the least that a body and a claim need, and whatever a test is about. */
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldPledge, type Pledge } from "./fold.ts";
import { PLEDGE_MADE } from "./records.ts";

export const source = {
  title: "A release",
  url: "https://example.com/release",
  publisher: "A paper",
};

export const pledgeBody = (more: object = {}) => ({
  kind: "pledge",
  title: "A million people, by 2025",
  pledger: subjectOf("partners", "alpha"),
  summary: "A promise in a sentence.",
  metric: "people connected",
  unit: "people",
  target: 1_000_000,
  from: "2022",
  by: "2025-12-31",
  ...more,
});

export const claim = (id: string, value: number, asOf: string, more: object = {}) => ({
  id,
  value,
  text: "people in villages",
  measure: "cumulative",
  asOf,
  saidOn: asOf,
  saidBy: "Alpha",
  by: "pledger",
  source,
  ...more,
});

export const evidenceFor = (id: string) => ({
  claim: id,
  kind: "method",
  title: "How it was counted",
  url: "https://example.com/method",
  by: "An office",
  date: "2025",
});

/** @throws Error when the body does not fit */
export function pledgeOf(more: object = {}): Pledge {
  const folded = foldPledge(recordsOf(subjectOf("pledges", "a"), [PLEDGE_MADE, pledgeBody(more)]));
  if (!folded) throw new Error("Expected a body that fits.");
  return folded;
}
