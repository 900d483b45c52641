/**
 * A second lesson (hard negatives, after Sung and Poggio 1998): of many synthetic minutes in which there is no motor, a network is told
 * those windows again that it took for one. Few of them are near a motor at all, so that telling it all of them would teach it little.
 */
import { featureReader } from "./features.ts";
import { EVERY, type Examples } from "./lesson.ts";
import { logit, type Network } from "./network.ts";
import type { Chance } from "./random.ts";
import { loudness, scene } from "./synthetic.ts";
import { RATE, STEP, WINDOW } from "./windows.ts";

/** The features of windows: of one scene, or those that were mistaken. */
export type Windows = readonly Float32Array[];

const MINUTE = 60; // seconds
const MOST = 1500; // windows of a lesson
const OF_A_MINUTE = 20; // of them, so that no scene is most of a lesson

/** @param count of scenes of a minute, each of sounds of its own */
export const syntheticMinutes = (count: number, chance: Chance): readonly Windows[] =>
  Array.from({ length: count }, () => {
    const sound = scene(MINUTE, chance);
    const gain = loudness(chance);
    const { features } = featureReader();
    const heard = sound.map((one) => one * gain);
    const windows: Float32Array[] = [];
    for (let at = 0; at + WINDOW <= MINUTE * RATE; at += STEP)
      windows.push(features(heard, at, at > 0).slice());
    return windows;
  });

/** @returns the windows that sound most like a motor to all of these networks together */
export function mistakesOf(networks: readonly Network[], minutes: readonly Windows[]): Windows {
  const heard = minutes.map((windows) =>
    windows
      .map((window) => ({ window, says: networks.reduce((sum, n) => sum + logit(n, window), 0) }))
      .toSorted((a, b) => b.says - a.says)
      .slice(0, OF_A_MINUTE),
  );
  return heard
    .flat()
    .toSorted((a, b) => b.says - a.says)
    .slice(0, MOST)
    .map(({ window }) => window);
}

/** With what was mistaken, which is in every fold’s lesson. */
export const withMistakes = (examples: Examples, mistakes: Windows): Examples => ({
  inputs: [...examples.inputs, ...mistakes],
  isMotor: [...examples.isMotor, ...mistakes.map(() => false)],
  folds: [...examples.folds, ...mistakes.map(() => EVERY)],
  counts: [...examples.counts, ...mistakes.map(() => 1)],
});
