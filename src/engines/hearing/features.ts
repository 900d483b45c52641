/**
 * What is heard in two seconds, as numbers that do not know how loud it was: the shape of the spectrum and how it changes
 * (24 mel bands), a comb of steady harmonics (a motor turns), and how fast the level goes up and down.
 */
import { hann, transformOf } from "./fft.ts";

export const RATE = 8000; // samples a second
export const WINDOW = 2 * RATE; // samples that are judged together
export const BANDS = 24;
const SHORT = 256; // samples of a frame of the bands: 32 ms
const HOP = 128;
const LONG = 2048; // of a frame of the comb: 256 ms, 3.9 Hz a bin
const LONG_HOP = 1024;
const LOWEST = 60; // Hz, of the bands
const HIGHEST = 3900;
const TURNS_FROM = 40; // Hz: 2,400 turns a minute of a motor with one stroke in each
const TURNS_TO = 260;
const TURN_STEP = 1.03; // from one tried pitch to the next
const HARMONICS_TO = 2600; // Hz
const FLOOR = 1e-9; // of full scale, as power: what a recorder's own noise is at the least
const MODULATIONS = [
  [1.5, 4],
  [4, 8],
  [8, 16],
  [16, 30],
] as const; // Hz

const FRAMES = Math.floor((WINDOW - SHORT) / HOP) + 1;
const LONG_FRAMES = Math.floor((WINDOW - LONG) / LONG_HOP) + 1;

/** How many numbers there are: means and spreads of the bands, of the comb, of the modulation. */
export const FEATURES = 2 * BANDS + 6 + MODULATIONS.length + 2;

export interface Listener {
  /** @param samples at 8 kHz, `WINDOW` of them from `at` on @returns `FEATURES` numbers, in a buffer that the next call writes anew */
  readonly features: (samples: Float32Array, at: number) => Float32Array;
  /** Of the last call: the level of each band in each of its frames, in decibels, `BANDS` after `BANDS`. */
  readonly drawing: Float32Array;
}

/** Keeps its buffers: one for each thread that listens. */
export function listener(): Listener {
  const short = transformOf(SHORT, hann(SHORT));
  const long = transformOf(LONG, hann(LONG));
  const bands = melBands(SHORT);
  const power = new Float32Array(SHORT / 2 + 1);
  const wide = new Float32Array(LONG / 2 + 1);
  const drawing = new Float32Array(FRAMES * BANDS);
  const level = new Float32Array(FRAMES);
  const combs = combOf(LONG);
  const out = new Float32Array(FEATURES);
  return {
    drawing,
    features(samples, at) {
      for (let f = 0; f < FRAMES; f++) {
        short.powers(samples, at + f * HOP, power);
        let all = FLOOR;
        for (let b = 0; b < BANDS; b++) {
          const { from, weights } = bands[b]!;
          let sum = 0;
          for (let k = 0; k < weights.length; k++) sum += power[from + k]! * weights[k]!;
          all += sum;
          drawing[f * BANDS + b] = decibels(sum / (SHORT * SHORT) + FLOOR);
        }
        level[f] = decibels(all / (SHORT * SHORT) + FLOOR);
      }
      shape(drawing, out);
      combs.begin();
      for (let f = 0; f < LONG_FRAMES; f++) {
        long.powers(samples, at + f * LONG_HOP, wide);
        combs.add(wide);
      }
      out.set(combs.end(), 2 * BANDS);
      out.set(modulation(level), 2 * BANDS + 6);
      return out;
    },
  };
}

const decibels = (power: number): number => 10 * Math.log10(power);

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

interface Band {
  /** The first bin that counts. */
  readonly from: number;
  readonly weights: Float32Array;
}

/** Triangles, as wide as they overlap, even on the scale of Stevens, Volkmann and Newman (1937) as O'Shaughnessy (1987) writes it. */
function melBands(size: number): readonly Band[] {
  const mel = (hz: number): number => 2595 * Math.log10(1 + hz / 700);
  const hertz = (m: number): number => 700 * (10 ** (m / 2595) - 1);
  const [low, high] = [mel(LOWEST), mel(HIGHEST)];
  const edges = Array.from({ length: BANDS + 2 }, (_, i) =>
    hertz(low + ((high - low) * i) / (BANDS + 1)),
  );
  const bin = RATE / size;
  return Array.from({ length: BANDS }, (_, b) => {
    const [left, middle, right] = [edges[b]!, edges[b + 1]!, edges[b + 2]!];
    // Low triangles are narrower than a bin: what lies half a bin beside them counts, too.
    const [l, r] = [Math.min(left, middle - bin), Math.max(right, middle + bin)];
    const from = Math.ceil(l / bin);
    const to = Math.min(size / 2, Math.floor(r / bin));
    const weights = Float32Array.from({ length: to - from + 1 }, (__, k) => {
      const hz = (from + k) * bin;
      return Math.max(0, hz <= middle ? (hz - l) / (middle - l) : (r - hz) / (r - middle));
    });
    const sum = weights.reduce((all, one) => all + one, 0);
    return { from, weights: weights.map((one) => one / sum) };
  });
}

