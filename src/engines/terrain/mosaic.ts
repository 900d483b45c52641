/** Several grids as one, and one cut to what is needed. */
import { EARTH_RADIUS } from "./great-circle.ts";
import { newHeights, type Grid, type LatLon } from "./grid.ts";

interface Mosaic {
  readonly grid: Grid;
  /** Nodes that two grids measured differently (the first one counts), and by how many metres at most. */
  readonly differing: number;
  readonly mostMetres: number;
}

const MOST_NODES = 200_000_000; // 800 MB
const NEAR = 1e-3; // of a step

/**
 * Neighbours share their edge; what one left void the other fills; between grids that do not touch there are voids.
 * Grids on both sides of the date line go on beyond 180°.
 * @param grids at least one, each with its name for what is said about it
 * @throws Error when steps or nodes do not fit together, or when the whole is too large
 */
export function mosaic(grids: readonly { readonly name: string; readonly grid: Grid }[]): Mosaic {
  const [first, ...others] = grids;
  if (!first) throw new Error("Expected at least one file of terrain, got none.");
  if (others.length === 0) return { grid: first.grid, differing: 0, mostMetres: 0 };
  const { stepLat, stepLon } = first.grid;
  const turned = grids.map(({ grid }) => turn(grid, first.grid.west));
  for (const [i, grid] of turned.entries()) requireFit(first, { name: grids[i]!.name, grid });
  const north = Math.max(...turned.map((grid) => grid.north));
  const west = Math.min(...turned.map((grid) => grid.west));
  const south = Math.min(...turned.map((grid) => grid.north - (grid.rows - 1) * stepLat));
  const east = Math.max(...turned.map((grid) => grid.west + (grid.columns - 1) * stepLon));
  const rows = Math.round((north - south) / stepLat) + 1;
  const columns = Math.round((east - west) / stepLon) + 1;
  if (rows * columns > MOST_NODES)
    throw new Error(
      `Expected terrain of at most ${MOST_NODES.toLocaleString("en")} nodes together, got ${rows} × ${columns}. Are these tiles neighbours?`,
    );
  const whole: Grid = {
    rows,
    columns,
    north,
    west: west < -180 ? west + 360 : west,
    stepLat,
    stepLon,
    heights: newHeights(rows * columns).fill(Number.NaN),
  };
  let [differing, mostMetres] = [0, 0];
  for (const grid of turned) {
    const top = Math.round((north - grid.north) / stepLat);
    const left = Math.round((grid.west - west) / stepLon);
    for (let row = 0; row < grid.rows; row++) {
      let to = (top + row) * columns + left;
      for (let from = row * grid.columns; from < (row + 1) * grid.columns; from++, to++) {
        const [old, fresh] = [whole.heights[to]!, grid.heights[from]!];
        if (Number.isNaN(old)) whole.heights[to] = fresh;
        else if (old !== fresh && !Number.isNaN(fresh)) {
          differing += 1;
          mostMetres = Math.max(mostMetres, Math.abs(old - fresh));
        }
      }
    }
  }
  return { grid: whole, differing, mostMetres };
}

/** The part around a place within which every way of that length stays, by whole nodes; a grid that holds none of it is refused. */
export function cropAround(grid: Grid, at: LatLon, radiusKm: number): Grid | undefined {
  const degrees = ((radiusKm / EARTH_RADIUS) * 180) / Math.PI;
  const nearPole = Math.min(89, Math.abs(at.lat) + degrees);
  const east = Math.min(180, degrees / Math.cos((nearPole * Math.PI) / 180));
  const middle = turnTo(at.lon, grid.west + ((grid.columns - 1) * grid.stepLon) / 2);
  const top = Math.max(0, Math.floor((grid.north - at.lat - degrees) / grid.stepLat) - 1);
  const bottom = Math.min(
    grid.rows - 1,
    Math.ceil((grid.north - at.lat + degrees) / grid.stepLat) + 1,
  );
  const left = Math.max(0, Math.floor((middle - east - grid.west) / grid.stepLon) - 1);
  const right = Math.min(
    grid.columns - 1,
    Math.ceil((middle + east - grid.west) / grid.stepLon) + 1,
  );
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  if (rows < 2 || columns < 2) return undefined;
  if (rows === grid.rows && columns === grid.columns) return grid;
  const heights = newHeights(rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = (top + row) * grid.columns + left;
    heights.set(grid.heights.subarray(from, from + columns), row * columns);
  }
  return {
    ...grid,
    rows,
    columns,
    north: grid.north - top * grid.stepLat,
    west: grid.west + left * grid.stepLon,
    heights,
  };
}

function requireFit(
  first: { readonly name: string; readonly grid: Grid },
  other: { readonly name: string; readonly grid: Grid },
): void {
  const [a, b] = [first.grid, other.grid];
  const isSame = (x: number, y: number) => Math.abs(x - y) < 1e-9;
  if (!isSame(a.stepLat, b.stepLat) || !isSame(a.stepLon, b.stepLon))
    throw new Error(
      `${other.name}: expected nodes ${arcSeconds(a.stepLat)} apart as in ${first.name}, found ${arcSeconds(b.stepLat)}. Bring all tiles to one spacing first.`,
    );
  const offset = [(a.north - b.north) / a.stepLat, (b.west - a.west) / a.stepLon];
  if (offset.some((steps) => Math.abs(steps - Math.round(steps)) > NEAR))
    throw new Error(
      `${other.name}: expected nodes on those of ${first.name}, found them between. Resample it first.`,
    );
}

const arcSeconds = (degrees: number): string =>
  `${Math.round(degrees * 3_600_000) / 1000} arc-seconds`;

const turn = (grid: Grid, near: number): Grid => ({ ...grid, west: turnTo(grid.west, near) });
/** The longitude, turned by whole circles to within half a one of another. */
const turnTo = (lon: number, near: number): number => lon - 360 * Math.round((lon - near) / 360);
