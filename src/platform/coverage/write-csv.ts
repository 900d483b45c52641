/** Coverage as a table: `lat,lon,value`, one line a node. */
import { open } from "node:fs/promises";
import { latitudeOf, longitudeOf, type Grid } from "../../engines/terrain/grid.ts";
import type { Layer } from "./layer.ts";

const LONGEST = 64; // bytes of a line
const [COMMA, NEWLINE, MINUS, POINT, ZERO] = [0x2c, 0x0a, 0x2d, 0x2e, 0x30];

/**
 * Degrees with six decimals (a hand's breadth), values with three. Written digit by digit into one row's bytes: as text
 * each line would be several strings, and a sweep of a million nodes should not need a hundred megabytes for them.
 */
export async function writeCsv(
  file: string,
  { grid, window, values, servers }: Layer,
): Promise<void> {
  await using out = await open(file, "w");
  await out.write(servers ? "lat,lon,value,site\n" : "lat,lon,value\n");
  const bytes = Buffer.alloc(LONGEST * window.columns);
  for (let row = 0; row < window.rows; row++) {
    const lat = Math.round(latitudeOf(grid, window.top + row) * 1e6);
    let end = 0;
    for (let column = 0; column < window.columns; column++) {
      const i = row * window.columns + column;
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      end = putDecimal(bytes, end, lat, 6);
      bytes[end++] = COMMA;
      end = putDecimal(bytes, end, Math.round(turned(grid, window.left + column) * 1e6), 6);
      bytes[end++] = COMMA;
      end = putDecimal(bytes, end, Math.round(value * 1000), 3);
      if (servers) {
        bytes[end++] = COMMA;
        end = putDecimal(bytes, end, servers[i]! + 1, 0);
      }
      bytes[end++] = NEWLINE;
    }
    if (end > 0) await out.write(bytes, 0, end);
  }
}

/** A longitude from -180 to 180. */
function turned(grid: Grid, column: number): number {
  const lon = longitudeOf(grid, column);
  return lon > 180 ? lon - 360 : lon;
}

/** Writes a whole number with a point before its last `decimals` digits. @returns where the next byte goes */
function putDecimal(bytes: Uint8Array, at: number, number: number, decimals: number): number {
  let end = at;
  if (number < 0) bytes[end++] = MINUS;
  let rest = Math.abs(number);
  let digits = 1;
  for (let power = 10; power <= rest || digits <= decimals; power *= 10) digits += 1;
  const length = digits + (decimals > 0 ? 1 : 0);
  for (let i = length - 1; i >= 0; i--) {
    if (decimals > 0 && length - 1 - i === decimals) {
      bytes[end + i] = POINT;
      continue;
    }
    const tens = Math.trunc(rest / 10);
    bytes[end + i] = ZERO + rest - 10 * tens;
    rest = tens;
  }
  return end + length;
}
