/**
 * From arrivals to a rate: pure, shared by the phone, the server's tests and the benches. Rules ME1 to ME3.
 *
 * A burst tells the rate of a link only once the sender's window holds more than the link does: before, it
 * tells how fast the window grew. A sender begins with ten segments and may add what has arrived and was
 * acknowledged a round trip ago. So the rate is taken from the longest end of the burst that began with a
 * large enough window; where there is none, what arrived is a lower bound and no more.
 */

/** Milliseconds since the burst was asked for, and the bytes that had arrived by then. */
export type Arrival = readonly [ms: number, bytes: number];

export interface Rate {
  /** kbit/s of contents, without the headers of packets. */
  readonly kbps: number;
  /** `about`: within `error`; `at-least`: the link may be faster by any factor. */
  readonly says: "about" | "at-least";
  /** The share by which the true rate may differ; 0 for a lower bound. */
  readonly error: number;
}

const FIRST_WINDOW = 14_480; // bytes; ten segments (RFC 6928)
const FILLED = 1.3; // how much larger than the link's content the window must be
const LEAD = 4_500; // bytes that a shaper may let through at once after a pause
const LUMP = 3_000; // bytes: a packet may stand on either side of the beginning and of the end
const MAX_ERROR = 0.25;

/**
 * @param rtt the median round trip in ms
 * @param jitter ms by which who saw the arrivals may have seen one late
 */
export function rateOf(
  arrivals: readonly Arrival[],
  rtt: number,
  jitter: number,
): Rate | undefined {
  const last = arrivals.at(-1);
  if (!last || last[1] <= LEAD || last[0] <= 0) return undefined;
  for (const [i, [ms, bytes]] of arrivals.entries()) {
    const time = last[0] - ms;
    const tail = last[1] - bytes;
    if (bytes < LEAD || time < 1.5 * rtt) continue;
    const error = LUMP / tail + jitter / time;
    if (error > MAX_ERROR) break; // what follows is shorter still
    const window = FIRST_WINDOW + arrivedBy(arrivals, i, ms - rtt);
    if (window >= (FILLED * rtt * tail) / time)
      return { kbps: (8 * tail) / time, says: "about", error };
  }
  return { kbps: (8 * (last[1] - LEAD)) / (last[0] + jitter), says: "at-least", error: 0 };
}

/** How many bytes had arrived at a time, looking back from one arrival. */
function arrivedBy(arrivals: readonly Arrival[], from: number, ms: number): number {
  for (let i = from; i >= 0; i--) if (arrivals[i]![0] <= ms) return arrivals[i]![1];
  return 0;
}

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** The middle, and the quarters on either side; undefined where nothing was measured. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
    return low + (high - low) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75), n: sorted.length };
}

/** Two digits: more would pretend, and would single out. */
export const twoDigits = (n: number): number => Number(n.toPrecision(2));
