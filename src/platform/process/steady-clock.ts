/**
 * The clock by which things grow old. The machine's own may jump: a battery is empty and it is 1970, somebody mistypes a year,
 * a time server corrects it. A jump is noticed by comparing it with the time that has really passed, and believed only when
 * it has stood for an hour; until then what is kept for a time grows old as if there had been none.
 */
import { readFileSync, writeFileSync } from "node:fs";

export interface SteadyClock {
  /** Whole UTC milliseconds, from which ages are reckoned. What is said with a date is dated by the machine's own clock. */
  now(): number;
  /** Whether the machine's clock is believed; nothing is deleted for its age while it is not. */
  isSettled(): boolean;
  /** ms by which the machine's clock goes ahead of this one: 0, but for the hour after a jump. */
  aheadBy(): number;
}

interface ClockOptions {
  /** What the machine says, UTC ms. */
  readonly wall: () => number;
  /** ms that really pass, from any beginning. */
  readonly passed: () => number;
  /** When the program before this one ran last, UTC ms; absent where none is known. */
  readonly lastSeen: number | undefined;
  /** Takes one line about a jump. */
  readonly say: (line: string) => void;
}

const JUMP = 5 * 60_000; // ms; a time server that steers a clock moves it by less between two looks
const FAR = 24 * 3_600_000; // ms; a program may well have rested for longer, and then waits an hour in vain
const SETTLES = 3_600_000; // ms

export function steadyClock({ wall, passed, lastSeen, say }: ClockOptions): SteadyClock {
  let seen = wall() - passed();
  let believed = seen;
  let jumped: number | undefined;

  const toldBy = (offset: number) => new Date(offset + passed()).toISOString().slice(0, 16);
  function doubt(): void {
    jumped = passed();
    say(
      `The machine's clock has jumped from ${toldBy(believed)} to ${toldBy(seen)}. Nothing is deleted for its age, and nobody is signed out, until it has stood for an hour.`,
    );
  }
  function look(): void {
    const offset = wall() - passed();
    const isJump = Math.abs(offset - seen) > JUMP;
    seen = offset;
    if (Math.abs(offset - believed) <= JUMP) jumped = undefined; // it was put right
    else if (isJump) doubt();
    if (jumped !== undefined && passed() - jumped < SETTLES) return;
    believed = offset;
    jumped = undefined;
  }

  if (lastSeen !== undefined && (wall() < lastSeen - JUMP || wall() > lastSeen + FAR)) {
    believed = lastSeen - passed();
    doubt();
  }
  return {
    now() {
      look();
      return Math.round(believed + passed()); // PostgreSQL takes no part of one for a whole number
    },
    isSettled() {
      look();
      return jumped === undefined;
    },
    aheadBy() {
      look();
      return jumped === undefined ? 0 : seen - believed;
    },
  };
}

/** When a program was seen to run last; undefined where that was never noted, or cannot be read. */
export function readLastSeen(path: string): number | undefined {
  try {
    const at = Number(readFileSync(path, "utf8"));
    return Number.isSafeInteger(at) && at > 0 ? at : undefined;
  } catch {
    return undefined;
  }
}

/** Note that it runs now, where the clock is believed. */
export function noteSeen(path: string, clock: SteadyClock): void {
  if (clock.isSettled()) writeFileSync(path, `${Math.round(clock.now())}\n`, { mode: 0o600 });
}
