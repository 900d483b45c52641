/**
 * How long the layers of the air fade a fixed link with a clear way. Source: ITU-R P.530-17, sections 2.3.1 (small
 * percentages), 2.3.2 (all) and 2.3.4 (worst month to average year).
 */

interface ClearLink {
  readonly km: number;
  readonly ghz: number;
  /** Antennas over the sea, metres. */
  readonly low: number;
  readonly high: number;
  /** Gradient of refractivity in the lowest 65 m not exceeded for 1 % of an average year, N-units/km (ITU-R P.453). */
  readonly gradient: number;
  /** Standard deviation of the ground's heights within 110 km × 110 km, metres, if known: the detailed form is taken. */
  readonly roughness?: number;
}

/** Per cent of the average worst month that a deep fade lasts, per unit of 10^(-A/10). Equations (4), (5), (7) and (8), (9). */
export function multipathOccurrence({
  km,
  ghz,
  low,
  high,
  gradient,
  roughness,
}: ClearLink): number {
  if (!(km > 0)) throw new RangeError(`Expected a way over 0 km, got ${km}.`);
  const slope = Math.abs(high - low) / km; // mrad
  const lower = Math.min(low, high);
  return roughness === undefined
    ? 10 ** (-4.6 - 0.0027 * gradient) *
        km ** 3.1 *
        (1 + slope) ** -1.29 *
        ghz ** 0.8 *
        10 ** (-0.00089 * lower)
    : 10 ** (-4.4 - 0.0027 * gradient) *
        (10 + roughness) ** -0.46 *
        km ** 3.4 *
        (1 + slope) ** -1.03 *
        ghz ** 0.8 *
        10 ** (-0.00076 * lower);
}

/**
 * Per cent of the average worst month in which a fade is deeper than `margin` dB. Equations (10) to (18); 100 where the
 * occurrence is so large that they hold for no fade.
 */
export function multipathOutage(link: ClearLink, margin: number): number {
  const occurrence = multipathOccurrence(link);
  const turn = 25 + 1.2 * Math.log10(occurrence);
  if (margin >= turn) return Math.min(100, occurrence * 10 ** (-margin / 10));
  const deep = occurrence * 10 ** (-turn / 10);
  if (deep >= 100) return 100;
  const q = (-20 / turn) * Math.log10(-Math.log((100 - deep) / 100));
  const steady = (depth: number) => 4.3 * (10 ** (-depth / 20) + depth / 800);
  const spread = (depth: number) => (1 + 0.3 * 10 ** (-depth / 20)) * 10 ** (-0.016 * depth);
  const qt = (q - 2) / spread(turn) - steady(turn);
  const qa = 2 + spread(margin) * (qt + steady(margin));
  return 100 * (1 - Math.exp(-(10 ** ((-qa * margin) / 20))));
}

/**
 * Per cent of an average year from that of the average worst month. Equations (27), (28).
 * @param latitude degrees
 */
export function overAverageYear(
  worstMonth: number,
  { km, low, high }: Pick<ClearLink, "km" | "low" | "high">,
  latitude: number,
): number {
  const slope = Math.abs(high - low) / km;
  const cosine = Math.abs(Math.cos((2 * latitude * Math.PI) / 180)) ** 0.7;
  const sign = Math.abs(latitude) <= 45 ? 1 : -1;
  const gain =
    10.5 -
    5.6 * Math.log10(1.1 + sign * cosine) -
    2.7 * Math.log10(km) +
    1.7 * Math.log10(1 + slope);
  return 10 ** (-Math.min(10.8, gain) / 10) * worstMonth;
}
