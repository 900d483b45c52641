/**
 * Tries that may be guesses, of a PIN or of a code: how many are looked at, by account and network together, so that wrong
 * ones from elsewhere close nobody's way. What the bounds come to stands in README.md.
 */
import { createHash, randomBytes } from "node:crypto";
import { FIXED } from "../budget/limits.ts";

/** As in the table of limits, in ms. */
interface Bounds {
  readonly inARow: number;
  readonly wait: number;
  readonly strangerADay: number;
  readonly strangersADay: number;
  readonly ownADay: number;
  readonly day: number;
  readonly pairs: number;
}

const boundsOf = (limits: typeof FIXED.pin | typeof FIXED.code): Bounds => ({
  ownADay: Infinity, // what `wait` lets through
  ...limits,
  wait: limits.wait * 1000,
  day: 24 * 3_600_000,
});
export const BOUNDS = boundsOf(FIXED.pin);
export const CODE_BOUNDS = boundsOf(FIXED.code);
export const PLACES = FIXED.hash;

/** 128 bits that nobody guesses: a link's token, or what no PIN is. */
export const newToken = (): string => randomBytes(16).toString("base64url");
/** Of a link's token only this is kept. */
export const linkName = (token: string): string =>
  `link:${createHash("sha256").update(token).digest("hex")}`;
/** What is kept of whose it is, where somebody who is signed in, or the operator, gave it; else the account alone. */
export const vouchedFor = (userId: string): string => `${userId} vouched`;

interface Tries {
  /** Whether this one is looked at: it is counted as a wrong one until it is said to be right. */
  take(what: string, network: string, isKnown: boolean): boolean;
  right(what: string, network: string): void;
}

interface Pair {
  readonly inARow: number;
  readonly last: number;
  readonly today: number;
  readonly dayEnds: number;
}

/** @param now ms of a clock that never jumps */
export function openTries(now: () => number, bounds: Bounds = BOUNDS): Tries {
  const salt = randomBytes(16).toString("hex"); // no address is kept, not even in memory
  const pairs = new Map<string, Pair>();
  const keyOf = (what: string, network: string): string =>
    createHash("sha256")
      .update(JSON.stringify([salt, what, network]))
      .digest("base64");
  return {
    take(what, network, isKnown) {
      const key = keyOf(what, network);
      const at = now();
      const before = pairs.get(key) ?? { inARow: 0, last: at, today: 0, dayEnds: at + bounds.day };
      const inARow = at - before.last >= bounds.wait ? 0 : before.inARow;
      const [today, dayEnds] =
        at >= before.dayEnds ? [0, at + bounds.day] : [before.today, before.dayEnds];
      const mostToday = isKnown ? bounds.ownADay : bounds.strangerADay;
      if (inARow >= bounds.inARow || today >= mostToday) return false;
      pairs.delete(key); // the newest stands last
      pairs.set(key, { inARow: inARow + 1, last: at, today: today + 1, dayEnds });
      if (pairs.size > bounds.pairs) pairs.delete(pairs.keys().next().value!);
      return true;
    },
    right(what, network) {
      pairs.delete(keyOf(what, network));
    },
  };
}

interface Places {
  /** Does the work when a place is free. @returns undefined, and nothing is done, where too many wait already */
  hold<T>(network: string, work: () => Promise<T>): Promise<T | undefined>;
}

/** A place is given back however the work ends. */
export function openPlaces(): Places {
  const waiting: (() => void)[] = [];
  const held = new Map<string, number>(); // by network: at work or waiting
  let atWork = 0;
  return {
    async hold(network, work) {
      const own = held.get(network) ?? 0;
      if (own >= PLACES.eachNetwork || waiting.length >= PLACES.waiting) return undefined;
      held.set(network, own + 1);
      try {
        if (atWork >= PLACES.atOnce) await new Promise<void>((go) => waiting.push(go));
        else atWork += 1;
        try {
          return await work();
        } finally {
          const next = waiting.shift();
          if (next) next(); // takes over this place
          else atWork -= 1;
        }
      } finally {
        const left = held.get(network)! - 1;
        if (left > 0) held.set(network, left);
        else held.delete(network);
      }
    },
  };
}
