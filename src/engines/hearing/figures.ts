/** How often a detector is right, in numbers that say on how much they rest. */
import { featureReader } from "./features.ts";
import { hann, transformOf } from "./fft.ts";
import { sounding, windowsOf } from "./lesson.ts";
import type { Detector } from "./network-file.ts";
import { logit } from "./network.ts";
import { HIGHEST, LONG, LONG_HOP, LOWEST, RATE } from "./windows.ts";

/** A recording of a few seconds, and how much it sounds like a motor. */
export interface Judged {
  readonly isMotor: boolean;
  readonly logit: number;
}

/** The mean of the windows in which something is heard, half a second apart. */
export function meanLogit({ networks }: Detector, samples: Float32Array): number {
  const { features } = featureReader();
  const starts = windowsOf(samples);
  let sum = 0;
  for (const at of starts) {
    const input = features(samples, at);
    for (const network of networks) sum += logit(network, input);
  }
  return sum / networks.length / starts.length;
}

/**
 * How often a motor scores higher than another sound, of all pairs (the area under the curve of true over false alarms), and which
 * others score as high as the motor that is the last of nine in ten.
 */
export function rankedOf<One extends Judged>(
  all: readonly One[],
): { readonly auc: number; readonly taken: readonly One[] } {
  const ranked = all.toSorted((a, b) => b.logit - a.logit);
  const motors = ranked.filter(({ isMotor }) => isMotor);
  const others = ranked.filter(({ isMotor }) => !isMotor);
  let pairs = 0;
  for (const motor of motors)
    for (const other of others)
      pairs += motor.logit > other.logit ? 1 : motor.logit === other.logit ? 0.5 : 0;
  const last = motors[Math.ceil(0.9 * motors.length) - 1]!;
  return {
    auc: pairs / motors.length / others.length,
    taken: others.filter((other) => other.logit >= last.logit),
  };
}

const EVENT = 20 * RATE;

/** A recording again and again, without the silence at its end, for 20 s. @param from where in it that begins */
export function lasting(samples: Float32Array, from = 0, count = EVENT): Float32Array {
  const heard = sounding(samples);
  return Float32Array.from({ length: count }, (_, i) => heard[(from + i) % heard.length]!);
}

/** @param level of the motor over what is behind it: the ratio of their mean powers from 60 to 3,900 Hz over all of it, in decibels */
export function event(motor: Float32Array, behind: Float32Array, level: number): Float32Array {
  const gain = Math.sqrt((bandPower(behind) / bandPower(motor)) * 10 ** (level / 10));
  return motor.map((one, i) => gain * one + behind[i]!);
}

/** The mean power from 60 to 3,900 Hz, in a measure of its own. */
export function bandPower(samples: Float32Array): number {
  const { powers } = transformOf(LONG, hann(LONG));
  const power = new Float32Array(LONG / 2 + 1);
  const bin = RATE / LONG;
  let [sum, frames] = [0, 0];
  for (let at = 0; at + LONG <= samples.length; at += LONG_HOP, frames++) {
    powers(samples, at, power);
    for (let k = Math.ceil(LOWEST / bin); k * bin <= HIGHEST; k++) sum += power[k]!;
  }
  return sum / frames;
}

/**
 * So few an hour, at the most, with 19 to 1: the exact bound of Poisson's law (Garwood 1936), from one side.
 * @param count of what happened in `hours`
 */
export function mostAnHour(count: number, hours: number): number {
  let [low, high] = [0, 10 * (count + 3)];
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    let [sum, term] = [0, Math.exp(-middle)];
    for (let k = 0; k <= count; k++, term *= middle / k) sum += term;
    if (sum > 0.05) low = middle;
    else high = middle;
  }
  return low / hours;
}
