/** What was heard, by hour and day and by recorder, from what was judged of each recording. Pure. */
import { RULE } from "../../engines/hearing/alarm.ts";
import { shownAt } from "../../engines/calendar/zone.ts";
import type { Judged } from "./state.ts";

/** A recording that was judged. */
export interface Listened {
  readonly path: string;
  /** The number of the device, or the folder that it lay in. */
  readonly recorder: string;
  readonly judged: Judged;
  /** Its begin, UTC milliseconds, where its clock can be believed. */
  readonly start?: number;
}

export interface Hour {
  readonly day: string;
  readonly hour: number;
  readonly recorder: string;
  /** Of sound that was listened to. */
  readonly seconds: number;
  /** That began in it. */
  readonly alarms: number;
  /** While an alarm lasted. */
  readonly motorSeconds: number;
}

export interface HeardAlarm {
  readonly recorder: string;
  readonly path: string;
  /** UTC milliseconds; absent where nothing says when the recording was made. */
  readonly from?: number;
  /** In its recording. */
  readonly seconds: readonly [from: number, to: number];
  /** How long it lasted, over recordings that follow one another. */
  readonly lasted: number;
  readonly score: number;
}

export interface Device {
  readonly recorder: string;
  readonly files: number;
  readonly seconds: number;
  readonly alarms: number;
  /** When its last recording began, and what it said of itself then. */
  readonly last?: number;
  readonly battery?: number;
  readonly temperature?: number;
  readonly gain?: string;
}

export interface Table {
  readonly seconds: number;
  /** Of recordings that nothing dates. */
  readonly undatedSeconds: number;
  readonly alarms: readonly HeardAlarm[];
  readonly devices: readonly Device[];
  /** In the order of days, hours and recorders; none in which nobody listened. */
  readonly hours: readonly Hour[];
}

const SEAM = 1000 * RULE.of; // ms: two alarms so near are one that lasted from one recording into the next

/** @param zone whose hours they are */
export function tableOf(all: readonly Listened[], zone: string): Table {
  const sorted = all.toSorted((a, b) => order(a.recorder, b.recorder) || startOf(a) - startOf(b));
  const alarms: HeardAlarm[] = [];
  const devices = new Map<string, Device>();
  const hours = new Map<string, Hour>();
  let [seconds, undatedSeconds] = [0, 0];
  const add = (
    recorder: string,
    at: number,
    more: Partial<Pick<Hour, "seconds" | "alarms" | "motorSeconds">>,
  ) => {
    const local = shownAt(at, zone);
    const [day, hour] = [local.slice(0, 10), Number(local.slice(11, 13))];
    const key = `${day} ${local.slice(11, 13)} ${recorder}`;
    const so = hours.get(key) ?? { day, hour, recorder, seconds: 0, alarms: 0, motorSeconds: 0 };
    hours.set(key, {
      ...so,
      seconds: so.seconds + (more.seconds ?? 0),
      alarms: so.alarms + (more.alarms ?? 0),
      motorSeconds: so.motorSeconds + (more.motorSeconds ?? 0),
    });
  };
  for (const one of sorted) {
    const { recorder, judged, start } = one;
    seconds += judged.seconds;
    if (start === undefined) undatedSeconds += judged.seconds;
    else
      for (const [at, length] of byHour(start, judged.seconds, zone))
        add(recorder, at, { seconds: length });
    const fresh = alarmsOf(one, alarms);
    for (const { from } of fresh) if (from !== undefined) add(recorder, from, { alarms: 1 });
    if (start !== undefined)
      for (const { from, to } of judged.alarms)
        for (const [at, length] of byHour(start + 1000 * from, to - from, zone))
          add(recorder, at, { motorSeconds: length });
    devices.set(recorder, deviceOf(devices.get(recorder), one, fresh.length));
  }
  return {
    seconds,
    undatedSeconds,
    alarms: alarms.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0)),
    devices: [...devices.values()],
    hours: [...hours.values()].toSorted(
      (a, b) => order(a.day, b.day) || a.hour - b.hour || order(a.recorder, b.recorder),
    ),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const startOf = ({ start }: Listened): number => start ?? Number.MAX_SAFE_INTEGER;

/** Adds those of a recording; one that goes on from the recording before lengthens the last. @returns those that are new */
function alarmsOf(
  { path, recorder, judged, start }: Listened,
  all: HeardAlarm[],
): readonly HeardAlarm[] {
  const fresh: HeardAlarm[] = [];
  for (const { from, to, score } of judged.alarms) {
    const at = start === undefined ? undefined : start + 1000 * from;
    const last = all.at(-1);
    const ended = last?.from === undefined ? undefined : last.from + 1000 * last.lasted;
    if (
      last?.recorder === recorder &&
      at !== undefined &&
      ended !== undefined &&
      last.path !== path &&
      at - ended <= SEAM
    ) {
      const lasted = Math.max(last.lasted, (at - last.from!) / 1000 + to - from);
      all[all.length - 1] = { ...last, lasted, score: Math.max(last.score, score) };
      continue;
    }
    const one = {
      recorder,
      path,
      ...(at !== undefined && { from: at }),
      seconds: [from, to] as const,
      lasted: to - from,
      score,
    };
    all.push(one);
    fresh.push(one);
  }
  return fresh;
}

function deviceOf(
  so: Device | undefined,
  { recorder, judged, start }: Listened,
  alarms: number,
): Device {
  const { battery, temperature, gain } = judged;
  return {
    ...so,
    recorder,
    files: (so?.files ?? 0) + 1,
    seconds: (so?.seconds ?? 0) + judged.seconds,
    alarms: (so?.alarms ?? 0) + alarms,
    ...(start !== undefined && { last: start }), // they come in order
    ...(battery !== undefined && { battery }),
    ...(temperature !== undefined && { temperature }),
    ...(gain !== undefined && { gain }),
  };
}

/** A stretch of time in pieces that each lie in one hour of the clock. @returns where each begins, and its seconds */
function* byHour(
  start: number,
  seconds: number,
  zone: string,
): Generator<readonly [at: number, seconds: number]> {
  const end = start + 1000 * seconds;
  for (let at = start; at < end;) {
    const minute = Number(shownAt(at, zone).slice(14, 16));
    const next = at - (((at % 60_000) + 60_000) % 60_000) + 60_000 * (60 - minute);
    yield [at, (Math.min(next, end) - at) / 1000];
    at = next;
  }
}

/**
 * What a count allows with 95 % confidence, as the count of as long a time (Garwood 1936): of none heard, at most 3.7.
 * Where they are many (beyond 100) by Wilson and Hilferty's approximation, which is within 0.1 % there.
 */
export const between = (count: number): readonly [least: number, most: number] => [
  count === 0 ? 0 : edge(count - 1, 0.975),
  edge(count, 0.025),
];

/** The mean of which so many or fewer are heard with that chance. */
function edge(count: number, chance: number): number {
  if (count > 100) {
    const z = chance < 0.5 ? 1.959964 : -1.959964;
    const n = count + 1;
    return n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3;
  }
  let [low, high] = [0, count + 10 * Math.sqrt(count + 1) + 10];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (atMost(count, middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance of so many or fewer where that is the mean (Poisson). */
function atMost(count: number, mean: number): number {
  let sum = 0;
  for (let k = 0, term = Math.exp(-mean); k <= count; term *= mean / ++k) sum += term;
  return sum;
}
