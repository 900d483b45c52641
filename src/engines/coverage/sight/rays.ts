/**
 * The three loops of the sweep for lines of sight, a ring at a time. A ray `j` goes j / rim nodes aside for every ring;
 * its horizon is the steepest line from the eye so far, in metres a ring.
 */
import type { Quarter } from "./quarter.ts";

/** Metres: values stop here, beyond any mast; tenths of it fit in 16 bits. */
export const MOST = 6553.4;

/** Metres: less is what rounding leaves where a ray touches the ground all along, and is 0. */
export const LEAST = 0.001;

export interface Rays {
  /** The number of the ray along the diagonal. */
  readonly rim: number;
  /** The first ray: its horizon stands at 0. */
  readonly least: number;
  readonly horizon: Float64Array;
  /** How much a ray further on would meet on the same edge of the ground, beyond what this one meets. */
  readonly tilt: Float64Array;
  /** 1 / j. */
  readonly turns: Float64Array;
  /** Where a ring's middle node stands in its array of heights. */
  readonly middle: number;
}

/** What rays `a` to `b` meet where they cross the ring, between two of its nodes. */
export function lookOnRing(
  { rim, least, horizon, tilt, middle }: Rays,
  quarter: Quarter,
  ring: number,
  a: number,
  b: number,
  ground: Float64Array,
): void {
  const [base, turn, lean] = [quarter.base[ring]!, quarter.turn[ring]!, quarter.lean[ring]!];
  const [step, aside, each] = [ring / rim, 1 / rim, 1 / ring];
  for (let ray = a; ray <= b; ray++) {
    const t = ray * aside;
    const x = ray * step + middle;
    const node = x | 0; // x is positive, so this is its floor
    const under = ground[node]!;
    const rise = ground[node + 1]! - under;
    const slope = (under + (x - node) * rise) * each - base - t * (turn + t * lean);
    if (slope > horizon[ray - least]!) {
      horizon[ray - least] = slope;
      tilt[ray - least] = aside * (rise - turn - 2 * t * lean);
    }
  }
}

/** What they meet between the ring before and this one, where they cross the lines from node to node outwards. */
export function lookBetween(
  rays: Rays,
  quarter: Quarter,
  ring: number,
  a: number,
  b: number,
  before: Float64Array,
  ground: Float64Array,
): void {
  if (b > 0) lookAside(rays, quarter, ring, 1, Math.max(1, a), b, before, ground);
  if (a < 0) lookAside(rays, quarter, ring, -1, Math.max(1, -b), -a, before, ground);
}

/** The rays whose number has the sign `side`, `a` to `b` without it. */
function lookAside(
  { rim, least, horizon, tilt, turns, middle }: Rays,
  quarter: Quarter,
  ring: number,
  side: 1 | -1,
  a: number,
  b: number,
  before: Float64Array,
  ground: Float64Array,
): void {
  const base = quarter.base[ring]! / ring;
  const turn = (side * quarter.turn[ring]!) / ring / rim;
  const lean = quarter.lean[ring]! / ring / rim / rim;
  const [here, there] = [rim / ring, rim / (ring - 1)];
  const last = (b / here) | 0;
  for (let line = Math.max(1, (a / here) | 0); line <= last; line++) {
    const under = before[middle + side * line]!;
    const rise = ground[middle + side * line]! - under;
    // Height over distance where ray j crosses: under + rise · (at - ring + 1) over at, with at = line · rim / j.
    const slant = (under - (ring - 1) * rise) / (line * rim);
    const reach = line * rim;
    const from = Math.max(a, ((line * here) | 0) + 1);
    const to = Math.min(b, (line * there) | 0);
    for (let ray = from; ray <= to; ray++) {
      const at = reach * turns[ray]!;
      const slope = slant * ray + rise - at * (base + ray * (turn + ray * lean));
      const index = side * ray - least;
      if (slope > horizon[index]!) {
        horizon[index] = slope;
        tilt[index] = side * (slant + at * base * turns[ray]! - reach * lean);
      }
    }
  }
}

/**
 * Writes the least heights of nodes `first` to `last`; `at` is where the ring's middle stands in `out`. Between two rays
 * the horizon is what both edges say, each drawn on from its own ray; where both lie on one side of the straight line
 * from ray to ray, the nearer to it is right (that is exact for one kink between them), else the line is taken.
 */
export function tellNodes(
  { rim, least, horizon, tilt, middle }: Rays,
  { base, turn, lean, outNodeStep }: Quarter,
  ring: number,
  first: number,
  last: number,
  ground: Float64Array,
  out: Float32Array,
  at: number,
): void {
  const down = base[ring]! * ring;
  const aside = turn[ring]!;
  const wide = lean[ring]! / ring;
  const each = rim / ring;
  const offset = rim + least; // counted from the diagonal: shares must round alike
  for (let node = first; node <= last; node++) {
    const x = node * each + rim;
    const ray = x | 0;
    const share = x - ray;
    const index = ray - offset;
    const one = horizon[index]!;
    const apart = horizon[index + 1]! - one;
    const a = share * (tilt[index]! - apart);
    const b = (1 - share) * (apart - tilt[index + 1]!);
    // The lesser of a and b where both have one sign, else 0: without branches, which would be guessed wrong
    const sum = a + b;
    const size = Math.abs(sum);
    const less = size - Math.abs(a - b);
    const bend = (0.25 * (less + Math.abs(less)) * sum) / (size + 1e-30);
    const drop = down + node * (aside + node * wide);
    const height = ring * (one + share * apart + bend) + drop - ground[node + middle]!;
    out[at + node * outNodeStep] = height > LEAST ? (height < MOST ? height : MOST) : 0;
  }
}
