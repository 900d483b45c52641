/** One exchange with the server at a time: a small request, a burst down, a burst up, and why one failed. */
import { rateOf, type Arrival, type Rate } from "./estimate.ts";

export interface Means {
  readonly fetch: typeof fetch;
  /** Milliseconds of a clock that never steps. */
  readonly now: () => number;
  /** Where the addresses stand; empty on the page itself. */
  readonly base: string;
  readonly progress: (step: "trips" | "down" | "up") => void;
}
export interface Failure {
  readonly test: "latency" | "down" | "up";
  readonly reason: "timeout" | "network" | "refused";
}
type Fail = (test: Failure["test"], error: unknown) => void;

export const TIMEOUT = 5_000; // ms for a small request
const BURST = 9_000; // ms for a burst; what has arrived by then counts
const SERVER_LATE = 5; // ms by which a busy server may see an arrival late
export const PLAIN: RequestInit = {
  cache: "no-store",
  credentials: "omit",
};

/** A small request. @returns the ms until its answer @throws when there is none */
export async function ping(means: Means): Promise<number> {
  const start = means.now();
  await ask(means, "ping", TIMEOUT);
  return Math.round(means.now() - start);
}

/** Ask for so many bytes; what arrived, and when, even if it was cut short. */
export async function receive(means: Means, bytes: number, fail: Fail): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  let had = 0;
  const start = means.now();
  try {
    const response = await ask(means, `down?bytes=${bytes}`, BURST);
    const reader = response.body!.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read())
      arrivals.push([means.now() - start, (had += part.value.length)]);
  } catch (error) {
    fail("down", error);
  }
  return arrivals;
}

/** Send so many bytes; the server says when they arrived, and our own clock says whether that can be. */
export async function send(
  means: Means,
  bytes: number,
  rtt: number,
  fail: Fail,
): Promise<Rate | undefined> {
  const body = new Uint8Array(bytes);
  for (let i = 0; i < bytes; i += 65_536) crypto.getRandomValues(body.subarray(i, i + 65_536));
  const start = means.now();
  try {
    const response = await ask(means, "up", 2 * BURST, { method: "POST", body });
    const took = means.now() - start;
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

async function ask(
  { fetch, base }: Means,
  path: string,
  ms: number,
  more?: RequestInit,
): Promise<Response> {
  const signal = AbortSignal.timeout(ms);
  const response = await fetch(`${base}/measure/${path}`, { ...PLAIN, ...more, signal });
  if (!response.ok) throw new Refused();
  return response;
}

export const reasonOf = (error: unknown): Failure["reason"] =>
  error instanceof Refused
    ? "refused"
    : (error as Error).name === "TimeoutError"
      ? "timeout"
      : "network";
