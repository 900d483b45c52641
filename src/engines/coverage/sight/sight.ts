/**
 * The least height of a receiver at which it sees the mast, for all nodes of a disc: rays to the rim share their way
 * (R2 of Franklin and Ray), and a node takes the horizon between the two rays beside it. Rays cross rows and columns as
 * the exact ones do, and keep which way the edge leans that makes their horizon, so that between two rays of one edge
 * nothing is lost.
 */
import { discAround, table } from "../disc.ts";
import type { Job, Share, Sweep, Window } from "../job.ts";
import { cutOf, quartersOf, type Quarter } from "./quarter.ts";
import { lookBetween, lookOnRing, tellNodes, type Rays } from "./rays.ts";

/** Nodes beside the disc that the outermost rays pass. */
const PAD = 3;

/** For each node of the outermost ring, there are more for those further in. A quarter more than nodes halve what is half a metre off, for a tenth more time. */
const RAYS = 1.25;

export const sweepSight: Sweep = (job, window, share, out) => {
  const disc = discAround(job.grid, job.site, job.radius);
  let written = 0;
  if (share.part === 0) {
    out[(job.site.row - window.top) * window.columns + job.site.column - window.left] = 0;
    written += 1;
  }
  for (const quarter of quartersOf(job, disc))
    written += sweepQuarter(job, window, quarter, share, out);
  return written;
};

function sweepQuarter(
  { grid, site, mast }: Job,
  window: Window,
  quarter: Quarter,
  { part, parts }: Share,
  out: Float32Array,
): number {
  const { heights, columns: width } = grid;
  const { depth, ringStep, nodeStep, from, to } = quarter;
  const here = site.row * width + site.column;
  const outHere = (site.row - window.top) * window.columns + site.column - window.left;
  const eye = heights[here]! + mast;
  const [cut, nextCut] = [cutOf(quarter, part, parts), cutOf(quarter, part + 1, parts)];
  const rim = Math.ceil(RAYS * depth);
  const [least, most] = [
    Math.max(-rim, Math.floor(cut * rim)),
    Math.min(rim, Math.floor(nextCut * rim) + 1),
  ];
  const rays: Rays = {
    rim,
    least,
    horizon: new Float64Array(most - least + 2).fill(-1e9),
    tilt: new Float64Array(most - least + 2),
    turns: table(rim + 1, (ray) => 1 / ray),
    middle: depth + PAD,
  };
  let ground = new Float64Array(2 * rays.middle + 1);
  let before = new Float64Array(2 * rays.middle + 1);
  let written = 0;
  for (let ring = 1; ring <= depth; ring++) {
    const a = Math.max(least, Math.floor((quarter.first[ring]! * rim) / ring));
    const b = Math.min(most, Math.ceil((quarter.last[ring]! * rim) / ring));
    if (a > b) break;
    readRing(ring, Math.floor((a * ring) / rim) - 1, Math.floor((b * ring) / rim) + 2);
    if (ring > 1) lookBetween(rays, quarter, ring, a, b, before, ground);
    const edge = quarter.hasDiagonals ? ring : ring - 1;
    const first = Math.max(quarter.first[ring]!, -edge, Math.ceil(cut * ring));
    const last = Math.min(quarter.last[ring]!, edge, Math.ceil(nextCut * ring) - 1);
    if (first <= last) written += last - first + 1;
    tellNodes(rays, quarter, ring, first, last, ground, out, outHere + ring * quarter.outRingStep);
    lookOnRing(rays, quarter, ring, a, b, ground);
    [ground, before] = [before, ground];
  }
  return written;

  /** Heights over the eye's; beyond the grid those of its edge. */
  function readRing(ring: number, first: number, last: number): void {
    const [low, high] = [Math.max(from, first), Math.min(to, last)];
    let at = here + ring * ringStep + low * nodeStep;
    for (let node = low; node <= high; node++) {
      ground[node + rays.middle] = heights[at]! - eye;
      at += nodeStep;
    }
    ground.fill(ground[low + rays.middle]!, first + rays.middle, low + rays.middle);
    ground.fill(ground[high + rays.middle]!, high + rays.middle + 1, last + rays.middle + 1);
  }
}
