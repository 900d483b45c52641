/**
 * Great circles from a site as cubics in the rows and columns of a grid, so that a place on one costs six
 * multiplications. The first terms are those of the great circle's Taylor series at the site (from φ″ = −tan φ cos²φ λ′²
 * and λ″ = 2 tan φ φ′ λ′); the last is chosen so that the far end is met. Over 60 km at 45° that errs by a thousandth of
 * an arc-second's step, over 300 km by a few hundredths of three; the error grows with the fourth power of the length and
 * the third of tan φ.
 */
import { EARTH_RADIUS } from "../terrain/great-circle.ts";
import { latitudeOf, type Grid, type Node } from "../terrain/grid.ts";
import type { Disc } from "./disc.ts";

const RAD = Math.PI / 180;

/** Rows from the site are t·(row1 + t·(row2 + t·row3)) for t from 0 at the site to 1 at the end; columns the same. */
export interface Path {
  row1: number;
  row2: number;
  row3: number;
  column1: number;
  column2: number;
  column3: number;
}

/** What paths from one site have in common. */
export interface Origin {
  readonly grid: Grid;
  readonly site: Node;
  readonly tan: number;
  readonly cos: number;
  /** Rows and columns in a radian. */
  readonly rowsPer: number;
  readonly columnsPer: number;
}

export function originAt(grid: Grid, site: Node): Origin {
  const lat = latitudeOf(grid, site.row) * RAD;
  return {
    grid,
    site,
    tan: Math.tan(lat),
    cos: Math.cos(lat),
    rowsPer: 1 / (grid.stepLat * RAD),
    columnsPer: 1 / (grid.stepLon * RAD),
  };
}

export const newPath = (): Path => ({
  row1: 0,
  row2: 0,
  row3: 0,
  column1: 0,
  column2: 0,
  column3: 0,
});

/**
 * @param north the angle to the end times the cosine of its bearing, radians
 * @param east the angle times the sine
 * @param rows from the site to the end, southwards
 * @param columns eastwards
 */
export function setPath(
  path: Path,
  { tan, cos, rowsPer, columnsPer }: Origin,
  north: number,
  east: number,
  rows: number,
  columns: number,
): void {
  path.row1 = -north * rowsPer;
  path.row2 = 0.5 * east * east * tan * rowsPer;
  path.row3 = rows - path.row1 - path.row2;
  path.column1 = (east / cos) * columnsPer;
  path.column2 = ((north * east * tan) / cos) * columnsPer;
  path.column3 = columns - path.column1 - path.column2;
}

/** The path to a node of a disc's window, `metres` away. */
export function aimAt(
  path: Path,
  origin: Origin,
  disc: Disc,
  row: number,
  column: number,
  metres: number,
): void {
  const north = disc.sinRow[row]! + disc.lift[row]! * disc.halfColumn[column]!;
  const east = disc.cosRow[row]! * disc.sinColumn[column]!;
  const size = Math.sqrt(north * north + east * east);
  const stretch = metres / (1000 * EARTH_RADIUS * size);
  const rows = row + disc.window.top - origin.site.row;
  const columns = column + disc.window.left - origin.site.column;
  setPath(path, origin, north * stretch, east * stretch, rows, columns);
}

/** The path that leaves at a bearing (radians from north through east) and goes on for `metres`. */
export function setRadial(path: Path, origin: Origin, bearing: number, metres: number): void {
  const angle = metres / (1000 * EARTH_RADIUS);
  const lat = latitudeOf(origin.grid, origin.site.row) * RAD;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const x = cos * origin.cos - sin * Math.sin(lat) * Math.cos(bearing);
  const y = sin * Math.sin(bearing);
  const z = cos * Math.sin(lat) + sin * origin.cos * Math.cos(bearing);
  const rows = (lat - Math.atan2(z, Math.hypot(x, y))) * origin.rowsPer;
  const columns = Math.atan2(y, x) * origin.columnsPer;
  setPath(path, origin, angle * Math.cos(bearing), angle * Math.sin(bearing), rows, columns);
}

/**
 * Heights at `count` places t = from, from + step …, by bilinear interpolation. A circle that bulges over the grid's edge
 * between two places on it takes the edge's heights.
 */
export function sampleAlong(
  path: Path,
  { grid, site }: Origin,
  from: number,
  step: number,
  count: number,
  out: Float64Array,
): void {
  const { heights, columns: width } = grid;
  const lastRow = grid.rows - 1;
  const lastColumn = width - 1;
  const { row1, row2, row3, column1, column2, column3 } = path;
  const row0 = site.row;
  const column0 = site.column;
  for (let i = 0; i < count; i++) {
    const t = from + i * step;
    let row = row0 + t * (row1 + t * (row2 + t * row3));
    let column = column0 + t * (column1 + t * (column2 + t * column3));
    if (row < 0) row = 0;
    else if (row > lastRow) row = lastRow;
    if (column < 0) column = 0;
    else if (column > lastColumn) column = lastColumn;
    let r = row | 0;
    let c = column | 0;
    if (r === lastRow) r -= 1;
    if (c === lastColumn) c -= 1;
    const y = row - r;
    const x = column - c;
    const at = r * width + c;
    const here = heights[at]!;
    const there = heights[at + width]!;
    const over = here + (heights[at + 1]! - here) * x;
    const under = there + (heights[at + width + 1]! - there) * x;
    out[i] = over + (under - over) * y;
  }
}
