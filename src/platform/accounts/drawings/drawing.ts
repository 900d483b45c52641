/** A drawing of a help: lines on 240 × 80, without words. What matters in it is drawn in the signal colour. */
export interface Drawing {
  /** Path data, in the colour of the words. */
  readonly ink: string;
  readonly signal: string;
  /** Areas, in the colour of the words. */
  readonly solid?: string;
  /** Signs that are the same in every direction of reading, in the signal colour and in that of the words: a tick, a clock. */
  readonly signs?: readonly string[];
  readonly inkSigns?: readonly string[];
}

export const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

export const box = (x: number, y: number, wide: number, high: number): string =>
  `M${x} ${y}h${wide}v${high}h${-wide}z`;

/** Lines of writing, one below the other. */
export const writing = (x: number, y: number, ...wide: readonly number[]): string =>
  wide.map((one, i) => `M${x} ${y + 8 * i}h${one}`).join("");

/** A head, and shoulders on which it stands: 24 wide, 26 high. */
export const person = (x: number, y: number): string =>
  `${circle(x, y + 6, 6)}M${x - 12} ${y + 26}c0-14 24-14 24 0z`;

/** Closed: 30 wide, 20 high. */
export const envelope = (x: number, y: number): string => `${box(x, y, 30, 20)}l15 11 15-11`;

/** A line from side to side, as wide as it is, that ends in an arrow. */
export const arrow = (x: number, y: number, wide: number): string =>
  `M${x} ${y}h${wide}m-6-5 6 5-6 5`;

export const tick = (x: number, y: number): string => `M${x} ${y}l5 6 10-13`;
