/**
 * The queue of what is sent to the fediverse, as its library asks for one, on our private tables. Nothing in a table says
 * that a message is under way: it waits there until it is settled, so a killed process sends it again under its id.
 * Slow and dead servers hold up nobody. Rules in README.md.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type {
  Message,
  MessageQueue,
  MessageQueueEnqueueOptions,
  MessageQueueListenOptions,
} from "@fedify/fedify";
import type { Db } from "../db/store.ts";
import type { MessageDocument, WaitingMessage } from "../private/delivery-tables.ts";
import type { Privately } from "../private/part.ts";
import { documentOf, hostRows, lastNumber, nextDue } from "../private/waiting-messages.ts";
import { askFederation } from "../private/federation.ts";
import type { Delivery } from "./deliver.ts";
import type { Outcome } from "./hosts.ts";
import { ownLanguageFirst } from "./own-language.ts";
import { openSettling, type Settling } from "./settling.ts";
import { openStanding, type Standing } from "./standing.ts";
import { openTurns, type Limits, type Turns, type UnderWay } from "./turns.ts";

interface QueueOptions {
  readonly db: Db;
  readonly private: Privately;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly chance: () => number;
  readonly deliver: (to: Delivery) => Promise<Outcome>;
  readonly limits?: Partial<Limits>;
  /** ms that what is under way may take once the queue is told to stop. */
  readonly stopWithin?: number;
}
export interface FederationQueue extends MessageQueue {
  enqueueMany(messages: readonly Message[], options?: MessageQueueEnqueueOptions): Promise<void>;
  /** What the library would enqueue within `work`, not enqueued but given. */
  gather(work: () => Promise<void>): Promise<Message[]>;
  /** The next number in the order of sending. */
  number(): Promise<number>;
  /** Something was enqueued, or may go otherwise, in another way than through this queue. */
  look(): void;
  /** This server has just spoken to us. */
  heardFrom(host: string): Promise<void>;
}

const LIMITS: Limits = { quick: 24, all: 256, aHost: 2 };
const STOP_WITHIN = 8000; // ms
const LOOK_AGAIN = 100; // ms while something is held up by a limit
const BROKEN_READ = 5000; // ms
const LONGEST_SLEEP = 30_000; // ms
const DOCUMENTS = 32; // in memory
const BROKEN = 60_000; // ms, times the tries, until what our own code stumbled over is tried again
const MAX_BROKEN = 5; // tries

