/** What every sweep by delta-Bullington asks of a wave and of one node. */
import { ITM_DEFAULTS } from "../../propagation/itm/options.ts";
import { freeSpaceLoss } from "../../propagation/free-space.ts";
import type { DiffractionOptions } from "../../propagation/p526/path.ts";
import { EARTH_RADIUS } from "../../terrain/great-circle.ts";
import type { Job } from "../job.ts";

/**
 * Vertical polarisation over the ground that ITM takes by default; an Earth of k = 4/3.
 * @throws RangeError at a frequency of 0
 */
export function waveOf({ model }: Job): DiffractionOptions {
  if (model.kind !== "bullington")
    throw new Error(`Expected a job for delta-Bullington, got one for ${model.kind}.`);
  if (!(model.frequency > 0 && model.frequency < Number.POSITIVE_INFINITY))
    throw new RangeError(`Expected a frequency over 0 MHz, got ${model.frequency}.`);
  return {
    frequency: model.frequency,
    polarisation: ITM_DEFAULTS.polarisation,
    permittivity: ITM_DEFAULTS.permittivity,
    conductivity: ITM_DEFAULTS.conductivity,
    radius: (4 / 3) * EARTH_RADIUS,
  };
}

/** dB at the mast's own node, where there is no profile: that of free space over the way up, or over the last metre. */
export const lossAtSite = ({ mast, receiver }: Job, frequency: number): number =>
  freeSpaceLoss(Math.max(1, Math.abs(mast - receiver)) / 1000, frequency);