/** Looks for a pitch whose harmonics stand out of what is between them, in each frame and in all of them together. */
function combOf(size: number) {
  const bin = RATE / size;
  const count = size / 2 + 1;
  const around = Math.round(70 / bin); // bins on each side that say what is usual there
  const pitches: {
    readonly hz: number;
    readonly teeth: Uint16Array;
    readonly gaps: Uint16Array;
  }[] = [];
  for (let hz = TURNS_FROM; hz <= TURNS_TO; hz *= TURN_STEP) {
    const harmonics = Math.min(24, Math.floor(HARMONICS_TO / hz));
    const at = (h: number): number => Math.round((h * hz) / bin);
    pitches.push({
      hz,
      teeth: Uint16Array.from({ length: harmonics }, (_, h) => at(h + 1)),
      gaps: Uint16Array.from({ length: harmonics }, (_, h) => at(h + 1.5)),
    });
  }
  const log = new Float32Array(count);
  const white = new Float32Array(count);
  const sums = new Float32Array(count);
  const prior = new Float32Array(count);
  let frames = 0;
  let best = 0;
  let alike = 0;
  const found: number[] = [];
  const strengthAt = (pitch: (typeof pitches)[number], of: Float32Array): number => {
    let strength = 0;
    for (let h = 0; h < pitch.teeth.length; h++) {
      const t = pitch.teeth[h]!;
      const peak = Math.max(of[t - 1]!, of[t]!, of[t + 1]!);
      strength += peak - of[pitch.gaps[h]!]!;
    }
    return strength / pitch.teeth.length;
  };
  const strongest = (of: Float32Array): { readonly strength: number; readonly hz: number } => {
    let top = { strength: Number.NEGATIVE_INFINITY, hz: TURNS_FROM };
    for (const pitch of pitches) {
      const strength = strengthAt(pitch, of);
      if (strength > top.strength) top = { strength, hz: pitch.hz };
    }
    return top;
  };
  return {
    begin(): void {
      sums.fill(0);
      prior.fill(0);
      frames = 0;
      best = 0;
      alike = 0;
      found.length = 0;
    },
    add(power: Float32Array): void {
      for (let k = 0; k < count; k++) log[k] = decibels(power[k]! / (size * size) + FLOOR / 100);
      whitened(log, around, white);
      const { strength, hz } = strongest(white);
      best += strength;
      found.push(hz);
      let dot = 0;
      let own = 0;
      let before = 0;
      for (let k = 0; k < count; k++) {
        const value = white[k]!;
        dot += value * prior[k]!;
        own += value * value;
        before += prior[k]! * prior[k]!;
        sums[k] = sums[k]! + value;
        prior[k] = value;
      }
      if (frames > 0) alike += dot / Math.sqrt(own * before + 1e-9);
      frames++;
    },
    end(): Float32Array {
      for (let k = 0; k < count; k++) sums[k] = sums[k]! / frames;
      const { strength, hz } = strongest(sums);
      const middle = found.toSorted((a, b) => a - b)[Math.floor(frames / 2)]!;
      const near = found.filter((one) => Math.abs(Math.log(one / middle)) < 0.12).length;
      let spread = 0;
      for (let k = 0; k < count; k++) spread += sums[k]! * sums[k]!;
      return Float32Array.of(
        strength / 10,
        best / frames / 10,
        near / frames,
        alike / Math.max(1, frames - 1),
        Math.log2(hz / 100),
        Math.sqrt(spread / count) / 5,
      );
    },
  };
}

/** Without what is usual around each bin: the mean of its neighbours. */
function whitened(from: Float32Array, around: number, to: Float32Array): void {
  const count = from.length;
  let sum = 0;
  let held = 0;
  for (let k = 0; k < Math.min(around, count); k++, held++) sum += from[k]!;
  for (let k = 0; k < count; k++) {
    if (k + around < count) {
      sum += from[k + around]!;
      held++;
    }
    if (k - around - 1 >= 0) {
      sum -= from[k - around - 1]!;
      held--;
    }
    to[k] = from[k]! - sum / held;
  }
}

/** How far the level strays, and how much of that is at each speed. */
function modulation(level: Float32Array): Float32Array {
  const out = new Float32Array(MODULATIONS.length + 2);
  let mean = 0;
  for (const value of level) mean += value / FRAMES;
  let all = 0;
  for (const value of level) all += (value - mean) ** 2 / FRAMES;
  let peak = Number.NEGATIVE_INFINITY;
  for (const value of level) peak = Math.max(peak, value - mean);
  out[0] = Math.sqrt(all) / 10;
  out[1] = peak / 20;
  const speed = RATE / HOP / FRAMES; // Hz a step
  for (const [i, [from, to]] of MODULATIONS.entries()) {
    let energy = 0;
    for (let k = Math.ceil(from / speed); k * speed < to; k++) {
      let re = 0;
      let im = 0;
      for (let f = 0; f < FRAMES; f++) {
        const turn = (2 * Math.PI * k * f) / FRAMES;
        re += (level[f]! - mean) * Math.cos(turn);
        im += (level[f]! - mean) * Math.sin(turn);
      }
      energy += (re * re + im * im) / (FRAMES * FRAMES);
    }
    out[2 + i] = Math.sqrt(energy) / 5;
  }
  return out;
}
