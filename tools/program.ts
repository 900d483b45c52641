/**
 * The built program, built once for everything that starts it: tests, benchmarks. `serveAlone` runs it as an operator does; where it
 * does not matter, `serve` and `cnd` let one process or thread begin it again and again.
 */
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
import type { Begun } from "./begin-again.ts";
import type { Answered, Asked, Hands } from "./command-thread.ts";
import { ENDED } from "./server-process.ts";

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

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let commands: { readonly thread: Worker; readonly hands: Hands } | undefined;
const AT_MOST = 300_000; // ms, of one command

/** Run a command to its end; nothing else goes on in this process meanwhile. @param input what is typed for it */
export function cnd(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = "",
): Ran {
  const { thread, hands } = (commands ??= beginCommands());
  const { turn, port } = hands;
  port.postMessage({ args, env: { ...around(), ...env }, input } satisfies Asked);
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
  /** What it has written as errors so far. */
  readonly complaints: () => string;
}
export interface ServedAlone extends Served {
  readonly process: ChildProcess;
}

interface Server {
  readonly process: ChildProcess;
  /** What it has written as errors since it serves what it serves. */
  said: { err: string };
}

// Of this process of the tests, that wait for an instance to serve; they end with it.
const waiting: Server[] = [];
const KEPT = 2;
const A_WHILE = 60_000; // ms in which one that is told to stop does
const FROM_ITS_BEGINNING = ["NODE_OPTIONS", "NODE_EXTRA_CA_CERTS", "LD_PRELOAD", "TZ"];

/** How many processes that serve stay for the next file. */
export const keptServers = (): number => waiting.length;

/**
 * Serve until disposed; resolves when /healthz answers 200. Where test files follow one another in a process, so do instances in
 * those that serve them: a third of what a server took was its start. What a process knows from its beginning is the same for all.
 */
export async function serve(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Served> {
  for (const name of FROM_ITS_BEGINNING)
    if (env[name] !== undefined)
      throw new Error(`Expected serveAlone: a process reads ${name} when it begins.`);
  if (!process.connected) return serveAlone(env, args);
  const server = waiting.pop() ?? beginServer();
  const said = (server.said = { err: "" });
  const port = await freePort();
  server.process.send({
    args: ["serve", ...args],
    env: { ...around(), ...env, PORT: String(port) },
  } satisfies Begun);
  return servedBy(server, port, async () => {
    process.kill(server.process.pid!, "SIGTERM"); // what it started is for itself to end
    const late = performance.now() + A_WHILE;
    while (!hasEnded(server) && !said.err.includes(ENDED)) {
      if (performance.now() > late) {
        await endServer(server, "SIGKILL");
        throw new Error(`The server was told to stop, and does not: ${said.err}`);
      }
      await sleep(2);
    }
    if (hasEnded(server)) return;
    if (waiting.length < KEPT) waiting.push(server);
    else await endServer(server, "SIGKILL");
  });
}

/** A process that serves one instance after the other. */
function beginServer(): Server {
  const child = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      resolve(import.meta.dirname, "server-process.ts"),
      program(),
    ],
    { stdio: ["ignore", "ignore", "pipe", "ipc"], detached: true, env: around() },
  );
  if (process.listenerCount("disconnect", endWaiting) === 0) process.once("disconnect", endWaiting);
  const server = heard(child);
  child.once("exit", () => {
    if (waiting.includes(server)) waiting.splice(waiting.indexOf(server), 1);
  });
  return server;
}

function endWaiting(): void {
  for (const server of waiting) server.process.kill("SIGKILL");
}

/**
 * As `serve`, in a process of its own, as an operator runs it, memory and all, which a test may kill. `under` puts a tracer before
 * the program; `main` is another one.
 */
export async function serveAlone(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  under: readonly string[] = [],
  main = program(),
): Promise<ServedAlone> {
  const port = await freePort();
  const [command, ...rest] = [...under, process.execPath, main, "serve", ...args];
  const child = spawn(command!, rest, {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true, // a group of its own: a tracer does not hand signals on
    env: { ...around(), ...env, PORT: String(port) },
  });
  const server = heard(child);
  const served = await servedBy(server, port, () => endServer(server, "SIGTERM"));
  return { ...served, process: child };
}

function heard(child: ChildProcess): Server {
  const server: Server = { process: child, said: { err: "" } };
  child.stderr!.setEncoding("utf8").on("data", (text) => (server.said.err += text));
  return server;
}

const hasEnded = ({ process: { exitCode, signalCode } }: Server): boolean =>
  exitCode !== null || signalCode !== null;

async function endServer(server: Server, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server.process, "exit");
  process.kill(-server.process.pid!, signal);
  await ended;
}

async function servedBy(server: Server, port: number, end: () => Promise<void>): Promise<Served> {
  const base = `http://127.0.0.1:${port}`;
  const { said } = server;
  const complaints = () => said.err.replace(ENDED, "");
  for (let i = 0; ; i++) {
    if (hasEnded(server) || said.err.includes(ENDED) || i > 600) {
      await endServer(server, "SIGKILL"); // one that stays would keep whoever waits for it
      throw new Error(`The server did not start: ${complaints()}`);
    }
    const up = await fetch(`${base}/healthz`).catch(() => undefined);
    if (up?.status === 200) break;
    await sleep(25);
  }
  let isServed = true;
  return {
    base,
    complaints,
    [Symbol.asyncDispose]: async () => {
      if (!isServed || hasEnded(server)) return;
      isServed = false;
      await end();
      if (/A promise had no handler/.test(said.err))
        throw new Error(`A promise had no handler:\n${said.err}`);
    },
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
