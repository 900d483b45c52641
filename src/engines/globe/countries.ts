/**
 * Which country lies where: quarter-degree cells of the Earth north of 60° S, kept as runs in a string.
 *
 * The cells go from the north-west (90° N, 180° W) eastwards, row after row, as one sequence of runs. A run is four
 * digits of base 64: two for its length (at most 4095), two for the country, the place of its code in the list of
 * codes; 0 is water.
 */

export const COUNTRY_COLUMNS = 1440;
export const COUNTRY_ROWS = 600;

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LONGEST = 4095;

/** Cells that hold numbers of countries as a string of runs. */
export function packCountries(cells: Uint8Array): string {
  const two = (n: number) => DIGITS.charAt(n >> 6) + DIGITS.charAt(n & 63);
  let packed = "";
  let start = 0;
  for (let i = 1; i <= cells.length; i++) {
    if (i < cells.length && cells[i] === cells[start] && i - start < LONGEST) continue;
    packed += two(i - start) + two(cells[start]!);
    start = i;
  }
  return packed;
}

/** The cells of a string of runs. Throws RangeError unless they cover the rows exactly. */
export function unpackCountries(packed: string): Uint8Array {
  const cells = new Uint8Array(COUNTRY_COLUMNS * COUNTRY_ROWS);
  const number = (at: number) =>
    DIGITS.indexOf(packed.charAt(at)) * 64 + DIGITS.indexOf(packed.charAt(at + 1));
  let at = 0;
  for (let i = 0; i < packed.length; i += 4) {
    const end = at + number(i);
    cells.fill(number(i + 2), at, end);
    at = end;
  }
  if (at !== cells.length)
    throw new RangeError(`Expected runs over ${cells.length} cells, got ${at}.`);
  return cells;
}

/** Number of the cell at a latitude and longitude in radians; -1 south of the cells. */
export function countryCellAt(lat: number, lon: number): number {
  const row = Math.max(Math.floor((0.5 - lat / Math.PI) * 720), 0);
  if (row >= COUNTRY_ROWS) return -1;
  const column = Math.floor((lon / (2 * Math.PI) + 0.5) * COUNTRY_COLUMNS);
  return row * COUNTRY_COLUMNS + (((column % COUNTRY_COLUMNS) + COUNTRY_COLUMNS) % COUNTRY_COLUMNS);
}
