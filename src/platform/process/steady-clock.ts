/**
 * The one clock of a process and its threads, for pages, days, ages and records. The machine's own may jump: a battery is empty
 * and it is 1970, somebody mistypes a year, a time server corrects it. Ours is never behind what was last seen: where the
 * machine's is, it ticks on from there. Ages are held back when the machine's leaps ahead, until it has stood for an hour.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { getEnvironmentData, isMainThread, setEnvironmentData } from "node:worker_threads";

export interface SteadyClock {
  /** Whole UTC milliseconds: the machine's, or, where those are behind, what goes on from when the program was last seen to run. */
  now(): number;
  /** Whole UTC milliseconds from which ages are reckoned: for the hour after a jump, as if there had been none. */
  aged(): number;
  /** Whether no jump is under an hour old; nothing is deleted for its age until then. */
  isSettled(): boolean;
  /** ms by which the machine's clock goes ahead of the one for ages, less than nothing where it is behind. */
  aheadBy(): number;
  /** ms by which the machine's clock is behind ours; 0 where it is right. */
  behindBy(): number;
  /** When the program ran last, UTC ms. */
  ranLast(at: number): void;
  /** What is certainly over, UTC ms: when this program was made, when the newest record was said. No earlier time is ever believed. */
  isOver(at: number): void;
}

interface ClockOptions {
  /** What the machine says, UTC ms. */
  readonly wall: () => number;
  /** ms that really pass, from any beginning. */
  readonly passed: () => number;
  /** Takes one line about a jump. */
  readonly say: (line: string) => void;
  /** Where the other threads read what is believed: ms between `passed` and UTC. */
  readonly believed?: Float64Array;
}

const JUMP = 5 * 60_000; // ms; a time server that steers a clock moves it by less between two looks
const FAR = 24 * 3_600_000; // ms; a program may well have rested for longer, and its ages then wait an hour in vain
const SETTLES = 3_600_000; // ms

export function steadyClock({
  wall,
  passed,
  say,
  believed = new Float64Array(1),
}: ClockOptions): SteadyClock {
  let seen = wall() - passed();
  let jumped: number | undefined;
  let over = -Infinity;
  believed[0] = seen;

  const toldBy = (offset: number) => minuteOf(offset + passed());
  function doubt(): void {
    jumped = passed();
    const goesOn = seen < believed[0]! ? ` The program goes on from ${toldBy(believed[0]!)}.` : "";
    say(
      `The machine's clock has jumped from ${toldBy(believed[0]!)} to ${toldBy(seen)}.${goesOn} Nothing is deleted for its age, and nobody is signed out, until it has stood for an hour.`,
    );
  }
  function look(): void {
    const offset = wall() - passed();
    const isJump = Math.abs(offset - seen) > JUMP;
    seen = offset;
    const isNear = Math.abs(offset - believed[0]!) <= JUMP;
    if (isJump && !isNear) doubt();
    if (!isNear && jumped !== undefined && passed() - jumped < SETTLES) return;
    jumped = undefined; // it was put right, or has stood
    if (isNear || offset + passed() >= over - JUMP) believed[0] = offset;
  }
  const looked =
    <T>(value: () => T) =>
    (): T => {
      look();
      return value();
    };
  const behindBy = () => {
    const behind = believed[0]! - seen;
    return behind > JUMP ? behind : 0;
  };
  return {
    now: looked(() => whole(Math.max(seen, believed[0]!) + passed())),
    aged: looked(() => whole(believed[0]! + passed())),
    isSettled: looked(() => jumped === undefined),
    aheadBy: looked(() => seen - believed[0]!),
    behindBy: looked(behindBy),
    ranLast(at) {
      look();
      if (wall() >= at - JUMP && wall() <= at + FAR) return;
      believed[0] = at - passed();
      doubt();
    },
    isOver(at) {
      look();
      over = Math.max(over, at);
      if (Math.max(seen, believed[0]!) + passed() >= at - JUMP) return;
      believed[0] = at - passed();
      jumped ??= passed();
    },
  };
}

const whole = (ms: number): number => Math.round(ms); // PostgreSQL takes no part of one for a whole number

/** What the machine's own clock says, UTC ms: for what asks it without us, as the library of sign-ins does. */
export const machineNow = (): number => Date.now();

/** ms that pass, told alike in every thread; a machine that sleeps does not count. */
const passedHere = (): number => Number(process.hrtime.bigint()) / 1e6;

const SHARED = "cnd.clock"; // under which threads that begin later find what is believed
let own: SteadyClock | undefined;
let shared: Float64Array | undefined;

/**
 * Begins the clock of this process, anew where there is one: a program begins once, and knows nothing of what ran before it in the
 * same process. Until then the machine's is taken. Threads that begin later go by it too.
 * @param say takes one line about a jump; nobody is told without it
 */
export function beginClock(say: (line: string) => void = () => undefined): SteadyClock {
  const bytes = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  setEnvironmentData(SHARED, bytes);
  const believed = new Float64Array(bytes);
  own = steadyClock({ wall: machineNow, passed: passedHere, say, believed });
  return own;
}

/** The clock of this process, begun where nobody has begun it. */
export const ownClock = (): SteadyClock => own ?? beginClock();

/** Now, by the one clock, in whole UTC ms: in every thread, for whatever has its day, its age or its time. */
export function timeNow(): number {
  if (own) return own.now();
  if (isMainThread) return machineNow();
  const bytes = getEnvironmentData(SHARED);
  if (!(bytes instanceof SharedArrayBuffer)) return machineNow();
  const [believed] = (shared ??= new Float64Array(bytes));
  return whole(Math.max(machineNow(), believed! + passedHere()));
}

/** The same moment as `2026-11-27T09:15:00.000Z`. */
export const momentNow = (): string => new Date(timeNow()).toISOString();

/** What the operator of a machine whose clock is behind has to know; undefined where it is right. */
export function clockTrouble(clock: Pick<SteadyClock, "behindBy" | "now">): string | undefined {
  const [behind, now] = [clock.behindBy(), clock.now()];
  if (behind === 0) return undefined;
  return `the machine's clock says ${minuteOf(now - behind)} UTC, which is past. The program goes on from when it last ran, and takes it for ${minuteOf(now)} UTC. Set the clock; if it is right, start with --set-back`;
}
const minuteOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** When a program was seen to run last; undefined where that was never noted, or cannot be read. */
export function readLastSeen(path: string): number | undefined {
  try {
    const at = Number(readFileSync(path, "utf8"));
    return Number.isSafeInteger(at) && at > 0 ? at : undefined;
  } catch {
    return undefined;
  }
}

/** Note that it runs now; a time ahead that is not believed yet is none. */
export function noteSeen(path: string, clock: Pick<SteadyClock, "aged">): void {
  const half = `${path}.new`;
  writeFileSync(half, `${clock.aged()}\n`, { mode: 0o600 });
  renameSync(half, path); // whole or not at all, where the power goes
}
