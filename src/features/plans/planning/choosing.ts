/** The choice, made in a thread of its own: it can be stopped, and progress comes through. */
import { Worker } from "node:worker_threads";
import type { Reason } from "../../../engines/selection/order.ts";
import type { Choice, Problem, Step } from "../../../engines/selection/problem.ts";
import { Stopped, type Going } from "./breath.ts";
import type { Region } from "./region.ts";

export interface Chosen {
  readonly choice: Choice;
  /** In the order of building. */
  readonly steps: readonly Step[];
  /** Why each place is where it is. */
  readonly reasons: readonly Reason[];
  readonly curve: readonly { readonly budget: number; readonly choice: Choice }[];
}

/** What the thread says: how far it is, or the answer. */
export type Said = { readonly share: number } | { readonly chosen: Chosen };
export interface Asking {
  readonly problem: Problem;
  /** Of each hop of the problem, by its id. */
  readonly radios: readonly string[];
  readonly search: Region["search"];
}

/** @throws Stopped, and RangeError for a problem that is none */
export async function choose(asking: Asking, { signal, tell }: Going): Promise<Chosen> {
  const entry = new URL(
    `./choosing-thread${import.meta.url.endsWith(".ts") ? ".ts" : ".js"}`,
    import.meta.url,
  );
  const thread = new Worker(entry, { workerData: asking });
  const stop = () => void thread.terminate();
  signal?.addEventListener("abort", stop);
  try {
    return await new Promise<Chosen>((resolve, reject) => {
      thread.on("message", (said: Said) => {
        if ("chosen" in said) resolve(said.chosen);
        else tell?.("Which of them to build", said.share);
      });
      thread.on("error", reject);
      thread.on("exit", () => reject(new Stopped("Which of them to build")));
      if (signal?.aborted) stop();
    });
  } finally {
    signal?.removeEventListener("abort", stop);
    await thread.terminate();
  }
}
