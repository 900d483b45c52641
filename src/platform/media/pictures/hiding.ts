/**
 * Parts of a picture are hidden beyond recovery: of each part only the mean colours of four quarters are left, moved by a grain
 * that is thrown anew for each, so that no two pictures of the same scene give more than one. Pure. Rule M36.
 */
import type { Cut } from "./job.ts";

const HALVES = 2; // of a part, each way
const GRAIN = 12; // levels of 256, up and down

interface Raw {
  /** Eight bits a channel, row after row; written over. */
  readonly pixels: Uint8Array;
  readonly width: number;
  /** 1 or 2 for grey, 3 or 4 for colours; the last of 2 or 4 says how solid a point is. */
  readonly channels: number;
}

/** @param parts each lies inside of the picture @param thrown a whole number from 0 to below its argument */
export function hideParts(
  picture: Raw,
  parts: readonly Cut[],
  thrown: (below: number) => number,
): void {
  for (const { left, top, width, height } of parts)
    for (let row = 0; row < HALVES; row++)
      for (let column = 0; column < HALVES; column++) {
        const [x, right] = [column, column + 1].map((n) => left + Math.round((width * n) / HALVES));
        const [y, bottom] = [row, row + 1].map((n) => top + Math.round((height * n) / HALVES));
        level(picture, { x: x!, y: y!, right: right!, bottom: bottom! }, thrown);
      }
}

interface Edges {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** One colour for all of it, and nothing to be seen through it. */
function level({ pixels, width, channels }: Raw, area: Edges, thrown: (n: number) => number): void {
  const solid = channels % 2 === 0 ? channels - 1 : channels;
  const sums = new Float64Array(solid);
  const each = (work: (at: number) => void) => {
    for (let y = area.y; y < area.bottom; y++)
      for (let x = area.x; x < area.right; x++) work((y * width + x) * channels);
  };
  let points = 0;
  each((at) => {
    points += 1;
    for (let c = 0; c < solid; c++) sums[c]! += pixels[at + c]!;
  });
  if (points === 0) return;
  const colour = [...sums].map((sum) => {
    const moved = Math.round(sum / points) + thrown(2 * GRAIN + 1) - GRAIN;
    return Math.min(255, Math.max(0, moved));
  });
  each((at) => {
    for (let c = 0; c < solid; c++) pixels[at + c] = colour[c]!;
    if (solid < channels) pixels[at + solid] = 255;
  });
}
