/**
 * The log in a thread of its own: one thread owns the only writing connection, so a long append or a
 * rebuild never holds up a page. Both ends of the conversation are in this file.
 */
import { Worker, type MessagePort } from "node:worker_threads";
import type { Privately } from "../private/part.ts";
import { RecordError } from "../records/record.ts";
import type { Incoming } from "./incoming.ts";
import type { Accepted } from "./holding.ts";
import type { Appended, Unless } from "./appending.ts";
import type { Log } from "./log.ts";
import type { Rebuilt } from "./rebuild.ts";

type Ask = { id: number } & (
  | { call: "append"; records: readonly Incoming[]; unless: Unless | undefined }
  | { call: "replay" | "keepWaiting"; records: readonly Incoming[] }
  | { call: "rebuild" }
  | { call: "touch"; names: readonly string[] }
  | { call: "opened" | "retryHeld" }
  | { call: "private"; operation: string; argument: unknown }
  | { call: "close" }
);
type Reply =
  | { id: number; value: unknown }
  | { id: number; progress: [number, number] }
  | { id: number; error: Plain }
  | { alone: true };

/** An error as it crosses; `errcode` is SQLite's own number. */
interface Plain {
  readonly name: string;
  readonly message: string;
  readonly code?: string | undefined;
  readonly errcode?: number | undefined;
}

export interface LogThread extends Omit<Log, "atOpening"> {
  /** Resolves once the log is open for appending, with what came of what waited; what is asked before waits. */
  readonly ready: Promise<Accepted>;
  /** Resolves once it is the only one that writes into the database; what cannot be so fails as `ready` does. */
  readonly alone: Promise<void>;
  /** Rejects when the thread ends unasked; never resolves. */
  readonly failed: Promise<never>;
  /** Carry out an operation on a private table (platform/private). */
  readonly private: Privately;
  /** The number of the latest commit; raised before its append is acknowledged. */
  readonly commits: { current(): number };
  /** All that was written, private rows too; heard of before it is acknowledged. */
  readonly writes: Writes;
  close(): Promise<void>;
}

/** What `thread.ts` puts into the worker's data beside what the caller needs there. */
export interface ThreadData {
  /** Two numbers: of the latest commit, and of all writes. */
  readonly commits: SharedArrayBuffer;
}

/**
 * Start the thread. When it cannot open the log, `ready` and whatever was asked fail with its error.
 * @param entry the module that calls `serveLog` in the thread
 */
export function startLogThread(entry: URL, data: Readonly<Record<string, unknown>>): LogThread {
  const commits = new SharedArrayBuffer(16);
  const counter = new BigInt64Array(commits);
  const worker = new Worker(entry, {
    workerData: { ...data, commits } satisfies ThreadData,
    resourceLimits: { maxYoungGenerationSizeMb: 6 },
  });
  const waiting = new Map<
    number,
    {
      done: (value: never) => void;
      failed: (error: Error) => void;
      progress?: ((done: number, total: number) => void) | undefined;
    }
  >();
  const writes = openWrites(() => Number(Atomics.load(counter, WRITES)));
  let heard = 0; // of them
  let last = 0;
  let ended: Error | undefined;
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => undefined); // whoever serves awaits it
  const alone = Promise.withResolvers<void>();
  alone.promise.catch(() => undefined);
  const fail = (error: Error) => {
    ended ??= error;
    reject(error);
    alone.reject(error);
    for (const asked of waiting.values()) asked.failed(error);
    waiting.clear();
  };
  worker.on("error", (error) => fail(error as Error));
  worker.on("exit", () => fail(new Error("The log's thread has ended.")));
  worker.on("message", (reply: Reply) => {
    if ("alone" in reply) return alone.resolve();
    if ("error" in reply) Atomics.add(counter, WRITES, 1n); // it may be there all the same
    if (writes.current() !== heard) {
      heard = writes.current();
      writes.heard();
    }
    const asked = waiting.get(reply.id);
    if (!asked) return;
    if ("progress" in reply) return asked.progress?.(...reply.progress);
    waiting.delete(reply.id);
    if ("error" in reply) asked.failed(asError(reply.error));
    else asked.done(reply.value as never);
  });

  function ask<T>(
    what: Ask extends infer A ? (A extends { id: number } ? Omit<A, "id"> : never) : never,
    progress?: (done: number, total: number) => void,
  ): Promise<T> {
    return new Promise((done, failed) => {
      if (ended) return failed(ended);
      const id = ++last;
      waiting.set(id, { done, failed, progress });
      worker.postMessage({ id, ...what });
    });
  }

  const ready = ask<Accepted>({ call: "opened" });
  ready.catch(reject);
  return {
    ready,
    alone: alone.promise,
    failed: broken,
    append: (records, unless) => ask<Appended>({ call: "append", records, unless }),
    replay: (records) => ask<Appended>({ call: "replay", records }),
    keepWaiting: (records) => ask<Appended>({ call: "keepWaiting", records }),
    rebuild: (progress) => ask<Rebuilt>({ call: "rebuild" }, progress),
    touch: (names) => ask<void>({ call: "touch", names }),
    retryHeld: () => ask<Accepted>({ call: "retryHeld" }),
    private: (operation, argument) => ask({ call: "private", operation, argument }),
    commits: { current: () => Number(Atomics.load(counter, COMMIT)) },
    writes,
    async close() {
      if (!ended) await ask({ call: "close" });
      await worker.terminate();
    },
  };
}

