/** What rain takes from a wave. Source: ITU-R P.838-3, equations (1) to (5) and Tables 1 to 4; 1 to 1000 GHz. */

interface Curve {
  /** a, b and c of each term. */
  readonly terms: readonly (readonly [number, number, number])[];
  readonly m: number;
  readonly c: number;
}

const K_HORIZONTAL: Curve = {
  terms: [
    [-5.3398, -0.10008, 1.13098],
    [-0.35351, 1.2697, 0.454],
    [-0.23789, 0.86036, 0.15354],
    [-0.94158, 0.64552, 0.16817],
  ],
  m: -0.18961,
  c: 0.71147,
};
const K_VERTICAL: Curve = {
  terms: [
    [-3.80595, 0.56934, 0.81061],
    [-3.44965, -0.22911, 0.51059],
    [-0.39902, 0.73042, 0.11899],
    [0.50167, 1.07319, 0.27195],
  ],
  m: -0.16398,
  c: 0.63297,
};
const ALPHA_HORIZONTAL: Curve = {
  terms: [
    [-0.14318, 1.82442, -0.55187],
    [0.29591, 0.77564, 0.19822],
    [0.32177, 0.63773, 0.13164],
    [-5.3761, -0.9623, 1.47828],
    [16.1721, -3.2998, 3.4399],
  ],
  m: 0.67849,
  c: -1.95537,
};
const ALPHA_VERTICAL: Curve = {
  terms: [
    [-0.07771, 2.3384, -0.76284],
    [0.56727, 0.95545, 0.54039],
    [-0.20238, 1.1452, 0.26809],
    [-48.2991, 0.791669, 0.116226],
    [48.5833, 0.791459, 0.116479],
  ],
  m: -0.053739,
  c: 0.83433,
};

const at = ({ terms, m, c }: Curve, log: number): number =>
  terms.reduce(
    (sum, [a, b, width]) => sum + a * Math.exp(-(((log - b) / width) ** 2)),
    m * log + c,
  );

/**
 * k and alpha of the power law γ = k R^α.
 * @param elevation of the path in degrees
 * @param tilt of the polarisation from the horizontal in degrees: 0 horizontal, 90 vertical, 45 circular
 */
export function rainCoefficients(
  ghz: number,
  elevation = 0,
  tilt = 90,
): { readonly k: number; readonly alpha: number } {
  if (!(ghz >= 1 && ghz <= 1000))
    throw new RangeError(`Expected a frequency from 1 to 1000 GHz, got ${ghz}.`);
  const log = Math.log10(ghz);
  const [kH, kV] = [10 ** at(K_HORIZONTAL, log), 10 ** at(K_VERTICAL, log)];
  const [aH, aV] = [at(ALPHA_HORIZONTAL, log), at(ALPHA_VERTICAL, log)];
  const turn = Math.cos((elevation * Math.PI) / 180) ** 2 * Math.cos((2 * tilt * Math.PI) / 180);
  const k = (kH + kV + (kH - kV) * turn) / 2;
  return { k, alpha: (kH * aH + kV * aV + (kH * aH - kV * aV) * turn) / (2 * k) };
}

/** dB/km. @param rate mm/h */
export function rainLossPerKm(ghz: number, rate: number, elevation = 0, tilt = 90): number {
  if (!(rate >= 0)) throw new RangeError(`Expected a rain rate from 0 mm/h, got ${rate}.`);
  const { k, alpha } = rainCoefficients(ghz, elevation, tilt);
  return k * rate ** alpha;
}
