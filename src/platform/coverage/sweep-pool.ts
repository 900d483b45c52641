/** Threads that sweep together: they read one copy of the ground and write into one array of values. */
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { discAround } from "../../engines/coverage/disc.ts";
import type { Job, Window } from "../../engines/coverage/job.ts";
import { work, type Order } from "./shares.ts";
import type { Answer } from "./sweep-thread.ts";

export interface Swept {
  readonly window: Window;
  /** By the window's rows from the north, each from the west; NaN outside of the disc. */
  readonly values: Float32Array<SharedArrayBuffer>;
  /** How many nodes lie in the disc, and whether some of it lies off the grid. */
  readonly nodes: number;
  readonly isCut: boolean;
  /** Of computing. */
  readonly seconds: number;
}

export interface SweepPool extends AsyncDisposable {
  readonly threads: number;
  /**
   * One job at a time; the calling thread works with the others until it is done.
   * @param again values of an earlier sweep of the same window, which are written over
   * @throws Error of the sweep, as the engine says it
   */
  sweep(job: Job, again?: Swept): Promise<Swept>;
}

const SHARES = 8; // for each thread: one that has an easy share takes another

/** @param threads with the calling one */
export function openSweepPool(threads: number): SweepPool {
  inlineMore();
  const crew = Array.from({ length: threads - 1 }, startThread);
  return {
    threads,
    async sweep(job, again) {
      const { window, nodes, isCut } = discAround(job.grid, job.site, job.radius);
      const size = Float32Array.BYTES_PER_ELEMENT * window.rows * window.columns;
      const values = again?.values ?? new Float32Array(new SharedArrayBuffer(size));
      values.fill(Number.NaN);
      const start = performance.now();
      const next = new Int32Array(new SharedArrayBuffer(4));
      const parts = threads === 1 ? 1 : SHARES * threads;
      const order: Order = { job, window, values, next, parts };
      // Every thread has answered before one's error is thrown: the next job finds them waiting.
      const others = crew.map((thread) => thread.work(order));
      const own = (async () => work(order))();
      let written = 0;
      for (const answer of await Promise.allSettled([own, ...others])) {
        if (answer.status === "rejected") throw answer.reason;
        written += answer.value;
      }
      const seconds = (performance.now() - start) / 1000;
      if (written !== nodes) throw new Error(`Expected ${nodes} values, got ${written}.`);
      return { window, values, nodes, isCut, seconds };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(crew.map((thread) => thread.end()));
    },
  };
}

/**
 * V8 puts functions into their callers up to a size that suits servers. A sweep's inner loop is some twenty small ones
 * that hand each other numbers, which V8 boxes where it does not: a fifth of the time.
 */
function inlineMore(): void {
  setFlagsFromString("--max-inlined-bytecode-size=1000");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=4000");
}

interface Thread {
  work(order: Order): Promise<number>;
  end(): Promise<unknown>;
}

function startThread(): Thread {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const worker = new Worker(new URL(`./sweep-thread.${ending}`, import.meta.url), {
    execArgv: [], // a sweep needs nothing that the process was started with
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  return {
    work(order) {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const hear = (answer: Answer) => {
        worker.off("error", reject);
        if ("error" in answer) reject(new Error(answer.error));
        else resolve(answer.written);
      };
      worker.once("message", hear);
      worker.once("error", reject);
      worker.postMessage(order);
      return promise;
    },
    end: () => worker.terminate(),
  };
}
