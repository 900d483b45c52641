/** The part of the Earth that a plan's pictures show, in degrees that go on beyond the date line. */
import type { Grid, LatLon } from "../../../engines/terrain/grid.ts";
import { eastOf } from "../browser/ground.ts";

export interface Frame {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  /** Over `west`, also beyond 180. */
  readonly east: number;
}

const AROUND = 0.06; // of the width and the height, left free around what is shown
const LEAST = 0.02; // degrees: one place alone is no picture

/** Around all of these, from node to node of the grid. */
export function frameAround(points: readonly LatLon[], grid: Grid): Frame {
  const { north, west, stepLat, stepLon, rows, columns } = grid;
  const [top, bottom] = widened(
    points.map(({ lat }) => (north - lat) / stepLat),
    LEAST / stepLat,
    rows - 1,
  );
  const [left, right] = widened(
    points.map(({ lon }) => (eastOf(lon, west) - west) / stepLon),
    LEAST / stepLon,
    columns - 1,
  );
  return {
    north: north - top * stepLat,
    south: north - bottom * stepLat,
    west: west + left * stepLon,
    east: west + right * stepLon,
  };
}

function widened(at: readonly number[], least: number, last: number): [number, number] {
  const [low, high] = [Math.min(...at), Math.max(...at)];
  const by = Math.max((high - low) * AROUND, least);
  return [Math.max(0, Math.floor(low - by)), Math.min(last, Math.ceil(high + by))];
}

/** Pixels of a picture in which ground is not stretched. */
export function sizeOf(
  { south, west, north, east }: Frame,
  width: number,
): { width: number; height: number } {
  const middle = ((south + north) / 2) * (Math.PI / 180);
  const height = Math.round((width * (north - south)) / ((east - west) * Math.cos(middle)));
  return { width, height: Math.max(3, height) };
}

const five = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
/** South, west, north, east, as a plan says them: the west as people write it, the east over it. */
export function boundsOf({
  south,
  west,
  north,
  east,
}: Frame): [south: number, west: number, north: number, east: number] {
  const turn = west > 180 ? 360 : 0;
  return [five(south), five(west - turn), five(north), five(east - turn)];
}
