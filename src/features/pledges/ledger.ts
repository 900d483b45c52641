/** The dated ledger of a pledge: order, revisions, textures, and what was counted before. Rules P2–P7. */
import { firstDay, lastDay } from "./dates.ts";
import type * as v from "valibot";
import type { AttestationBody, PledgeBody } from "./records.ts";

type Claim = NonNullable<PledgeBody["claims"]>[number];
type Evidence = NonNullable<PledgeBody["evidence"]>[number];

/** P4: what stands behind a figure. `attested` begins with signatures in the log. */
export type Texture = "claimed" | "evidenced" | "attested";

/** The record of the log in which it was said last. */
export interface Recorded {
  readonly record: string;
}

export interface Entry extends Readonly<Omit<Claim, "unit" | "revises">>, Recorded {
  readonly unit: string;
  readonly texture: Texture;
  readonly evidence: readonly (Evidence & Recorded)[];
  /** The figure that this one revises, and those that revise it. */
  readonly revises?: string;
  readonly revisedBy: readonly string[];
  /** P21: who signed for exactly this figure; whether a key counts is decided where keys are known. */
  readonly signed: readonly Signed[];
  /** P5: whether it counts towards the promise. */
  readonly counts: boolean;
  /** P6: the figure is of a time before the pledge, of which nothing came since. */
  readonly isBefore: boolean;
  /** P6: the part counted before the pledge, and what came since. */
  readonly split?: { readonly before: number; readonly since: number };
}

/** A signature for a figure: whose key, on which day, in which words. */
interface Signed extends Recorded {
  readonly key: string;
  readonly on: string;
  readonly statement: string;
}

export interface Wording {
  readonly text: string;
  readonly said: readonly Omit<NonNullable<PledgeBody["wordings"]>[number], "text">[];
}

type Attested = Readonly<v.InferOutput<typeof AttestationBody>> & Signed;

/** The promise with every figure and all evidence, whoever said it. */
interface Told extends Pick<PledgeBody, "unit" | "baseline" | "from"> {
  readonly claims: readonly (Claim & Recorded)[];
  readonly evidence: readonly (Evidence & Recorded)[];
}

export function ledgerOf(body: Told, attested: readonly Attested[]): Entry[] {
  const { claims } = body;
  const revises = revisions(claims);
  const total = claims.some(
    (c) => c.measure === "cumulative" && (c.unit ?? body.unit) === body.unit,
  );
  const measure = total || body.baseline ? "cumulative" : "since-pledge";
  const entries = claims.map((claim, i): Entry => {
    const { unit = body.unit, revises: _, ...said } = claim;
    const evidence = body.evidence.filter((e) => e.claim === claim.id);
    const of = revises.get(i);
    const revisedBy = [...revises].flatMap(([by, what]) => (what === i ? [claims[by]!.id] : []));
    const isBefore = lastDay(claim.asOf) < firstDay(body.from);
    const counts =
      claim.measure === measure &&
      unit === body.unit &&
      revisedBy.length === 0 &&
      !(isBefore && measure === "since-pledge");
    const split = isBefore ? undefined : splitOf(claim, unit, body);
    return {
      ...said,
      unit,
      texture: evidence.length > 0 ? "evidenced" : "claimed",
      evidence,
      ...(of !== undefined && { revises: claims[of]!.id }),
      revisedBy,
      signed: attested
        .filter((a) => isSame(a, claim, unit))
        .map(({ key, on, statement, record }) => ({ key, on, statement, record })),
      counts,
      isBefore,
      ...(split && { split }),
    };
  });
  return entries.toSorted((a, b) => later(a.asOf, b.asOf) || later(a.saidOn, b.saidOn)); // stable: file order last
}

const isSame = (a: Attested, { id, value, asOf }: Claim, unit: string): boolean =>
  a.claim === id && a.value === value && a.unit === unit && a.asOf === asOf;

/** P3: the index of a claim to the index of the one it revises. */
function revisions(claims: readonly Claim[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const [i, { revises, saidOn }] of claims.entries()) {
    if (revises === undefined) continue;
    const of = claims.findIndex((c) => c.id === revises);
    if (of < 0 || of === i) continue;
    const order = later(saidOn, claims[of]!.saidOn);
    if (order > 0 || (order === 0 && i > of)) found.set(i, of); // a total order, so no circle
  }
  return found;
}

function splitOf(claim: Claim, unit: string, { unit: own, baseline }: Told): Entry["split"] {
  if (!baseline || claim.measure !== "cumulative" || unit !== own) return undefined;
  if (claim.value < baseline.value || later(claim.asOf, baseline.asOf) < 0) return undefined;
  return { before: baseline.value, since: claim.value - baseline.value };
}

/** P7: each wording once, with the times it was said, in the order in which it was first said. */
export function wordingsOf(said: NonNullable<PledgeBody["wordings"]>): Wording[] {
  const byWords = new Map<string, { text: string; said: Omit<(typeof said)[number], "text">[] }>();
  for (const { text, ...where } of said.toSorted((a, b) => later(a.date, b.date))) {
    const words = text.toLowerCase().replaceAll(/\s+/g, " ").trim();
    const known = byWords.get(words);
    if (known) known.said.push(where);
    else byWords.set(words, { text, said: [where] });
  }
  return [...byWords.values()];
}

function later(a: string, b: string): number {
  const [x, y] = [lastDay(a), lastDay(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * P11, the figure that closes a pledge: the latest figure that counts and either speaks of, and was said in, a time
 * that reaches the pledge's last day, or reaches the target before it.
 */
export function closingFigure(
  { ledger, target }: { readonly ledger: readonly Entry[]; readonly target?: number | undefined },
  due: string,
): Entry | undefined {
  return ledger.findLast(
    (e) =>
      e.counts &&
      ((lastDay(e.asOf) >= due && lastDay(e.saidOn) >= due) ||
        (target !== undefined && e.value >= target)),
  );
}
