/** What the federation's thread does: answers what the protocol asks, sends what is to be said, carries out the desk's deeds. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Db } from "../db/store.ts";
import type { Frame } from "../web/frame.ts";
import { answerFor } from "./answering.ts";
import { agentOf } from "./asking.ts";
import { hostNumbers, hostRows } from "../private/waiting-messages.ts";
import { carryOut } from "./deeds.ts";
import { deliverer } from "./deliver.ts";
import { openFedify, pairsOf } from "./federation.ts";
import { fetchThread, signedLoader } from "./fetching.ts";
import { guardedFetch } from "./guard.ts";
import type { House } from "./house.ts";
import { unknownHost } from "./hosts.ts";
import { openKept } from "./kept.ts";
import { mended } from "./mended.ts";
import { openKv } from "./kv.ts";
import { openQueue } from "./queue.ts";
import { sayChanges, sayToday } from "./saying.ts";
import type { HostStatus, Speaks } from "./speaking.ts";
import type { Federating, Process } from "./thread.ts";
import { timeNow } from "../process/steady-clock.ts";

/** What the process tells the thread. */
export interface FederationData {
  readonly database: string;
  /** The public base address without a trailing slash. */
  readonly base: string;
  readonly version: string;
  readonly allowPrivate: boolean;
}
interface Composed {
  readonly reader: {
    readonly db: Db;
    readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  };
  readonly frame: (db: Db) => Promise<Frame>;
  readonly speaks: readonly Speaks[];
}

export async function openFederating(
  process: Process,
  { base, version, allowPrivate }: FederationData,
  { reader, frame, speaks }: Composed,
): Promise<Federating> {
  // Whatever asks an address that somebody elsewhere named, the library too, goes through the guard.
  const agent = agentOf(version, base);
  const ask = mended(guardedFetch({ agent, allowPrivate }));
  globalThis.fetch = ask;
  const stop = new AbortController();
  const { db } = reader;
  const now = timeNow;
  const kept = openKept(process.private, reader.snapshot, now);
  const queue = openQueue({
    db,
    private: process.private,
    now,
    chance: Math.random,
    deliver: deliverer({ ask, keyOf: (id) => signingKey(house, id) }),
  });
  const house: House = {
    base,
    speaks,
    ask,
    kept: {
      ...kept,
      async follow(actor, by) {
        await kept.follow(actor, by);
        await queue.heardFrom(by.host); // whoever asks to follow is there
      },
    },
    pairs: new Map(),
    hears: process.hears,
    log: process.log,
    asking: (work) =>
      reader.snapshot(async (read) =>
        work({ db: read, frame: await frame(read), today: dayAt(timeNow()) }),
      ),
  };
  const kv = openKv({ db, private: process.private, now });
  const fedify = openFedify({ base, version, agent, allowPrivate, kv, queue });
  const context = () => fedify.createContext(new URL(base), house);
  const sending = fedify.startQueue(house, { signal: stop.signal });
  const saying = { db, private: process.private, queue, kv, now };
  let said: Promise<unknown> = Promise.resolve();
  /** One after the other: what is said of a post follows from what was said of it last. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = said.then(work);
    said = next.catch(() => undefined);
    return next;
  };
  return {
    answer: (asked) => answerFor(fedify, context(), asked),
    does: (deed) => carryOut(context(), deed),
    say: (changes) => inTurn(() => sayChanges(context(), saying, changes)),
    async sayToday() {
      queue.look(); // what was written beside it, as by a restore, is found
      await inTurn(() => sayToday(context(), saying));
    },
    hosts: () => hostStatuses(db),
    find: async (what) =>
      (await context().lookupObject(what, { documentLoader: await signedLoader(context()) }))?.id
        ?.href,
    fetchThread: (uri) => fetchThread(context(), new URL(uri)),
    async close() {
      stop.abort();
      await Promise.all([sending, said]);
      await reader.db.destroy();
    },
  };
}

/** The RSA key of an actor of ours, by the id that other servers know it by. */
async function signingKey(house: House, id: string): Promise<CryptoKey> {
  const { hash, pathname } = new URL(id);
  const identifier = /^\/ap\/actors\/([^/]+)$/.exec(pathname)?.[1];
  const [first] = identifier ? await pairsOf(house, decodeURIComponent(identifier)) : [];
  if (hash !== "#main-key" || !first) throw new Error(`Expected a key of ours, got ${id}.`);
  return first.privateKey;
}

async function hostStatuses(db: Db): Promise<HostStatus[]> {
  const rows = new Map((await hostRows(db)).map((row) => [row.host, row]));
  return (await hostNumbers(db)).map((numbers) => {
    const { state, next, problem } = rows.get(numbers.host) ?? unknownHost(numbers.host);
    return {
      ...numbers,
      state,
      ...(next !== null && { next }),
      ...(problem !== null && { problem }),
    };
  });
}
