/**
 * Free space and delta-Bullington as a radial sweep: a node takes the far ground from the nearest radial, whose horizon,
 * hull and sums are kept along it once for all nodes; its distance, its height and the last places before it are its own.
 */
import { knifeEdgeLoss } from "../../propagation/p526/knife-edge.ts";
import { overEdge } from "../../propagation/p526/bullington.ts";
import { freeSpaceLoss } from "../../propagation/free-space.ts";
import { sphereFor, sphereLoss } from "../../propagation/p526/spherical-earth.ts";
import { discAround, metresTo, type Disc } from "../disc.ts";
import { aimAt, newPath, originAt, sampleAlong } from "../great-circle-path.ts";
import type { Job, Sweep } from "../job.ts";
import { fillRadial, newRadial, type Radial } from "../radial.ts";
import { sectorOf } from "../sector.ts";
import { SWEEP_SPACING } from "../../terrain/profile.ts";
import { exactBullington } from "./exact.ts";
import { smoothBullington } from "./smooth.ts";
import { lossAtSite, waveOf } from "./wave.ts";
import { findEdge, fitGround, newWay, OWN } from "./way.ts";

/** Intervals; nearer nodes are computed the exact way. */
const NEAREST = 8;
/** Metres between radials at the rim. */
const APART = 60;
/** Nodes: lists of them stay small. */
const SECTOR = 30_000;

/** 20 / ln 10: a natural logarithm takes half the time of a decimal one. */
const DECIBEL = 20 / Math.LN10;

/** Shares are sectors. */
export const sweepBullington: Sweep = (job, window, share, out) => {
  const disc = discAround(job.grid, job.site, job.radius);
  const wave = waveOf(job);
  const origin = originAt(job.grid, job.site);
  const steps = Math.max(NEAREST, Math.ceil((1000 * job.radius) / SWEEP_SPACING));
  const radial = newRadial(steps, SWEEP_SPACING, 1000 * wave.radius);
  const radials = 4 * Math.ceil((500 * Math.PI * job.radius) / APART);
  const alike = share.parts % 4 === 0 ? share.parts : share.parts * 4;
  const count = alike * Math.ceil(disc.nodes / SECTOR / alike);
  const lossTo = fastBullington(job, disc);
  let written = 0;
  for (let index = share.part; index < count; index += share.parts) {
    const { from, to, starts, nodes } = sectorOf(job, disc, index, { count, radials });
    for (let ray = from; ray < to; ray++) {
      const [first, last] = [starts[ray - from]!, starts[ray - from + 1]!];
      if (first === last) continue;
      fillRadial(radial, origin, (2 * Math.PI * ray) / radials, job.mast);
      for (let i = first; i < last; i++) out[nodes[i]!] = lossTo(radial, nodes[i]!);
    }
    written += nodes.length;
  }
  if (share.part === 0) {
    const { row, column } = job.site;
    const at = (row - window.top) * window.columns + column - window.left;
    out[at] = lossAtSite(job, wave.frequency);
    written += 1;
  }
  return written;
};

/** The loss to a place of the window, from the radial nearest to it. */
function fastBullington(job: Job, disc: Disc): (radial: Radial, place: number) => number {
  const { grid, mast, receiver } = job;
  const { columns, top, left } = disc.window;
  const wave = waveOf(job);
  const sphere = sphereFor(wave);
  const way = newWay(1 / (2000 * wave.radius));
  const waves = Math.sqrt(2 / sphere.wavelength);
  const atOneMetre = freeSpaceLoss(0.001, wave.frequency);
  const origin = originAt(grid, job.site);
  const exact = exactBullington(job, disc);
  const path = newPath();

  return (radial, place) => {
    const row = Math.trunc(place / columns);
    const column = place - row * columns;
    const d = metresTo(disc, row, column);
    const intervals = Math.round(d / SWEEP_SPACING);
    if (intervals < NEAREST) return exact(row, column);
    aimAt(path, origin, disc, row, column, d);
    sampleAlong(path, origin, 1, -1 / intervals, OWN + 1, way.own);
    way.own[0] = grid.heights[(row + top) * grid.columns + column + left]!;
    way.distance = d;
    way.spacing = d / intervals;
    way.one = radial.heights[0]! + mast;
    way.two = way.own[0] + receiver;
    way.far = Math.trunc((d - (OWN + 0.5) * way.spacing) / radial.step);
    findEdge(way, radial);
    fitGround(way, radial);
    const one = way.one - way.groundOne;
    const two = way.two - way.groundTwo;
    const edge = overEdge(knifeEdgeLoss(way.edge * waves), d / 1000);
    const round = sphereLoss(sphere, d / 1000, one, two);
    const beyond =
      round > 0
        ? round - smoothBullington(d, intervals, one, two, way.bulge, sphere.wavelength)
        : 0;
    return atOneMetre + DECIBEL * Math.log(d) + edge + Math.max(0, beyond);
  };
}
