/** dB of a ratio of powers, by the natural logarithm: V8 computes it faster than that to base 10. */
export const decibels = (ratio: number): number => (10 / Math.LN10) * Math.log(ratio);
