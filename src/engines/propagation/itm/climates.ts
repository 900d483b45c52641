/**
 * Curves of variability by climate, over the effective distance. [TN101, figure 10.13, by TN101v2, Eq. III.69, III.70;
 * Algorithm, table 5.1; values as in ITM v1.4]
 */

/** c1 and c2 in dB, x1, x2 and x3 in metres. */
export type Curve = readonly [c1: number, c2: number, x1: number, x2: number, x3: number];

interface Climate {
  /** Of the median: dB that loss is less than the reference. */
  readonly median: Curve;
  /** Deviations over time, of more loss (a share over the median's) and of less. */
  readonly under: Curve;
  readonly over: Curve;
  /** By frequency, f1 + f2 / (1 + (f3 ln 0.133 k)²). */
  readonly underFactor: readonly [f1: number, f2: number, f3: number];
  readonly overFactor: readonly [f1: number, f2: number, f3: number];
  /** C_D and z_D: in the tail from z_D on, the deviation goes to C_D of what it is. */
  readonly tail: number;
  readonly tailFrom: number;
}

const EVEN = [1, 0, 0] as const;

/** Climates 1 to 7, in the order of `ItmOptions.climate`. */
export const CLIMATES: readonly Climate[] = [
  {
    median: [-9.67, 12.7, 144.9e3, 190.3e3, 133.8e3],
    under: [2.13, 159.5, 762.2e3, 123.6e3, 94.5e3],
    over: [2.11, 102.3, 636.9e3, 134.8e3, 95.6e3],
    underFactor: EVEN,
    overFactor: EVEN,
    tail: 1.224,
    tailFrom: 1.282,
  },
  {
    median: [-0.62, 9.19, 228.9e3, 205.2e3, 143.6e3],
    under: [2.66, 7.67, 100.4e3, 172.5e3, 136.4e3],
    over: [6.87, 15.53, 138.7e3, 143.7e3, 98.6e3],
    underFactor: EVEN,
    overFactor: [0.93, 0.31, 2],
    tail: 0.801,
    tailFrom: 2.161,
  },
  {
    median: [1.26, 15.5, 262.6e3, 185.2e3, 99.8e3],
    under: [6.11, 6.65, 138.2e3, 242.2e3, 178.6e3],
    over: [10.08, 9.6, 165.3e3, 225.7e3, 129.7e3],
    underFactor: EVEN,
    overFactor: EVEN,
    tail: 1.38,
    tailFrom: 1.282,
  },
  {
    median: [-9.21, 9.05, 84.1e3, 101.1e3, 98.6e3],
    under: [1.98, 13.11, 139.1e3, 132.7e3, 193.5e3],
    over: [3.68, 159.3, 464.4e3, 93.1e3, 94.2e3],
    underFactor: EVEN,
    overFactor: [0.93, 0.19, 1.79],
    tail: 1,
    tailFrom: 20,
  },
  {
    median: [-0.62, 9.19, 228.9e3, 205.2e3, 143.6e3],
    under: [2.68, 7.16, 93.7e3, 186.8e3, 133.5e3],
    over: [4.75, 8.12, 93.2e3, 135.9e3, 113.4e3],
    underFactor: [0.92, 0.25, 1.77],
    overFactor: [0.93, 0.31, 2],
    tail: 1.224,
    tailFrom: 1.282,
  },
  {
    median: [-0.39, 2.86, 141.7e3, 315.9e3, 167.4e3],
    under: [6.86, 10.38, 187.8e3, 169.6e3, 108.9e3],
    over: [8.58, 13.97, 216e3, 152e3, 122.7e3],
    underFactor: EVEN,
    overFactor: EVEN,
    tail: 1.518,
    tailFrom: 1.282,
  },
  {
    median: [3.15, 857.9, 2222e3, 164.8e3, 116.3e3],
    under: [8.51, 169.8, 609.8e3, 119.9e3, 106.6e3],
    over: [8.43, 8.19, 136.2e3, 188.5e3, 122.9e3],
    underFactor: EVEN,
    overFactor: EVEN,
    tail: 1.518,
    tailFrom: 1.282,
  },
];
