/** Samples as they come, and what each second of them sounds like. Nothing of the sound is kept but the last two seconds, in memory. */
import { featureReader } from "./features.ts";
import type { Detector } from "./network-file.ts";
import { logit } from "./network.ts";
import { BANDS, RATE, STEP, WINDOW } from "./windows.ts";

/** Of one second, and of what was before it: the first is that from 1 s to 2 s. */
export interface Heard {
  /** Seconds from the first sample to the end of this one. */
  readonly at: number;
  /** How much it sounds like a motor, the mean of all networks and of the windows of two seconds that end in it: 0 is as likely as not. */
  readonly logit: number;
  /** The mean power of the second, in decibels below full scale. */
  readonly level: number;
  /** Which part of its samples was at the rails, from 0 to 1. */
  readonly clipped: number;
  /** `BANDS` levels of each of its quarters, in decibels: too coarse for words. */
  readonly drawing: Float32Array;
}

export const COLUMNS = 4; // a second, of the drawing
const RAILS = 0.999; // of full scale

/** @returns takes samples at 8 kHz, in pieces of any length; what is no number is silence */
export function judging({ networks }: Detector): (samples: Float32Array) => readonly Heard[] {
  const { features, drawing } = featureReader();
  const held = new Float32Array(WINDOW);
  let filled = 0;
  let taken = 0;
  let isNext = false;
  let half: number | undefined; // what the window before this one sounded like
  const judged = (): number => {
    const input = features(held, 0, isNext);
    isNext = true;
    let sum = 0;
    for (const network of networks) sum += logit(network, input);
    return sum / networks.length;
  };
  const window = (): Heard | undefined => {
    const now = judged();
    const isSecond = taken % RATE === 0;
    const before = half;
    half = now;
    if (!isSecond) return undefined;
    return {
      at: taken / RATE,
      logit: before === undefined ? now : (before + now) / 2,
      ...loudness(held.subarray(WINDOW - RATE)),
      drawing: columns(drawing),
    };
  };
  return (samples) => {
    const heard: Heard[] = [];
    for (let at = 0; at < samples.length;) {
      const count = Math.min(WINDOW - filled, samples.length - at);
      for (let i = 0; i < count; i++) {
        const one = samples[at + i]!;
        held[filled + i] = one - one === 0 ? one : 0; // of what is endless, no number
      }
      filled += count;
      taken += count;
      at += count;
      if (filled < WINDOW) break;
      const one = window();
      if (one) heard.push(one);
      held.copyWithin(0, STEP);
      filled = WINDOW - STEP;
    }
    return heard;
  };
}

function loudness(samples: Float32Array): Pick<Heard, "level" | "clipped"> {
  let [power, clipped] = [0, 0];
  for (const one of samples) {
    power += one * one;
    if (one >= RAILS || one <= -RAILS) clipped++;
  }
  return {
    level: 10 * Math.log10(power / samples.length + 1e-12),
    clipped: clipped / samples.length,
  };
}

/** The frames of the last second, in four columns. */
function columns(drawing: Float32Array): Float32Array {
  const frames = drawing.length / BANDS;
  const half = Math.floor(frames / 2);
  const wide = Math.floor(half / COLUMNS);
  const out = new Float32Array(COLUMNS * BANDS);
  for (let c = 0; c < COLUMNS; c++)
    for (let b = 0; b < BANDS; b++) {
      let sum = 0;
      for (let f = 0; f < wide; f++) sum += drawing[(half + c * wide + f) * BANDS + b]!;
      out[c * BANDS + b] = sum / wide;
    }
  return out;
}
