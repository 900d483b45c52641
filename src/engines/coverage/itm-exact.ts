/** ITM on every node's own profile: the slow way, and the measure of the fast one. */
import { intervalsOver, SWEEP_SPACING } from "../terrain/profile.ts";
import { metresTo, type Disc } from "./disc.ts";
import { eachNode, type ValueAt } from "./each-node.ts";
import { aimAt, newPath, originAt, sampleAlong } from "./great-circle-path.ts";
import { lossAtSite, orRefuse, itmOf } from "./itm-node.ts";
import type { Job } from "./job.ts";
import { lossOverGround } from "../propagation/itm/p2p.ts";
import { ItmPath } from "../propagation/itm/path.ts";

/** @returns the loss in dB to a node of the disc's window; throws ItmError where ITM refuses the path */
export function exactItm(job: Job, disc: Disc): ValueAt {
  const itm = itmOf(job);
  const origin = originAt(job.grid, job.site);
  const heights = new Float64Array(intervalsOver(1000 * job.radius, SWEEP_SPACING) + 3);
  const sheet = new ItmPath();
  const path = newPath();
  return (row, column) => {
    const metres = metresTo(disc, row, column);
    if (metres === 0) return lossAtSite(job, itm);
    aimAt(path, origin, disc, row, column, metres);
    const intervals = intervalsOver(metres, SWEEP_SPACING);
    sampleAlong(path, origin, 0, 1 / intervals, intervals + 1, heights);
    return orRefuse(lossOverGround(itm, heights, metres / intervals, intervals, sheet), sheet);
  };
}

/** @throws ItmError where ITM refuses a path */
export const sweepItmExact = eachNode(exactItm);
