/**
 * The last resort: a promise that failed while nobody listened would end the program, with whatever others do there. It is
 * said and counted instead, in every thread. Each is a mistake of ours; the tests fail on any (tools/program.ts).
 */
import { BroadcastChannel } from "node:worker_threads";
import { errorLine } from "../web/failure.ts";

const CHANNEL = "cnd strays";

/** For the process: told of each, in whichever of its threads, in one line. */
export function onStray(then: (line: string) => void): Disposable {
  const stray = (error: unknown) => then(lineOf(error));
  process.on("unhandledRejection", stray);
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", (message) => then(String((message as MessageEvent).data)));
  channel.unref();
  return {
    [Symbol.dispose]() {
      process.off("unhandledRejection", stray);
      channel.close();
    },
  };
}

/** For a thread, once: hand them on to the process. */
export function passStraysOn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.unref();
  process.on("unhandledRejection", (error) => channel.postMessage(lineOf(error)));
}

const lineOf = (error: unknown): string => `A promise had no handler: ${errorLine(error)}`;
