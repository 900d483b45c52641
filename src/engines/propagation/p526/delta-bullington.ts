/**
 * Diffraction over real ground: Bullington's edge, and what the bulge of a smooth Earth takes beyond the edge that
 * Bullington would put on it. Source: ITU-R P.526-15, section 4.5.2 (P.1812-7, section 4.3.4).
 */
import { bullingtonLoss } from "./bullington.ts";
import type { DiffractionOptions, DiffractionPath } from "./path.ts";
import { smoothEarth } from "./smooth-earth.ts";
import { sphereFor, sphereLoss } from "./spherical-earth.ts";

/** Losses in dB over free space, heights in metres. */
export interface DeltaBullington {
  readonly loss: number;
  /** Bullington over the way itself, and over smooth ground. */
  readonly actual: number;
  readonly smooth: number;
  /** Over a smooth Earth. */
  readonly sphere: number;
  /** Of the smooth ground above sea level, under the transmitter and the receiver. */
  readonly ground: readonly [number, number];
  /** Of the antennas over it. */
  readonly heights: readonly [number, number];
}

/** @throws RangeError where a way has fewer than three points, or distances that do not rise */
export function deltaBullington(
  path: DiffractionPath,
  options: DiffractionOptions,
): DeltaBullington {
  const { distances } = path;
  if (distances.length < 3 || path.heights.length !== distances.length)
    throw new RangeError(
      `Expected at least three points, each with a distance and a height, got ${distances.length} and ${path.heights.length}.`,
    );
  for (let i = 0; i < distances.length; i++)
    if (i === 0 ? distances[0] !== 0 : !(distances[i]! > distances[i - 1]!))
      throw new RangeError("Expected distances that rise from 0.");
  const ground = smoothEarth(path);
  const heights = [path.transmitter - ground.transmitter, path.receiver - ground.receiver] as const;
  const flat = {
    distances,
    heights: new Float64Array(distances.length),
    transmitter: heights[0],
    receiver: heights[1],
  };
  const actual = bullingtonLoss(path, options);
  const smooth = bullingtonLoss(flat, options);
  const sphere = sphereLoss(sphereFor(options), distances.at(-1)!, ...heights);
  return {
    loss: actual + Math.max(0, sphere - smooth),
    actual,
    smooth,
    sphere,
    ground: [ground.transmitter, ground.receiver],
    heights,
  };
}
