/**
 * Coverage beside SPLAT! (Debian's `splat`), with one model, the same parameters and the same nodes: how many nodes differ by more than
 * 10 dB, and which of the two is nearer there to the model over the node's own profile with a point each 10 m.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { itmOf, orRefuse } from "../src/engines/coverage/itm-node.ts";
import type { Job } from "../src/engines/coverage/job.ts";
import { ITM_DEFAULTS } from "../src/engines/propagation/itm/options.ts";
import { lossOverGround } from "../src/engines/propagation/itm/p2p.ts";
import { ItmPath } from "../src/engines/propagation/itm/path.ts";
import { latitudeOf, longitudeOf, nearestNode, type LatLon } from "../src/engines/terrain/grid.ts";
import { profileBetween } from "../src/engines/terrain/profile.ts";
import { openSweepPool } from "../src/platform/coverage/sweep-pool.ts";
import { openTerrain } from "../src/platform/terrain/open-terrain.ts";
import { report } from "./report.ts";
import { hasSplat, splatOver } from "./splat.ts";

const MASTS = [
  { tile: "N44W072", lat: 44.505833, lon: -71.414167, mast: 30, radius: 30, mhz: 900 },
  { tile: "N44W072", lat: 44.2708, lon: -71.3033, mast: 10, radius: 25, mhz: 150 },
  { tile: "N42E001", lat: 42.36, lon: 1.46, mast: 15, radius: 20, mhz: 3500 },
  { tile: "N28E083", lat: 28.5, lon: 83.6, mast: 30, radius: 20, mhz: 900 },
  { tile: "S33W071", lat: -32.5, lon: -70.4, mast: 30, radius: 20, mhz: 5600 },
  { tile: "N00E010", lat: 0.5, lon: 10.5, mast: 30, radius: 20, mhz: 900 },
] as const;
const RECEIVER = 2; // m
const APART = 10; // dB

if (!hasSplat()) {
  console.error("SPLAT! is not installed: nothing to judge by. On Debian: apt-get install splat");
  process.exit();
}
await using pool = openSweepPool(1);
const all = { nodes: 0, apart: 0, ours: 0 };
for (const of of MASTS) {
  const one = await judge(of);
  for (const key of ["nodes", "apart", "ours"] as const) all[key] += one[key];
  tell(`${of.tile}/${of.mhz}-MHz`, one);
}
tell("all", all);

function tell(name: string, { nodes, apart, ours }: typeof all): void {
  report({ name: `coverage-judge/${name}/nodes`, value: nodes, unit: "nodes" });
  report({ name: `coverage-judge/${name}/over-10-dB-apart`, value: apart, unit: "nodes" });
  if (apart > 0)
    report({ name: `coverage-judge/${name}/ours-right`, value: (100 * ours) / apart, unit: "%" });
}

async function judge(of: (typeof MASTS)[number]): Promise<typeof all> {
  const file = `tests/data/terrain/${of.tile}.hgt.gz`;
  const { grid } = await openTerrain([file], { ...of, radiusKm: of.radius });
  const site = nearestNode(grid, of)!;
  const at = { lat: latitudeOf(grid, site.row), lon: longitudeOf(grid, site.column) };
  const job: Job = {
    grid,
    site,
    mast: of.mast,
    receiver: RECEIVER,
    radius: of.radius,
    model: { kind: "itm", frequency: of.mhz, ...ITM_DEFAULTS },
    mode: "fast",
  };
  const { values, window } = await pool.sweep(job);
  const itm = itmOf(job);
  const sheet = new ItmPath();
  const found = { nodes: 0, apart: 0, ours: 0 };
  const seen = new Set<number>(); // SPLAT! paints a node of its raster, which is this grid, by the first point that is nearest to it
  for (const { loss, ...point } of lossesOfSplat(of, file, at)) {
    const node = nearestNode(grid, point);
    if (!node) continue;
    const to = { lat: latitudeOf(grid, node.row), lon: longitudeOf(grid, node.column) };
    const [row, column] = [node.row - window.top, node.column - window.left];
    if (row < 0 || column < 0 || row >= window.rows || column >= window.columns) continue;
    const i = row * window.columns + column;
    const ours = values[i]!;
    if (seen.has(i) || Number.isNaN(ours)) continue;
    if (node.row === site.row && node.column === site.column) continue;
    seen.add(i);
    found.nodes++;
    if (Math.abs(ours - loss) <= APART) continue;
    const { heights, spacing } = profileBetween(grid, at, to);
    const exact = orRefuse(lossOverGround(itm, heights, spacing, heights.length - 1, sheet), sheet);
    found.apart++;
    if (Math.abs(ours - exact) <= Math.abs(loss - exact)) found.ours++;
  }
  return found;
}

/** The points that SPLAT! reckons around a mast, with its path loss there in dB. */
function lossesOfSplat(
  of: (typeof MASTS)[number],
  tile: string,
  at: LatLon,
): readonly (LatLon & { readonly loss: number })[] {
  using splat = splatOver(tile, { ...of, ...at, receiver: RECEIVER });
  splat.run(["-ano", "out.txt", "-o", "out.ppm"]);
  const [, , ...lines] = readFileSync(join(splat.dir, "out.txt"), "utf8").split("\n");
  return lines.flatMap((line) => {
    const [lat, lon, , , loss] = line.split(",").map((one) => Number.parseFloat(one));
    if (loss === undefined || !(loss > 0)) return [];
    return [{ lat: lat!, lon: lon! > 180 ? 360 - lon! : -lon!, loss }];
  });
}
