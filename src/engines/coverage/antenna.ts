/**
 * What an antenna that looks one way takes from the others: what its maker measured, or parabolas of dB in azimuth and
 * elevation. Source: 3GPP TR 36.814, table A.2.1.1-2.
 */
import { EARTH_RADIUS } from "../terrain/great-circle.ts";
import type { Disc } from "./disc.ts";
import type { Job } from "./job.ts";
import { lossTowards, type Cuts } from "./pattern.ts";

export interface Antenna {
  /** Where it looks, degrees from north through east; absent: alike all round. */
  readonly azimuth?: number | undefined;
  /** Degrees between the two bearings at which 3 dB are lost. */
  readonly beam: number;
  /** Degrees below the level; absent: alike at all elevations. */
  readonly tilt?: number | undefined;
  readonly verticalBeam: number;
  /** In place of both beams; then `tilt` is what the antenna is leant forward beside the tilt that its pattern has. */
  readonly pattern?: Cuts | undefined;
}

export const ANTENNA_DEFAULTS = { beam: 70, verticalBeam: 10 } as const;

const MOST = 25; // dB: A_m, what is lost behind
const MOST_VERTICAL = 20; // dB: SLA_v
const EARTH = 1000 * EARTH_RADIUS; // m
const BENT_EARTH = (4 / 3) * EARTH; // m: rays are straight over it
const DEGREES = 180 / Math.PI;

/**
 * dB lost in a direction.
 * @param bearing degrees from north through east
 * @param elevation degrees over the level
 */
export function antennaLoss(antenna: Antenna, bearing: number, elevation: number): number {
  const off = ((((bearing - (antenna.azimuth ?? 0) + 180) % 360) + 360) % 360) - 180;
  // Leant forward, it looks lower ahead, as low as before to its sides, and higher behind.
  if (antenna.pattern)
    return lossTowards(
      antenna.pattern,
      off,
      elevation + (antenna.tilt ?? 0) * Math.cos(off / DEGREES),
    );
  let across = 0;
  if (antenna.azimuth !== undefined) {
    across = Math.min(12 * (off / antenna.beam) ** 2, MOST);
  }
  let upright = 0;
  if (antenna.tilt !== undefined)
    upright = Math.min(
      12 * ((elevation + antenna.tilt) / antenna.verticalBeam) ** 2,
      MOST_VERTICAL,
    );
  return Math.min(across + upright, MOST);
}

/**
 * Adds to every value of a sweep what the antennas of a mast lose: towards each receiver, on the straight way over a bent
 * Earth, by the one that loses least.
 * @param most dB; where each of them loses more, nobody is served, and there is no value
 */
export function addAntennas(
  antennas: readonly Antenna[],
  { grid, site, mast, receiver }: Job,
  disc: Disc,
  values: Float32Array,
  most = Number.POSITIVE_INFINITY,
): void {
  const { window } = disc;
  const top = grid.heights[site.row * grid.columns + site.column]! + mast;
  for (let row = 0; row < window.rows; row++)
    for (let column = disc.first[row]!; column <= disc.last[row]!; column++) {
      const north = disc.sinRow[row]! + disc.lift[row]! * disc.halfColumn[column]!;
      const east = disc.cosRow[row]! * disc.sinColumn[column]!;
      if (north === 0 && east === 0) continue; // the site itself has no direction
      const metres = EARTH * Math.asin(Math.hypot(north, east));
      const ground = grid.heights[(row + window.top) * grid.columns + column + window.left]!;
      const rise = (ground + receiver - top) / metres - metres / (2 * BENT_EARTH);
      const [to, elevation] = [Math.atan2(east, north) * DEGREES, Math.atan(rise) * DEGREES];
      let least = Number.POSITIVE_INFINITY;
      for (const antenna of antennas) least = Math.min(least, antennaLoss(antenna, to, elevation));
      values[row * window.columns + column]! += least > most ? Number.NaN : least;
    }
}
