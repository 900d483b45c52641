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
 * @param logits of a sound in which there was no motor, window after window
 */
export function thresholdFor(
  logits: readonly number[],
  rule: Omit<Rule, "threshold">,
  borne = 0,
): number {
  const count = (threshold: number): number => {
    const next = alarms({ ...rule, threshold });
    return logits.filter((one) => next(one) === "begins").length;
  };
  // What is heard as often as this is a candidate; a threshold between two of them does as the higher one.
  const tried = [...new Set(logits)].toSorted((a, b) => a - b);
  let [low, high] = [0, tried.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (count(tried[middle]! + MARGIN) <= borne) high = middle;
    else low = middle + 1;
  }
  return (tried[low] ?? tried.at(-1) ?? 0) + MARGIN;
}

const MARGIN = 0.01; // of a logit
