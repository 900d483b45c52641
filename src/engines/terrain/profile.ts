/** The ground under the way from one place to another. */
import { along, distanceKm } from "./great-circle.ts";
import { heightAt, type Grid, type LatLon } from "./grid.ts";

export interface Profile {
  /** Metres from point to point. */
  readonly spacing: number;
  /** Metres, from the first end to the second; one more than there are intervals. NaN over a void or off the grid. */
  readonly heights: Float64Array;
}

/** Metres between the points of a link's profile: no ridge of 1 or 3 arc-seconds stands unseen between two of them. */
export const SPACING = 10;
/** Metres between those of a sweep, which reckons a profile for every node around: about a node of 3 arc-seconds. */
export const SWEEP_SPACING = 90;
const FEWEST = 3;
const MOST = 20_000; // 200 km; a way around the Earth, which anyone may ask for, takes no longer than that

/** How many intervals a profile of that many metres has. */
export const intervalsOver = (metres: number, spacing = SPACING): number =>
  Math.min(MOST, Math.max(FEWEST, Math.round(metres / spacing)));

export function profileBetween(
  grid: Grid,
  from: LatLon,
  to: LatLon,
  intervals = intervalsOver(distanceKm(from, to) * 1000),
): Profile {
  const heights = new Float64Array(intervals + 1);
  for (let i = 0; i <= intervals; i++) heights[i] = heightAt(grid, along(from, to, i / intervals));
  return { spacing: (distanceKm(from, to) * 1000) / intervals, heights };
}
