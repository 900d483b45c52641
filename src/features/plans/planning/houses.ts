/** Of how many of a place's houses the plan's promise holds: each judged by itself over its own ground. */
import { antennaLoss } from "../../../engines/coverage/antenna.ts";
import { itmJob, type ItmJob } from "../../../engines/propagation/itm/job.ts";
import { ItmPath } from "../../../engines/propagation/itm/path.ts";
import { bearing, distanceKm } from "../../../engines/terrain/great-circle.ts";
import { heightAt, nearestNode, type Grid, type LatLon } from "../../../engines/terrain/grid.ts";
import type { PlannedPlace } from "../records.ts";
import { waysAt } from "./asking.ts";
import { breath, type Going } from "./breath.ts";
import type { Candidate } from "./candidates.ts";
import type { Found, Shares } from "./found.ts";
import type { RegionPlace } from "./places.ts";
import { itmOptionsOf, mostLoss, seenOver } from "./reach.ts";
import { ASIDE } from "./sectors.ts";

/** @throws Stopped */
export async function sharesOf(found: Omit<Found, "shares">, going: Going): Promise<Shares> {
  const { region, radio, places, choice, candidates, terrain } = found;
  const breathe = breath(going, "How many houses are reached");
  const built = new Map(choice.built.map((one) => [one.site, one]));
  const spread = NINE_IN_TEN * deviationOver(terrain.grid, radio.mhz);
  const options = itmOptionsOf(region, radio);
  const limit = mostLoss(region, radio);
  const shares = new Map<number, NonNullable<PlannedPlace["share"]>>();
  for (const [i, place] of places.entries()) {
    const site = choice.servedBy[i]!;
    if (site < 0) continue;
    await breathe(i / places.length);
    const { mast, layout } = waysAt(found, site)[built.get(site)!.option]!;
    const { sector } = layout!.serves.find((one) => one.place === i)!;
    const antenna = layout!.sectors[sector]!;
    const job = itmJob({ transmitter: mast, receiver: region.access.receiver }, options);
    const from = candidates[site]!;
    const margins = pointsOf(place, terrain.grid).flatMap((point) => {
      const seen = lossTo(found, { from, mast, job }, point);
      if (!seen) return [];
      const aside = antennaLoss(antenna, bearing(from, point), seen.elevation);
      return aside > ASIDE ? Number.NEGATIVE_INFINITY : limit - seen.loss - aside;
    });
    const over = (dB: number) => margins.filter((margin) => margin >= dB).length / margins.length;
    if (margins.length > 0)
      shares.set(i, {
        least: hundredth(over(spread)),
        most: hundredth(over(-spread)),
        of: margins.length,
        are: place.houses ? "houses" : "points",
      });
  }
  return shares;
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

const NINE_IN_TEN = 1.2816; // standard deviations
const FINEST = 50; // m: the least width that the rule holds for

/**
 * dB by which spots of one node of the terrain differ among themselves: ITU-R P.1812-6, 4.8, for an antenna no higher than
 * what stands around it.
 */
const deviationOver = ({ stepLat }: Grid, mhz: number): number =>
  (0.52 + (0.024 * mhz) / 1000) * Math.max(FINEST, stepLat * METRES) ** 0.28;
const METRES = 111_195; // of a degree of latitude

const AROUND = 400; // m: where nobody says how wide a place is

/** Its houses; where nobody lists them, the nodes of the terrain around its centre. */
function pointsOf(place: RegionPlace, grid: Grid): readonly LatLon[] {
  if (place.houses) return place.houses;
  const { radius = AROUND } = place;
  const node = nearestNode(grid, place)!;
  const rows = Math.ceil(radius / (grid.stepLat * METRES));
  const columns = Math.ceil(
    radius / (grid.stepLon * METRES * Math.cos((place.lat * Math.PI) / 180)),
  );
  const points: LatLon[] = [{ lat: place.lat, lon: place.lon }];
  for (let row = node.row - rows; row <= node.row + rows; row++)
    for (let column = node.column - columns; column <= node.column + columns; column++) {
      const lat = grid.north - row * grid.stepLat;
      const point = { lat, lon: grid.west + column * grid.stepLon };
      if (distanceKm(place, point) * 1000 <= radius) points.push(point);
    }
  return points;
}

const path = new ItmPath();

/** Undefined off the terrain. */
function lossTo(
  { terrain: { grid }, radio, region }: Pick<Found, "terrain" | "radio" | "region">,
  { from, mast, job }: { readonly from: Candidate; readonly mast: number; readonly job: ItmJob },
  point: LatLon,
) {
  const ground = heightAt(grid, point);
  if (Number.isNaN(ground)) return undefined;
  const rise = ground + region.access.receiver - from.ground - mast;
  return seenOver(grid, { from, to: point, rise, radio, job, path });
}
