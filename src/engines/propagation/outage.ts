/** How long a margin is not enough on a fixed link with a clear way: rain and the layers of the air, by ITU-R P.530. */
import { multipathOutage, overAverageYear } from "./p530/multipath.ts";
import { rainOutage } from "./p530/rain-fade.ts";

/** What is known of the air over a link. */
export interface Weather {
  /** Degrees: where the link is. */
  readonly latitude: number;
  /** mm/h exceeded for 0.01 % of an average year; rain is left out without it. */
  readonly rain?: number;
  /** Refractivity gradient not exceeded for 1 % of a year, N-units/km; multipath is left out without it. */
  readonly gradient?: number;
}

export interface FixedLink {
  readonly km: number;
  readonly mhz: number;
  /** Antennas over the sea, metres. */
  readonly ends: readonly [number, number];
  readonly polarisation: "vertical" | "horizontal";
}

/** Per cent of an average year that a fade is deeper than the margin; absent where what it rests on is not known. */
export interface Outages {
  /** From 0.001 to 1, which its law holds for, or 100 without a margin; absent below 1 GHz too. */
  readonly rainOutage?: number;
  readonly multipathOutage?: number;
}

const RAIN_FROM = 1000; // MHz: the coefficients of ITU-R P.838 begin there

/** @param margin dB; without one the link never stands */
export function outagesOf(
  { km, mhz, ends, polarisation }: FixedLink,
  margin: number,
  { rain, gradient, latitude }: Weather,
): Outages {
  const ghz = mhz / 1000;
  const tilt = polarisation === "vertical" ? 90 : 0;
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const unlessDown = (outage: () => number) => (margin <= 0 ? 100 : outage());
  return {
    ...(rain !== undefined &&
      mhz >= RAIN_FROM && {
        rainOutage: unlessDown(() => rainOutage({ km, ghz, rate: rain, tilt }, margin)),
      }),
    ...(gradient !== undefined && {
      multipathOutage: unlessDown(() =>
        overAverageYear(
          multipathOutage({ km, ghz, low, high, gradient }, margin),
          { km, low, high },
          latitude,
        ),
      ),
    }),
  };
}

/** Per cent of an average year in which a link stands. */
export interface Standing {
  readonly availability: number;
  /** It stands less than that; how much less is not said, since the law of rain ends there. */
  readonly below?: true;
}

const LAW_ENDS = 1; // per cent of a year: the longest outage by rain that P.530's law holds for

/**
 * What both leave of an average year, down to four places, so that 99.99996 is not 100. Rain and multipath
 * add up, as in the total outage of ITU-R P.530. Below 99 % no more is said than that.
 */
export function standingOf({
  rainOutage: rain = 0,
  multipathOutage: layers = 0,
}: Outages): Standing {
  const outage = rain + layers;
  if (rain >= LAW_ENDS || outage > LAW_ENDS) return { availability: 100 - LAW_ENDS, below: true };
  return { availability: downTo4(100 - outage) };
}

const ROUNDING = 1e-7; // what arithmetic alone may take from a value of four places

export const downTo4 = (percent: number): number => Math.floor((percent + ROUNDING) * 1e4) / 1e4;

const YEAR = 365.25 * 24; // hours

/** Hours of an average year without a link that stands for so many per cent of it. */
export const hoursWithout = (availability: number): number => ((100 - availability) / 100) * YEAR;
