/**
 * Where a figure stands, with its source, on its pledge's page; and `/pledges/:slug/proof/:of`: the short address of the record on which something said rests. Rule P30. An id of a record
 * is 64 characters that no compression makes fewer, so a page with 200 figures names them by what they are called here.
 */
import type { Pledge } from "./fold.ts";

/** From a list: to the figure on the pledge's page, where its source and its record are. */
export const claimPath = (slug: string, claim: string): string => `/pledges/${slug}#${claim}`;

export const proofPath = (slug: string, of: string): string => `/pledges/${slug}/proof/${of}`;

// A claim's or a dispute's id holds no dot, so these names never meet.
export const evidenceName = (claim: string, index: number): string => `${claim}.evidence.${index}`;
export const signatureName = (claim: string, index: number): string =>
  `${claim}.signature.${index}`;
/** Also where the dispute stands on the page: a figure may be called the same. */
export const disputeName = (dispute: string): string => `dispute.${dispute}`;
export const answerName = (dispute: string): string => `answer.${dispute}`;

/** The record in which this was said last; undefined where the pledge has no such thing. */
export function recordAt({ ledger, disputes }: Pledge, of: string): string | undefined {
  for (const entry of ledger) {
    if (of === entry.id) return entry.record;
    if (!of.startsWith(`${entry.id}.`)) continue;
    const said = [
      ...entry.evidence.map((e, i) => [evidenceName(entry.id, i), e] as const),
      ...entry.signed.map((s, i) => [signatureName(entry.id, i), s] as const),
    ];
    return said.find(([name]) => name === of)?.[1].record;
  }
  for (const dispute of disputes) {
    if (of === disputeName(dispute.id)) return dispute.record;
    if (of === answerName(dispute.id)) return dispute.answer?.record;
  }
  return undefined;
}
