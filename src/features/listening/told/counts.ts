/**
 * What a month of a place comes to, from the private tables: counts alone, of three sensors or more. Pure. No sensor, position or
 * name is in it, and no detector of one or two sensors is told apart: its counts would be theirs.
 */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Alarm, Day, Sensor } from "../private/forms.ts";
import { DETECTOR, ENOUGH_SENSORS, OTHERS, type Reported } from "../records.ts";
import { rightness } from "../right.ts";
import type { Month } from "./months.ts";

export interface Counted {
  readonly month: Month;
  /** All of the campaign. */
  readonly sensors: readonly Sensor[];
  /** Those of the month on which a sensor said something, with its place then. */
  readonly days: readonly Day[];
  /** Those that were opened in the month, and maybe others. */
  readonly alarms: readonly Alarm[];
}

/** The places of which something is to be said of this month, by their subjects. */
export const placesOf = ({ days }: Pick<Counted, "days">): string[] =>
  [...new Set(days.map(({ place }) => place))].filter((place) => place !== "").toSorted();

/** @returns undefined where fewer sensors than are enough said something */
export function reportOf(
  place: string,
  { month, sensors, days, alarms }: Counted,
): Reported | undefined {
  const here = days.filter((one) => one.place === place);
  const spoke = new Set(here.map(({ sensor }) => sensor));
  if (spoke.size < ENOUGH_SENSORS) return undefined;
  // An alarm belongs to where its sensor hung that day; of one that said nothing, to where it hangs.
  const known = new Map(sensors.map((one) => [one.id, one]));
  const places = new Map(days.map((one) => [`${one.day} ${one.sensor}`, one.place]));
  const own = alarms
    .filter(({ at }) => at >= month.from && at < month.to)
    .filter(
      ({ sensor, at }) =>
        (places.get(`${dayAt(at)} ${sensor}`) ?? known.get(sensor)?.place) === place,
    );
  const motors = own.filter(({ kind }) => kind === "motor");
  const quiet = [...spoke]
    .filter((id) => !motors.some(({ sensor }) => sensor === id))
    .map((sensor) => ({ sensor, detector: known.get(sensor)?.detector ?? "" }));
  const names = toldAs([...motors, ...quiet]);
  const { detectors, ...counts } = rightness(
    own.map((one) => ({ ...one, detector: names.get(one.detector) ?? OTHERS })),
  );
  return {
    place,
    month: month.month,
    sensors: spoke.size,
    sensorDays: here.length,
    detectors: [...detectors],
    ...counts,
  };
}

interface Group {
  readonly detectors: readonly string[];
  readonly sensors: ReadonlySet<string>;
}

/** Under which name each detector is counted: its own where enough sensors had it, else together with others. */
function toldAs(
  used: readonly { readonly sensor: string; readonly detector: string }[],
): ReadonlyMap<string, string> {
  const groups = [...Map.groupBy(used, ({ detector }) => detector)].map(
    ([detector, all]): Group => ({
      detectors: [detector],
      sensors: new Set(all.map(({ sensor }) => sensor)),
    }),
  );
  return new Map(
    enough(groups).flatMap(({ detectors }) =>
      detectors.map((one) => [one, detectors.length === 1 ? named(one) : OTHERS] as const),
    ),
  );
}

/** One that is too small is counted with the next larger, until none is too small or all are one. */
function enough(groups: readonly Group[]): readonly Group[] {
  const [least, next, ...rest] = groups.toSorted(
    (a, b) => a.sensors.size - b.sensors.size || (a.detectors[0]! < b.detectors[0]! ? -1 : 1),
  );
  if (!least || !next || least.sensors.size >= ENOUGH_SENSORS) return groups;
  const detectors = [...least.detectors, ...next.detectors];
  return enough([{ detectors, sensors: new Set([...least.sensors, ...next.sensors]) }, ...rest]);
}

/** A name that could say more than which detector it was is none. */
const named = (detector: string): string => (DETECTOR.test(detector) ? detector : OTHERS);
