/** Which places each candidate reaches, and how well: ITM to the place's centre, gases, link budget, margin. */
import { ITM_DEFAULTS, type ItmOptions } from "../../../engines/propagation/itm/options.ts";
import { itmJob, type ItmJob } from "../../../engines/propagation/itm/job.ts";
import { lossOverGround } from "../../../engines/propagation/itm/p2p.ts";
import { ItmPath } from "../../../engines/propagation/itm/path.ts";
import { freeSpaceLoss } from "../../../engines/propagation/free-space.ts";
import { gasLoss } from "../../../engines/propagation/p676/gases.ts";
import { distanceKm, EARTH_RADIUS } from "../../../engines/terrain/great-circle.ts";
import { heightAt, type Grid, type LatLon } from "../../../engines/terrain/grid.ts";
import { profileBetween } from "../../../engines/terrain/profile.ts";
import { mostLossAt, type Radio, type Rung } from "../../../engines/costs/radios.ts";
import { breath, type Going } from "./breath.ts";
import type { Candidate } from "./candidates.ts";
import type { RegionPlace } from "./places.ts";
import { PlanningError, type Region } from "./region.ts";

/** A place as seen from a mast. */
export interface Reach {
  /** Index of the place. */
  readonly place: number;
  /** dB between isotropic antennas, with gases. */
  readonly loss: number;
  /** dB over what the slowest step that counts needs, where an antenna looks. */
  readonly margin: number;
  /** Degrees over the level, from the top of the mast over an Earth bent by 4/3. */
  readonly elevation: number;
}
/** For each candidate, for each of its masts, the places that it reaches. */
export type Reaches = readonly (readonly (readonly Reach[])[])[];

export const itmOptionsOf = ({ access }: Region, radio: Radio): ItmOptions => ({
  ...ITM_DEFAULTS,
  frequency: radio.mhz,
  climate: Number(access.climate),
  refractivity: access.refractivity,
  time: access.reliability[0],
  location: access.reliability[1],
  situation: access.reliability[2],
});

/** The slowest step of modulation that counts as connected. @throws PlanningError for one that the radio has not */
export function neededRung({ access }: Region, radio: Radio): Rung {
  if (access.rung === undefined) return radio.rungs[0];
  const rung = radio.rungs.find(({ name }) => name === access.rung);
  if (rung) return rung;
  throw new PlanningError(
    `access.rung: expected one of ${radio.rungs.map(({ name }) => name).join(", ")}, found ${access.rung}`,
  );
}

/** dB that ground and air may take until the wanted step is lost, down to the subscriber or up to the mast. */
export const mostLoss = (region: Region, radio: Radio): number =>
  mostLossAt(radio, neededRung(region, radio)) - region.access.margin;

/** @throws Stopped */
export async function reachesOf(
  of: {
    readonly region: Region;
    readonly radio: Radio;
    readonly grid: Grid;
    readonly candidates: readonly Candidate[];
    readonly places: readonly RegionPlace[];
  },
  going: Going,
): Promise<Reaches> {
  const { region, radio, grid, candidates, places } = of;
  const { reach, receiver, margin } = region.access;
  const options = itmOptionsOf(region, radio);
  const limit = mostLoss(region, radio);
  const path = new ItmPath();
  const airPerKm = gasLoss(1, radio.mhz);
  const breathe = breath(going, "What each mast would reach");
  const grounds = places.map((place) => heightAt(grid, place));
  const all: Reach[][][] = [];
  for (const [i, candidate] of candidates.entries()) {
    const jobs = candidate.masts.map((mast) => itmJob({ transmitter: mast, receiver }, options));
    const mine: Reach[][] = candidate.masts.map(() => []);
    for (const [index, place] of places.entries()) {
      const km = distanceKm(candidate, place);
      if (km > reach) continue;
      if (km < NEAREST) {
        const near = { place: index, elevation: 0, ...atHand(limit + margin, radio) };
        for (const list of mine) list.push(near);
        continue;
      }
      const { heights, spacing } = profileBetween(grid, candidate, place);
      if (heights.some(Number.isNaN)) continue;
      for (const [j, job] of jobs.entries()) {
        path.code = 0;
        const loss =
          airPerKm * km + lossOverGround(job, heights, spacing, heights.length - 1, path);
        const rise = grounds[index]! + receiver - candidate.ground - candidate.masts[j]!;
        if (loss <= limit)
          mine[j]!.push({
            place: index,
            loss: tenth(loss),
            margin: tenth(limit + margin - loss),
            elevation: tenth(elevationOf(rise, km)),
          });
      }
      await breathe((i + index / places.length) / candidates.length);
    }
    all.push(mine);
  }
  return all;
}

/** @param rise m of the one antenna over the other */
const elevationOf = (rise: number, km: number): number =>
  (Math.atan(rise / (km * 1000) - km / (2 * BENT)) * 180) / Math.PI;

const BENT = (4 / 3) * EARTH_RADIUS; // km: rays are straight over it
export const NEAREST = 0.1; // km: within the village no hill stands between, and a profile has no point to look at
/** Free space and gases over all of it. */
export const atHand = (most: number, { mhz }: Radio) => {
  const loss = freeSpaceLoss(NEAREST, mhz) + gasLoss(NEAREST, mhz);
  return { loss: tenth(loss), margin: tenth(most - loss) };
};
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** One way by itself, as `reachesOf` reckons it: dB between isotropic antennas with gases, degrees over the level; undefined over a void. */
export function seenOver(
  grid: Grid,
  way: {
    readonly from: LatLon;
    readonly to: LatLon;
    /** m of the receiver over the top of the mast. */
    readonly rise: number;
    readonly radio: Radio;
    readonly job: ItmJob;
    readonly path: ItmPath;
  },
): Pick<Reach, "loss" | "elevation"> | undefined {
  const { from, to, rise, radio, job, path } = way;
  const km = distanceKm(from, to);
  if (km < NEAREST) return { loss: atHand(0, radio).loss, elevation: 0 };
  const { heights, spacing } = profileBetween(grid, from, to);
  if (heights.some(Number.isNaN)) return undefined;
  path.code = 0;
  const ground = lossOverGround(job, heights, spacing, heights.length - 1, path);
  return { loss: ground + gasLoss(1, radio.mhz) * km, elevation: elevationOf(rise, km) };
}
