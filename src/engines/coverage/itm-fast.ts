/**
 * ITM as a radial sweep. A node takes the far ground from the nearest radial, whose horizons, hull and sums are kept along
 * it once for all nodes; its distance, its height and the last few places before it are its own; roughness comes from a
 * mesh. Attenuation is then ITM's for every node.
 */
import { bendRays } from "../propagation/itm/atmosphere.ts";
import type { ItmJob } from "../propagation/itm/job.ts";
import { ItmPath } from "../propagation/itm/path.ts";
import { discAround, metresTo, type Disc } from "./disc.ts";
import { originAt } from "./great-circle-path.ts";
import { exactItm } from "./itm-exact.ts";
import { itmOf, lossAtSite } from "./itm-node.ts";
import { SWEEP_SPACING } from "../terrain/profile.ts";
import { FEWEST, lossOverWay, newWays } from "./itm-way.ts";
import type { Job, Sweep } from "./job.ts";
import { fillRadial, newRadial } from "./radial.ts";
import { MESH_STEP, roughnessAlong } from "./roughness-mesh.ts";
import { sectorOf, type Sector } from "./sector.ts";

const APART = 60; // m between radials at the rim
const MESH_APART = 600; // m between the mesh's bearings at the rim
const SECTOR = 30_000; // nodes: their lists stay small

/** Shares are sectors. @throws ItmError where ITM refuses a path */
export const sweepItm: Sweep = (job, window, share, out) => {
  const disc = discAround(job.grid, job.site, job.radius);
  const rays = raysFor(job.radius);
  const alike = share.parts % 4 === 0 ? share.parts : share.parts * 4;
  const count = alike * Math.ceil(disc.nodes / SECTOR / alike);
  const sweep = sweeperOf(job, disc, rays, out);
  let written = 0;
  for (let index = share.part; index < count; index += share.parts)
    written += sweep(sectorOf(job, disc, index, { count, radials: rays.radials }));
  if (share.part === 0) {
    const { row, column } = job.site;
    out[(row - window.top) * window.columns + column - window.left] = lossAtSite(job, itmOf(job));
    written += 1;
  }
  return written;
};

interface Rays {
  readonly radials: number;
  /** Radials from one bearing of the mesh to the next. */
  readonly perLine: number;
}

function raysFor(radius: number): Rays {
  const lines = 4 * Math.ceil((2 * Math.PI * radius * 1000) / MESH_APART / 4);
  const perLine = Math.ceil(MESH_APART / APART);
  return { radials: lines * perLine, perLine };
}

function sweeperOf(
  job: Job,
  disc: Disc,
  { radials, perLine }: Rays,
  out: Float32Array,
): (sector: Sector) => number {
  const itm = itmOf(job);
  const origin = originAt(job.grid, job.site);
  const count = Math.max(2 * MESH_STEP, Math.ceil((1000 * job.radius) / SWEEP_SPACING));
  const radial = newRadial(count, SWEEP_SPACING, earthRadius(itm, job, disc));
  const exact = exactItm(job, disc);
  const ways = newWays(itm, disc, origin);
  const ends = { nearest: 15 * job.mast, nearReceiver: 15 * job.receiver };
  const bearingOf = (index: number) => (2 * Math.PI * index) / radials;
  const meshLine = (line: number, roughness: Float64Array) => {
    fillRadial(radial, origin, bearingOf(line * perLine), job.mast);
    roughnessAlong(radial, ends, roughness);
  };
  let here = new Float64Array(count + 2);
  let next = new Float64Array(count + 2);
  const { columns } = disc.window;

  /** Nodes of one radial, between the roughness of two bearings of the mesh. */
  const along = (nodes: Int32Array, first: number, last: number, share: number) => {
    for (let i = first; i < last; i++) {
      const place = nodes[i]!;
      const row = Math.trunc(place / columns);
      const column = place - row * columns;
      const metres = metresTo(disc, row, column);
      const intervals = Math.trunc(metres / SWEEP_SPACING + 0.5);
      if (intervals < FEWEST) {
        out[place] = exact(row, column);
        continue;
      }
      const mesh = metres / (SWEEP_SPACING * MESH_STEP);
      const m = Math.trunc(mesh);
      const left = here[m]! + (here[m + 1]! - here[m]!) * (mesh - m);
      const right = next[m]! + (next[m + 1]! - next[m]!) * (mesh - m);
      const deltaH = left + (right - left) * share;
      out[place] = lossOverWay(ways, radial, row, column, metres, intervals, deltaH);
    }
  };

  return ({ from, to, starts, nodes }) => {
    let line = -2;
    for (let index = from; index < to; index++) {
      const wanted = Math.trunc(index / perLine);
      if (wanted !== line) {
        if (wanted === line + 1) [here, next] = [next, here];
        else meshLine(wanted, here);
        meshLine(wanted + 1, next);
        line = wanted;
      }
      const [first, last] = [starts[index - from]!, starts[index - from + 1]!];
      if (first === last) continue;
      fillRadial(radial, origin, bearingOf(index), job.mast);
      along(nodes, first, last, index / perLine - wanted);
    }
    return nodes.length;
  };
}

/** Metres: of the Earth as rays see it over the mean of the ground, to find horizons by; their angles are each path's own. */
function earthRadius(itm: ItmJob, { grid }: Job, { window, first, last }: Disc): number {
  let [sum, count] = [0, 0];
  for (let row = 0; row < window.rows; row += 8)
    for (let column = first[row]!; column <= last[row]!; column += 8) {
      sum += grid.heights[(row + window.top) * grid.columns + column + window.left]!;
      count += 1;
    }
  const path = new ItmPath();
  bendRays(itm, sum / count, path);
  return path.radius;
}
