/**
 * Bullington's construction: the ridges of a way become one knife edge, where the steepest line from the transmitter
 * meets the steepest from the receiver. Source: ITU-R P.526-15, section 4.5.1 (P.1812-7, section 4.3.1).
 */
import { knifeEdgeLoss } from "./knife-edge.ts";
import { roundedWavelength, type DiffractionPath } from "./path.ts";

interface BullingtonOptions {
  /** MHz. */
  readonly frequency: number;
  /** km: the Earth's radius as the bent ray sees it. */
  readonly radius: number;
}

/** dB over free space. */
export function bullingtonLoss(
  { distances, heights, transmitter, receiver }: DiffractionPath,
  { frequency, radius }: BullingtonOptions,
): number {
  const last = distances.length - 1;
  const d = distances[last]!;
  const bulge = 500 / radius; // m per km²
  let rise = -Infinity; // m/km: the steepest line from the transmitter
  for (let i = 1; i < last; i++) {
    const x = distances[i]!;
    rise = Math.max(rise, (heights[i]! + bulge * x * (d - x) - transmitter) / x);
  }
  const nu =
    rise <= (receiver - transmitter) / d ? worstClearance() : edgeOf(rise, steepestFromReceiver());
  return overEdge(knifeEdgeLoss(nu * Math.sqrt(2 / roundedWavelength(frequency))), d);

  /** Eq. (50): in sight, the point that reaches deepest into the Fresnel zone. */
  function worstClearance(): number {
    let worst = -Infinity;
    for (let i = 1; i < last; i++) {
      const x = distances[i]!;
      const y = d - x;
      const over = heights[i]! + bulge * x * y - (transmitter * y + receiver * x) / d;
      worst = Math.max(worst, over * Math.sqrt(d / (1000 * x * y)));
    }
    return worst;
  }

  /** Eq. (52). */
  function steepestFromReceiver(): number {
    let steepest = -Infinity;
    for (let i = 1; i < last; i++) {
      const x = distances[i]!;
      steepest = Math.max(steepest, (heights[i]! + bulge * x * (d - x) - receiver) / (d - x));
    }
    return steepest;
  }

  /** Eq. (53), (54): where both lines meet; rounding must not put it beyond the points where a ray all but grazes. */
  function edgeOf(fromTransmitter: number, fromReceiver: number): number {
    const sum = fromTransmitter + fromReceiver;
    if (!(sum > 0)) return worstClearance();
    const meet = (receiver - transmitter + fromReceiver * d) / sum;
    const x = Math.min(Math.max(meet, distances[1]!), distances[last - 1]!);
    const y = d - x;
    const over = transmitter + fromTransmitter * x - (transmitter * y + receiver * x) / d;
    return over * Math.sqrt(d / (1000 * x * y));
  }
}

/** Eq. (56): what the ridges take that the one edge does not stand for. */
export const overEdge = (loss: number, d: number): number =>
  loss + (1 - Math.exp(-loss / 6)) * (10 + 0.02 * d);
