/** One who listens: samples as they come, a score for each second, and one alarm for as long as a motor lasts. Pure, also in a browser. */
import { alarms, RULE, type Rule, type Turn } from "./alarm.ts";
import { judging, type Heard } from "./judge.ts";
import type { Detector } from "./network-file.ts";
import { resampler } from "./resample.ts";
import { RATE } from "./windows.ts";

export interface Second extends Heard {
  /** How likely a motor is by this second, from 0 to 1. */
  readonly score: number;
  /** Whether it reaches the threshold. */
  readonly isMotor: boolean;
  /** What it does to an alarm; nothing while there is none. */
  readonly turn?: Turn;
  /** The alarm that begins, lasts or ends here. */
  readonly alarm?: Alarm;
}

export interface Alarm {
  /** Seconds from the first sample: the begin of the first second that sounded like a motor, and the end of the last. */
  readonly from: number;
  readonly to: number;
  /** The highest score of its seconds. */
  readonly score: number;
}

export interface Listener {
  /** @param samples of one channel, from −1 to 1, in pieces of any length @returns the seconds that they complete */
  readonly push: (samples: Float32Array) => readonly Second[];
}

export interface Ears {
  readonly detector: Detector;
  /** Samples a second of what is pushed; 8 kHz unless it is said. */
  readonly rate?: number;
  /** The logit from which a second sounds like a motor, where the place has one of its own. */
  readonly threshold?: number;
  readonly rule?: Omit<Rule, "threshold">;
}

/** @throws where the rate is none */
export function openListener({
  detector,
  rate = RATE,
  threshold = detector.threshold,
  rule = RULE,
}: Ears): Listener {
  const { push } = resampler(rate, RATE);
  const judge = judging(detector);
  const next = alarms({ ...rule, threshold });
  const motors: number[] = []; // the last seconds that sounded like one
  let alarm: Alarm | undefined;
  const told = (heard: Heard): Second => {
    const score = scoreOf(heard.logit);
    const isMotor = heard.logit >= threshold;
    if (isMotor) motors.push(heard.at);
    while (motors.length > 0 && motors[0]! <= heard.at - rule.of) motors.shift();
    const turn = next(heard.logit);
    if (turn === "begins") alarm = { from: motors[0]! - 1, to: heard.at, score };
    else if (alarm && turn === "lasts")
      alarm = {
        ...alarm,
        ...(isMotor && { to: heard.at }),
        score: Math.max(alarm.score, score),
      };
    return { ...heard, score, isMotor, ...(turn && alarm && { turn, alarm }) };
  };
  return { push: (samples) => judge(push(samples)).map(told) };
}

/** @param logit 0 is as likely as not @returns how likely that is, from 0 to 1 */
export const scoreOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** The other way round: of a threshold that somebody set as a score. */
export const logitOf = (score: number): number => Math.log(score / (1 - score));