export function openQueue(options: QueueOptions): FederationQueue {
  const { db, private: privately, now, chance } = options;
  const limits = { ...LIMITS, ...options.limits };
  const gathering = new AsyncLocalStorage<Message[]>();
  const stopping = new AbortController();
  let handler: (message: Message) => Promise<void> | void = () => undefined;
  let wake: () => void = () => undefined;

  const settling = openSettling(privately, (hosts) => {
    for (const host of hosts) turns.add(host);
    wake();
  });
  const standing = openStanding({ now, chance, settling, aHost: limits.aHost });
  const turns = openTurns({ db, now, limits, settling, may: (host) => standing.may(host) });
  const look = () => {
    turns.look();
    wake();
  };
  const number = openNumbers(db, now);
  const attempt = openAttempts(options, { settling, standing, turns }, stopping, (message) =>
    handler(message),
  );

  async function enqueueMany(
    messages: readonly Message[],
    { delay, orderingKey }: MessageQueueEnqueueOptions = {},
  ): Promise<void> {
    const gathered = gathering.getStore();
    if (gathered) return void gathered.push(...messages);
    const time = now();
    const due = time + (delay?.total("milliseconds") ?? 0);
    const rows: WaitingMessage[] = [];
    const texts = new Map<string, MessageDocument>();
    for (const message of messages) {
      const row = { ...rowOf(message, orderingKey), due, made: time, n: await number() };
      const own = turns.under.get(row.id);
      if (own) {
        own.again = { due, more: row.more! };
        continue;
      }
      rows.push(row);
      if (row.document !== null) texts.set(row.document, documentIn(message, row.document));
    }
    if (rows.length === 0) return;
    await askFederation(privately).enqueue({ messages: rows, documents: [...texts.values()] });
    look();
  }

  /** Begin what may begin, and wait until there may be more. */
  async function begin(signal: AbortSignal, woken: Promise<void>): Promise<void> {
    let next = await turns.next();
    for (; typeof next === "object" && !signal.aborted; next = await turns.next())
      void attempt(next).then(() => wake());
    if (typeof next === "object") turns.end(next); // told to stop: it waits still
    else if (signal.aborted) return;
    else if (next === "full") await soon(() => LOOK_AGAIN, wake, woken);
    else {
      const due = (await nextDue(db, turns.lookedUntil())) ?? Infinity;
      await soon(() => due - now(), look, woken);
    }
  }

  return {
    nativeRetrial: false,
    number,
    look,
    enqueue: (message: Message, more) => enqueueMany([message], more),
    enqueueMany,
    async gather(work) {
      const gathered: Message[] = [];
      await gathering.run(gathered, work);
      return gathered;
    },
    async heardFrom(host) {
      if (!standing.revive(host)) return;
      await askFederation(privately).revive(host);
      look();
    },
    async listen(given, { signal = new AbortController().signal }: MessageQueueListenOptions = {}) {
      handler = given;
      standing.load(await hostRows(db));
      const stop = () => wake();
      signal.addEventListener("abort", stop);
      while (!signal.aborted) {
        const { promise: woken, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        try {
          await begin(signal, woken);
        } catch {
          if (!signal.aborted) await soon(() => BROKEN_READ, look, woken); // the database is away, say
        }
      }
      signal.removeEventListener("abort", stop);
      await ended(turns.under, options.stopWithin ?? STOP_WITHIN, stopping);
      await settling.close();
    },
  };
}

/** @returns the next number in the order of sending, at least as large as the time */
function openNumbers(db: Db, now: () => number): () => Promise<number> {
  let last: Promise<number> | undefined;
  return () => {
    const next = (last ?? lastNumber(db)).then((n) => Math.max(n + 1, now() * 1000));
    last = next;
    next.catch(() => (last = undefined)); // the database was away: it is read anew
    return next;
  };
}

/** @returns what tries to deal with one message; what comes of it is settled */
function openAttempts(
  { db, deliver }: QueueOptions,
  { settling, standing, turns }: { settling: Settling; standing: Standing; turns: Turns },
  stopping: AbortController,
  handler: (message: Message) => Promise<void> | void,
): (own: UnderWay) => Promise<void> {
  const documents = new Map<string, MessageDocument>();

  async function documentFor(id: string): Promise<MessageDocument | undefined> {
    const known = documents.get(id);
    if (known) return known;
    const found = await documentOf(db, id);
    if (!found) return undefined;
    documents.set(id, found);
    if (documents.size > DOCUMENTS) documents.delete(documents.keys().next().value!);
    return found;
  }

  async function sendOne(own: UnderWay): Promise<void> {
    const { inbox, host, document: id } = own.message;
    const document = await documentFor(id!);
    if (!document) return settling.done(own.message); // it was taken back meanwhile
    const speaks = standing.speaks(host);
    const outcome = await deliver({ inbox, document, speaks, signal: stopping.signal });
    if (stopping.signal.aborted && outcome.is === "failed") return; // it was cut off by us
    for (const revived of standing.settle(own, outcome)) turns.add(revived);
  }

  /** What came in: the library puts it back itself where it could not be dealt with. */
  async function handle(own: UnderWay, given: Message): Promise<void> {
    const { message } = own;
    await handler(given);
    if (own.again) settling.again(message, { tries: message.tries, problem: null, ...own.again });
    else settling.done(message);
  }

  return async (own) => {
    const { message, began } = own;
    try {
      await (message.more === null
        ? sendOne(own)
        : handle(own, JSON.parse(message.more) as Message));
    } catch (error) {
      // What our own code stumbles over is nobody else's fault.
      const [problem, tries] = [(error as Error).message, message.tries + 1];
      if (tries >= MAX_BROKEN) settling.done(message);
      else settling.again(message, { due: began + tries * BROKEN, tries, problem });
    }
    turns.end(own);
  };
}

/** Wait until it is woken, by what comes first. @param left ms, asked again after half a minute: a clock may jump */
async function soon(left: () => number, then: () => void, woken: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const rest = () => {
    const ms = left();
    const isLong = ms > LONGEST_SLEEP;
    timer = setTimeout(isLong ? rest : then, isLong ? LONGEST_SLEEP : Math.max(ms, 1));
  };
  rest();
  await woken;
  clearTimeout(timer);
}

/** What is under way ends by itself, or after a time is cut off: then it is sent again at the next start. */
async function ended(
  under: ReadonlyMap<string, UnderWay>,
  within: number,
  stopping: AbortController,
): Promise<void> {
  const until = performance.now() + within;
  while (under.size > 0) {
    await new Promise((done) => setTimeout(done, 20));
    if (performance.now() > until) stopping.abort();
  }
}

/** What is not sent has no server. */
function rowOf(
  message: Message,
  orderingKey: string | undefined,
): Omit<WaitingMessage, "due" | "made" | "n"> {
  const rest = { shared: 0, tries: 0, problem: null };
  if (message.type !== "outbox") {
    const { id } = message;
    const more = JSON.stringify(message);
    const ord = orderingKey ?? null;
    return { ...rest, id, activity: id, inbox: "", host: "", ord, document: null, more };
  }
  const { inbox, sharedInbox } = message;
  const activity = message.activityId ?? message.id;
  return {
    ...rest,
    id: `${activity} ${inbox}`,
    activity,
    inbox,
    host: new URL(inbox).host,
    shared: sharedInbox ? 1 : 0,
    ord: orderingKey ?? message.orderingKey ?? null,
    document: activity,
    more: null,
  };
}

/** Its keys stay where keys are kept; the first one, of RSA, signs. */
export function documentIn(message: Message, id: string): MessageDocument {
  if (message.type !== "outbox") throw new TypeError("Expected a message to an inbox.");
  const signer = message.keys.find(({ privateKey }) => privateKey.kty === "RSA")?.keyId;
  if (signer === undefined) throw new Error("Expected an actor with an RSA key.");
  return { id, json: JSON.stringify(ownLanguageFirst(message.activity)), signer };
}
