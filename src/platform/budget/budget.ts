/**
 * The budget of work for strangers: who asks is given a place, or told to come again; what it takes is counted, for its
 * network and in all; the place is given back whatever happens. Rules BU1 to BU7. Nothing of it touches a disk.
 */
import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { isOfProxy, networkOf, type Asker } from "../web/network.ts";
import { kindsOf, LIMITS, type Kind, type Limits, type Share, type Table } from "./limits.ts";
import { watchRate } from "./rate.ts";
import { openShares, type Shares } from "./shares.ts";
import { timeNow } from "../process/steady-clock.ts";

/** Why something was not done: no place, too often, too many bytes, too long, too slow, or its work did not end in time. */
type Why = "places" | "often" | "held" | "bytes" | "seconds" | "rate" | "stuck";

/** A place that is held. Disposed, it is given back with all that it holds. */
export interface Place extends Disposable {
  /** Ends the work: its time is over, or whoever asked has left. */
  readonly signal: AbortSignal;
  /** Whether so many bytes more may lie in memory until the place is given back. */
  hold(bytes: number): boolean;
}

export interface Budgets {
  readonly limits: Table;
  /** A place for this request; undefined where there is none. Whoever is given one disposes of it. */
  enter(kind: Kind, req: IncomingMessage, res: ServerResponse): Place | undefined;
  /** Whether one more connection is taken; its place is free again when it closes. From this machine all are: a proxy's are. */
  connect(socket: Socket): boolean;
  /** Whether one more is taken within the hour, or the minute. @param vouched by whom: a share of its own, five times as wide */
  take(kind: Kind, req: Asker, vouched?: string): boolean;
  /** How full this hour, or minute, is: from 0 to 1. */
  load(kind: Kind): number;
  /** What is counted apart from a request: bytes that lie on the disk for longer, files that wait to be looked at. */
  room(kind: Kind): Shares;
  /** The network that asks, salted: the same as long as the process lives. */
  from(req: Asker): string;
  refuse(kind: Kind, why: Why): void;
  /** What was refused since the start, by `kind why`. */
  readonly refused: ReadonlyMap<string, number>;
  /** Places that are held. */
  held(kind: Kind): number;
}

const MINUTE = 60_000; // ms
const HOUR = 60 * MINUTE;
const OF_VOUCHED = 5; // times what one network has
const LET_GO = 30_000; // ms after the sender has left, for the work to end

export function openBudgets(limits: Table = LIMITS, now: () => number = timeNow): Budgets {
  const salt = randomBytes(16).toString("hex");
  const refused = new Map<string, number>();
  const from = (req: Asker) =>
    createHash("sha256")
      .update(salt + networkOf(req))
      .digest("base64url");
  const refuse = (kind: Kind, why: Why) =>
    void refused.set(`${kind} ${why}`, (refused.get(`${kind} ${why}`) ?? 0) + 1);
  const counted = (kind: Kind, share: Share | undefined, why: Why) =>
    share && openShares(share, () => refuse(kind, why));
  const places = each(limits, (of, kind) => counted(kind, of.places, "places"));
  const rooms = each(limits, (of, kind) => counted(kind, of.held, "held"));
  const windows = each(limits, ({ hour, minute }, kind) => {
    const shares = counted(kind, hour ?? minute, "often");
    return shares && windowOf(shares, hour ? HOUR : MINUTE, now);
  });
  const sending = new Map<Sending, string>(); // whoever sends a body, with the network
  const room = (kind: Kind): Shares =>
    rooms[kind] ?? places[kind] ?? expected(kind, "held or places");

  return {
    limits,
    refused,
    refuse,
    from,
    room,
    held: (kind) => places[kind]?.taken ?? 0,
    enter(kind, req, res) {
      const by = from(req);
      const shares = places[kind] ?? expected(kind, "places");
      if (!shares.take(by) && !(slowest(sending, by)?.giveWay() && shares.take(by)))
        return undefined;
      return placeFor(req, res, {
        limits: limits[kind],
        among: (one) => {
          sending.set(one, by);
          return () => sending.delete(one);
        },
        hold: (bytes) => room("memory").take(by, bytes),
        release(bytes) {
          shares.give(by);
          room("memory").give(by, bytes);
        },
        refuse: (why) => refuse(kind, why),
      });
    },
    connect(socket) {
      const req = { socket, headers: {} };
      if (isOfProxy(req)) return true;
      const by = from(req);
      const shares = places.connection ?? expected("connection", "places");
      if (!shares.take(by)) return false;
      socket.once("close", () => shares.give(by));
      return true;
    },
    take(kind, req, vouched) {
      const window = windows[kind] ?? expected(kind, "hour or minute");
      return vouched === undefined
        ? window.take(from(req), 1)
        : window.take(`vouched by ${vouched}`, OF_VOUCHED);
    },
    load(kind) {
      const { hour, minute }: Limits = limits[kind];
      const taken = windows[kind]?.taken() ?? expected(kind, "hour or minute");
      return taken / (hour ?? minute)!.total;
    },
  };
}

