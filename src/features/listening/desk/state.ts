/** How a sensor is, in words with the hour. */
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { A_DAY } from "../../../engines/calendar/day.ts";
import { shownAt } from "../../../engines/calendar/zone.ts";
import type { Alarm, Sensor } from "../private/forms.ts";
import { clockOf } from "../watch/page.tsx";
import type { DeskWords } from "./words.ts";

const MINUTE = 60_000; // ms
const BESIDE = 2 * MINUTE; // ms: a clock that is so far off is said

export interface Looking {
  readonly words: DeskWords;
  readonly now: number;
  readonly zone: string;
}
export interface State {
  /** What is wrong, the worst first; empty where all is well. */
  readonly wrong: readonly string[];
  /** That it listens to its background still, or was taken down; empty for neither. */
  readonly note: string;
  readonly last: string;
  readonly battery: string;
  readonly level: string;
  readonly clock: string;
}

/** In a few words. */
export const saidOf = ({ wrong, note }: State, { sensors }: DeskWords): string =>
  [...wrong, note].filter((one) => one !== "").join(", ") || sensors.well;

/** @param open its alarms that last or wait */
export function stateOf(sensor: Sensor, open: readonly Alarm[], looking: Looking): State {
  const { words, now, zone } = looking;
  const w = words.sensors;
  const { seen, battery, level, clock, learns, closed } = sensor;
  const time = (at: number) => clockOf(at, { now, zone, words });
  const lasts = (kind: Alarm["kind"]) => open.find((one) => one.kind === kind && one.over === null);
  const [silent, deaf] = [lasts("silent"), lasts("deaf")];
  const wrong = [
    open.some(({ kind, outcome }) => kind === "motor" && outcome === null) && w.alarm,
    silent && w.silent(time(silent.starts)),
    deaf && w.deaf(time(deaf.starts)),
    lasts("clock") && w.wrongClock,
    lasts("battery") && w.low,
  ].filter((one) => typeof one === "string");
  const day = (at: number) => formatDay(shownAt(at, zone).slice(0, 10), words.lang, "short");
  const note = closed === null ? (learns > now ? w.learns(day(learns)) : "") : w.down(day(closed));
  const tenths = (n: number) => formatNumber(Math.round(n * 10) / 10, words.lang);
  return {
    wrong: closed === null ? wrong : [],
    note,
    last: seen === null ? w.never : time(seen),
    battery: battery === null ? w.unknown : w.volts(tenths(battery / 1000)),
    level: level === null ? w.unknown : w.decibels(tenths(level / 10)),
    clock:
      clock === null
        ? w.unknown
        : Math.abs(clock) < BESIDE
          ? w.onTime
          : Math.abs(clock) > A_DAY
            ? w.wrongClock
            : w.beside(formatNumber(Math.round(Math.abs(clock) / MINUTE), words.lang)),
  };
}
