/**
 * A measurement within a budget of bytes: small round trips, a burst down, a burst up. Pure but for the
 * fetch and the clock that it is given, so it runs in a phone and in a test alike. Rules MS1 to MS3.
 */
import { rateOf, spreadOf, twoDigits, type Arrival, type Rate, type Spread } from "./estimate.ts";
import { ping, reasonOf, receive, send, TIMEOUT, type Failure, type Means } from "./exchange.ts";

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

const PAGE = 15_000; // this page and its script have been fetched already
const REQUEST = 1_300; // bytes of the headers of a request, of its answer, and of their packets
const PACKETS = 1.09; // what headers of packets and acknowledgements add to contents
const ENOUGH = 4_000; // ms of a burst after which more would tell no more
const TASTE = 8_000; // bytes of the first, small burst
const PHONE_LATE = 8; // ms by which a busy phone may see an arrival late

export async function measure(budget: number, means: Means): Promise<Result> {
  let used = PAGE + 2 * REQUEST; // and the sending of the result
  const failures: Failure[] = [];
  const fail = (test: Failure["test"], error: unknown) =>
    failures.push({ test, reason: reasonOf(error) });
  const affordable = (share: number) => Math.floor(((budget - used) * share - REQUEST) / PACKETS);
  const spend = (bytes: number) => void (used += REQUEST + bytes * PACKETS);
  const burst = async (bytes: number) => {
    const arrivals = await receive(means, bytes, fail);
    spend(arrivals.at(-1)?.[1] ?? 0);
    return arrivals;
  };

  means.progress("trips");
  const times: number[] = [];
  const pings = budget < 100_000 ? 6 : 10;
  let lost = 0;
  let sent = 0;
  for (; sent <= pings && lost < 3; sent++) {
    spend(0);
    try {
      const time = await ping(means);
      if (sent > 0) times.push(time); // the first one also opened the connection
    } catch (error) {
      lost += 1;
      fail("latency", error);
    }
  }
  const latency = spreadOf(times);
  const rtt = latency?.median ?? TIMEOUT;

  let down: Rate | undefined;
  let up: Rate | undefined;
  if (latency) {
    means.progress("down");
    const taste = await burst(Math.min(TASTE, affordable(0.2)));
    const speed = rough(taste);
    down = rateOf(taste, rtt, PHONE_LATE);
    const more = enough(speed, affordable(0.6));
    if (speed > 0 && more > TASTE) down = rateOf(await burst(more), rtt, PHONE_LATE) ?? down;
    means.progress("up");
    const bytes = enough(speed, affordable(1));
    if (bytes >= 1000) {
      spend(bytes);
      up = await send(means, bytes, rtt, fail);
    }
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
