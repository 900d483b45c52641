/**
 * How right the alarms were: pure, for the table of the desk and for what is said in public a month later. Rules LW20 and LW21.
 *
 * A motor that ran makes an alarm right, whoever it belonged to: a saw, another engine, our own people. Where somebody went and
 * found nothing it was wrong, though whoever cut may have left. What nobody went to see, or nobody has answered, is unknown.
 */
import type { Alarm } from "./private/forms.ts";

/** What of an alarm counts here. */
export type Judged = Pick<
  Alarm,
  "sensor" | "kind" | "detector" | "at" | "mute" | "taken" | "outcome" | "outcome_at"
>;
type Verdict = "right" | "wrong" | "unknown";

export interface Counts {
  readonly alarms: number;
  readonly right: number;
  readonly wrong: number;
  readonly unknown: number;
}
export interface OfDetector extends Counts {
  readonly detector: string;
}
/** A share with the bounds between which it lies in 95 of 100 such cases; each from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
export interface Rightness {
  /** By detector and its version, in the order of their names. Muted alarms are none of these. */
  readonly detectors: readonly OfDetector[];
  /** Alarms of motors that fell into hours of planned felling. */
  readonly muted: number;
  /** The middle of the minutes until somebody went or said what it was; absent where nobody did. */
  readonly minutes?: number;
  /** Times in which a sensor was silent, deaf or of a wrong clock. */
  readonly silences: number;
}
/** A line of the desk's table: one sensor by one version of a detector. */
export interface SensorLine extends OfDetector {
  readonly sensor: string;
  /** Of those that are right or wrong; absent where nobody found out. */
  readonly precision?: Share;
  readonly minutes?: number;
  readonly silences: number;
}

const Z = 1.959_963_984_540_054; // of a normal distribution 95 % lies within so many deviations

export const verdictOf = ({ outcome }: Pick<Alarm, "outcome">): Verdict => {
  if (outcome === null || outcome === "could-not-go") return "unknown";
  return outcome === "nothing" ? "wrong" : "right";
};

/**
 * The score interval: it says something honest of few cases, too, where the usual one is as narrow as if nothing could go wrong.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
 * Association 22 (1927), 209–212. @returns undefined of no cases at all
 */
export function wilson(right: number, of: number): Share | undefined {
  if (of === 0) return undefined;
  const share = right / of;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  const whole = 1 + z2 / of;
  return {
    share,
    low: Math.max(0, (middle - half) / whole),
    high: Math.min(1, (middle + half) / whole),
  };
}

/** Of all these alarms together, as it is said of the sensors of a place. */
export function rightness(alarms: readonly Judged[]): Rightness {
  const motors = alarms.filter(({ kind }) => kind === "motor");
  const told = motors.filter(({ mute }) => mute === null);
  const minutes = minutesOf(told);
  return {
    detectors: detectorsOf(told),
    muted: motors.length - told.length,
    ...(minutes !== undefined && { minutes }),
    silences: silencesOf(alarms),
  };
}

/** A line for each sensor and version of a detector of which there was an alarm; silences stand in the first of a sensor. */
export function linesOf(alarms: readonly Judged[]): readonly SensorLine[] {
  const bySensor = Map.groupBy(alarms, ({ sensor }) => sensor);
  return [...bySensor].flatMap(([sensor, own]) => {
    const told = own.filter(({ kind, mute }) => kind === "motor" && mute === null);
    const none = { detector: "", ...countsOf([]) };
    const detectors = told.length === 0 ? [none] : detectorsOf(told);
    return detectors.map((one, i) => {
      const precision = wilson(one.right, one.right + one.wrong);
      const minutes = minutesOf(told.filter(({ detector }) => detector === one.detector));
      return {
        sensor,
        ...one,
        ...(precision && { precision }),
        ...(minutes !== undefined && { minutes }),
        silences: i === 0 ? silencesOf(own) : 0,
      };
    });
  });
}

function detectorsOf(motors: readonly Judged[]): OfDetector[] {
  const by = Map.groupBy(motors, ({ detector }) => detector);
  return [...by]
    .map(([detector, own]) => ({ detector, ...countsOf(own) }))
    .toSorted((a, b) => (a.detector < b.detector ? -1 : 1));
}

export function countsOf(motors: readonly Pick<Alarm, "outcome">[]): Counts {
  const verdicts = motors.map(verdictOf);
  const count = (what: Verdict) => verdicts.filter((one) => one === what).length;
  return {
    alarms: motors.length,
    right: count("right"),
    wrong: count("wrong"),
    unknown: count("unknown"),
  };
}

/** A battery that will not last is no silence yet. */
const silencesOf = (alarms: readonly Judged[]): number =>
  alarms.filter(({ kind }) => kind === "silent" || kind === "deaf" || kind === "clock").length;

/** The middle one, with one digit after the point. A clock that was set back makes no time less than none. */
function minutesOf(alarms: readonly Judged[]): number | undefined {
  const waited = alarms
    .flatMap(({ at, taken, outcome_at }) => {
      const times = [taken, outcome_at].filter((one) => one !== null);
      return times.length === 0 ? [] : [Math.max(0, Math.min(...times) - at) / 60_000];
    })
    .toSorted((a, b) => a - b);
  if (waited.length === 0) return undefined;
  const half = waited.length / 2;
  const middle = (waited[Math.ceil(half) - 1]! + waited[Math.floor(half)]!) / 2;
  return Math.round(middle * 10) / 10;
}
