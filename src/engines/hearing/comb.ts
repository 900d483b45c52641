/** A comb of steady harmonics: a motor turns, and all that it does comes again with each turn. */
import { decibels, FLOOR, LONG, LONG_FRAMES, RATE } from "./windows.ts";

const TURNS_FROM = 40; // Hz: 2,400 turns a minute of a motor with one stroke in each
const TURNS_TO = 260;
const TURN_STEP = 1.03; // from one tried pitch to the next
const HARMONICS_TO = 2600; // Hz
const BIN = RATE / LONG;
const COUNT = LONG / 2 + 1;
const AROUND = Math.round(70 / BIN); // bins on each side that say what is usual there

/** How many numbers it gives. */
export const COMB = 6;

interface Pitch {
  readonly hz: number;
  /** Bins of the harmonics, and of the middle between each and the next. */
  readonly teeth: Uint16Array;
  readonly gaps: Uint16Array;
}

export interface Comb {
  /** Forgets the first frames of a window and keeps the last `LONG_FRAMES - count` as its first. */
  readonly shift: (count: number) => void;
  /** @param power of each frequency of this frame of the window */
  readonly set: (frame: number, power: Float32Array) => void;
  /** Of all frames: `COMB` numbers from `at` on. */
  readonly write: (out: Float32Array, at: number) => void;
}

/** Looks for a pitch whose harmonics stand out of what is between them, in each frame and in all of them together. */
export function comb(): Comb {
  const pitches = allPitches();
  const log = new Float32Array(COUNT);
  const whites = new Float32Array(LONG_FRAMES * COUNT);
  const strengths = new Float32Array(LONG_FRAMES);
  const found = new Float32Array(LONG_FRAMES);
  const alike = new Float32Array(LONG_FRAMES); // with the frame before
  const sums = new Float32Array(COUNT);
  return {
    shift(count) {
      whites.copyWithin(0, count * COUNT);
      for (const all of [strengths, found, alike]) all.copyWithin(0, count);
    },
    set(frame, power) {
      for (let k = 0; k < COUNT; k++) log[k] = decibels(power[k]! / (LONG * LONG) + FLOOR / 100);
      const white = whites.subarray(frame * COUNT, (frame + 1) * COUNT);
      whitened(log, white);
      const { strength, hz } = strongest(pitches, white);
      strengths[frame] = strength;
      found[frame] = hz;
      if (frame > 0) alike[frame] = likeness(white, whites.subarray((frame - 1) * COUNT));
    },
    write(out, at) {
      sums.fill(0);
      for (let f = 0; f < LONG_FRAMES; f++)
        for (let k = 0, from = f * COUNT; k < COUNT; k++) sums[k] = sums[k]! + whites[from + k]!;
      for (let k = 0; k < COUNT; k++) sums[k] = sums[k]! / LONG_FRAMES;
      const { strength, hz } = strongest(pitches, sums);
      const middle = found.toSorted()[Math.floor(LONG_FRAMES / 2)]!;
      let [best, near, same, spread] = [0, 0, 0, 0];
      for (let f = 0; f < LONG_FRAMES; f++) {
        best += strengths[f]!;
        if (Math.abs(Math.log(found[f]! / middle)) < 0.12) near++;
        if (f > 0) same += alike[f]!;
      }
      for (let k = 0; k < COUNT; k++) spread += sums[k]! * sums[k]!;
      out[at] = strength / 10;
      out[at + 1] = best / LONG_FRAMES / 10;
      out[at + 2] = near / LONG_FRAMES;
      out[at + 3] = same / (LONG_FRAMES - 1);
      out[at + 4] = Math.log2(hz / 100);
      out[at + 5] = Math.sqrt(spread / COUNT) / 5;
    },
  };
}

function allPitches(): readonly Pitch[] {
  const pitches: Pitch[] = [];
  for (let hz = TURNS_FROM; hz <= TURNS_TO; hz *= TURN_STEP) {
    const harmonics = Math.min(24, Math.floor(HARMONICS_TO / hz));
    const at = (h: number): number => Math.round((h * hz) / BIN);
    pitches.push({
      hz,
      teeth: Uint16Array.from({ length: harmonics }, (_, h) => at(h + 1)),
      gaps: Uint16Array.from({ length: harmonics }, (_, h) => at(h + 1.5)),
    });
  }
  return pitches;
}

function strongest(
  pitches: readonly Pitch[],
  of: Float32Array,
): { readonly strength: number; readonly hz: number } {
  let [top, hz] = [Number.NEGATIVE_INFINITY, TURNS_FROM];
  for (const pitch of pitches) {
    const strength = strengthAt(pitch, of);
    if (strength > top) [top, hz] = [strength, pitch.hz];
  }
  return { strength: top, hz };
}

function strengthAt({ teeth, gaps }: Pitch, of: Float32Array): number {
  let strength = 0;
  for (let h = 0; h < teeth.length; h++) {
    const t = teeth[h]!;
    strength += Math.max(of[t - 1]!, of[t]!, of[t + 1]!) - of[gaps[h]!]!;
  }
  return strength / teeth.length;
}

function likeness(a: Float32Array, b: Float32Array): number {
  let [dot, own, before] = [0, 0, 0];
  for (let k = 0; k < COUNT; k++) {
    dot += a[k]! * b[k]!;
    own += a[k]! * a[k]!;
    before += b[k]! * b[k]!;
  }
  return dot / Math.sqrt(own * before + 1e-9);
}

/** Without what is usual around each bin: the mean of its neighbours. */
function whitened(from: Float32Array, to: Float32Array): void {
  let sum = 0;
  let held = 0;
  for (let k = 0; k < AROUND; k++, held++) sum += from[k]!;
  for (let k = 0; k < COUNT; k++) {
    if (k + AROUND < COUNT) {
      sum += from[k + AROUND]!;
      held++;
    }
    if (k - AROUND - 1 >= 0) {
      sum -= from[k - AROUND - 1]!;
      held--;
    }
    to[k] = from[k]! - sum / held;
  }
}
