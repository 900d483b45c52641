/** How deep and for how long rain fades a fixed link. Source: ITU-R P.530-18, section 2.4.1. */
import { rainCoefficients } from "../rain.ts";

interface RainLink {
  readonly km: number;
  readonly ghz: number;
  /** mm/h exceeded for 0.01 % of an average year, integrated over a minute (measured there, or of ITU-R P.837). */
  readonly rate: number;
  /** Of the polarisation from the horizontal, degrees; 90 is vertical. */
  readonly tilt?: number;
}

/** dB exceeded for 0.01 % of an average year: the loss of a km by a distance factor of at most 2.5. Equations (32), (33). */
export function rainFadeAtHundredth({ km, ghz, rate, tilt = 90 }: RainLink): number {
  if (!(km > 0)) throw new RangeError(`Expected a way over 0 km, got ${km}.`);
  if (!(rate >= 0)) throw new RangeError(`Expected a rain rate from 0 mm/h, got ${rate}.`);
  if (rate === 0) return 0;
  const { k, alpha } = rainCoefficients(ghz, 0, tilt);
  const divisor =
    0.477 * km ** 0.633 * rate ** (0.073 * alpha) * ghz ** 0.123 -
    10.579 * (1 - Math.exp(-0.024 * km));
  const factor = divisor < 0.4 ? 2.5 : 1 / divisor;
  return k * rate ** alpha * km * factor;
}

/** dB exceeded for a percentage of an average year from 0.001 to 1. Equations (34), (35). */
export function rainFade(link: RainLink, percent: number): number {
  if (!(percent >= 0.001 && percent <= 1))
    throw new RangeError(`Expected a percentage from 0.001 to 1, got ${percent}.`);
  return rainFadeAtHundredth(link) * scale(link.ghz, percent);
}

function scale(ghz: number, percent: number): number {
  const c0 = ghz < 10 ? 0.12 : 0.12 + 0.4 * Math.log10(ghz / 10) ** 0.8;
  const c1 = 0.07 ** c0 * 0.12 ** (1 - c0);
  const c2 = 0.855 * c0 + 0.546 * (1 - c0);
  const c3 = 0.139 * c0 + 0.043 * (1 - c0);
  return c1 * percent ** -(c2 + c3 * Math.log10(percent));
}

/**
 * Per cent of an average year in which rain takes more than that margin: between 0.001 and 1, which the law holds for;
 * what is outside is given as that end.
 * @param margin dB
 */
export function rainOutage(link: RainLink, margin: number): number {
  const fade = rainFadeAtHundredth(link);
  let [low, high] = [Math.log(0.001), Math.log(1)];
  const isOver = (log: number) => fade * scale(link.ghz, Math.exp(log)) > margin;
  if (!isOver(low)) return 0.001;
  if (isOver(high)) return 1;
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (isOver(middle)) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
