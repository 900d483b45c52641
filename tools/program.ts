/** The built program, as an operator runs it: built once for everything that starts it as a process: tests, benchmarks. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Answered, Asked, Hands } from "./command-thread.ts";

let built: string | undefined;

/** Path of the built main.js; compiled from today's sources into a cache of the checkout. */
export function program(): string {
  if (built) return built;
  const newest = Math.max(...globSync("src/**/*").map((f) => statSync(f).mtimeMs));
  const dir = resolve(`.cache/program-${Math.round(newest)}`);
  if (!existsSync(dir)) {
    const making = `${dir}.${randomBytes(4).toString("hex")}`; // two test files may build at once
    const args = ["--disable-warning=ExperimentalWarning", "tools/compile.ts", making];
    const done = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`The program does not compile:\n${done.stderr}`);
    try {
      renameSync(making, dir);
      forgetOldPrograms(dir);
    } catch {
      rmSync(making, { recursive: true, force: true }); // the other one was faster
    }
  }
  try {
    symlinkSync(resolve("translations"), ".cache/translations"); // where the program looks for them: beside its folder
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return (built = join(dir, "main.js"));
}

/** Those of earlier sources; the newest but this one stays, for whoever runs it still. */
export function forgetOldPrograms(now: string): void {
  const all = readdirSync(dirname(now))
    .filter((name) => /^program-\d+$/.test(name))
    .map((name) => join(dirname(now), name))
    .filter((one) => one !== now);
  const older = all.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(1);
  for (const one of older) rmSync(one, { recursive: true, force: true });
}

/** What stands around a program: where others are found, and the day, the zone and the fonts of a long run. */
const AROUND = /^(?:PATH|NODE_COMPILE_CACHE|TZ|LD_PRELOAD|FAKETIME.*|FONTCONFIG_FILE)$/;
export const around = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => AROUND.test(name)));

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let commands: { readonly thread: Worker; readonly hands: Hands } | undefined;
const AT_MOST = 300_000; // ms, of one command

/** Run a command to its end; nothing else goes on in this process meanwhile. */
export function cnd(args: readonly string[], env: Readonly<Record<string, string>> = {}): Ran {
  const { thread, hands } = (commands ??= beginCommands());
  const { turn, port } = hands;
  port.postMessage({ args, env: { ...around(), ...env } } satisfies Asked);
  Atomics.store(turn, 0, 1);
  Atomics.notify(turn, 0);
  const waited = Atomics.wait(turn, 0, 1, AT_MOST);
  const { code, out, err, ends } = (receiveMessageOnPort(port)?.message ?? {
    code: null,
    out: "",
    err: `cnd ${args.join(" ")}: no answer (${waited}).`,
    ends: true,
  }) as Answered;
  if (ends) {
    void thread.terminate();
    commands = undefined;
  }
  hangUp();
  return { code, out, err };
}

/** A thread that runs one command after the other, as processes would: a start of the whole program for each was most of what they took. */
function beginCommands() {
  const turn = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  const workerData: Hands = { main: program(), turn, port: port2 };
  const thread = new Worker(new URL("./command-thread.ts", import.meta.url), {
    workerData,
    transferList: [port2],
    execArgv: [],
    env: around(),
    stdin: false,
  });
  thread.unref();
  port.unref();
  return { thread, hands: { ...workerData, port } };
}

const LINES = Symbol.for("undici.globalDispatcher.2"); // where Node's fetch keeps them

/**
 * Let `fetch` ask on new lines. A server closes one on which nobody asked anything for a while, which this process did not hear
 * while it stood still: what it asked next on it would be lost.
 */
function hangUp(): void {
  const lines: unknown = Reflect.get(globalThis, LINES);
  if (lines instanceof Object)
    Reflect.set(globalThis, LINES, Reflect.construct(lines.constructor, []));
}

export interface Served extends AsyncDisposable {
  readonly base: string;
  readonly process: ChildProcess;
  /** What it has written as errors so far. */
  readonly complaints: () => string;
}

/** Serve until disposed; resolves when /healthz answers 200. `under` puts a tracer before the program; `main` is another one. */
export async function serve(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  under: readonly string[] = [],
  main = program(),
): Promise<Served> {
  const port = await freePort();
  const [command, ...rest] = [...under, process.execPath, main, "serve", ...args];
  const child = spawn(command!, rest, {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true, // a group of its own: a tracer does not hand signals on
    env: { ...around(), ...env, PORT: String(port) },
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (err += text));
  const base = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    process.kill(-child.pid!, signal);
    await ended;
    if (/A promise had no handler/.test(err)) throw new Error(`A promise had no handler:\n${err}`);
  };
  for (let i = 0; ; i++) {
    if (child.exitCode !== null || i > 600) {
      await end("SIGKILL"); // one that stays would keep whoever waits for it
      throw new Error(`The server did not start: ${err}`);
    }
    const up = await fetch(`${base}/healthz`).catch(() => undefined);
    if (up?.status === 200) break;
    await sleep(25);
  }
  return {
    base,
    process: child,
    complaints: () => err,
    [Symbol.asyncDispose]: () => end("SIGTERM"),
  };
}

/** A temporary folder, gone when disposed. */
export function temporary(): { readonly dir: string } & Disposable {
  const dir = mkdtempSync(join(tmpdir(), "cnd-test-"));
  mkdirSync(dir, { recursive: true });
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== "object" || !address) throw new Error("Expected a free port, got none.");
  return address.port;
}
