/** Samples as they come, and what each second of them sounds like. Nothing of the sound is kept but the last two seconds, in memory. */
import { BANDS, listener, RATE, WINDOW } from "./features.ts";
import type { Detector } from "./network-file.ts";
import { logit } from "./network.ts";

/** Of the two seconds that end here. */
export interface Heard {
  /** Seconds from the first sample to the end of this window. */
  readonly at: number;
  /** How much it sounds like a motor: 0 is as likely as not. */
  readonly logit: number;
  /** The mean power of the window, in decibels below full scale. */
  readonly level: number;
  /** `BANDS` levels of each quarter of a second of its last second, in decibels: too coarse for words. */
  readonly drawing: Float32Array;
}

const HOP = RATE; // a window begins each second
const COLUMNS = 4; // a second, of the drawing

/** @returns takes samples at 8 kHz, in pieces of any length */
export function judging({ networks }: Detector): (samples: Float32Array) => readonly Heard[] {
  const { features, drawing } = listener();
  const held = new Float32Array(WINDOW);
  let filled = 0;
  let taken = 0;
  const window = (): Heard => {
    const input = features(held, 0);
    const sum = networks.reduce((all, network) => all + logit(network, input), 0);
    let power = 0;
    for (const one of held) power += one * one;
    return {
      at: taken / RATE,
      logit: sum / networks.length,
      level: 10 * Math.log10(power / WINDOW + 1e-12),
      drawing: columns(drawing),
    };
  };
  return (samples) => {
    const heard: Heard[] = [];
    for (let at = 0; at < samples.length;) {
      const count = Math.min(WINDOW - filled, samples.length - at);
      held.set(samples.subarray(at, at + count), filled);
      filled += count;
      taken += count;
      at += count;
      if (filled < WINDOW) break;
      heard.push(window());
      held.copyWithin(0, HOP);
      filled = WINDOW - HOP;
    }
    return heard;
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
