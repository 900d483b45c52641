/**
 * The ground along one bearing from the site, with all that can be said of each of its beginnings at once: the horizon
 * seen from the mast, the upper hull that holds every horizon seen from further out, and running sums for fitted lines.
 * Places are counted in steps of the radial, from 0 at the site.
 */
import { newPath, sampleAlong, setRadial, type Origin, type Path } from "./great-circle-path.ts";

export interface Radial {
  /** Metres from place to place, and how many there are after the site's. */
  readonly step: number;
  readonly count: number;
  /** 1/m: what the Earth falls off at a distance is this times its square. */
  readonly bulge: number;
  /** Metres over the sea. */
  readonly heights: Float64Array;
  /** The same less what the Earth falls off to there: rays are straight over these. */
  readonly flat: Float64Array;
  /** Of the places 1 to i, the one that stands highest as seen from the mast's top. */
  readonly horizon: Int32Array;
  /** The place before i on the upper hull of 1 to i; 0 before the first. */
  readonly before: Int32Array;
  /** The integral of the height from 0 to i, and of the height times the place, between places straight. */
  readonly area: Float64Array;
  readonly moment: Float64Array;
  /** Working space. */
  readonly drop: Float64Array;
  readonly inverse: Float64Array;
  readonly rise: Float64Array;
  readonly path: Path;
}

/** @param radius metres of the Earth as rays see it */
export function newRadial(count: number, step: number, radius: number): Radial {
  const doubles = () => new Float64Array(count + 2);
  const bulge = 1 / (2 * radius);
  return {
    step,
    count,
    bulge,
    heights: doubles(),
    flat: doubles(),
    horizon: new Int32Array(count + 2),
    before: new Int32Array(count + 2),
    area: doubles(),
    moment: doubles(),
    drop: doubles().map((_, i) => (i * step) ** 2 * bulge),
    inverse: doubles().map((_, i) => 1 / i),
    rise: doubles(),
    path: newPath(),
  };
}

/**
 * @param bearing radians from north through east
 * @param mast metres over the ground
 */
export function fillRadial(radial: Radial, origin: Origin, bearing: number, mast: number): void {
  const { count, step, heights, flat, horizon, before, area, moment, drop, inverse, rise } = radial;
  setRadial(radial.path, origin, bearing, count * step);
  sampleAlong(radial.path, origin, 0, 1 / count, count + 1, heights);
  const top = heights[0]! + mast;
  let [best, highest, last] = [Number.NEGATIVE_INFINITY, 0, heights[0]!];
  rise[0] = Number.POSITIVE_INFINITY;
  rise[1] = Number.POSITIVE_INFINITY;
  let [sum, turn] = [0, 0];
  for (let i = 1; i <= count; i++) {
    const height = heights[i]!;
    const y = height - drop[i]!;
    flat[i] = y;
    const slope = (y - top) * inverse[i]!;
    if (slope > best) {
      best = slope;
      highest = i;
    }
    horizon[i] = highest;
    sum += 0.5 * (last + height);
    turn += 0.5 * (i - 1) * (last + height) + last / 6 + height / 3;
    area[i] = sum;
    moment[i] = turn;
    last = height;
    if (i === 1) continue;
    let p = i - 1;
    let up = y - flat[p]!;
    while (rise[p]! <= up) {
      p = before[p]!;
      up = (y - flat[p]!) * inverse[i - p]!;
    }
    before[i] = p;
    rise[i] = up;
  }
}

/** The integral of the height from the site to a place between two, in metre-steps. */
export function areaTo({ heights, area }: Radial, place: number): number {
  const i = Math.trunc(place);
  const f = place - i;
  return area[i]! + f * (heights[i]! + 0.5 * f * (heights[i + 1]! - heights[i]!));
}

/** That of the height times the place. */
export function momentTo({ heights, moment }: Radial, place: number): number {
  const i = Math.trunc(place);
  const f = place - i;
  const [height, up] = [heights[i]!, heights[i + 1]! - heights[i]!];
  return moment[i]! + f * (i * (height + 0.5 * f * up) + f * (0.5 * height + (f / 3) * up));
}
