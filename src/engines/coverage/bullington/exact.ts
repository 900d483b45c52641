/** Free space and delta-Bullington on every node's own profile: the slow way, and the measure of the fast one. */
import { freeSpaceLoss } from "../../propagation/free-space.ts";
import { deltaBullington } from "../../propagation/p526/delta-bullington.ts";
import { intervalsOver, SWEEP_SPACING } from "../../terrain/profile.ts";
import { metresTo, type Disc } from "../disc.ts";
import { eachNode, type ValueAt } from "../each-node.ts";
import { aimAt, newPath, originAt, sampleAlong } from "../great-circle-path.ts";
import type { Job } from "../job.ts";
import { lossAtSite, waveOf } from "./wave.ts";

/** @returns the loss in dB to a node of the disc's window */
export function exactBullington(job: Job, disc: Disc): ValueAt {
  const wave = waveOf(job);
  const origin = originAt(job.grid, job.site);
  const path = newPath();
  const most = intervalsOver(1000 * job.radius, SWEEP_SPACING) + 3;
  const [allHeights, allDistances] = [new Float64Array(most), new Float64Array(most)];
  return (row, column) => {
    const metres = metresTo(disc, row, column);
    if (metres === 0) return lossAtSite(job, wave.frequency);
    aimAt(path, origin, disc, row, column, metres);
    const intervals = intervalsOver(metres, SWEEP_SPACING);
    const heights = allHeights.subarray(0, intervals + 1);
    const distances = allDistances.subarray(0, intervals + 1);
    sampleAlong(path, origin, 0, 1 / intervals, intervals + 1, heights);
    for (let i = 0; i <= intervals; i++) distances[i] = (i * metres) / intervals / 1000;
    const transmitter = heights[0]! + job.mast;
    const receiver = heights[intervals]! + job.receiver;
    const { loss } = deltaBullington({ distances, heights, transmitter, receiver }, wave);
    return freeSpaceLoss(metres / 1000, wave.frequency) + loss;
  };
}

export const sweepBullingtonExact = eachNode(exactBullington);
