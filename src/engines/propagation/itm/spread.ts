/**
 * What a prediction takes for its shares of time, location and situation: made once, used for every path.
 * [Algorithm, section 5; TN101, chapter 10]
 */
import { CLIMATES, type Curve } from "./climates.ts";
import type { ItmOptions } from "./options.ts";
import { ITM_WARNINGS } from "./warnings.ts";

export interface Spread {
  /** What varies: 0 single message, 1 accidental, 2 mobile, 3 broadcast. */
  readonly kind: number;
  /** Standard normal deviates exceeded by the shares, as the kind takes them. */
  readonly time: number;
  readonly location: number;
  readonly situation: number;
  readonly hasLocation: boolean;
  readonly hasSituation: boolean;
  readonly median: Curve;
  /** Of the deviation over time, and a factor on it. */
  readonly times: Curve;
  readonly timesFactor: number;
  /** Metres: the part of the frequency in the distance at which diffraction meets scatter. [Algorithm, Eq. 5.3] */
  readonly reach: number;
  /** Bits. */
  readonly warnings: number;
}

export function spread(options: ItmOptions): Spread {
  const { mdvar } = options;
  const hasSituation = mdvar < 20;
  const rest = hasSituation ? mdvar : mdvar - 20;
  const kind = rest % 10;
  const situation = deviate(options.situation / 100);
  const ownTime = deviate(options.time / 100);
  const time = kind === 0 ? situation : ownTime;
  const location = kind <= 1 ? situation : kind === 2 ? time : deviate(options.location / 100);
  const isExtreme = [time, location, situation].some((z) => Math.abs(z) > 3.1);
  const wavenumber = options.frequency / 47.7;
  return {
    kind,
    time,
    location,
    situation,
    hasLocation: rest < 10,
    hasSituation,
    median: CLIMATES[options.climate - 1]!.median,
    ...overTime(options.climate, time, wavenumber),
    reach: Math.cbrt(575.7e12 / wavenumber),
    warnings: isExtreme ? ITM_WARNINGS.extremeVariabilities : 0,
  };
}

function overTime(climate: number, time: number, wavenumber: number) {
  const { under, over, underFactor, overFactor, tail, tailFrom } = CLIMATES[climate - 1]!;
  const q = Math.log(0.133 * wavenumber);
  const of = ([f1, f2, f3]: readonly [number, number, number]) => f1 + f2 / ((f3 * q) ** 2 + 1);
  if (time < 0) return { times: under, timesFactor: of(underFactor) };
  const inTail = time <= tailFrom ? 1 : tail + ((1 - tail) * tailFrom) / time;
  return { times: over, timesFactor: of(overFactor) * inTail };
}

/** The standard normal deviate exceeded with probability q, to 4.5e-4. [Abramowitz and Stegun, 26.2.23] */
function deviate(q: number): number {
  const t = Math.sqrt(-2 * Math.log(q > 0.5 ? 1 - q : q));
  const z =
    t -
    ((0.010328 * t + 0.802853) * t + 2.515516) /
      (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1);
  return q > 0.5 ? -z : z;
}
