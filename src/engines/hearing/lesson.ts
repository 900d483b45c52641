/** From sounds whose names say what they are to examples for a network: as they are, and mixed with noise at many levels. */
import { featureReader, FEATURES } from "./features.ts";
import type { Lesson } from "./network.ts";
import type { Chance } from "./random.ts";
import { synthetic } from "./synthetic.ts";
import { RATE, STEP, WINDOW } from "./windows.ts";

/** The fold of what is in every lesson. */
export const EVERY = "";

/** One recording, at 8 kHz. */
export interface Sound {
  readonly samples: Float32Array;
  readonly isMotor: boolean;
  /** Recordings of the same thing are in one: what is judged was not trained on. */
  readonly fold: string;
}

/** Each of one fold alone, so that all lessons are made of the same ones. */
export interface Examples {
  /** Features, one example after the other. */
  readonly inputs: readonly Float32Array[];
  readonly isMotor: readonly boolean[];
  readonly folds: readonly string[];
  /** How much each counts. */
  readonly counts: readonly number[];
}

const SILENCE = 1e-8; // mean power below which there is nothing in a window
const MIXED = 16; // examples of each sound with something behind it
const MORE = 6; // times as many of a motor: there are few of them
const AS_RECORDED = 3; // times as much counts a motor with nothing behind it
const QUIET_MOTOR = -4; // dB over what is behind it, at the least
const QUIET_OTHER = -10;
const RANGE_MOTOR = 18; // dB
const RANGE_OTHER = 20;
const NOISE = 0.5; // of what is behind a sound, the part that is noise
const MADE = 0.15; // and the part that is synthetic; the others of its fold are the rest
const MADE_KINDS = ["insects", "idling"] as const; // few forests of the recordings have them
const MADE_EACH = 6;
const MADE_LENGTH = 8 * RATE;

/** @param noise what may be behind any sound: rain, wind, water */
export function examplesOf(
  sounds: readonly Sound[],
  noise: readonly Float32Array[],
  chance: Chance,
): Examples {
  const { features } = featureReader();
  const made = {
    inputs: [] as Float32Array[],
    isMotor: [] as boolean[],
    folds: [] as string[],
    counts: [] as number[],
  };
  const add = (of: Omit<Sound, "samples">, window: Float32Array, count: number): void => {
    made.inputs.push(features(window, 0).slice());
    made.isMotor.push(of.isMotor);
    made.folds.push(of.fold);
    made.counts.push(count);
  };
  const synthetics = MADE_KINDS.flatMap((kind) =>
    Array.from({ length: MADE_EACH }, () => synthetic(kind, MADE_LENGTH, chance)),
  );
  for (const sound of sounds) {
    const { samples, isMotor, fold } = sound;
    const others = sounds.filter((one) => !one.isMotor && one.fold === fold);
    const starts = windowsOf(samples);
    for (const at of starts) add(sound, cut(samples, at), isMotor ? AS_RECORDED : 1);
    for (let n = 0; n < MIXED * (isMotor ? MORE : 1); n++) {
      const near = distant(cut(samples, starts[chance.whole(starts.length)]!), chance);
      const kind = chance.next();
      const some =
        kind < NOISE && noise.length > 0
          ? noise
          : kind < NOISE + MADE || others.length === 0
            ? synthetics
            : others.map((one) => one.samples);
      const far = some[chance.whole(some.length)]!;
      const level = isMotor
        ? QUIET_MOTOR + RANGE_MOTOR * chance.next()
        : QUIET_OTHER + RANGE_OTHER * chance.next();
      add(sound, mixed(near, far, chance.whole(far.length), level), 1);
    }
  }
  for (const samples of synthetics)
    for (let at = 0; at + WINDOW <= samples.length; at += WINDOW)
      add({ isMotor: false, fold: EVERY }, cut(samples, at), 1);
  return made;
}

/** Those of some folds; motors count as much as all else, in sum. */
export function lessonOf(
  { inputs, isMotor, folds, counts }: Examples,
  isTold: (fold: string) => boolean,
): Lesson {
  const told = [...inputs.keys()].filter((e) => folds[e] === EVERY || isTold(folds[e]!));
  const all = new Float32Array(told.length * FEATURES);
  const sums = { motors: 0, others: 0 };
  for (const [n, e] of told.entries()) {
    all.set(inputs[e]!, n * FEATURES);
    sums[isMotor[e]! ? "motors" : "others"] += counts[e]!;
  }
  const half = (sums.motors + sums.others) / 2;
  return {
    inputs: all,
    targets: Float32Array.from(told, (e) => (isMotor[e]! ? 1 : 0)),
    counts: Float32Array.from(
      told,
      (e) => (counts[e]! * half) / (isMotor[e]! ? sums.motors : sums.others),
    ),
  };
}

/** Where something is heard; the first window where nothing is. */
export function windowsOf(samples: Float32Array): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at + WINDOW <= samples.length; at += STEP)
    if (powerOf(samples, at) > SILENCE) starts.push(at);
  return starts.length > 0 ? starts : [0];
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

/** Without the silence that some recordings are filled up with at their end. */
export function sounding(samples: Float32Array): Float32Array {
  let end = samples.length;
  for (; end > PIECE; end -= PIECE) {
    let sum = 0;
    for (let i = end - PIECE; i < end; i++) sum += samples[i]! * samples[i]!;
    if (sum / PIECE >= SILENCE) break;
  }
  return samples.subarray(0, end);
}

const PIECE = STEP / 2;
