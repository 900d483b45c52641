/** Which message goes next: servers take turns, each with a few at a time, and of one order key only what comes first. */
import type { Db } from "../db/store.ts";
import type { WaitingMessage } from "../private/delivery-tables.ts";
import { dueHosts, dueMessages } from "../private/waiting-messages.ts";
import type { Settling } from "./settling.ts";

export interface Limits {
  /** Begun within the last second: what busies the processor. */
  readonly quick: number;
  /** Under way in all: most of them wait for servers that are slow. */
  readonly all: number;
  readonly aHost: number;
}
export interface UnderWay {
  readonly message: WaitingMessage;
  /** UTC milliseconds. */
  readonly began: number;
  /** Of the process's own clock, ms. */
  readonly tick: number;
  /** The library put it back meanwhile. */
  again?: { readonly due: number; readonly more: string };
}
export interface Turns {
  readonly under: ReadonlyMap<string, UnderWay>;
  /** What waits may be other than was read: read it anew. */
  look(): void;
  /** Something may have become due for this server. */
  add(host: string): void;
  /** The next message, under way from now on; `full`: only a limit holds up what there is. */
  next(): Promise<UnderWay | "full" | undefined>;
  end(own: UnderWay): void;
  /** Until when what is due was looked for last, UTC milliseconds: what becomes due later is yet to be looked for. */
  lookedUntil(): number;
}
interface TurnsOptions {
  readonly db: Db;
  readonly now: () => number;
  readonly limits: Limits;
  readonly settling: Settling;
  /** Whether a server is to be left in peace, and how many it may have. */
  readonly may: (host: string) => number;
}

const QUICK = 1000; // ms
const AHEAD = 8; // messages of a server that are read together
const INCOMING = 8; // what came in, dealt with at a time: most of it waits for another server's answer

export function openTurns({ db, now, limits, settling, may }: TurnsOptions): Turns {
  const under = new Map<string, UnderWay>();
  const busy = new Set<string>(); // order keys
  const counts = new Map<string, number>(); // under way, by server
  const ahead = new Map<string, WaitingMessage[]>();
  const turn = new Set<string>(); // servers for which something may be due; whose turn it was goes to the end
  let isStale = true;
  let looks = 0; // how often what was read became old
  let until = 0; // of the last look, UTC ms

  function isFull(): boolean {
    if (under.size >= limits.all) return true;
    const since = performance.now() - QUICK;
    let quick = 0;
    for (const { tick } of under.values()) if (tick > since) quick++;
    return quick >= limits.quick;
  }

  async function take(host: string): Promise<WaitingMessage | undefined> {
    let own = ahead.get(host) ?? [];
    for (let seen = -1; own.length === 0 && seen !== looks;) {
      seen = looks; // what is read while something is taken back may hold it still: then it is read again
      // What is dealt with while it is read stands in what is read: it is known from before.
      const known = new Set(settling.heldOf(host));
      for (const { message } of under.values()) if (message.host === host) known.add(message.id);
      const limit = AHEAD + known.size;
      own = (await dueMessages(db, { host, now: now(), limit })).filter(({ id }) => !known.has(id));
      if (seen !== looks) own = [];
      else ahead.set(host, own);
    }
    const at = own.findIndex(({ ord }) => ord === null || !busy.has(ord));
    return at < 0 ? undefined : own.splice(at, 1)[0];
  }

  function begin(message: WaitingMessage): UnderWay {
    const { id, host, ord } = message;
    const own: UnderWay = { message, began: now(), tick: performance.now() };
    under.set(id, own);
    if (ord !== null) busy.add(ord);
    counts.set(host, (counts.get(host) ?? 0) + 1);
    turn.delete(host);
    turn.add(host);
    return own;
  }

  return {
    under,
    look() {
      isStale = true;
      looks++;
      ahead.clear();
    },
    add: (host) => void turn.add(host),
    async next() {
      if (isStale) {
        isStale = false;
        until = now();
        for (const host of await dueHosts(db, until)) turn.add(host);
      }
      if (isFull()) return turn.size > 0 ? "full" : undefined;
      for (const host of turn) {
        const most = host === "" ? INCOMING : may(host);
        if (most === 0) turn.delete(host);
        if ((counts.get(host) ?? 0) >= most) continue;
        turn.delete(host); // before it is read: whose message ends or is written down meanwhile is added again
        const message = await take(host);
        if (message) return begin(message);
      }
      return undefined;
    },
    end({ message: { id, host, ord } }) {
      under.delete(id);
      if (ord !== null) busy.delete(ord);
      const left = counts.get(host)! - 1;
      if (left === 0) counts.delete(host);
      else counts.set(host, left);
      turn.add(host);
    },
    lookedUntil: () => until,
  };
}
