/**
 * The federation in a thread of its own: what it has to load, and the arithmetic of its signatures, never hold up a page.
 * It begins with the first thing that is asked of it. Both ends of the conversation are in this file.
 */
import { Worker, type MessagePort } from "node:worker_threads";
import type { Privately } from "../private/part.ts";
import type { Change, Deed, Heard, Hears, HostStatus } from "./speaking.ts";

/** A request as it crosses. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: Uint8Array;
}
/** Its answer. */
export interface Answered {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
}

/** What the thread does when it is asked to. */
export interface Federating {
  answer(asked: Asked): Promise<Answered>;
  does(deed: Deed): Promise<void>;
  /** Build and enqueue what follows from these changes; the same twice sends nothing twice. */
  say(changes: readonly Change[]): Promise<void>;
  /** Say what has changed with the day alone; also begins to send what waits. */
  sayToday(): Promise<void>;
  hosts(): Promise<readonly HostStatus[]>;
  /** The address of whoever has this handle, `name@host`, or of what stands at this address; undefined for nobody. */
  find(what: string): Promise<string | undefined>;
  /** Read the thread that this address is part of; how many posts were heard. */
  fetchThread(uri: string): Promise<number>;
  /** Resolves when nothing is under way any more. */
  close(): Promise<void>;
}

/** What the thread asks of the process. */
export interface Process {
  readonly private: Privately;
  readonly hears: Hears;
  /** One line for the operator. */
  readonly log: (line: string) => void;
}

type Call = {
  [K in keyof Federating]: { call: K; argument: Parameters<Federating[K]>[0] };
}[keyof Federating];
type FromThread =
  | { ask: number; call: "private"; operation: string; argument: unknown }
  | { ask: number; call: "hears"; heard: Heard }
  | { log: string };
type Reply = { id: number; value: unknown } | { id: number; error: string };
type FromProcess = ({ id: number } & Call) | { answers: Reply };

const CLOSING = 10_000; // ms for what is under way when the instance stops
const AGAIN = 30_000; // ms before a thread that ended unasked is begun anew

export interface FederationThread extends Federating {
  /** Whether it has begun. */
  readonly runs: boolean;
  /** End what is under way, and its thread; it begins anew with the next thing that is asked. */
  rest(): Promise<void>;
}

/** Nothing runs until it is asked for something. A thread that ends unasked takes nothing else with it. */
export function federationThread(
  entry: URL,
  data: Readonly<Record<string, unknown>>,
  process: Process,
): FederationThread {
  let worker: Worker | undefined;
  let endedAt = -Infinity;
  let isClosed = false;
  let last = 0;
  const waiting = new Map<number, { done: (v: never) => void; failed: (e: Error) => void }>();

  function begin(): Worker {
    const begun = new Worker(entry, {
      workerData: data,
      name: "federation",
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
    });
    begun.unref();
    const ended = (why: string) => {
      if (worker !== begun) return;
      worker = undefined;
      endedAt = performance.now();
      if (!isClosed) process.log(`The federation's thread has ended: ${why}`);
      for (const asked of waiting.values()) asked.failed(new Error(why));
      waiting.clear();
    };
    begun.on("error", (error) => ended((error as Error).message));
    begun.on("exit", () => ended("it was stopped"));
    begun.on("message", (message: Reply | FromThread) => {
      if ("log" in message) return process.log(message.log);
      if ("ask" in message) return void serve(begun, message);
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if ("error" in message) asked?.failed(new Error(message.error));
      else asked?.done(message.value as never);
    });
    return begun;
  }

  async function serve(to: Worker, asked: Extract<FromThread, { ask: number }>): Promise<void> {
    const id = asked.ask;
    const work =
      asked.call === "private"
        ? process.private(asked.operation, asked.argument)
        : process.hears(asked.heard);
    const reply = await settled(id, work);
    to.postMessage({ answers: reply } satisfies FromProcess);
  }

  function ask<K extends keyof Federating>(
    call: K,
    argument?: Parameters<Federating[K]>[0],
  ): ReturnType<Federating[K]> {
    return new Promise((done, failed) => {
      if (isClosed) return failed(new Error("The instance stops."));
      if (!worker && performance.now() - endedAt < AGAIN)
        return failed(new Error("The federation's thread has just ended; it begins again soon."));
      worker ??= begin();
      const id = ++last;
      waiting.set(id, { done, failed });
      worker.postMessage({ id, call, argument });
    }) as ReturnType<Federating[K]>;
  }

  async function rest(): Promise<void> {
    const ending = worker;
    if (!ending) return;
    const late = new Promise<void>((done) => setTimeout(done, CLOSING).unref());
    await Promise.race([ask("close"), late]).catch(() => undefined);
    worker = undefined;
    const left = [...waiting.values()]; // whoever asks from here on asks another thread
    waiting.clear();
    await ending.terminate();
    for (const asked of left) asked.failed(new Error("The federation's thread was told to end."));
  }

  return {
    get runs() {
      return worker !== undefined;
    },
    answer: (asked) => ask("answer", asked),
    does: (deed) => ask("does", deed),
    say: (changes) => ask("say", changes),
    sayToday: () => ask("sayToday"),
    hosts: () => ask("hosts"),
    find: (what) => ask("find", what),
    fetchThread: (uri) => ask("fetchThread", uri),
    rest,
    async close() {
      const ended = rest();
      isClosed = true;
      await ended;
    },
  };
}

/** The thread's end: what the process asks before all is open waits for it. */
export function serveFederation(
  port: MessagePort,
  open: (process: Process) => Promise<Federating>,
): void {
  const asked = new Map<number, { done: (v: never) => void; failed: (e: Error) => void }>();
  let last = 0;
  function ask<T>(what: object): Promise<T> {
    return new Promise<T>((done, failed) => {
      const id = ++last;
      asked.set(id, { done, failed });
      port.postMessage({ ask: id, ...what });
    });
  }
  const federating = open({
    private: (operation, argument) => ask({ call: "private", operation, argument }),
    hears: (heard) => ask({ call: "hears", heard }),
    log: (line) => port.postMessage({ log: line } satisfies FromThread),
  });
  port.on("message", (message: FromProcess) => {
    if ("answers" in message) {
      const { answers } = message;
      const waits = asked.get(answers.id);
      asked.delete(answers.id);
      if ("error" in answers) waits?.failed(new Error(answers.error));
      else waits?.done(answers.value as never);
      return;
    }
    const { id, call, argument } = message;
    const work: Promise<unknown> = federating.then(
      (all) => all[call](argument as never) as unknown,
    );
    void settled(id, work).then((reply) => port.postMessage(reply));
  });
}

const settled = (id: number, work: Promise<unknown>): Promise<Reply> =>
  work.then(
    (value): Reply => ({ id, value }),
    (error: unknown): Reply => ({ id, error: error instanceof Error ? error.message : "" }),
  );
