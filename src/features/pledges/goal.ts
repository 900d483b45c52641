/** What pledges add up to. Rules P15, P26, P27 and P29: since the pledge, one sum a texture, people counted once, as a range. */
import type { Pledge } from "./fold.ts";
import type { Entry } from "./ledger.ts";

export type Number3 = "claimed" | "evidenced" | "attested";
export const NUMBERS: readonly Number3[] = ["claimed", "evidenced", "attested"];

/** What one pledge adds: its latest figure of each kind, counted since the pledge; absent where there is none. */
type Contribution = { readonly [n in Number3]?: Share };

interface Share {
  readonly value: number;
  readonly joint?: string;
  /** The places that the figure names, and the years that it speaks of. */
  readonly places: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** A share with the pledge that adds it (a joint one has several), and the larger ones that it counts towards (P29). */
export interface PledgeShare extends Share {
  readonly of: readonly string[];
  readonly above: readonly string[];
}

/** Between `low`, where the same place in the same years is counted once, and `high`, where all are different people. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Places that several figures name in the same years: the reason for the range. */
  readonly shared: readonly string[];
  /** How many of the figures are of a pledge that counts towards another one here: the other reason. */
  readonly towards: number;
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
    // P6: a total that is not split was reached before anybody pledged, so nothing of it came since.
    const cameBefore =
      entry?.isBefore || (pledge.baseline !== undefined && entry?.split === undefined);
    return entry && !cameBefore ? [[n, shareOf(pledge, entry)] as const] : [];
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
 * same years may be the same people, so at the low end it adds nothing; nor does one beside a larger one that it
 * counts towards or that counts towards it (P29). The plain sum is the high end.
 */
export function countedOnce(shares: readonly PledgeShare[]): Range {
  const apart = dropJoint(shares.toSorted(byPledge)).toSorted((a, b) => b.value - a.value);
  const here = new Set(apart.flatMap(({ of }) => of));
  const counted: Share[] = [];
  const shared = new Set<string>();
  const [pledges, above] = [new Set<string>(), new Set<string>()]; // of what is counted
  let [low, high] = [0, 0];
  for (const share of apart) {
    high += share.value;
    const common = counted.flatMap((other) => placesInCommon(share, other));
    for (const place of common) shared.add(place);
    const isPart =
      share.above.some((id) => pledges.has(id)) || share.of.some((id) => above.has(id));
    if (common.length > 0 || isPart) continue;
    low += share.value;
    counted.push(share);
    for (const id of share.of) pledges.add(id);
    for (const id of share.above) above.add(id);
  }
  const towards = apart.filter((one) => one.above.some((id) => here.has(id))).length;
  return { low, high, shared: [...shared].toSorted(), towards };
}

/** Figures of one size are taken in the order of their pledges, so that nothing else decides. */
const byPledge = (a: PledgeShare, b: PledgeShare): number =>
  (a.of[0] ?? "") < (b.of[0] ?? "") ? -1 : 1;

/** Of the figures that several pledges claim together, the largest; it counts towards whatever one of them does. */
function dropJoint(shares: readonly PledgeShare[]): PledgeShare[] {
  const byName = new Map<string, PledgeShare>();
  const apart: PledgeShare[] = [];
  for (const share of shares) {
    if (share.joint === undefined) {
      apart.push(share);
      continue;
    }
    const known = byName.get(share.joint);
    if (!known) {
      byName.set(share.joint, share);
      continue;
    }
    const of = [...known.of, ...share.of];
    const above = [...new Set([...known.above, ...share.above])].filter((id) => !of.includes(id));
    byName.set(share.joint, { ...(known.value < share.value ? share : known), of, above });
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
