/** How long hops stand, by what is known of the air over a region (`air` of its file). */
import {
  downTo4,
  outagesOf,
  standingOf,
  type FixedLink,
  type Standing,
} from "../../../engines/propagation/outage.ts";
import type { LatLon } from "../../../engines/terrain/grid.ts";
import { wayTo } from "../numbers.ts";
import type { Hop, Site } from "../records.ts";
import type { Region } from "./region.ts";

type Way = Omit<FixedLink, "polarisation"> & { readonly latitude: number };

/**
 * In how much of an average year neither rain nor multipath fades the hop beyond its margin. Vertical polarisation, which
 * both ends have unless somebody turns them. Undefined where nothing is said of the air.
 * @param margin dB over what the step of modulation needs that the plan counts on
 */
export function standingWith(
  { latitude, ...way }: Way,
  margin: number,
  air: Region["air"],
): Standing | undefined {
  if (!air) return undefined;
  const { rain, gradient } = air;
  return standingOf(
    outagesOf({ ...way, polarisation: "vertical" }, margin, { latitude, rain, gradient }),
  );
}

/**
 * Per cent of an average year that each hop may be without. A way of n hops is without for at most the sum of theirs
 * (1 - (1 - a)(1 - b) ≤ a + b), so that with an equal share of what the wanted availability leaves for as many hops as a
 * way may have, every way has it; a shorter way has more.
 */
export const shareOfHop = (availability: number, hops: number): number =>
  (100 - availability) / hops;

type End = LatLon & { readonly ground: number; readonly masts: readonly number[] };

/** Whether a radio over these km stands as much as the region file wants with a margin in dB, whatever masts are built. */
export function lastingOver(
  { backhaul, air }: Pick<Region, "backhaul" | "air">,
  [from, to]: readonly [End, End],
): (km: number, mhz: number, margin: number) => boolean {
  const { availability } = backhaul;
  if (availability === undefined) return () => true;
  const least = 100 - shareOfHop(availability, backhaul.hops);
  const ends = worstEnds(from, to);
  const latitude = (from.lat + to.lat) / 2;
  return (km, mhz, margin) => {
    const standing = standingWith({ km, mhz, ends, latitude }, margin, air);
    return standing !== undefined && !standing.below && standing.availability >= least - 1e-9;
  };
}

/** Metres over the sea at which multipath lasts longest, whichever masts are built: low, and least apart. */
function worstEnds(from: End, to: End): [number, number] {
  const [a, b] = [from, to].map(({ ground, masts }) => masts.map((mast) => ground + mast));
  const apart = Math.min(...a!.flatMap((x) => b!.map((y) => Math.abs(x - y))));
  const low = Math.min(...a!, ...b!);
  return [low, low + apart];
}

interface Worst extends Standing {
  readonly site: Site;
  /** From its gateway on. */
  readonly way: readonly Hop[];
}

/**
 * The mast that serves places behind the hops that stand least, all of them multiplied as if they faded at times of their
 * own; behind one that is below what its law holds for, so is the mast. Undefined where none is known to stand behind a hop.
 */
export function worstOf({
  sites,
  hops,
}: {
  readonly sites: readonly Site[];
  readonly hops: readonly Hop[];
}): Worst | undefined {
  let worst: Worst | undefined;
  for (const site of sites) {
    if (!site.serves) continue;
    const way = wayTo({ hops }, site.id);
    if (way.length === 0 || way.some((hop) => hop.availability === undefined)) continue;
    const all = way.reduce((share, hop) => (share * hop.availability!) / 100, 100);
    const isBelow = way.some(({ below }) => below);
    const here = {
      site,
      way,
      availability: downTo4(all),
      ...(isBelow && { below: true as const }),
    };
    if (!worst || rank(here) < rank(worst)) worst = here;
  }
  return worst;
}

/** The less, the worse: those of which no number is known before the others. */
const rank = ({ availability, below }: Standing): number => availability - (below ? 100 : 0);
