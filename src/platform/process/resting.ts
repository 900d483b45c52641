/**
 * How whatever works beside the serving of pages waits: it looks, says when it next has something to do, and asks the database
 * nothing before that moment unless something was written. One program writes into a database (DB5), so it hears of every write
 * as it happens. Rules PC7 and PC8.
 */
import timers from "node:timers/promises";
import type { Writes } from "../log/thread.ts";

interface Looking {
  readonly writes: Writes;
  /** The clock by which it is due, UTC ms. */
  readonly now: () => number;
  /** ms from one look to the next, at least, unless it said itself that it is due earlier. */
  readonly every: () => number;
  /** Told why a look failed; the next one follows after `every`. */
  readonly failed: (error: Error) => void;
  /** Asked each `every` ms while it rests, of what no write tells: whether to look. It reads nothing from the database. */
  readonly stirs?: () => Promise<boolean>;
}

const LONGEST = 3_600_000; // ms without a look
const JUMP = 60_000; // ms by which a clock is another one than it was

/**
 * Looks again and again until the signal stops it: when it is due, and after something was written.
 * @param look returns when it has something to do though nobody writes, UTC ms by `now`: Infinity where nothing waits for
 * its time, and no more than now where it is not done
 */
export async function looking(
  { writes, now, every, failed, stirs }: Looking,
  signal: AbortSignal,
  look: () => Promise<number>,
): Promise<void> {
  while (!signal.aborted) {
    const seen = writes.current(); // before it looks: what comes meanwhile makes it look again
    let due = -Infinity;
    try {
      due = await look();
    } catch (error) {
      if (!signal.aborted) failed(error as Error);
    }
    const isStirred = async () => {
      try {
        return (await stirs?.()) === true;
      } catch (error) {
        failed(error as Error);
        return true;
      }
    };
    const [at, passed] = [now(), performance.now()];
    const isTime = () => {
      const rested = performance.now() - passed;
      const isJump = Math.abs(now() - at - rested) > JUMP;
      return now() >= due || writes.current() !== seen || rested >= LONGEST || isJump;
    };
    do {
      const left = due - now();
      await pause(left > 0 ? Math.min(left, every()) : every(), signal);
      if (!stirs) await writes.until(isTime, signal);
    } while (!signal.aborted && !isTime() && !(await isStirred()));
  }
}

/** Ends without an error when the signal aborts; keeps no process. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  timers.setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined);
