/** Ground as heights on the nodes of a grid of latitude and longitude. */

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Latitude of the nodes of row 0, degrees. */
  readonly north: number;
  /** Longitude of the nodes of column 0, degrees, from -180 up; what lies east of the date line goes on beyond 180. */
  readonly west: number;
  /** Degrees from node to node. */
  readonly stepLat: number;
  readonly stepLon: number;
  /** Metres, by rows from the north, each from the west; NaN where nothing was measured (a void). Shared, so that threads read one copy. */
  readonly heights: Float32Array<SharedArrayBuffer>;
}

/** A node of a grid. */
export interface Node {
  readonly row: number;
  readonly column: number;
}
export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

export const newHeights = (count: number): Float32Array<SharedArrayBuffer> =>
  new Float32Array(new SharedArrayBuffer(count * Float32Array.BYTES_PER_ELEMENT));

/** Degrees. */
export const latitudeOf = (grid: Grid, row: number): number => grid.north - row * grid.stepLat;
export const longitudeOf = (grid: Grid, column: number): number =>
  grid.west + column * grid.stepLon;

/** The rows and columns of a place, as fractions; a longitude is turned by 360° where that brings it into the grid. */
export function placeOn(grid: Grid, { lat, lon }: LatLon): { row: number; column: number } {
  const width = (grid.columns - 1) * grid.stepLon;
  let east = lon - grid.west;
  if (east < -1e-9) east += 360;
  else if (east > width + 1e-9 && east >= 360) east -= 360;
  return { row: (grid.north - lat) / grid.stepLat, column: east / grid.stepLon };
}

/** Metres between the four nodes around, by bilinear interpolation; NaN off the grid, and where one of them that counts is a void. */
export function heightAt(grid: Grid, at: LatLon): number {
  const { row, column } = placeOn(grid, at);
  return bilinear(grid, row, column);
}

export function bilinear({ rows, columns, heights }: Grid, row: number, column: number): number {
  const slack = 1e-6; // of a step: a node's own latitude comes back rounded
  if (
    !(row >= -slack && column >= -slack && row <= rows - 1 + slack && column <= columns - 1 + slack)
  )
    return Number.NaN;
  const [r, c] = [
    Math.min(rows - 2, Math.max(0, Math.floor(row))),
    Math.min(columns - 2, Math.max(0, Math.floor(column))),
  ];
  const [y, x] = [row - r, column - c];
  const i = r * columns + c;
  const over = heights[i]! + weighed(heights[i + 1]! - heights[i]!, x);
  const under =
    heights[i + columns]! + weighed(heights[i + columns + 1]! - heights[i + columns]!, x);
  return over + weighed(under - over, y);
}

/** A void does not matter where it has no weight. */
const weighed = (difference: number, share: number): number =>
  share === 0 ? 0 : difference * share;

/** The node nearest to a place; undefined off the grid. */
export function nearestNode(grid: Grid, at: LatLon): Node | undefined {
  const place = placeOn(grid, at);
  const [row, column] = [Math.round(place.row), Math.round(place.column)];
  const isOn = row >= 0 && column >= 0 && row < grid.rows && column < grid.columns;
  return isOn ? { row, column } : undefined;
}
