/**
 * What stands on the page until a picture is asked for: 16 × 8 tones, and a drawing of them in level rows,
 * the way the globes are drawn. The drawing is at most 200 bytes, needs no style attribute and no request.
 */

/** Any 8-bit picture: grey, RGB or RGBA. `print` says which page it lies on; a photo counts as day. */
interface Picture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly print?: "day" | "night";
}

/** `tones` is columns × rows mean luminances, 0–255, row by row; `svg` an inline drawing of ≤ 200 bytes. */
interface Placeholder {
  readonly columns: number;
  readonly rows: number;
  readonly tones: Uint8Array;
  readonly svg: string;
}

const MOST_BYTES = 200; // the placeholder rides in the first response of the page, where every byte is story
const FAINT = 6; // of 255: a difference from the page that no eye sees

/** Makes the placeholder. Throws RangeError when the pixels do not fit the size. */
export function placeholder(picture: Picture, columns = 16, rows = 8): Placeholder {
  const tones = tonesOf(picture, columns, rows);
  const page = picture.print === "night" ? 0 : 255;
  const marks = tones.map((tone) => Math.abs(page - tone));
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;

  let svg = "";
  let least = Math.max(mean, FAINT);
  do {
    svg = drawingOf(marks, columns, rows, least);
    least++;
  } while (svg.length > MOST_BYTES);
  return { columns, rows, tones, svg };
}

/** Mean luminance (Rec. 709 weights on the stored values) of each cell. */
function tonesOf(picture: Picture, columns: number, rows: number): Uint8Array {
  const { pixels, width, height, channels } = picture;
  if (pixels.length !== width * height * channels)
    throw new RangeError(
      `Expected ${width} × ${height} × ${channels} bytes, got ${pixels.length}.`,
    );
  if (!(width >= columns && height >= rows))
    throw new RangeError(
      `Expected at least ${columns} × ${rows} pixels, got ${width} × ${height}.`,
    );
  const sums = new Float64Array(columns * rows);
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++) {
      const cell = row + Math.floor((x * columns) / width);
      const i = (y * width + x) * channels;
      sums[cell]! +=
        channels === 1
          ? pixels[i]!
          : 0.2126 * pixels[i]! + 0.7152 * pixels[i + 1]! + 0.0722 * pixels[i + 2]!;
      counts[cell]!++;
    }
  }
  return Uint8Array.from(sums, (sum, cell) => Math.round(sum / counts[cell]!));
}

/** Level rows through every cell that differs from the page by `least` or more. */
function drawingOf(marks: Uint8Array, columns: number, rows: number, least: number): string {
  let path = "";
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      if (marks[y * columns + x]! < least) continue;
      const start = x;
      while (x < columns && marks[y * columns + x]! >= least) x++;
      path += `M${start} ${y}h${x - start}`;
    }
  }
  return `<svg viewBox="0 -.5 ${columns} ${rows}" aria-hidden="true"><path class="land" d="${path}"/></svg>`;
}
