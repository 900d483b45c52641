/** Bullington's loss over smooth ground of evenly spaced places, without walking them all. */
import { knifeEdgeLoss } from "../../propagation/p526/knife-edge.ts";
import { overEdge } from "../../propagation/p526/bullington.ts";

/**
 * dB over free space: what `bullingtonLoss` says of the same way with heights of 0. Lengths are in metres.
 * @param intervals places are that many less one
 * @param one the antennas over the smooth ground
 * @param bulge 1 / 2a, a the radius of the Earth as the bent ray sees it
 */
export function smoothBullington(
  d: number,
  intervals: number,
  one: number,
  two: number,
  bulge: number,
  wavelength: number,
): number {
  const spacing = d / intervals;
  const line = (two - one) / d;
  const rise = steepest(d, intervals, one, bulge);
  let x: number;
  let over: number;
  if (rise > line) {
    const meet =
      ((line + steepest(d, intervals, two, bulge)) * d) /
      (rise + steepest(d, intervals, two, bulge));
    x = Math.min(Math.max(meet, spacing), d - spacing);
    over = (rise - line) * x;
  } else {
    x = spacing * nearest(d, intervals, one, line, bulge);
    over = bulge * x * (d - x) - one - line * x;
  }
  const nu = over * Math.sqrt((2 * d) / (wavelength * x * (d - x)));
  return overEdge(knifeEdgeLoss(nu), d / 1000);
}

/** The steepest line over the bulge from an antenna so high: the sphere's tangent, at one of the places beside it. */
function steepest(d: number, intervals: number, height: number, bulge: number): number {
  const spacing = d / intervals;
  const last = intervals - 1;
  const touch = Math.sqrt(height / bulge) / spacing;
  const before = Math.min(last, Math.max(1, Math.floor(touch)));
  const x = before * spacing;
  const y = Math.min(last, before + 1) * spacing;
  return Math.max(bulge * (d - x) - height / x, bulge * (d - y) - height / y);
}

/** The place where the ray reaches deepest into the Fresnel zone: clearance over its width has one least value, so places are halved towards it. */
function nearest(d: number, intervals: number, one: number, line: number, bulge: number): number {
  let low = 1;
  let high = intervals - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const x = (middle * d) / intervals;
    const next = ((middle + 1) * d) / intervals;
    if (cleared(x, d, one, line, bulge) <= cleared(next, d, one, line, bulge)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function cleared(x: number, d: number, one: number, line: number, bulge: number): number {
  const width = x * (d - x);
  const clear = one + line * x - bulge * width;
  return (clear * clear) / width;
}
