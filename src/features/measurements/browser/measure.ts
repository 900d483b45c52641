/**
 * A measurement within a budget of bytes: small round trips, a burst down, a burst up. Pure but for the
 * fetch and the clock that it is given, so it runs in a phone and in a test alike. Rules M1 to M3.
 */
import { rateOf, spreadOf, twoDigits, type Arrival, type Rate, type Spread } from "./estimate.ts";

export interface Means {
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that never steps. */
  readonly now: () => number;
  /** Where the addresses stand; empty on the page itself. */
  readonly base: string;
  readonly progress: (words: string) => void;
}
export interface Failure {
  readonly test: "latency" | "down" | "up";
  readonly reason: "timeout" | "network" | "refused";
}
export interface Result {
  readonly budget: number;
  /** Bytes on the wire as reckoned, headers and packets included. */
  readonly used: number;
  readonly sent: number;
  readonly lost: number;
  readonly latency: Spread | undefined;
  readonly down: Rate | undefined;
  readonly up: Rate | undefined;
  readonly failures: readonly Failure[];
}

export const DEFAULT_BUDGET = 200_000; // bytes
const PAGE = 15_000; // this page and its script have been fetched already
const REQUEST = 1_300; // bytes of the headers of a request, of its answer, and of their packets
const PACKETS = 1.09; // what headers of packets and acknowledgements add to contents
const TIMEOUT = 5_000; // ms for a small request
const BURST = 9_000; // ms for a burst; what has arrived by then counts
const ENOUGH = 4_000; // ms of a burst after which more would tell no more
const TASTE = 8_000; // bytes of the first, small burst
const PHONE_LATE = 8; // ms by which a busy phone may see an arrival late
const SERVER_LATE = 5;

export async function measure(budget: number, means: Means): Promise<Result> {
  let used = PAGE + 2 * REQUEST; // and the sending of the result
  const failures: Failure[] = [];
  const fail = (test: Failure["test"], error: unknown) =>
    failures.push({ test, reason: reasonOf(error) });
  const affordable = (share: number) => Math.floor(((budget - used) * share - REQUEST) / PACKETS);
  const spend = (bytes: number) => void (used += REQUEST + bytes * PACKETS);

  means.progress("round trips");
  const times: number[] = [];
  const pings = budget < 100_000 ? 6 : 10;
  let lost = 0;
  let sent = 0;
  for (let i = 0; i <= pings && lost < 3; i++) {
    spend(0);
    const start = means.now();
    try {
      await answered(
        means.fetch(`${means.base}/measure/ping`, {
          ...PLAIN,
          signal: AbortSignal.timeout(TIMEOUT),
        }),
      );
      if (i > 0) times.push(Math.round(means.now() - start)); // the first one also opened the connection
    } catch (error) {
      lost += 1;
      fail("latency", error);
    }
    sent += 1;
  }
  const latency = spreadOf(times);
  const rtt = latency?.median ?? TIMEOUT;

  let down: Rate | undefined;
  let up: Rate | undefined;
  if (latency) {
    means.progress("down");
    const taste = await burst(means, Math.min(TASTE, affordable(0.2)), fail, spend);
    const speed = rough(taste);
    down = rateOf(taste, rtt, PHONE_LATE);
    const more = enough(speed, affordable(0.6));
    if (speed > 0 && more > TASTE) {
      const arrivals = await burst(means, more, fail, spend);
      down = rateOf(arrivals, rtt, PHONE_LATE) ?? down;
    }
    means.progress("up");
    up = await send(means, enough(speed, affordable(1)), rtt, fail, spend);
  }
  return {
    budget,
    used: Math.ceil(used),
    sent,
    lost,
    failures,
    latency,
    down: down && rounded(down),
    up: up && rounded(up),
  };
}

const PLAIN: RequestInit = {
  cache: "no-store",
  credentials: "omit",
};

const rounded = (rate: Rate): Rate => ({
  ...rate,
  kbps: twoDigits(rate.kbps),
  error: twoDigits(rate.error),
});

/** Bytes a millisecond of a burst, the wait before it included. */
const rough = (arrivals: readonly Arrival[]): number => {
  const [ms, bytes] = arrivals.at(-1) ?? [1, 0];
  return bytes / ms;
};
/** What is affordable, but no more than that speed takes to tell; a link may be six times faster than it began. */
const enough = (speed: number, affordable: number): number =>
  Math.min(affordable, Math.max(30_000, Math.round(speed * ENOUGH * 1.5)));

type Fail = (test: Failure["test"], error: unknown) => void;

/** Ask for so many bytes; what arrived, and when, even if it was cut short. */
async function burst(
  { fetch: ask, now, base }: Means,
  bytes: number,
  fail: Fail,
  spend: (bytes: number) => void,
): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  let had = 0;
  const start = now();
  try {
    const signal = AbortSignal.timeout(BURST);
    const response = await ask(`${base}/measure/down?bytes=${bytes}`, { ...PLAIN, signal });
    if (!response.ok || !response.body) throw new Refused();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      arrivals.push([now() - start, (had += part.value.length)]);
  } catch (error) {
    fail("down", error);
  }
  spend(had);
  return arrivals;
}

/** Send so many bytes; the server says when they arrived, and our own clock says whether that can be. */
async function send(
  { fetch: ask, now, base }: Means,
  bytes: number,
  rtt: number,
  fail: Fail,
  spend: (bytes: number) => void,
): Promise<Rate | undefined> {
  if (bytes < 1000) return undefined;
  spend(bytes);
  const body = new Uint8Array(bytes);
  for (let i = 0; i < bytes; i += 65_536) crypto.getRandomValues(body.subarray(i, i + 65_536));
  const start = now();
  try {
    const signal = AbortSignal.timeout(2 * BURST);
    const response = await answered(
      ask(`${base}/measure/up`, { ...PLAIN, method: "POST", body, signal }),
    );
    const took = now() - start;
    const { arrivals } = (await response.json()) as { arrivals: Arrival[] };
    const rate = rateOf(arrivals, rtt, SERVER_LATE);
    const own = (8 * bytes) / Math.max(1, took - rtt);
    // Something before the server that gathers what is sent would make it look fast.
    if (rate && rate.kbps < 2 * own) return rate;
    return { kbps: (8 * bytes) / took, says: "at-least", error: 0 };
  } catch (error) {
    fail("up", error);
    return undefined;
  }
}

class Refused extends Error {}

async function answered(asked: Promise<Response>): Promise<Response> {
  const response = await asked;
  if (!response.ok) throw new Refused();
  return response;
}

const reasonOf = (error: unknown): Failure["reason"] =>
  error instanceof Refused
    ? "refused"
    : (error as Error).name === "TimeoutError"
      ? "timeout"
      : "network";
