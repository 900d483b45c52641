/** What arrives over a link of a reader's own, by a radio of the plan. Pure, and the same on the server and on a device. */
import type { Hop } from "./hop.ts";

/** The radio of one of the plan's hops. */
export interface HopRadio {
  /** Names of the masts at both ends. */
  readonly ends: readonly [string, string];
  readonly mhz: number;
  /** dBm sent, with both antennas. */
  readonly power: number;
  /** dBm that the step of modulation needs which the plan counts on there. */
  readonly needs: number;
  /** Mbit/s of that step. */
  readonly mbps: number;
}

/** That of the plan's own hop between two ends, or of another hop of this frequency; undefined where there is none. */
export function radioFor(
  radios: readonly HopRadio[],
  [from, to]: readonly [string, string],
  mhz: number,
): HopRadio | undefined {
  const same = radios.filter((radio) => radio.mhz === mhz);
  const isThere = ({ ends }: HopRadio) => ends.includes(from.trim()) && ends.includes(to.trim());
  return same.find(isThere) ?? same[0];
}

/** dB, isotropic to isotropic: free space, the ground, gases. */
export const lossOver = ({ freeSpace, ground, gases }: Hop): number =>
  freeSpace + ground.p526 + gases;
