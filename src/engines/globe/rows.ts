/** Level rows: an area drawn as horizontal strokes at even distance, in one short SVG path. */

/** One row: where it lies, and the first and last x that may carry a stroke. All whole pixels. */
export interface Row {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

const SHORTEST = 2; // px: a shorter stroke is a speck, and costs as many bytes as a continent
const CLOSEST = 2; // px: a narrower gap between strokes cannot be seen at stroke width 1

/** Even rows in `height` px, as many as fit when about `count` are wanted, the block of them in the middle. */
export function evenRows(height: number, count: number): number[] {
  if (!(count >= 1 && height >= count))
    throw new RangeError(`Expected 1 to ${height} rows in ${height} px, got ${count}.`);
  const step = Math.round(height / count); // whole, or the eye sees the row that is one pixel off
  const fits = Math.min(count, Math.floor((height - 1) / step) + 1);
  const first = Math.round((height - (fits - 1) * step) / 2);
  return Array.from({ length: fits }, (_, i) => first + i * step);
}

/**
 * `M x y h w` for every run of a row on which `inside` holds, west to east and north to south.
 * Runs are whole pixels: at least 2 long, at least 2 apart.
 */
export function rowsPath(rows: readonly Row[], inside: (x: number, y: number) => boolean): string {
  let path = "";
  for (const { y, from, to } of rows) {
    let start = -1; // of the open run, -1 when there is none
    let end = -1; // first x behind the open run
    const close = () => {
      if (start >= 0 && end - start >= SHORTEST) path += `M${start} ${y}h${end - start}`;
    };
    for (let x = from; x < to; x++) {
      if (!inside(x + 0.5, y)) continue;
      if (start < 0 || x - end >= CLOSEST) {
        close();
        start = x;
      }
      end = x + 1;
    }
    close();
  }
  return path;
}

/** One decimal is a tenth of a pixel: finer is invisible and longer. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10 + 0; // + 0: no "-0" in an attribute
}
