/** How well the ground is served: at every node the loss to the best of the chosen masts. */
import { bestServer, type Composite } from "../../../engines/coverage/best-server.ts";
import { addAntennas, antennaLoss } from "../../../engines/coverage/antenna.ts";
import type { Job } from "../../../engines/coverage/job.ts";
import { discAround } from "../../../engines/coverage/disc.ts";
import { gasLoss } from "../../../engines/propagation/p676/gases.ts";
import { bearing, distanceKm } from "../../../engines/terrain/great-circle.ts";
import { nearestNode, type LatLon } from "../../../engines/terrain/grid.ts";
import { openSweepPool } from "../../../platform/coverage/sweep-pool.ts";
import { eastOf } from "../browser/ground.ts";
import { waysAt } from "./asking.ts";
import { Stopped, type Going } from "./breath.ts";
import type { Found } from "./found.ts";
import { atHand, itmOptionsOf, mostLoss, NEAREST } from "./reach.ts";
import { ASIDE, type Layout } from "./sectors.ts";

export interface Coverage {
  readonly grid: Found["terrain"]["grid"];
  /** Undefined where nobody is served. */
  readonly best: Composite | undefined;
  /** dB that the ground may take until a subscriber is lost. */
  readonly most: number;
}

/** A mast that serves somebody. */
interface Serving {
  readonly from: LatLon;
  readonly mast: number;
  readonly layout: Layout;
}

/** km: half a node's diagonal at both ends, so that no place within reach lies off the sweep. */
const ROUNDED = 0.2;

/** @throws Stopped */
export async function coverageBy(
  found: Found,
  threads: number,
  { signal, tell }: Going,
): Promise<Coverage> {
  const { region, radio, terrain, choice, candidates } = found;
  const { grid } = terrain;
  const serves = new Set(choice.servedBy);
  const serving = choice.built.flatMap(({ site, option }): Serving[] => {
    const { mast, layout } = waysAt(found, site)[option]!;
    return layout && serves.has(site) ? [{ from: candidates[site]!, mast, layout }] : [];
  });
  const model = { kind: "itm", ...itmOptionsOf(region, radio) } as const;
  await using pool = openSweepPool(threads);
  const covered: Swept[] = [];
  for (const [i, one] of serving.entries()) {
    tell?.("How well the ground is served", i / serving.length);
    if (signal?.aborted) throw new Stopped("How well the ground is served");
    const job: Job = {
      grid,
      site: nearestNode(grid, one.from)!,
      mast: one.mast,
      receiver: region.access.receiver,
      radius: region.access.reach + ROUNDED,
      model,
      mode: "fast",
    };
    const swept = await pool.sweep(job);
    const disc = discAround(grid, job.site, job.radius);
    addAntennas(one.layout.sectors, job, disc, swept.values, ASIDE);
    asServed(found, one, swept);
    covered.push(swept);
  }
  const most = Math.fround(mostLoss(region, radio)); // as the raster's values are
  if (covered.length === 0) return { grid, best: undefined, most };
  const best = bestServer(covered);
  withPlaces(found, serving, best);
  return { grid, best, most };
}

type Swept = Pick<Composite, "window" | "values">;

/** What `reach.ts` reckons with besides: gases on the way, nobody beyond the reach, nothing between at hand. */
function asServed(
  { region, radio, terrain: { grid } }: Found,
  { from, layout: { sectors } }: Serving,
  { window, values }: Swept,
): void {
  const airPerKm = gasLoss(1, radio.mhz);
  const near = atHand(0, radio).loss;
  for (let i = 0; i < values.length; i++) {
    const row = window.top + Math.floor(i / window.columns);
    const column = window.left + (i % window.columns);
    const node = { lat: grid.north - row * grid.stepLat, lon: grid.west + column * grid.stepLon };
    const km = distanceKm(from, node);
    if (km > region.access.reach) values[i] = Number.NaN;
    else if (km >= NEAREST) values[i]! += airPerKm * km;
    else {
      const to = bearing(from, node);
      const aside = Math.min(...sectors.map((sector) => antennaLoss(sector, to, 0)));
      values[i] = aside > ASIDE ? Number.NaN : near + aside;
    }
  }
}

/** At a place stands what the plan reckons for it, from its own point and over every node's height: the sweep is quicker. */
function withPlaces(
  { region, radio, places, terrain: { grid } }: Found,
  serving: readonly Serving[],
  best: Composite,
): void {
  const losses = new Map<number, number>();
  const limit = mostLoss(region, radio);
  for (const { layout } of serving)
    for (const { place, margin } of layout.serves) {
      const loss = Math.min(limit, limit + region.access.margin - margin);
      losses.set(place, Math.min(loss, losses.get(place) ?? loss));
    }
  const told = new Map<number, number>();
  for (const [i, place] of places.entries()) {
    const node = placeIn(grid, best.window, place);
    if (node === undefined) continue;
    const loss = losses.get(i) ?? Number.NaN;
    const other = told.get(node) ?? Number.NaN; // two places may share a node
    told.set(node, Number.isNaN(other) ? loss : Number.isNaN(loss) ? other : Math.min(loss, other));
  }
  for (const [node, loss] of told) best.values[node] = loss;
}

/** Whether a subscriber at a point is served by any of them. */
export function isServed({ grid, best, most }: Coverage, lat: number, lon: number): boolean {
  const node = best && placeIn(grid, best.window, { lat, lon });
  return node !== undefined && best!.values[node]! <= most;
}

/** The place of the nearest node in a window's values; undefined outside. */
function placeIn(
  grid: Coverage["grid"],
  window: Composite["window"],
  { lat, lon }: LatLon,
): number | undefined {
  const row = Math.round((grid.north - lat) / grid.stepLat) - window.top;
  const column = Math.round((eastOf(lon, grid.west) - grid.west) / grid.stepLon) - window.left;
  if (row < 0 || column < 0 || row >= window.rows || column >= window.columns) return undefined;
  return row * window.columns + column;
}
