/** How well the ground is served: at every node the loss to the best of the chosen masts. */
import { bestServer, type Composite } from "../../../engines/coverage/best-server.ts";
import { addAntennas } from "../../../engines/coverage/antenna.ts";
import type { Job } from "../../../engines/coverage/job.ts";
import { discAround } from "../../../engines/coverage/disc.ts";
import { gasLoss } from "../../../engines/propagation/p676/gases.ts";
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import { nearestNode, type LatLon } from "../../../engines/terrain/grid.ts";
import { openSweepPool } from "../../../platform/coverage/sweep-pool.ts";
import { eastOf } from "../browser/ground.ts";
import { waysAt } from "./asking.ts";
import { Stopped, type Going } from "./breath.ts";
import type { Found } from "./found.ts";
import { itmOptionsOf, mostLoss } from "./reach.ts";

export interface Coverage {
  readonly grid: Found["terrain"]["grid"];
  /** Undefined where nobody is served. */
  readonly best: Composite | undefined;
  /** dB that the ground may take until a subscriber is lost. */
  readonly most: number;
}

/** @throws Stopped */
export async function coverageBy(
  found: Found,
  threads: number,
  { signal, tell }: Going,
): Promise<Coverage> {
  const { region, radio, terrain, choice, candidates } = found;
  const { grid } = terrain;
  const serving = choice.built.flatMap(({ site, option }) => {
    const { mast, layout } = waysAt(found, site)[option]!;
    return layout ? [{ site, mast, layout }] : [];
  });
  const model = { kind: "itm", ...itmOptionsOf(region, radio) } as const;
  await using pool = openSweepPool(threads);
  const covered: { window: Composite["window"]; values: Float32Array }[] = [];
  for (const [i, { site, mast, layout }] of serving.entries()) {
    tell?.("How well the ground is served", i / serving.length);
    if (signal?.aborted) throw new Stopped("How well the ground is served");
    const job: Job = {
      grid,
      site: nearestNode(grid, candidates[site]!)!,
      mast,
      receiver: region.access.receiver,
      radius: region.access.reach,
      model,
      mode: "fast",
    };
    const swept = await pool.sweep(job);
    addAntennas(layout.sectors, job, discAround(grid, job.site, job.radius), swept.values);
    addGases(grid, candidates[site]!, swept, radio.mhz);
    covered.push(swept);
  }
  const best = covered.length === 0 ? undefined : bestServer(covered);
  return { grid, best, most: mostLoss(region, radio) };
}

type Swept = Pick<Composite, "window" | "values">;

/** What gases take on the way to each node, as `reach.ts` reckons it for a place. */
function addGases(grid: Coverage["grid"], from: LatLon, { window, values }: Swept, mhz: number) {
  const airPerKm = gasLoss(1, mhz);
  for (let i = 0; i < values.length; i++) {
    const row = window.top + Math.floor(i / window.columns);
    const column = window.left + (i % window.columns);
    const node = { lat: grid.north - row * grid.stepLat, lon: grid.west + column * grid.stepLon };
    values[i]! += airPerKm * distanceKm(from, node);
  }
}

/** Whether a subscriber at a point is served by any of them. */
export function isServed({ grid, best, most }: Coverage, lat: number, lon: number): boolean {
  if (!best) return false;
  const { window, values } = best;
  const row = Math.round((grid.north - lat) / grid.stepLat) - window.top;
  const column = Math.round((eastOf(lon, grid.west) - grid.west) / grid.stepLon) - window.left;
  if (row < 0 || column < 0 || row >= window.rows || column >= window.columns) return false;
  return values[row * window.columns + column]! <= most;
}
