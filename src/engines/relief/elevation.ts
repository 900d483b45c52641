/**
 * A grid of heights as SRTM gives it, and the window of it that a picture shows.
 *
 * Samples are nodes, not cells: the sample in column c stands exactly at coordinate c. Row 0 is north, column 0 west.
 */

/** The height that means "not measured" in SRTM. */
export const VOID = -32768;

/** Metres in one degree of a great circle: mean Earth radius 6,371,008.8 m (IUGG). Against WGS 84 off by < 0.6 %. */
const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;

/** Heights in whole metres above the geoid, `width` × `height` samples row by row from the north-west corner. */
export interface Elevation {
  readonly heights: Int16Array;
  readonly width: number;
  readonly height: number;
  /** Sample spacing in arc-seconds, the same north–south and east–west (3 for SRTM3, 1 for SRTM1). */
  readonly arcSeconds: number;
  /** Latitude of the middle row in degrees; decides how narrow a sample is east–west. */
  readonly latitude: number;
}

/** Part of a grid, in samples and from its north-west corner; fractions are fine. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Throws RangeError unless the grid is whole and the window lies in it. */
export function requireWindow(elevation: Elevation, window: Window): void {
  const { heights, width, height, arcSeconds, latitude } = elevation;
  if (!(width >= 3 && height >= 3))
    throw new RangeError(`Expected a grid of at least 3 × 3 samples, got ${width} × ${height}.`);
  if (heights.length !== width * height)
    throw new RangeError(
      `Expected ${width} × ${height} = ${width * height} heights, got ${heights.length}.`,
    );
  if (!(arcSeconds > 0)) throw new RangeError(`Expected a positive spacing, got ${arcSeconds}.`);
  if (!(Math.abs(latitude) < 89)) throw new RangeError(`Expected -89 to 89°, got ${latitude}.`);
  const { x, y } = window;
  const inside =
    x >= 0 &&
    y >= 0 &&
    window.width > 0 &&
    window.height > 0 &&
    x + window.width <= width - 1 &&
    y + window.height <= height - 1;
  if (!inside)
    throw new RangeError(
      `Expected a window within 0–${width - 1} × 0–${height - 1} samples, ` +
        `got ${window.width} × ${window.height} at ${x}, ${y}.`,
    );
}

/**
 * The window `columns` samples wide around a middle, as high as a picture of `aspect` (width ÷ height) needs
 * for ground that is not stretched: a sample is cos(latitude) as wide as it is high.
 */
export function windowAround(
  elevation: Elevation,
  middle: { readonly x: number; readonly y: number; readonly columns: number },
  aspect: number,
): Window {
  const height = (middle.columns * Math.cos((elevation.latitude * Math.PI) / 180)) / aspect;
  return {
    x: middle.x - middle.columns / 2,
    y: middle.y - height / 2,
    width: middle.columns,
    height,
  };
}

/** Ground size of one sample in metres, east–west and north–south, on a sphere. */
export function sampleMetres(elevation: Elevation): { readonly x: number; readonly y: number } {
  const y = (elevation.arcSeconds / 3600) * METRES_PER_DEGREE;
  return { x: y * Math.cos((elevation.latitude * Math.PI) / 180), y };
}

/**
 * Two neighbouring tiles as one grid. SRTM tiles share their edge column, so it is kept once.
 * Throws RangeError when sizes or the shared column differ: then the tiles are not neighbours.
 */
export function joinEast(west: Elevation, east: Elevation): Elevation {
  const { height } = west;
  if (east.height !== height || east.arcSeconds !== west.arcSeconds)
    throw new RangeError(
      `Expected ${height} rows at ${west.arcSeconds}", got ${east.height} at ${east.arcSeconds}".`,
    );
  const width = west.width + east.width - 1;
  const heights = new Int16Array(width * height);
  for (let row = 0; row < height; row++) {
    const left = west.heights.subarray(row * west.width, (row + 1) * west.width);
    const right = east.heights.subarray(row * east.width, (row + 1) * east.width);
    if (left.at(-1) !== right.at(0))
      throw new RangeError(
        `Expected the same height on both sides of the seam, got ${left.at(-1)} and ${right.at(0)} m in row ${row}.`,
      );
    heights.set(left, row * width);
    heights.set(right, row * width + west.width - 1);
  }
  return { ...west, heights, width };
}