/** Whoever sends a body at a pace that is watched, as long as the place is held. */
interface Sending {
  /** Bytes a second since the beginning, as a part of the least that is asked; 1 where nobody waits for the sender. */
  readonly pace: () => number;
  readonly giveWay: () => true;
}

/** Of this network, where it is too slow. On a full network it leaves its place to a newcomer, a minute before it is cut off. */
function slowest(sending: ReadonlyMap<Sending, string>, network: string): Sending | undefined {
  const all = [...sending].filter(([one, by]) => by === network && one.pace() < 1);
  return all.toSorted(([a], [b]) => a.pace() - b.pace())[0]?.[0];
}
const STARTS = 4000; // ms in which nobody is slow yet

interface Holding {
  readonly limits: Limits;
  /** @returns takes it out again */
  among(one: Sending): () => void;
  hold(bytes: number): boolean;
  release(bytes: number): void;
  refuse(why: Why): void;
}

function placeFor(req: IncomingMessage, res: ServerResponse, holding: Holding): Place {
  const { seconds, rate } = holding.limits;
  const ended = new AbortController();
  const timers: NodeJS.Timeout[] = [];
  let bytes = 0;
  let isOver = false;
  const end = (why: "seconds" | "rate") => {
    holding.refuse(why);
    ended.abort();
    req.destroy();
  };
  const unwatch = rate === undefined ? undefined : watchRate(req, rate, () => end("rate"));
  const [began, sent] = [performance.now(), req.socket.bytesRead];
  const pace = () => {
    const passed = performance.now() - began;
    if (req.complete || passed < STARTS) return 1;
    return (req.socket.bytesRead - sent) / (rate! * (passed / 1000));
  };
  const giveWay = () => {
    end("rate");
    release();
    return true as const;
  };
  const leave = rate === undefined ? undefined : holding.among({ pace, giveWay });
  if (seconds !== undefined) timers.push(setTimeout(() => end("seconds"), seconds * 1000));
  const release = () => {
    if (isOver) return;
    isOver = true;
    timers.forEach(clearTimeout);
    unwatch?.();
    leave?.();
    res.off("close", left);
    holding.release(bytes);
  };
  // The work ends by its signal. Where a mistake of ours keeps it from that, the place is free again all the same.
  function left(): void {
    if (!res.writableFinished) ended.abort();
    timers.push(
      setTimeout(() => {
        holding.refuse("stuck");
        release();
      }, LET_GO).unref(),
    );
  }
  res.once("close", left);
  return {
    signal: ended.signal,
    hold(more) {
      if (isOver || !holding.hold(more)) return false;
      bytes += more;
      return true;
    },
    [Symbol.dispose]: release,
  };
}

/** So many within a span of time, which begins anew for all at once. */
function windowOf(shares: Shares, span: number, now: () => number) {
  let current = -1;
  const turn = () => {
    const at = Math.floor(now() / span);
    if (at === current) return;
    current = at;
    shares.clear();
  };
  return {
    take(by: string, times: number) {
      turn();
      return shares.take(by, 1, times);
    },
    taken() {
      turn();
      return shares.taken;
    },
  };
}

function each<T>(
  limits: Table,
  make: (of: Limits, kind: Kind) => T | undefined,
): Partial<Record<Kind, T>> {
  return Object.fromEntries(
    kindsOf(limits).flatMap((kind) => {
      const made = make(limits[kind], kind);
      return made === undefined ? [] : [[kind, made]];
    }),
  );
}

function expected(kind: Kind, what: string): never {
  throw new Error(`Expected limits of ${kind} to have ${what}.`);
}

/** The place that the web server gave to whoever sends a body: what is read of it is held there. */
const givenTo = new WeakMap<IncomingMessage, Place>();
export const placeOf = (req: IncomingMessage): Place | undefined => givenTo.get(req);
export const givePlace = (req: IncomingMessage, place: Place): void => void givenTo.set(req, place);
