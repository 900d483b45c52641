/** Which radio lines could carry the traffic: line of sight with a clear share of the first Fresnel zone, by mast heights. */
import type { Radio } from "../../../engines/costs/radios.ts";
import { MEDIAN_K, bulge, fresnelRadius } from "../../../engines/propagation/clearance.ts";
import { freeSpaceLoss } from "../../../engines/propagation/free-space.ts";
import { gasLoss } from "../../../engines/propagation/p676/gases.ts";
import { along, distanceKm } from "../../../engines/terrain/great-circle.ts";
import { heightAt, type Grid } from "../../../engines/terrain/grid.ts";
import { profileBetween, type Profile } from "../../../engines/terrain/profile.ts";
import { lastingOver } from "./air.ts";
import { breath, type Going } from "./breath.ts";
import type { Candidate } from "./candidates.ts";
import type { Region } from "./region.ts";

/** A line that could be built. */
export interface Line {
  /** Indexes of candidates. */
  readonly a: number;
  readonly b: number;
  readonly km: number;
  readonly radio: string;
  /** Mbit/s of the fastest step that the level carries with the margin for fading kept, and as much of a year as wanted. */
  readonly capacity: number;
  /** dBm at the receiver. */
  readonly level: number;
  /** dB over what that step needs. */
  readonly margin: number;
  /** Least pairs of masts, m at a and b, at which the line is clear. */
  readonly masts: readonly (readonly [number, number])[];
}

/** @throws Stopped */
export async function linesBetween(
  of: {
    readonly region: Region;
    readonly radios: readonly Radio[];
    readonly grid: Grid;
    readonly candidates: readonly Candidate[];
  },
  going: Going,
): Promise<Line[]> {
  const { region, radios, grid, candidates } = of;
  const breathe = breath(going, "Which masts see one another");
  const lines: Line[] = [];
  for (const [a, from] of candidates.entries())
    for (let b = a + 1; b < candidates.length; b++) {
      const to = candidates[b]!;
      const km = distanceKm(from, to);
      await breathe(a / candidates.length);
      if (km > region.backhaul.reach || km < SHORTEST) continue;
      const lasts = lastingOver(region, [from, to]);
      const budgets = radios.flatMap((radio) => budget(radio, km, region.backhaul.fade, lasts));
      if (budgets.length === 0 || isBlocked(grid, from, to, km, region.backhaul.k)) continue;
      const profile = profileBetween(grid, from, to);
      if (profile.heights.some(Number.isNaN)) continue;
      for (const { radio, ...kept } of budgets) {
        const masts = clearMasts(profile, [from, to], radio, region.backhaul);
        if (masts.length > 0) lines.push({ a, b, km, radio: radio.id, ...kept, masts });
      }
    }
  return lines;
}

const SHORTEST = 0.2; // km: nearer masts are one site

interface Budget extends Pick<Line, "capacity" | "level" | "margin"> {
  readonly radio: Radio;
}

/**
 * Free space and gases: the line is clear, and what rain takes is kept in the margin.
 * @param fade dB that are kept for fading
 * @param lasts whether the radio stands for as long as wanted with a margin of so many dB
 */
export function budget(
  radio: Radio,
  km: number,
  fade: number,
  lasts: ReturnType<typeof lastingOver> = () => true,
): Budget[] {
  const { mhz, rungs } = radio;
  const received = radio.eirp + radio.gain - freeSpaceLoss(km, mhz) - gasLoss(km, mhz);
  const marginOver = (sensitivity: number) => Math.floor((received - sensitivity) * 10 + 1e-6) / 10;
  const rung = rungs.findLast(
    ({ sensitivity }) => received - fade >= sensitivity && lasts(km, mhz, marginOver(sensitivity)),
  );
  if (!rung) return [];
  const level = Math.round(received * 10) / 10;
  return [{ radio, capacity: rung.mbps, level, margin: marginOver(rung.sensitivity) }];
}

const COARSE = 600; // m between the first looks at the ground

/** A look at few points, which spares a whole profile: does ground stand over the line between the highest masts? */
function isBlocked(grid: Grid, from: Candidate, to: Candidate, km: number, k: number): boolean {
  const steps = Math.ceil((km * 1000) / COARSE);
  const [start, end] = [from.ground + highest(from), to.ground + highest(to)];
  for (let i = 1; i < steps; i++) {
    const share = i / steps;
    const [near, far] = [share * km * 1000, (1 - share) * km * 1000];
    const ray = start + (end - start) * share - bulge(near, far, k);
    if (heightAt(grid, along(from, to, share)) > ray) return true;
  }
  return false;
}
const highest = ({ masts }: Candidate): number => Math.max(...masts);

/** The pairs of masts at which the line is clear, without those that another pair undercuts. */
export function clearMasts(
  { heights, spacing }: Profile,
  [from, to]: readonly [Pick<Candidate, "masts">, Pick<Candidate, "masts">],
  { mhz }: Pick<Radio, "mhz">,
  { clearance: wanted, k = MEDIAN_K }: { readonly clearance: number; readonly k?: number },
): [number, number][] {
  const last = heights.length - 1;
  // What the ray must clear, as a height over the straight line from ground to ground, point by point.
  const needed = new Float64Array(heights.length);
  for (let i = 1; i < last; i++) {
    const [near, far] = [i * spacing, (last - i) * spacing];
    const chord = heights[0]! + ((heights[last]! - heights[0]!) * i) / last;
    needed[i] = heights[i]! + bulge(near, far, k) + wanted * fresnelRadius(near, far, mhz) - chord;
  }
  const isClear = (a: number, b: number): boolean => {
    for (let i = 1; i < last; i++) if (a + ((b - a) * i) / last < needed[i]!) return false;
    return true;
  };
  const rising = (masts: readonly number[]) => masts.toSorted((x, y) => x - y);
  const pairs: [number, number][] = [];
  let lowest = Infinity;
  for (const a of rising(from.masts)) {
    const b = rising(to.masts).find((mast) => mast < lowest && isClear(a, mast));
    if (b === undefined) continue;
    pairs.push([a, b]);
    lowest = b;
  }
  return pairs;
}
