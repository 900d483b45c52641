/**
 * The smooth ground that fits a way best, and how high antennas stand over it. Source: ITU-R P.1812-7, attachment 1 to
 * annex 1, sections 5.6.1 and 5.6.2 (P.526-15, section 4.5.2, takes "effective heights" from the same fit).
 */
import type { DiffractionPath } from "./path.ts";

/** Metres above sea level of the smooth ground under the transmitter and the receiver: never above the real ground there. */
export function smoothEarth(path: DiffractionPath): { transmitter: number; receiver: number } {
  const { distances, transmitter, receiver } = path;
  const ground = path.ground ?? path.heights;
  const last = distances.length - 1;
  const d = distances[last]!;
  let area = 0;
  let moment = 0;
  for (let i = 1; i <= last; i++) {
    const x = distances[i - 1]!;
    const y = distances[i]!;
    const under = ground[i - 1]!;
    const over = ground[i]!;
    area += (y - x) * (over + under);
    moment += (y - x) * (over * (2 * y + x) + under * (y + 2 * x));
  }
  let obstacle = -Infinity; // m over the line between the antennas
  let fromTransmitter = -Infinity; // m/km
  let fromReceiver = -Infinity;
  for (let i = 1; i < last; i++) {
    const x = distances[i]!;
    const over = ground[i]! - (transmitter * (d - x) + receiver * x) / d;
    obstacle = Math.max(obstacle, over);
    fromTransmitter = Math.max(fromTransmitter, over / x);
    fromReceiver = Math.max(fromReceiver, over / (d - x));
  }
  return capped({
    fit: [(2 * area * d - moment) / (d * d), (moment - area * d) / (d * d)],
    ends: [ground[0]!, ground[last]!],
    obstacle,
    fromTransmitter,
    fromReceiver,
  });
}

/** Eq. (85)-(89): the fit, lowered by what stands over the line of the antennas. */
function capped(of: {
  readonly fit: readonly [number, number];
  readonly ends: readonly [number, number];
  readonly obstacle: number;
  readonly fromTransmitter: number;
  readonly fromReceiver: number;
}): { transmitter: number; receiver: number } {
  const { fit, ends, obstacle, fromTransmitter, fromReceiver } = of;
  const lower = obstacle > 0 ? obstacle / (fromTransmitter + fromReceiver) : 0;
  return {
    transmitter: Math.min(ends[0], fit[0] - lower * fromTransmitter),
    receiver: Math.min(ends[1], fit[1] - lower * fromReceiver),
  };
}
