/** From sounds whose names say what they are to examples for a network: as they are, and mixed with noise at many levels. */
import { featureReader, FEATURES } from "./features.ts";
import type { Lesson } from "./network.ts";
import type { Chance } from "./random.ts";
import { WINDOW } from "./windows.ts";

/** One recording, at 8 kHz. */
export interface Sound {
  readonly samples: Float32Array;
  readonly isMotor: boolean;
}

const HOP = 4000; // samples from one window to the next
const SILENCE = 1e-8; // mean power below which there is nothing in a window
const MIXED = 8; // examples of each sound with something behind it
const MORE = 6; // times as many of a motor: there are few of them
const QUIET_MOTOR = -8; // dB over what is behind it, at the least
const QUIET_OTHER = -10;
const RANGE = 22; // dB

/** @param noise what may be behind a sound beside the other sounds: rain, wind, water */
export function lessonOf(
  sounds: readonly Sound[],
  noise: readonly Float32Array[],
  chance: Chance,
): Lesson {
  const { features } = featureReader();
  const inputs: Float32Array[] = [];
  const targets: number[] = [];
  const counts: number[] = [];
  const add = (samples: Float32Array, isMotor: boolean, count: number): void => {
    inputs.push(features(samples, 0).slice());
    targets.push(isMotor ? 1 : 0);
    counts.push(count);
  };
  const others = sounds.filter(({ isMotor }) => !isMotor).map(({ samples }) => samples);
  for (const { samples, isMotor } of sounds) {
    const starts = windowsOf(samples);
    for (const at of starts) add(cut(samples, at), isMotor, isMotor ? 3 : 1);
    for (let n = 0; n < MIXED * (isMotor ? MORE : 1); n++) {
      const near = distant(cut(samples, starts[chance.whole(starts.length)]!), chance);
      const behind = noise.length > 0 && chance.next() < 0.5 ? noise : others;
      const far = behind[chance.whole(behind.length)]!;
      const level = (isMotor ? QUIET_MOTOR : QUIET_OTHER) + RANGE * chance.next();
      add(mixed(near, far, chance.whole(far.length), level), isMotor, 1);
    }
  }
  const told = new Float32Array(inputs.length * FEATURES);
  for (const [e, input] of inputs.entries()) told.set(input, e * FEATURES);
  return { inputs: told, targets: Float32Array.from(targets), counts: even(targets, counts) };
}

/** Where something is heard; the first window where nothing is. */
export function windowsOf(samples: Float32Array): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at + WINDOW <= samples.length; at += HOP)
    if (powerOf(samples, at) > SILENCE) starts.push(at);
  return starts.length > 0 ? starts : [0];
}

/** Both sorts count as much in sum. */
function even(targets: readonly number[], counts: readonly number[]): Float32Array {
  const sums = [0, 0];
  for (const [e, target] of targets.entries()) sums[target] = sums[target]! + counts[e]!;
  const half = (sums[0]! + sums[1]!) / 2;
  return Float32Array.from(counts, (count, e) => (count * half) / Math.max(1, sums[targets[e]!]!));
}

const cut = (samples: Float32Array, at: number): Float32Array => {
  const out = new Float32Array(WINDOW);
  out.set(samples.subarray(at, at + WINDOW));
  return out;
};

function powerOf(samples: Float32Array, at = 0): number {
  let sum = 0;
  for (let i = at; i < at + WINDOW && i < samples.length; i++) sum += samples[i]! * samples[i]!;
  return sum / WINDOW;
}

/** Leaves and distance take the high tones first; sometimes it is the low ones that a small microphone does not hear. */
function distant(samples: Float32Array, chance: Chance): Float32Array {
  const kind = chance.next();
  if (kind < 0.4) return samples;
  const held = Math.exp((-2 * Math.PI * (500 + 3000 * chance.next())) / 8000);
  const part = chance.next();
  let low = 0;
  return samples.map((one) => {
    low = (1 - held) * one + held * low;
    return kind < 0.8 ? low * part + one * (1 - part) : one - low * part;
  });
}

/** @param from where in what is behind it begins; it goes round @param level of the sound over it, in decibels */
export function mixed(
  near: Float32Array,
  behind: Float32Array,
  from: number,
  level: number,
): Float32Array {
  const back = Float32Array.from(
    { length: near.length },
    (_, i) => behind[(from + i) % behind.length]!,
  );
  const power = (of: Float32Array): number => of.reduce((sum, one) => sum + one * one, 1e-9);
  const gain = Math.sqrt(power(near) / power(back) / 10 ** (level / 10));
  return near.map((one, i) => one + gain * back[i]!);
}
