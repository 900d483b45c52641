/**
 * Runs the program's commands one after the other, each as a process of its own would: from its beginning until nothing is left to
 * do or it says that it ends. What they load is loaded, and made quick, once. Started by `cnd` (program.ts), which waits.
 */
import { pathToFileURL } from "node:url";
import { receiveMessageOnPort, workerData, type MessagePort } from "node:worker_threads";

export interface Asked {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
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
let [out, err] = ["", ""];
let asked = 0;
process.stdout.write = (text) => ((out += String(text)), true);
process.stderr.write = (text) => ((err += String(text)), true);
Reflect.deleteProperty(process, "execve"); // a thread cannot begin again in the place of its process

process.on("beforeExit", () => {
  if (asked > 0) answer(0, false);
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
  const { args, env } = receiveMessageOnPort(port)!.message as Asked;
  [out, err] = ["", ""];
  process.argv = [process.execPath, main, ...args];
  for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, env);
  asked += 1;
  void import(`${pathToFileURL(main).href}?${asked}`); // anew; what it loads stays
}
