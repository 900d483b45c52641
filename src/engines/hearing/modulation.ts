/** How fast the level goes up and down. */
import { FRAMES, RATE, SHORT_HOP } from "./windows.ts";

const SPEEDS = [
  [1.5, 4],
  [4, 8],
  [8, 16],
  [16, 30],
] as const; // Hz
const SLOWEST = RATE / SHORT_HOP / FRAMES; // Hz: once in a window

/** How many numbers it gives. */
export const MODULATION = 2 + SPEEDS.length;

/** @returns writes how far the levels of a window's frames (decibels) stray, and how much of that is at each speed, from `at` on */
export function modulation(): (level: Float32Array, out: Float32Array, at: number) => void {
  const turn = (k: number): number => (2 * Math.PI * k) / FRAMES;
  const cos = Float64Array.from({ length: FRAMES }, (_, k) => Math.cos(turn(k)));
  const sin = Float64Array.from({ length: FRAMES }, (_, k) => Math.sin(turn(k)));
  return (level, out, at) => {
    let [mean, all, peak] = [0, 0, Number.NEGATIVE_INFINITY];
    for (const value of level) mean += value / FRAMES;
    for (const value of level) {
      all += (value - mean) ** 2 / FRAMES;
      peak = Math.max(peak, value - mean);
    }
    out[at] = Math.sqrt(all) / 10;
    out[at + 1] = peak / 20;
    for (const [i, [from, to]] of SPEEDS.entries()) {
      let energy = 0;
      for (let k = Math.ceil(from / SLOWEST); k * SLOWEST < to; k++) {
        let [re, im, t] = [0, 0, 0];
        for (let f = 0; f < FRAMES; f++) {
          re += (level[f]! - mean) * cos[t]!;
          im += (level[f]! - mean) * sin[t]!;
          t = (t + k) % FRAMES;
        }
        energy += (re * re + im * im) / (FRAMES * FRAMES);
      }
      out[at + 2 + i] = Math.sqrt(energy) / 5;
    }
  };
}
