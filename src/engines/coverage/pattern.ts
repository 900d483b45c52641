/** An antenna as its maker measured it, in two planes: across, and upright through where it looks. */

/** dB lost in both planes. */
export interface Cuts {
  /** At each degree clockwise from ahead. */
  readonly across: readonly number[];
  /** At each degree from the horizon ahead downwards: the ground at 90, the horizon behind at 180, the zenith at 270. */
  readonly upright: readonly number[];
  /** The most of both. */
  readonly most: number;
}

export interface Pattern extends Cuts {
  readonly name: string;
  readonly mhz: number;
  /** dBi where it gains most. */
  readonly gain: number;
}

/** `line` is where, `message` says "Expected …, found …". */
export class PatternError extends Error {
  override name = "PatternError";
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

export const DIPOLE = 2.15; // dBi of a half-wave dipole

export const quoted = (text: string): string => JSON.stringify(text.slice(0, 60));

const NUMBER = /^[+-]?\d{1,9}(?:\.\d{0,9})?$/u;
export const plainNumber = (word: string): number | undefined =>
  NUMBER.test(word) ? Number(word) : undefined;

/** dBi in a direction. Angles as of `lossTowards`. */
export const gainTowards = (pattern: Pattern, aside: number, elevation: number): number =>
  pattern.gain - lossTowards(pattern, aside, elevation);

/**
 * dB lost in a direction. Between degrees losses are straight lines; those across and upright are added, as of every
 * antenna whose pattern is known in two planes only, up to the most that the file has.
 * @param aside degrees clockwise from where the antenna looks
 * @param elevation degrees over the level of an antenna that is not tilted, -90 to 90
 */
export const lossTowards = ({ across, upright, most }: Cuts, aside: number, elevation: number) =>
  Math.min(lossAt(across, aside) + lossAt(upright, -elevation), most);

function lossAt(losses: readonly number[], degrees: number): number {
  const turn = ((degrees % 360) + 360) % 360;
  const from = Math.floor(turn);
  const [a, b] = [losses[from % 360]!, losses[(from + 1) % 360]!];
  return a + (b - a) * (turn - from);
}

/** Degrees within which a plane loses at most 3 dB more than where it loses least; 360 where it is so all round. */
export function beamOf(losses: readonly number[]): number {
  const peak = losses.indexOf(Math.min(...losses));
  const limit = losses[peak]! + 3;
  const sides = [1, -1].map((way) => {
    for (let step = 1; step < 360; step++) {
      const [before, loss] = [
        losses.at((peak + way * (step - 1)) % 360)!,
        losses.at((peak + way * step) % 360)!,
      ];
      if (loss > limit) return step - 1 + (limit - before) / (loss - before);
    }
    return 360;
  });
  return Math.min(360, sides[0]! + sides[1]!);
}

/** Degrees below the level at which an antenna that is not tilted gains most: its electrical tilt. */
export function downtiltOf({ upright }: Cuts): number {
  const ahead = Array.from({ length: 181 }, (_, i) => i - 90);
  return ahead.reduce((a, b) => {
    const more = upright.at(b)! - upright.at(a)!;
    return more < 0 || (more === 0 && Math.abs(b) < Math.abs(a)) ? b : a;
  });
}
