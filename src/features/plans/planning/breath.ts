/** Long work in one thread that can still be stopped: it asks now and then, and lets signals and progress through. */
import { setImmediate as nextTurn } from "node:timers/promises";

export interface Going {
  /** Stops the work when it is aborted. */
  readonly signal?: AbortSignal;
  /** What is done, and how far: 0 … 1. */
  readonly tell?: (what: string, share: number) => void;
}

export class Stopped extends Error {
  override name = "Stopped";
}

const PAUSE = 40; // ms between two breaths: a signal is heard in that time

/** Call the result often: most calls cost a look at the clock. @throws Stopped */
export function breath({ signal, tell }: Going, what: string): (share: number) => Promise<void> {
  let last = performance.now();
  return async (share) => {
    const now = performance.now();
    if (now - last < PAUSE) return;
    last = now;
    tell?.(what, share);
    await nextTurn();
    if (signal?.aborted) throw new Stopped(what);
  };
}
