/** When a reckoned link is to be doubted: too little of the Fresnel zone is free, or two models say different things. */
import type { LinkReport } from "./link.ts";

/** Of the first Fresnel zone's radius: what a planned link keeps free (ITU-R P.530-18, 2.2.2). */
export const ROOM = 0.6;
/** dB: models that lie further apart are both said. */
const APART = 10;

/** What the ground adds to free space, dB. */
export interface GroundLosses {
  /** By delta-Bullington (ITU-R P.526-15, 4.5.2). */
  readonly p526: number;
  /** By the Irregular Terrain Model, of half the time, places and situations; undefined where it refuses the path. */
  readonly itm?: number;
}

export const groundLosses = ({
  freeSpace,
  diffraction,
  itm,
}: Pick<LinkReport, "freeSpace" | "diffraction" | "itm">): GroundLosses => ({
  p526: diffraction.loss,
  ...(typeof itm !== "string" && { itm: itm.loss - freeSpace }),
});

/** Whether the two say such different things of the same ground that both must be told. */
export const areApart = ({ p526, itm }: GroundLosses): boolean =>
  itm !== undefined && Math.abs(p526 - itm) > APART;
