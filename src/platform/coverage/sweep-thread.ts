/** A thread that sweeps beside others. */
import { parentPort } from "node:worker_threads";
import { work, type Order } from "./shares.ts";

export type Answer = { readonly written: number } | { readonly error: string };

parentPort?.on("message", (order: Order) => {
  let answer: Answer;
  try {
    answer = { written: work(order) };
  } catch (error) {
    answer = { error: (error as Error).message };
  }
  parentPort?.postMessage(answer);
});
