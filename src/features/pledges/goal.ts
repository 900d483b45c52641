/** What pledges add up to. Rules P15, P26 and P27: since the pledge, one sum a texture, people counted once, as a range. */
import type { Pledge } from "./fold.ts";
import type { Entry } from "./ledger.ts";

export type Number3 = "claimed" | "evidenced" | "attested";
export const NUMBERS: readonly Number3[] = ["claimed", "evidenced", "attested"];

/** What one pledge adds: its latest figure of each kind, counted since the pledge; absent where there is none. */
export type Contribution = { readonly [n in Number3]?: Share };

export interface Share {
  readonly value: number;
  readonly joint?: string;
  /** The places that the figure names, and the years that it speaks of. */
  readonly places: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** Between `low`, where the same place in the same years is counted once, and `high`, where all are different people. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Places that several figures name in the same years: the reason for the range. */
  readonly shared: readonly string[];
}

export interface GoalTotal extends Readonly<Record<Number3, Range>> {
  readonly unit: string;
  /** How many pledges count. */
  readonly pledges: number;
  /** The year of the latest figure among them. */
  readonly latest?: number;
}

export function contributionOf(pledge: Pledge): Contribution {
  const shares = NUMBERS.flatMap((n) => {
    const entry = entryOf(pledge, pledge.numbers[n]);
    return entry ? [[n, shareOf(pledge, entry)] as const] : [];
  });
  return Object.fromEntries(shares);
}

function shareOf(pledge: Pledge, entry: Entry): Share {
  return {
    // A baseline was reached before anybody pledged, so it adds nothing to the goal.
    value: entry.split?.since ?? entry.value,
    ...(entry.joint !== undefined && { joint: entry.joint }),
    places: entry.places ?? [],
    from: Number(pledge.from.slice(0, 4)),
    to: Number(entry.asOf.slice(0, 4)),
  };
}

/**
 * P26: a joint figure counts once. P27: the largest figure counts whole; one that names a place of a larger one in the
 * same years may be the same people, so at the low end it adds nothing. The plain sum is the high end.
 */
export function countedOnce(shares: readonly Share[]): Range {
  const apart = dropJoint(shares).toSorted((a, b) => b.value - a.value);
  const counted: Share[] = [];
  const shared = new Set<string>();
  let [low, high] = [0, 0];
  for (const share of apart) {
    high += share.value;
    const common = counted.flatMap((other) => placesInCommon(share, other));
    for (const place of common) shared.add(place);
    if (common.length > 0) continue;
    low += share.value;
    counted.push(share);
  }
  return { low, high, shared: [...shared].toSorted() };
}

/** Of the figures that several pledges claim together, the largest. */
function dropJoint(shares: readonly Share[]): Share[] {
  const byName = new Map<string, Share>();
  const apart: Share[] = [];
  for (const share of shares) {
    if (share.joint === undefined) {
      apart.push(share);
      continue;
    }
    const known = byName.get(share.joint);
    if (!known || known.value < share.value) byName.set(share.joint, share);
  }
  return [...apart, ...byName.values()];
}

function placesInCommon(a: Share, b: Share): string[] {
  if (a.to < b.from || b.to < a.from) return [];
  return a.places.filter((place) => b.places.includes(place));
}

export function entryOf(
  { ledger }: Pick<Pledge, "ledger">,
  id: string | undefined,
): Entry | undefined {
  return id === undefined ? undefined : ledger.find((e) => e.id === id);
}
