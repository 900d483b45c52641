/** From windows that sound like a motor to one alarm, for as long as it lasts. */

export interface Rule {
  /** So many of the last `of` windows have to sound like a motor. */
  readonly windows: number;
  readonly of: number;
  /** The logit from which one does. */
  readonly threshold: number;
  /** Windows without one, one after the other, after which it is over. */
  readonly quiet: number;
}

/** Four of eight seconds; over after six without. */
export const RULE: Omit<Rule, "threshold"> = { windows: 4, of: 8, quiet: 6 };

export type Turn = "begins" | "lasts" | "ends";

/** @returns what each next window is told to, and what it answers; nothing while there is no alarm */
export function alarms({
  windows,
  of,
  threshold,
  quiet,
}: Rule): (logit: number) => Turn | undefined {
  const last: boolean[] = [];
  let lasts = false;
  let silent = 0;
  return (logit) => {
    const isMotor = logit >= threshold; // of what is no number, false
    last.push(isMotor);
    if (last.length > of) last.shift();
    silent = isMotor ? 0 : silent + 1;
    if (!lasts) {
      lasts = last.filter(Boolean).length >= windows;
      return lasts ? "begins" : undefined;
    }
    if (silent < quiet) return "lasts";
    lasts = false;
    last.length = 0;
    return "ends";
  };
}

/**
 * The least threshold at which this sound would have begun no alarm, or as many as are borne: how a place finds its own.
 * @param logits of a sound in which there was no motor, second after second
 */
export const thresholdFor = (
  logits: readonly number[],
  rule: Omit<Rule, "threshold">,
  borne = 0,
): number => thresholdForAll([logits], rule, borne);

/** The same of several sounds, of which none follows another. */
export function thresholdForAll(
  sounds: readonly (readonly number[])[],
  rule: Omit<Rule, "threshold">,
  borne = 0,
): number {
  const reached = sounds.map((logits) => reachedIn(logits, rule));
  const count = (threshold: number): number =>
    sounds.reduce((sum, logits) => sum + alarmsIn(logits, { ...rule, threshold }), 0);
  // What is near a higher one is the same alarm. A long one is several: else one that never ends would be as good as none.
  const peaks = Array.from({ length: borne + 1 }, () => takenPeak(reached));
  for (const peak of peaks.toReversed())
    if (peak !== undefined && count(peak + MARGIN) <= borne) return peak + MARGIN;
  return sounds.flat().reduce((top, logit) => (logit > top ? logit : top), 0) + MARGIN;
}

/** Of each second the highest threshold at which an alarm might begin with it. */
function reachedIn(logits: readonly number[], { windows, of }: Omit<Rule, "threshold">) {
  const last: number[] = [];
  return Float64Array.from(logits, (logit) => {
    last.push(Number.isNaN(logit) ? Number.NEGATIVE_INFINITY : logit);
    if (last.length > of) last.shift();
    return last.toSorted((a, b) => b - a)[windows - 1] ?? Number.NEGATIVE_INFINITY;
  });
}

/** The highest of all, which is taken away with what is near it; nothing where no alarm could begin. */
function takenPeak(all: readonly Float64Array[]): number | undefined {
  let [top, sound, second] = [Number.NEGATIVE_INFINITY, 0, 0];
  for (const [s, one] of all.entries())
    for (let i = 0; i < one.length; i++) if (one[i]! > top) [top, sound, second] = [one[i]!, s, i];
  if (top === Number.NEGATIVE_INFINITY) return undefined;
  all[sound]!.fill(Number.NEGATIVE_INFINITY, Math.max(0, second - NEAR), second + NEAR);
  return top;
}

/** How many alarms begin in a sound. */
export function alarmsIn(logits: readonly number[], rule: Rule): number {
  const next = alarms(rule);
  return logits.filter((one) => next(one) === "begins").length;
}

const MARGIN = 0.01; // of a logit
const NEAR = 60; // seconds that are one alarm with a peak, on each side
