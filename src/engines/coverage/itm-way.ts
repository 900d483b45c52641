/**
 * What ITM reads of the ground between the mast and one node: the far part from the radial nearest to the node, the last
 * few places before the node from its own way. As propagation/itm/{horizons,fit,ground}.ts read it of a whole profile.
 */
import type { ItmJob } from "../propagation/itm/job.ts";
import type { Disc } from "./disc.ts";
import { aimAt, newPath, sampleAlong, type Origin, type Path } from "./great-circle-path.ts";
import { quickLoss } from "./itm-quick.ts";
import {
  ANGLE_RX,
  ANGLE_TX,
  bendRaysOf,
  DELTA_H,
  DISTANCE,
  EFFECTIVE_RX,
  EFFECTIVE_TX,
  HORIZON_RX,
  HORIZON_TX,
  quickItm,
  RADIUS,
  SHEET,
  smoothHorizonsOf,
  type QuickItm,
} from "./itm-sheet.ts";
import { areaTo, momentTo, type Radial } from "./radial.ts";

/** Places before the node that are its own. */
const OWN = 4;
/** A way of fewer intervals has too little far ground. */
export const FEWEST = 12;

/** What ways from one mast have in common, and one sheet that each is worked out on. */
interface Ways {
  readonly itm: ItmJob;
  readonly quick: QuickItm;
  readonly disc: Disc;
  readonly origin: Origin;
  readonly path: Path;
  /** Heights of the node and of the places before it, from the node back. */
  readonly own: Float64Array;
  readonly sheet: Float64Array;
  /** SITE, NODE: heights of the last fitted line. */
  readonly fit: Float64Array;
}

const SITE = 0;
const NODE = 1;

export const newWays = (itm: ItmJob, disc: Disc, origin: Origin): Ways => ({
  itm,
  quick: quickItm(itm),
  disc,
  origin,
  path: newPath(),
  own: new Float64Array(OWN + 1),
  sheet: new Float64Array(SHEET),
  fit: new Float64Array(2),
});

/**
 * dB to the node at a row and column of the window.
 * @param metres to it, and by how many intervals ITM would go there: FEWEST at least
 * @param deltaH metres, of its way
 * @throws ItmError where ITM refuses the way
 */
export function lossOverWay(
  ways: Ways,
  radial: Radial,
  row: number,
  column: number,
  metres: number,
  intervals: number,
  deltaH: number,
): number {
  const { quick, disc, origin, path, own, sheet, itm, fit } = ways;
  aimAt(path, origin, disc, row, column, metres);
  sampleAlong(path, origin, 1, -1 / intervals, OWN + 1, own);
  const perStep = metres / radial.step;
  const tenth = Math.trunc(0.1 * intervals) / intervals;
  const middle = areaTo(radial, (1 - tenth) * perStep) - areaTo(radial, tenth * perStep);
  bendRaysOf(quick, sheet, middle / ((1 - 2 * tenth) * perStep));
  sheet[DISTANCE] = metres;
  sheet[DELTA_H] = deltaH;
  findHorizons(ways, radial, metres / intervals);

  const spacing = metres / intervals;
  const horizonTx = sheet[HORIZON_TX]!;
  const horizonRx = sheet[HORIZON_RX]!;
  const start = Math.trunc(Math.min(15 * itm.transmitter, 0.1 * horizonTx) / spacing);
  const end = intervals - Math.trunc(Math.min(15 * itm.receiver, 0.1 * horizonRx) / spacing);
  const isWithinSight = horizonTx + horizonRx > 1.5 * metres;
  if (isWithinSight) fitLine(ways, radial, intervals, spacing, start, end);
  else {
    const to = Math.ceil((0.9 * horizonTx) / spacing);
    fitLine(ways, radial, intervals, spacing, start, Math.min(to, intervals));
    const line = fit[SITE]!;
    const from = intervals - Math.ceil((0.9 * horizonRx) / spacing);
    fitLine(ways, radial, intervals, spacing, Math.max(from, 0), end);
    fit[SITE] = line;
  }
  sheet[EFFECTIVE_TX] = itm.transmitter + Math.max(0, radial.heights[0]! - fit[SITE]!);
  sheet[EFFECTIVE_RX] = itm.receiver + Math.max(0, own[0]! - fit[NODE]!);
  if (isWithinSight) smoothHorizonsOf(sheet);
  return quickLoss(quick, sheet);
}

