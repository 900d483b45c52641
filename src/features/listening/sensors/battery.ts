/** How long a battery will last: a straight line through its last days, and nothing where that cannot be known. Pure. Rule LE16. */
import { A_DAY } from "../../../engines/calendar/day.ts";

/** Days of which the line is drawn; of fewer than three it is none. */
export const DAYS = 5;
const ENOUGH = 3;
const NEW_ONE = 200; // mV between one reading and the next: it was changed or charged

interface Reading {
  readonly at: number;
  /** mV. */
  readonly battery: number;
}
export interface Charge {
  /** Days until it stops; absent where it cannot be known. */
  readonly lasts?: number;
  /** It was changed or charged within these days. */
  readonly isNew: boolean;
}

/** @param readings of the last days, the oldest first @param empty mV at which it stops */
export function chargeOf(readings: readonly Reading[], empty: number, now: number): Charge {
  const changed = readings.findLastIndex(
    ({ battery }, i) => i > 0 && battery - readings[i - 1]!.battery >= NEW_ONE,
  );
  const isNew = changed > 0;
  const own = readings.slice(Math.max(0, changed));
  const last = own.at(-1);
  if (!last) return { isNew };
  if (last.battery <= empty) return { lasts: 0, isNew };
  // The lowest of each day: by day the sun charges, and nothing is known of the nights.
  const days = Map.groupBy(own, ({ at }) => Math.floor((now - at) / A_DAY));
  const lows = [...days]
    .filter(([day]) => day < DAYS)
    .map(([, of]) => of.reduce((a, b) => (a.battery <= b.battery ? a : b)));
  if (lows.length < ENOUGH) return { isNew };
  const slope = slopeOf(lows);
  if (slope >= 0) return { isNew };
  const mean = lows.reduce((all, { battery }) => all + battery, 0) / lows.length;
  const middle = lows.reduce((all, { at }) => all + at, 0) / lows.length;
  const atNow = mean + slope * (now - middle);
  return { lasts: Math.max(0, (empty - atNow) / slope / A_DAY), isNew };
}

/** mV in a millisecond, by least squares. */
function slopeOf(readings: readonly Reading[]): number {
  const n = readings.length;
  const [at, battery] = [
    readings.reduce((all, one) => all + one.at, 0) / n,
    readings.reduce((all, one) => all + one.battery, 0) / n,
  ];
  const over = readings.reduce((all, one) => all + (one.at - at) * (one.battery - battery), 0);
  const under = readings.reduce((all, one) => all + (one.at - at) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
