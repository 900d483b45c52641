/** What every sweep by ITM asks of one node. */
import { ItmError, pathRefusal } from "../propagation/itm/itm-error.ts";
import { itmJob, type ItmJob } from "../propagation/itm/job.ts";
import type { ItmPath } from "../propagation/itm/path.ts";
import type { Job } from "./job.ts";

/** @throws ItmError when an option of the job is out of ITM's range */
export function itmOf({ mast, receiver, model }: Job): ItmJob {
  if (model.kind !== "itm") throw new Error(`Expected a job for ITM, got one for ${model.kind}.`);
  return itmJob({ transmitter: mast, receiver }, model);
}

/** dB at the mast's own node, where there is no profile: that of free space over the way up, or over the last metre. */
export const lossAtSite = ({ mast, receiver }: Job, { freeSpaceAtOneMetre }: ItmJob): number =>
  freeSpaceAtOneMetre + 20 * Math.log10(Math.max(1, Math.abs(mast - receiver)));

/** @throws ItmError where ITM refused the path */
export function orRefuse(loss: number, path: ItmPath): number {
  if (path.code !== 0) throw new ItmError(path.code, pathRefusal(path.code), path.warnings);
  return loss;
}
