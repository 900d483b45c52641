/**
 * Where land is: half-degree cells of the whole Earth, kept as run lengths in a short string.
 *
 * The cells go from the north-west (90° N, 180° W) eastwards, row after row, as one sequence of runs: water, land,
 * water, … Each run is two digits of base 64, at most 4095 cells; a longer one is split by an empty run between.
 */

export const COLUMNS = 720; // half a degree: a cell is 1.8 px wide in the middle of a 424 px globe
export const ROWS = 360;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LONGEST = 4095;

/** Cells (1 land, 0 water) as a string of runs. */
export function packRuns(cells: Uint8Array): string {
  let packed = "";
  const add = (length: number) => {
    packed += DIGITS.charAt(length >> 6) + DIGITS.charAt(length & 63);
  };
  let kind = 0;
  let start = 0;
  for (let i = 0; i <= cells.length; i++) {
    if (i < cells.length && cells[i] === kind) continue;
    let length = i - start;
    for (; length > LONGEST; length -= LONGEST) {
      add(LONGEST);
      add(0);
    }
    add(length);
    kind = 1 - kind;
    start = i;
  }
  return packed;
}

/** The cells of a string of runs. Throws RangeError unless they cover the Earth exactly. */
export function unpackRuns(packed: string): Uint8Array {
  const cells = new Uint8Array(COLUMNS * ROWS);
  let at = 0;
  for (let i = 0; i < packed.length; i += 2) {
    const end = at + DIGITS.indexOf(packed.charAt(i)) * 64 + DIGITS.indexOf(packed.charAt(i + 1));
    if (i % 4 === 2) cells.fill(1, at, end);
    at = end;
  }
  if (at !== cells.length)
    throw new RangeError(`Expected runs over ${cells.length} cells, got ${at}.`);
  return cells;
}

/** Number of the cell at a latitude and longitude in radians; any longitude will do. */
export function cellAt(lat: number, lon: number): number {
  const row = Math.floor((0.5 - lat / Math.PI) * ROWS);
  const column = Math.floor((lon / (2 * Math.PI) + 0.5) * COLUMNS);
  return (
    Math.min(Math.max(row, 0), ROWS - 1) * COLUMNS + (((column % COLUMNS) + COLUMNS) % COLUMNS)
  );
}
