/** The ground of a plan as its picture holds it: metres over -1000 in the red (high) and green (low) byte of a node. */
import type { Grid } from "../../../engines/terrain/grid.ts";

const LOWEST = -1000; // m

/**
 * @param pixels rows from the north, each from the west; the outer ones stand on the bounds
 * @param channels bytes a pixel
 * @param bounds south, west, north, east in degrees
 */
export function groundFrom(
  picture: {
    readonly pixels: ArrayLike<number>;
    readonly width: number;
    readonly height: number;
    readonly channels: number;
  },
  bounds: readonly [number, number, number, number],
): Grid {
  const { pixels, width, height, channels } = picture;
  const [south, west, north, east] = bounds;
  const heights = new Float32Array(width * height);
  for (let i = 0; i < heights.length; i++)
    heights[i] = pixels[i * channels]! * 256 + pixels[i * channels + 1]! + LOWEST;
  return {
    rows: height,
    columns: width,
    north,
    west,
    stepLat: (north - south) / (height - 1),
    stepLon: (east - west) / (width - 1),
    heights: heights as unknown as Grid["heights"], // no other thread reads them
  };
}

/** A longitude as a map counts it, which does not turn back at the date line: what lies beside the map stays beside it. */
export const eastOf = (lon: number, west: number): number =>
  lon < west - 180 ? lon + 360 : lon > west + 180 ? lon - 360 : lon;
