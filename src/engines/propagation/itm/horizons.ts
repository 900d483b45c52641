/** The horizons of both ends of a profile. */
import type { ItmJob } from "./job.ts";
import type { ItmPath } from "./path.ts";

/**
 * Most points lie far under the ray to the horizon so far, which a product tells faster than the quotient; within this
 * many metres of it, far more than what rounding does, the quotient decides as in NTIA's code.
 */
const SLACK = 1e-6;

/**
 * Where nothing stands higher, each end's horizon is the other end. Of points at one angle the first from the
 * transmitter counts, for both ends. [TN101, Eq. 6.15]
 */
export function findHorizons(
  job: ItmJob,
  heights: Float64Array | Float32Array,
  spacing: number,
  intervals: number,
  path: ItmPath,
): void {
  const distance = intervals * spacing;
  const diameter = 2 * path.radius;
  const bend = 1 / diameter;
  const top = heights[0]! + job.transmitter;
  const farTop = heights[intervals]! + job.receiver;
  let angleTx = (farTop - top) / distance - distance / diameter;
  let angleRx = -(farTop - top) / distance - distance / diameter;
  let horizonTx = distance;
  let horizonRx = distance;
  let fromTx = 0;
  let fromRx = distance;
  for (let i = 1; i < intervals; i++) {
    fromTx += spacing;
    fromRx -= spacing;
    const height = heights[i]!;
    if (height - top + SLACK > (angleTx + fromTx * bend) * fromTx) {
      const angle = (height - top) / fromTx - fromTx / diameter;
      if (angle > angleTx) {
        angleTx = angle;
        horizonTx = fromTx;
      }
    }
    if (height - farTop + SLACK > (angleRx + fromRx * bend) * fromRx) {
      const angle = -(farTop - height) / fromRx - fromRx / diameter;
      if (angle > angleRx) {
        angleRx = angle;
        horizonRx = fromRx;
      }
    }
  }
  path.angleTx = angleTx;
  path.angleRx = angleRx;
  path.horizonTx = horizonTx;
  path.horizonRx = horizonRx;
}
