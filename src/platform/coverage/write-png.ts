/** Coverage as a picture: a pixel a node, from yellow where little is lost to violet, clear where nothing is said. */
import type { Layer } from "./layer.ts";

/** Least and greatest of the colours: what lies beyond has the same colour as they have. */
const RANGES = { dB: [80, 170], m: [0, 100] } as const;
/** Red, green, blue, equally far apart to the eye and told apart by the colour-blind: points of viridis (S. van der Walt and N. Smith, public domain), from little to much. */
const COLOURS = [
  [253, 231, 37],
  [122, 209, 81],
  [34, 168, 132],
  [42, 120, 142],
  [65, 68, 135],
  [68, 1, 84],
] as const;

export async function writePng(file: string, { window, values, unit }: Layer): Promise<void> {
  const { default: sharp } = await import("sharp");
  const { rows, columns } = window;
  const pixels = new Uint8Array(4 * rows * columns);
  const [least, greatest] = RANGES[unit];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    const share = Math.min(1, Math.max(0, (value - least) / (greatest - least)));
    pixels.set(colourAt(share), 4 * i);
  }
  await sharp(pixels, { raw: { width: columns, height: rows, channels: 4 } })
    .png()
    .toFile(file);
}

function colourAt(share: number): readonly [number, number, number, number] {
  const place = share * (COLOURS.length - 1);
  const from = Math.min(COLOURS.length - 2, Math.trunc(place));
  const mixed = (i: 0 | 1 | 2) =>
    Math.round(COLOURS[from]![i] + (COLOURS[from + 1]![i] - COLOURS[from]![i]) * (place - from));
  return [mixed(0), mixed(1), mixed(2), 255];
}