/** What was written into the database so far: records and private rows, by whoever asked for it. */
export interface Writes {
  /** How many writes there were; raised before a write is acknowledged. */
  current(): number;
  /** Resolves once `holds` does, which is asked now, after each write and each second; also when the signal aborts. */
  until(holds: () => boolean, signal: AbortSignal): Promise<void>;
}

const TICK = 1000; // ms; a clock may jump, and a machine may sleep, which no timer notices

/** @param current how many there were so far @returns also what is called after there were more */
export function openWrites(current: () => number): Writes & { readonly heard: () => void } {
  const resting = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const heard = () => resting.forEach((look) => look());
  return {
    current,
    heard,
    until: (holds, signal) =>
      new Promise((done, failed) => {
        const end = () => {
          resting.delete(look);
          signal.removeEventListener("abort", end);
          if (resting.size === 0) {
            clearInterval(timer);
            timer = undefined;
          }
          done();
        };
        const look = () => {
          try {
            if (holds()) end();
          } catch (error) {
            end();
            failed(error);
          }
        };
        if (signal.aborted || holds()) return done();
        resting.add(look);
        signal.addEventListener("abort", end);
        timer ??= setInterval(heard, TICK).unref();
      }),
  };
}

/** The thread's end: answer what the other end asks until it says close. */
export function serveLog(
  port: MessagePort,
  log: Log,
  privately: Privately,
  close: () => Promise<void>,
): void {
  const pending = new Set<Promise<unknown>>();
  port.on("message", (asked: Ask) => {
    const answered = answer(asked);
    pending.add(answered);
    answered
      .then(
        (value) => port.postMessage({ id: asked.id, value } satisfies Reply),
        (error: unknown) => port.postMessage({ id: asked.id, error: plain(error) } satisfies Reply),
      )
      .finally(() => pending.delete(answered));
  });
  async function answer(asked: Ask): Promise<unknown> {
    if (asked.call === "append") return log.append(asked.records, asked.unless);
    if (asked.call === "replay") return log.replay(asked.records);
    if (asked.call === "keepWaiting") return log.keepWaiting(asked.records);
    if (asked.call === "opened") return log.atOpening;
    if (asked.call === "retryHeld") return log.retryHeld();
    if (asked.call === "touch") return log.touch(asked.names);
    if (asked.call === "private") return privately(asked.operation, asked.argument);
    if (asked.call === "close") {
      await Promise.allSettled(pending); // what was asked before is answered before
      return close();
    }
    return log.rebuild((done, total) =>
      port.postMessage({ id: asked.id, progress: [done, total] } satisfies Reply),
    );
  }
}

const [COMMIT, WRITES] = [0, 1]; // where they stand in what the threads share

/** For the thread: raise what is shared; the caller acknowledges only afterwards. */
export function writeCounters({ commits }: ThreadData) {
  const counter = new BigInt64Array(commits);
  const wrote = (): void => void Atomics.add(counter, WRITES, 1n);
  return {
    /** Something was written that is no record. */
    wrote,
    committed: (commit: number): void => {
      Atomics.store(counter, COMMIT, BigInt(commit));
      wrote();
    },
  };
}

function plain(error: unknown): Plain {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { code, errcode } = error as { code?: string; errcode?: number };
  return { name: error.name, message: error.message, code, errcode };
}

function asError({ name, code, errcode, message }: Plain): Error {
  if (name === "RecordError") return new RecordError(code as RecordError["code"], message);
  return Object.assign(new Error(message), { name, code, errcode });
}
