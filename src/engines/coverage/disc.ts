/** The nodes of a grid around a site: which lie within the radius, how far and in which direction. */
import { EARTH_RADIUS } from "../terrain/great-circle.ts";
import { latitudeOf, type Grid, type Node } from "../terrain/grid.ts";
import type { Window } from "./job.ts";

const RAD = Math.PI / 180;

/**
 * Tables by the window's rows and columns, from which a node's place is two additions away. On the unit sphere seen from
 * the site, with φ the latitudes and Δλ the difference of longitudes:
 * sin²(σ/2) = halfRow + reach · halfColumn (the haversine), the sine of the angle σ towards the east = cosRow · sinColumn,
 * towards the north = sinRow + lift · halfColumn.
 */
export interface Disc {
  readonly window: Window;
  /** The first and last column of the window within the radius, by row; the first is beyond the last where none is. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** How many nodes lie within. */
  readonly nodes: number;
  /** Whether some of the circle lies off the grid. */
  readonly isCut: boolean;
  readonly halfRow: Float64Array;
  readonly reach: Float64Array;
  readonly sinRow: Float64Array;
  readonly lift: Float64Array;
  readonly cosRow: Float64Array;
  readonly halfColumn: Float64Array;
  readonly sinColumn: Float64Array;
}

/** @param radius km along the ground */
export function discAround(grid: Grid, site: Node, radius: number): Disc {
  const angle = radius / EARTH_RADIUS;
  const lat = latitudeOf(grid, site.row) * RAD;
  const rows = Math.floor(angle / (grid.stepLat * RAD));
  // The circle is widest where a meridian touches it: sin Δλ = sin σ / cos φ; one that holds a pole is everywhere.
  const widest = Math.sin(angle) / Math.cos(lat);
  const holdsPole = Math.abs(lat) + angle >= Math.PI / 2;
  const columns = holdsPole
    ? grid.columns
    : Math.ceil(Math.asin(Math.min(1, widest)) / (grid.stepLon * RAD));
  const window = cropped(grid, site, rows, columns);
  const tables = tablesFor(grid, site, window);
  const within = spans(tables, window, site.column - window.left, {
    limit: Math.sin(angle / 2) ** 2,
    step: grid.stepLon * RAD,
  });
  const isCut =
    site.row < rows ||
    site.row + rows >= grid.rows ||
    touchesSide(within, window, { west: window.left === 0, east: endsEast(grid, window) });
  return { window, ...within, isCut, ...tables };
}

/** Metres along the ground to a node of the window. */
export function metresTo(disc: Disc, row: number, column: number): number {
  const half = disc.halfRow[row]! + disc.reach[row]! * disc.halfColumn[column]!;
  return 2000 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
}

function cropped(grid: Grid, site: Node, rows: number, columns: number): Window {
  const top = Math.max(0, site.row - rows);
  const left = Math.max(0, site.column - columns);
  return {
    top,
    left,
    rows: Math.min(grid.rows - 1, site.row + rows) - top + 1,
    columns: Math.min(grid.columns - 1, site.column + columns) - left + 1,
  };
}

type Tables = Pick<
  Disc,
  "halfRow" | "reach" | "sinRow" | "lift" | "cosRow" | "halfColumn" | "sinColumn"
>;

function tablesFor(grid: Grid, site: Node, window: Window): Tables {
  const lat = latitudeOf(grid, site.row) * RAD;
  const [sin, cos] = [Math.sin(lat), Math.cos(lat)];
  const byRow = (value: (north: number, cosHere: number) => number) =>
    table(window.rows, (row) => {
      const north = (site.row - row - window.top) * grid.stepLat * RAD;
      return value(north, Math.cos(lat + north));
    });
  const byColumn = (value: (east: number) => number) =>
    table(window.columns, (column) =>
      value((column + window.left - site.column) * grid.stepLon * RAD),
    );
  return {
    halfRow: byRow((north) => Math.sin(north / 2) ** 2),
    reach: byRow((_, cosHere) => cos * cosHere),
    sinRow: byRow((north) => Math.sin(north)),
    lift: byRow((_, cosHere) => 2 * sin * cosHere),
    cosRow: byRow((_, cosHere) => cosHere),
    halfColumn: byColumn((east) => Math.sin(east / 2) ** 2),
    sinColumn: byColumn((east) => Math.sin(east)),
  };
}

/** By a loop: `Float64Array.from` with a function takes ten times as long. */
export function table(length: number, value: (index: number) => number): Float64Array {
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) values[i] = value(i);
  return values;
}

/** The nodes of a row that lie within are neighbours, and the site's column is among them. */
function spans(
  { halfRow, reach, halfColumn }: Tables,
  { rows, columns }: Window,
  middle: number,
  { limit, step }: { readonly limit: number; readonly step: number },
): Pick<Disc, "first" | "last" | "nodes"> {
  const [first, last] = [new Int32Array(rows), new Int32Array(rows)];
  let nodes = 0;
  for (let row = 0; row < rows; row++) {
    const most = (limit - halfRow[row]!) / reach[row]!;
    const isIn = (column: number) => halfRow[row]! + reach[row]! * halfColumn[column]! <= limit;
    const width = most < 0 ? -1 : Math.ceil((2 * Math.asin(Math.sqrt(Math.min(1, most)))) / step);
    let [from, to] = [Math.max(0, middle - width), Math.min(columns - 1, middle + width)];
    while (from <= to && !isIn(from)) from += 1;
    while (to >= from && !isIn(to)) to -= 1;
    first[row] = from;
    last[row] = to;
    nodes += to - from + 1;
  }
  return { first, last, nodes };
}

const endsEast = (grid: Grid, window: Window) => window.left + window.columns === grid.columns;

/** Whether a row reaches a side of the window that is a side of the grid: what lies beyond is unknown. */
function touchesSide(
  { first, last }: Pick<Disc, "first" | "last">,
  { rows, columns }: Window,
  side: { readonly west: boolean; readonly east: boolean },
): boolean {
  for (let row = 0; row < rows; row++) {
    if (first[row]! > last[row]!) continue;
    if (side.west && first[row] === 0) return true;
    if (side.east && last[row] === columns - 1) return true;
  }
  return false;
}
