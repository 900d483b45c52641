/** The table of `cnd listen` as people and programs read it: text, JSON, CSV. Pure. */
import { shownAt } from "../../engines/calendar/zone.ts";
import { csv } from "../../platform/web/csv.ts";
import { between, type HeardAlarm, type Hour, type Table } from "./table.ts";
import { shownName, type Left } from "./walk.ts";

export interface Told {
  readonly table: Table;
  readonly zone: string;
  readonly detector: string;
  /** From which a second sounds like a motor. */
  readonly score: number;
}

/** Stands wherever a detector of ours is heard. */
export const UNTRIED =
  "Not tried in a forest: an alarm means that something sounded like a motor; no alarm does not mean that there was none.";

const SHOWN = 50; // alarms; the rest stands in --json and --csv
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function toldAsText(told: Told): string {
  const { table, zone } = told;
  const { alarms, devices } = table;
  return [
    ...headLines(told),
    "",
    "  hours  alarms  battery  last recording    recorder",
    ...devices.map(({ seconds, alarms: count, battery, last, recorder }) =>
      [
        hoursOf(seconds).padStart(7),
        String(count).padStart(6),
        (battery === undefined ? "" : `${battery.toFixed(1)} V`).padStart(7),
        (last === undefined ? "" : shownAt(last, zone)).padEnd(16),
        shownName(recorder),
      ].join("  "),
    ),
    ...dayLines(table, zone),
    ...(alarms.length > 0 ? ["", "Alarms:"] : []),
    ...alarms.slice(0, SHOWN).map((one) => alarmLine(one, zone)),
    ...(alarms.length > SHOWN ? [`  … and ${alarms.length - SHOWN} more: see --json`] : []),
  ].join("\n");
}

const hoursOf = (seconds: number): string => (seconds / 3600).toFixed(seconds < 36_000 ? 2 : 1);

function headLines({ table, zone, detector, score }: Told): readonly string[] {
  const { seconds, undatedSeconds, alarms, devices, hours } = table;
  const [first, last] = [hours[0]?.day, hours.at(-1)?.day];
  const days =
    first === undefined
      ? ""
      : `, ${first === last ? first : `${first} to ${last}`}, by the clocks of ${zone}`;
  const rate = rateOf(table);
  return [
    `Listened to ${hoursOf(seconds)} hours of ${several(devices.length, "recorder")}${days}.`,
    `${several(alarms.length, "alarm")}; that is ${rate.per24h} in 24 hours, with 95 % confidence between ${rate.least} and ${rate.most}.`,
    `Detector ${shownName(detector)}, from a score of ${score.toFixed(2)} on. ${UNTRIED}`,
    ...(undatedSeconds > 0
      ? [
          `${hoursOf(undatedSeconds)} hours have no time that can be believed, and stand in no hour of the day.`,
        ]
      : []),
  ];
}

const several = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

/** Alarms in 24 hours of listening, and what so few hours allow. */
export function rateOf({ seconds, alarms }: Pick<Table, "seconds" | "alarms">) {
  const days = Math.max(1, seconds) / 86_400;
  const [least, most] = between(alarms.length);
  const short = (value: number) => Number((value / days).toPrecision(2));
  return { per24h: short(alarms.length), least: short(least), most: short(most) };
}

/** A line for each day, a column for each hour: a dot was listened to, a number counts alarms. */
function dayLines({ hours }: Table, zone: string): readonly string[] {
  if (hours.length === 0) return [];
  const cells = new Map<string, Pick<Hour, "seconds" | "alarms">>();
  const add = (key: string, { seconds, alarms }: Hour) => {
    const so = cells.get(key);
    cells.set(key, { seconds: (so?.seconds ?? 0) + seconds, alarms: (so?.alarms ?? 0) + alarms });
  };
  for (const one of hours) {
    add(`${one.day} ${one.hour}`, one);
    add(`all ${one.hour}`, one);
  }
  const row = (name: string, cell: (hour: number) => string) =>
    `${name.padEnd(10)}${HOURS.map((hour) => cell(hour).padStart(4)).join("")}`;
  const mark = (key: string) => {
    const { alarms } = cells.get(key) ?? {};
    return alarms === undefined ? "" : alarms === 0 ? "." : String(alarms);
  };
  const all = (hour: number) => cells.get(`all ${hour}`);
  return [
    "",
    `Alarms by day and hour (${zone}); a dot is an hour that was listened to:`,
    row("", (hour) => String(hour).padStart(2, "0")),
    ...[...new Set(hours.map(({ day }) => day))].map((day) =>
      row(day, (hour) => mark(`${day} ${hour}`)),
    ),
    row("all alarms", (hour) => mark(`all ${hour}`)),
    row("hours", (hour) => {
      const { seconds } = all(hour) ?? {};
      return seconds === undefined ? "" : whole(seconds / 3600);
    }),
  ];
}

/** In three characters. */
const whole = (value: number): string =>
  value < 0.995 ? value.toFixed(2).slice(1) : value < 9.95 ? value.toFixed(1) : value.toFixed(0);

function alarmLine(
  { from, seconds, lasted, score, recorder, path }: HeardAlarm,
  zone: string,
): string {
  const at = from === undefined ? `${Math.round(seconds[0])} s into it` : shownAt(from, zone);
  const name = path === "" ? "" : `  ${shownName(path)}`;
  return `  ${at.padEnd(16)}  ${String(Math.round(lasted)).padStart(5)} s  score ${score.toFixed(2)}  ${shownName(recorder)}${name}`;
}

/** @param unread what could not be read, which stands in no other part of it */
export function toldAsJson(
  { table, zone, detector, score }: Told,
  unread: readonly Left[],
): string {
  const moment = (ms: number) => new Date(ms).toISOString();
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return JSON.stringify(
    {
      detector,
      threshold: round(score),
      note: UNTRIED,
      zone,
      hoursListened: round(table.seconds / 3600),
      hoursWithoutTime: round(table.undatedSeconds / 3600),
      alarms: table.alarms.length,
      alarmsIn24Hours: rateOf(table),
      recorders: table.devices.map(({ seconds, last, ...device }) => ({
        ...device,
        hours: round(seconds / 3600),
        ...(last !== undefined && { last: moment(last) }),
      })),
      byHour: table.hours.map((hour) => ({
        ...hour,
        seconds: round(hour.seconds),
        motorSeconds: round(hour.motorSeconds),
      })),
      heard: table.alarms.map(({ from, seconds, lasted, ...alarm }) => ({
        ...alarm,
        score: round(alarm.score),
        ...(from !== undefined && { from: moment(from) }),
        secondsIntoIt: seconds[0],
        lastedSeconds: round(lasted),
      })),
      unread,
    },
    undefined,
    1,
  );
}

/** A row for each hour of each recorder. */
export const toldAsCsv = ({ table, zone }: Told): string =>
  csv(
    ["day", "hour", "zone", "recorder", "seconds_listened", "alarms", "motor_seconds"],
    table.hours.map(({ day, hour, recorder, seconds, alarms, motorSeconds }) => [
      day,
      hour,
      zone,
      recorder,
      Math.round(seconds),
      alarms,
      Math.round(motorSeconds),
    ]),
  );
