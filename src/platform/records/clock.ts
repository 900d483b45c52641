/**
 * Hybrid logical clock: record times that sort as text, never run backwards on one instance, and follow
 * what was seen even where the wall clock says 1970 (Kulkarni et al. 2014, reduced to one counter).
 */
import { dayAt } from "../../engines/calendar/day.ts";

const TIME = /^[0-9a-f]{12}-[0-9a-f]{4}$/;
const MAX_COUNTER = 0xffff;
const MAX_MS = 2 ** 48; // 12 hex digits; the year 10889

export const isTime = (text: string): boolean => TIME.test(text);

/** `<12 hex digits of milliseconds>-<4 hex digits of counter>` */
export function formatTime(ms: number, counter: number): string {
  if (!(ms >= 0 && ms < MAX_MS))
    throw new RangeError(`Expected 0 ≤ milliseconds < 2^48, got ${ms}.`);
  return `${ms.toString(16).padStart(12, "0")}-${counter.toString(16).padStart(4, "0")}`;
}

/** Milliseconds since 1970 of a record time. */
export const timeMs = (time: string): number => Number.parseInt(time.slice(0, 12), 16);

/** The moment of a record time, in UTC, as `2026-11-24T09:30:00.000Z`. */
export const timeIso = (time: string): string => new Date(timeMs(time)).toISOString();

/** The UTC day of a record time, as `2026-11-24`. */
export const timeDay = (time: string): string => dayAt(timeMs(time));

export class Clock {
  #ms = 0;
  #counter = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A time later than every one given out before and than `after` (a parent's, say). */
  tick(after?: string): string {
    if (after !== undefined) this.#see(timeMs(after), Number.parseInt(after.slice(13), 16));
    const wall = Math.floor(this.#now());
    if (wall > this.#ms) [this.#ms, this.#counter] = [wall, 0];
    else if (this.#counter < MAX_COUNTER) this.#counter++;
    else [this.#ms, this.#counter] = [this.#ms + 1, 0];
    return formatTime(this.#ms, this.#counter);
  }

  /** Whether what was given out last is further ahead of now than so many ms. */
  isAhead(by: number): boolean {
    return this.#ms > this.#now() + by;
  }

  #see(ms: number, counter: number): void {
    if (ms > this.#ms) [this.#ms, this.#counter] = [ms, counter];
    else if (ms === this.#ms && counter > this.#counter) this.#counter = counter;
  }
}