/** Over ground that the bulge of the Earth has been taken from, the horizon is what the steepest straight line touches. */
function findHorizons(
  { own, sheet, itm }: Ways,
  { heights, flat, horizon, before, step, bulge }: Radial,
  spacing: number,
): void {
  const metres = sheet[DISTANCE]!;
  const siteTop = heights[0]! + itm.transmitter;
  const nodeTop = own[0]! + itm.receiver;
  const flatNode = nodeTop - metres * metres * bulge;
  const lastFar = Math.trunc((metres - (OWN + 0.5) * spacing) / step);

  let horizonTx = metres;
  let highTx = nodeTop;
  let riseTx = (flatNode - siteTop) / metres;
  const highest = horizon[lastFar]!;
  const riseFar = (flat[highest]! - siteTop) / (highest * step);
  if (riseFar > riseTx) {
    riseTx = riseFar;
    horizonTx = highest * step;
    highTx = heights[highest]!;
  }
  let horizonRx = metres;
  let highRx = siteTop;
  let riseRx = (siteTop - flatNode) / metres;
  // The far hull first: of points at one angle the one nearer to the mast counts.
  let tangent = lastFar;
  let up = (flat[tangent]! - flatNode) / (metres - tangent * step);
  for (let p = before[tangent]!; p > 0; p = before[p]!) {
    const steeper = (flat[p]! - flatNode) / (metres - p * step);
    if (steeper < up) break;
    up = steeper;
    tangent = p;
  }
  if (up > riseRx) {
    riseRx = up;
    horizonRx = metres - tangent * step;
    highRx = heights[tangent]!;
  }
  for (let j = OWN; j >= 1; j--) {
    const back = j * spacing;
    const out = metres - back;
    const height = own[j]!;
    const y = height - out * out * bulge;
    if (y - siteTop > riseTx * out) {
      riseTx = (y - siteTop) / out;
      horizonTx = out;
      highTx = height;
    }
    if (y - flatNode > riseRx * back) {
      riseRx = (y - flatNode) / back;
      horizonRx = back;
      highRx = height;
    }
  }
  const diameter = 2 * sheet[RADIUS]!;
  sheet[HORIZON_TX] = horizonTx;
  sheet[HORIZON_RX] = horizonRx;
  sheet[ANGLE_TX] = (highTx - siteTop) / horizonTx - horizonTx / diameter;
  sheet[ANGLE_RX] = (highRx - nodeTop) / horizonRx - horizonRx / diameter;
}

/** The line through the ground from one interval to another, at least one: its heights at the site and at the node. */
function fitLine(
  { own, fit }: Ways,
  radial: Radial,
  intervals: number,
  spacing: number,
  wantedFrom: number,
  wantedTo: number,
): void {
  let from = wantedFrom;
  let to = wantedTo;
  if (to <= from) {
    from = Math.max(0, from - 1);
    to = Math.min(intervals, to + 1);
  }
  const length = to - from;
  const middle = 0.5 * (from + to);
  const border = intervals - OWN;
  let area = 0;
  let moment = 0; // about the middle
  if (from < border) {
    const perInterval = spacing / radial.step;
    const begin = from * perInterval;
    const end = Math.min(border, to) * perInterval;
    area = (areaTo(radial, end) - areaTo(radial, begin)) / perInterval;
    moment =
      (momentTo(radial, end) - momentTo(radial, begin)) / (perInterval * perInterval) -
      middle * area;
  }
  if (to > border) {
    const begin = Math.max(border, from);
    for (let i = begin; i <= to; i++) {
      const height = own[intervals - i]! * (i === begin || i === to ? 0.5 : 1);
      area += height;
      moment += height * (i - middle);
    }
  }
  const mean = area / length;
  const slope = (12 * moment) / ((length * length + 2) * length);
  fit[SITE] = mean - slope * middle;
  fit[NODE] = mean + slope * (intervals - middle);
}
