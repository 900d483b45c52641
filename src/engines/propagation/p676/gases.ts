/** What oxygen and water vapour take from a wave. Source: ITU-R P.676-13. */
import { OXYGEN, WATER } from "./lines.ts";

interface Air {
  /** Pressure of the dry air, hPa. */
  readonly pressure: number;
  /** K */
  readonly temperature: number;
  /** Density of water vapour, g/m³. */
  readonly vapour: number;
}

/** The reference atmosphere at sea level. Source: ITU-R P.835-6, Annex 1. */
const SEA_LEVEL: Air = { pressure: 1013.25, temperature: 288.15, vapour: 7.5 };

/** dB/km of each gas; valid from 1 to 1000 GHz. Annex 1, equations (1) to (9). */
export function gasLossPerKm(
  ghz: number,
  { pressure: p, temperature, vapour }: Air = SEA_LEVEL,
): { readonly oxygen: number; readonly water: number; readonly whole: number } {
  if (!(ghz >= 1 && ghz <= 1000))
    throw new RangeError(`Expected a frequency from 1 to 1000 GHz, got ${ghz}.`);
  const theta = 300 / temperature;
  const e = (vapour * temperature) / 216.7; // hPa, equation (4)
  let dry = 0;
  for (const [f, a1, a2, a3, a4, a5, a6] of OXYGEN) {
    const strength = a1 * 1e-7 * p * theta ** 3 * Math.exp(a2 * (1 - theta));
    const width = Math.hypot(
      a3 * 1e-4 * (p * theta ** (0.8 - a4) + 1.1 * e * theta),
      Math.sqrt(2.25e-6), // Zeeman splitting, (6b)
    );
    const interference = (a5 + a6 * theta) * 1e-4 * (p + e) * theta ** 0.8;
    dry += strength * shape(ghz, f, width, interference);
  }
  let wet = 0;
  for (const [f, b1, b2, b3, b4, b5, b6] of WATER) {
    const strength = b1 * 0.1 * e * theta ** 3.5 * Math.exp(b2 * (1 - theta));
    const pressed = b3 * 1e-4 * (p * theta ** b4 + b5 * e * theta ** b6);
    const width = 0.535 * pressed + Math.sqrt(0.217 * pressed ** 2 + (2.1316e-12 * f ** 2) / theta); // Doppler, (6b)
    wet += strength * shape(ghz, f, width, 0);
  }
  const oxygen = 0.182 * ghz * (dry + continuum(ghz, p, e, theta));
  const water = 0.182 * ghz * wet;
  return { oxygen, water, whole: oxygen + water };
}

/** dB that gases of the reference atmosphere take over so many km of ground; nothing is said of it below 1 GHz. */
export const gasLoss = (km: number, mhz: number): number =>
  mhz < 1000 ? 0 : gasLossPerKm(mhz / 1000).whole * km;

/** Line-shape factor, equation (5). */
function shape(ghz: number, f: number, width: number, interference: number): number {
  const part = (away: number) => (width - interference * away) / (away ** 2 + width ** 2);
  return (ghz / f) * (part(f - ghz) + part(f + ghz));
}

/** Dry continuum, equations (8) and (9). */
function continuum(ghz: number, p: number, e: number, theta: number): number {
  const d = 5.6e-4 * (p + e) * theta ** 0.8;
  return (
    ghz *
    p *
    theta ** 2 *
    (6.14e-5 / (d * (1 + (ghz / d) ** 2)) +
      (1.4e-12 * p * theta ** 1.5) / (1 + 1.9e-5 * ghz ** 1.5))
  );
}
