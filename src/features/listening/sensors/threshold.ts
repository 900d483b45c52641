/** The threshold of a place, from what its sensor heard while there was nothing to tell. Pure. Rule LE15. */
import { A_DAY } from "../../../engines/calendar/day.ts";
import { GAP } from "../private/hear.ts";
import type { Alarm, Said, Sensor } from "../private/forms.ts";

/** A sensor listens to its background for so long. */
export const LEARNS_FOR = 7 * A_DAY;
/** Of 1,000: with which a sensor begins, and beyond which none is set, so that a motor that is near is always told. */
export const [BEGINS_AT, HIGHEST] = [500, 990];
/** Alarms of a week that are borne, unless somebody set another number. */
export const BORNE = 1;
const ENOUGH_DAYS = 6;

type Background = readonly Pick<Said, "at" | "until" | "score">[];

/** Whether it spoke on enough of the days that end at `learns`. */
export function hasListened(
  said: readonly Pick<Said, "came">[],
  { learns }: Pick<Sensor, "learns">,
): boolean {
  const since = learns - LEARNS_FOR;
  const days = said
    .filter(({ came }) => came >= since && came < learns)
    .map(({ came }) => Math.floor((came - since) / A_DAY));
  return new Set(days).size >= ENOUGH_DAYS;
}

/** What is left without the motors that people found there: those are no background. */
export const withoutMotors = <S extends Background[number]>(
  said: readonly S[],
  alarms: readonly Pick<Alarm, "starts" | "ends" | "outcome">[],
): S[] => {
  const real = alarms.filter(
    ({ outcome }) => outcome === "saw" || outcome === "other-motor" || outcome === "our-own",
  );
  return said.filter(
    ({ at, until }) =>
      !real.some(({ starts, ends }) => at <= ends + GAP && (until ?? at) >= starts - GAP),
  );
};

/**
 * The least threshold with which no more alarms than are borne would have come of this background. Of scores lower than any that
 * was said nothing is known, so it goes no lower.
 * @returns undefined where nothing was said
 */
export function thresholdOf(background: Background, borne: number): number | undefined {
  const heard = background
    .flatMap(({ at, until, score }) => (score === null ? [] : [{ at, until: until ?? at, score }]))
    .toSorted((a, b) => a.at - b.at);
  if (heard.length === 0) return undefined;
  const scores = [...new Set(heard.map(({ score }) => score))].toSorted((a, b) => b - a);
  const tooLow = scores.find((least) => alarmsOf(heard, least) > borne);
  return Math.min(HIGHEST, tooLow === undefined ? Math.max(1, scores.at(-1)!) : tooLow + 1);
}

function alarmsOf(
  heard: readonly { readonly at: number; readonly until: number; readonly score: number }[],
  least: number,
): number {
  let [alarms, ends] = [0, -Infinity];
  for (const { at, until, score } of heard) {
    if (score < least) continue;
    if (at - ends > GAP) alarms++;
    ends = Math.max(ends, until);
  }
  return alarms;
}
