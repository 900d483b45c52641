/** A job in shares: whoever is free takes the next one. */
import type { Job, Window } from "../../engines/coverage/job.ts";
import { sweepOf } from "../../engines/coverage/sweeps.ts";

export interface Order {
  readonly job: Job;
  readonly window: Window;
  readonly values: Float32Array<SharedArrayBuffer>;
  /** The next share that nobody has taken. */
  readonly next: Int32Array<SharedArrayBuffer>;
  readonly parts: number;
}

/** Takes share after share until none is left. @returns how many nodes were written */
export function work({ job, window, values, next, parts }: Order): number {
  const sweep = sweepOf(job);
  let written = 0;
  for (let part = Atomics.add(next, 0, 1); part < parts; part = Atomics.add(next, 0, 1))
    written += sweep(job, window, { part, parts }, values);
  return written;
}
