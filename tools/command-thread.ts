/**
 * Runs the program's commands one after the other, each as a process of its own would: from its beginning until nothing is left to
 * do or it says that it ends. What they load is loaded, and made quick, once. Started by `cnd` (program.ts), which waits.
 */
import { Readable } from "node:stream";
import { receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";
import { beginAgain, type Begun } from "./begin-again.ts";

export interface Asked extends Begun {
  /** On standard input. */
  readonly input: string;
}
export interface Answered {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly ends: boolean;
}
export interface Hands {
  readonly main: string;
  /** Whose turn it is: 0 the asker's, 1 the command's. */
  readonly turn: Int32Array<SharedArrayBuffer>;
  readonly port: MessagePort;
}

const { main, turn, port } = workerData as Hands;
const begin = beginAgain(main);
let [out, err] = ["", ""];
let hasBegun = false;
process.stdout.write = (text) => ((out += String(text)), true);
process.stderr.write = (text) => ((err += String(text)), true);

process.on("beforeExit", () => {
  if (hasBegun) answer(0, false);
  take();
});
process.on("exit", (code) => answer(code, true));

/** @param ends whether this thread ends with it */
function answer(code: number, ends: boolean): void {
  port.postMessage({ code, out, err, ends } satisfies Answered);
  Atomics.store(turn, 0, 0);
  Atomics.notify(turn, 0);
}

function take(): void {
  Atomics.wait(turn, 0, 0);
  [out, err] = ["", ""];
  hasBegun = true;
  const asked = receiveMessageOnPort(port)!.message as Asked;
  const value = Readable.from([Buffer.from(asked.input)]);
  Object.defineProperty(process, "stdin", { value, configurable: true });
  begin(asked);
}
