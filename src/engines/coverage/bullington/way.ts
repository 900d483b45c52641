/**
 * One node's way for delta-Bullington: far places from a radial's hull, the last ones the node's own. Lengths are in
 * metres. A `Way` is used again for every node.
 */
import { areaTo, momentTo, type Radial } from "../radial.ts";

/** Places before a node that are its own. */
export const OWN = 4;

interface Way {
  /** 1 / 2a, a the radius of the Earth as the bent ray sees it. */
  readonly bulge: number;
  /** The heights of the node's own places, from the node back. */
  readonly own: Float64Array;
  distance: number;
  spacing: number;
  /** Above sea level, of the antennas. */
  one: number;
  two: number;
  /** The last place of the radial that is taken. */
  far: number;
  /** The edge's height over the line of the antennas, over the root of x (d - x) / d: the wave's part is left out. */
  edge: number;
  /** What stands over that line lowers the smooth ground under the antennas by. */
  lowerOne: number;
  lowerTwo: number;
  /** The smooth ground above sea level. */
  groundOne: number;
  groundTwo: number;
}

export const newWay = (bulge: number): Way => ({
  bulge,
  own: new Float64Array(OWN + 1),
  distance: 0.5,
  spacing: 0.5,
  one: 0.5,
  two: 0.5,
  far: 0,
  edge: 0.5,
  lowerOne: 0.5,
  lowerTwo: 0.5,
  groundOne: 0.5,
  groundTwo: 0.5,
});

/** Sets `edge` and what lowers the ground (Bullington's construction, as `bullingtonLoss`). */
export function findEdge(way: Way, radial: Radial): void {
  const { heights, flat, horizon, before, step } = radial;
  const { bulge, own, distance: d, spacing, one, two, far } = way;
  const line = (two - one) / d;
  const highest = horizon[far]!;
  let rise = (flat[highest]! - one) / (highest * step) + bulge * d;
  for (let j = OWN; j >= 1; j--) {
    const x = d - j * spacing;
    rise = Math.max(rise, (own[j]! - one) / x + bulge * j * spacing);
  }
  way.lowerOne = 0;
  way.lowerTwo = 0;
  if (rise <= line) {
    way.edge = -Math.sqrt(leastClearance(way, radial) * d);
    return;
  }
  let fall = Number.NEGATIVE_INFINITY; // the steepest line from the receiver
  let bareOne = fall; // the steepest lines over ground that is not bent
  let bareTwo = fall;
  let over = fall;
  for (let j = OWN; j >= 1; j--) {
    const y = j * spacing;
    const x = d - y;
    const slope = (own[j]! - two) / y;
    const up = own[j]! - one;
    if (slope > bareTwo) bareTwo = slope;
    if (slope + bulge * x > fall) fall = slope + bulge * x;
    if (up - line * x > over) over = up - line * x;
    if (up > bareOne * x) bareOne = up / x;
  }
  // All of these are largest at places of the hull: bending the ground down only adds places to it.
  for (let p = far; p > 0; p = before[p]!) {
    const x = p * step;
    const slope = (heights[p]! - two) / (d - x);
    const up = heights[p]! - one;
    if (slope > bareTwo) bareTwo = slope;
    if (slope + bulge * x > fall) fall = slope + bulge * x;
    if (up - line * x > over) over = up - line * x;
    if (up > bareOne * x) bareOne = up / x;
  }
  const meet = ((line + fall) * d) / (rise + fall);
  const x = Math.min(Math.max(meet, spacing), d - spacing);
  way.edge = (rise - line) * x * Math.sqrt(d / (x * (d - x)));
  if (over <= 0) return;
  const fromOne = bareOne - line;
  const fromTwo = bareTwo + line;
  way.lowerOne = (over * fromOne) / (fromOne + fromTwo);
  way.lowerTwo = (over * fromTwo) / (fromOne + fromTwo);
}

/** In sight: the least clearance, squared, over x (d - x). Places under the hull are left out; they rarely come nearer. */
function leastClearance(
  { bulge, own, distance: d, spacing, one, two, far }: Way,
  { heights, before, step }: Radial,
): number {
  const line = (two - one) / d;
  let least = Number.POSITIVE_INFINITY;
  for (let j = OWN; j >= 1; j--) {
    const width = j * spacing * (d - j * spacing);
    const under = one + line * (d - j * spacing) - own[j]! - bulge * width;
    least = Math.min(least, (under * under) / width);
  }
  for (let p = far; p > 0; p = before[p]!) {
    const x = p * step;
    const width = x * (d - x);
    const under = one + line * x - heights[p]! - bulge * width;
    least = Math.min(least, (under * under) / width);
  }
  return least;
}

/** Sets the smooth ground under the antennas (least squares, as `smoothEarth`); wants `lowerOne` and `lowerTwo`. */
export function fitGround(way: Way, radial: Radial): void {
  const { own, distance: d, spacing } = way;
  const { step } = radial;
  const border = (d - OWN * spacing) / step;
  let area = areaTo(radial, border) * step;
  let moment = momentTo(radial, border) * step * step;
  for (let j = OWN; j >= 1; j--) {
    const x = 3 * (d - j * spacing);
    const start = own[j]!;
    const end = own[j - 1]!;
    area += 0.5 * spacing * (start + end);
    moment += (spacing / 6) * (start * (x + spacing) + end * (x + 2 * spacing));
  }
  const fitOne = (4 * area * d - 6 * moment) / (d * d);
  const fitTwo = (6 * moment - 2 * area * d) / (d * d);
  way.groundOne = Math.min(radial.heights[0]!, fitOne - way.lowerOne);
  way.groundTwo = Math.min(own[0]!, fitTwo - way.lowerTwo);
}
