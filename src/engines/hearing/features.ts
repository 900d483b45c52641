/**
 * What is heard in two seconds, as numbers that do not know how loud it was: the shape of the spectrum and how it changes
 * (24 mel bands), a comb of steady harmonics (a motor turns), and how fast the level goes up and down.
 */
import { melBands } from "./bands.ts";
import { COMB, comb } from "./comb.ts";
import { hann, transformOf } from "./fft.ts";
import { modulation, MODULATION } from "./modulation.ts";
import {
  BANDS,
  decibels,
  FLOOR,
  FRAMES,
  LONG,
  LONG_FRAMES,
  LONG_HOP,
  SHORT,
  SHORT_HOP,
  STEP,
} from "./windows.ts";

/** How many numbers there are: means and spreads of the bands, of the comb, of the modulation. */
export const FEATURES = 2 * BANDS + COMB + MODULATION;

export interface FeatureReader {
  /**
   * @param samples at 8 kHz, `WINDOW` of them from `at` on
   * @param isNext where this window begins `STEP` after the one of the last call: what both have in common is not looked at again
   * @returns `FEATURES` numbers, in a buffer that the next call writes anew
   */
  readonly features: (samples: Float32Array, at: number, isNext?: boolean) => Float32Array;
  /** Of the last call: the level of each band in each of its frames, in decibels, `BANDS` after `BANDS`. */
  readonly drawing: Float32Array;
}

/** Keeps its buffers: one for each thread that listens. */
export function featureReader(): FeatureReader {
  const short = transformOf(SHORT, hann(SHORT));
  const long = transformOf(LONG, hann(LONG));
  const bands = melBands(SHORT);
  const power = new Float32Array(SHORT / 2 + 1);
  const wide = new Float32Array(LONG / 2 + 1);
  const drawing = new Float32Array(FRAMES * BANDS);
  const level = new Float32Array(FRAMES);
  const turns = comb();
  const swings = modulation();
  const out = new Float32Array(FEATURES);
  const look = (samples: Float32Array, at: number, f: number): void => {
    short.powers(samples, at + f * SHORT_HOP, power);
    let all = FLOOR;
    for (let b = 0; b < BANDS; b++) {
      const { from, weights } = bands[b]!;
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += power[from + k]! * weights[k]!;
      all += sum;
      drawing[f * BANDS + b] = decibels(sum / (SHORT * SHORT) + FLOOR);
    }
    level[f] = decibels(all / (SHORT * SHORT) + FLOOR);
  };
  return {
    drawing,
    features(samples, at, isNext = false) {
      let [first, firstLong] = [0, 0];
      if (isNext) {
        drawing.copyWithin(0, SHARED * BANDS);
        level.copyWithin(0, SHARED);
        turns.shift(SHARED_LONG);
        [first, firstLong] = [FRAMES - SHARED, LONG_FRAMES - SHARED_LONG];
      }
      for (let f = first; f < FRAMES; f++) look(samples, at, f);
      for (let f = firstLong; f < LONG_FRAMES; f++) {
        long.powers(samples, at + f * LONG_HOP, wide);
        turns.set(f, wide);
      }
      shape(drawing, out);
      turns.write(out, 2 * BANDS);
      swings(level, out, 2 * BANDS + COMB);
      return out;
    },
  };
}

const SHARED = STEP / SHORT_HOP; // frames from one window of a stream to the next
const SHARED_LONG = STEP / LONG_HOP;

/** Means without the mean of all of them, and how far each band strays; both in tens of decibels. */
function shape(drawing: Float32Array, out: Float32Array): void {
  let all = 0;
  for (let b = 0; b < BANDS; b++) {
    let sum = 0;
    let squares = 0;
    for (let f = 0; f < FRAMES; f++) {
      const value = drawing[f * BANDS + b]!;
      sum += value;
      squares += value * value;
    }
    const mean = sum / FRAMES;
    out[b] = mean;
    out[BANDS + b] = Math.sqrt(Math.max(0, squares / FRAMES - mean * mean)) / 10;
    all += mean / BANDS;
  }
  for (let b = 0; b < BANDS; b++) out[b] = (out[b]! - all) / 10;
}
