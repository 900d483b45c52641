/** Chance that is the same on every machine: sfc32 (C. Doty-Humphrey, PractRand), from a seed. */

export interface Chance {
  /** From 0 up to, and without, 1. */
  readonly next: () => number;
  /** Of mean 0 and variance 1, by Box and Muller (1958). */
  readonly normal: () => number;
  /** A whole number from 0 up to, and without, `below`. */
  readonly whole: (below: number) => number;
}

export function chanceFrom(seed: number): Chance {
  let a = seed >>> 0;
  let b = 0x9e3779b9;
  let c = 0x243f6a88;
  let counter = 1;
  const bits = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) bits();
  let held: number | undefined; // they come in pairs
  const next = (): number => bits() / 2 ** 32;
  return {
    next,
    normal: () => {
      if (held !== undefined) {
        const other = held;
        held = undefined;
        return other;
      }
      const [length, turn] = [Math.sqrt(-2 * Math.log(1 - next())), 2 * Math.PI * next()];
      held = length * Math.sin(turn);
      return length * Math.cos(turn);
    },
    whole: (below) => Math.floor(next() * below),
  };
}
