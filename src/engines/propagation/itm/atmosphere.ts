/** How the air bends a ray: less, the higher the path lies. */
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";

const CURVATURE = 157e-9; // 1/m, of the Earth: about 1 / 6370 km

/** @param height metres over the sea at which the path lies */
export function bendRays(job: ItmJob, height: number, path: ItmPath): void {
  // [TN101, Eq. 4.3]
  const refractivity =
    height === 0 ? job.refractivity : job.refractivity * Math.exp(-height / 9460);
  path.surfaceRefractivity = refractivity;
  // [TN101, Eq. 4.4]
  path.radius = 1 / (CURVATURE * (1 - 0.04665 * Math.exp(refractivity / 179.3)));
}

/** Metres over the sea: the mean of the profile without a tenth at either end. */
export function pathHeight(heights: Float64Array | Float32Array, intervals: number): number {
  const tenth = (0.1 * intervals) | 0;
  let sum = 0;
  for (let i = tenth; i <= intervals - tenth; i++) sum += heights[i]!;
  return sum / (intervals - 2 * tenth + 1);
}
