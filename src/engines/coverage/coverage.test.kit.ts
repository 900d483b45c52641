/** Ground that tests of sweeps stand on: a real tile, and made-up hills of any step. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parseHgt } from "../terrain/hgt.ts";
import { newHeights, type Grid } from "../terrain/grid.ts";
import { fillVoids } from "../terrain/voids.ts";

export function tile(name: string): Grid {
  const file = `tests/data/terrain/${name}.hgt.gz`;
  return fillVoids(parseHgt(gunzipSync(readFileSync(file)), file.replace(/\.gz$/, ""))).grid;
}

/** Square, with its middle near a latitude. @param arcSeconds from node to node */
export function hills(
  side: number,
  {
    latitude = 45,
    arcSeconds = 3,
    height = 300,
  }: { latitude?: number; arcSeconds?: number; height?: number } = {},
): Grid {
  const step = arcSeconds / 3600;
  const heights = newHeights(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      heights[row * side + column] =
        height *
        (1.5 +
          Math.sin((row * arcSeconds) / 70) * Math.cos((column * arcSeconds) / 90) +
          0.3 * Math.sin(((row + 2 * column) * arcSeconds) / 31));
  const half = ((side - 1) / 2) * step;
  return {
    rows: side,
    columns: side,
    north: latitude + half,
    west: 10 - half,
    stepLat: step,
    stepLon: step,
    heights,
  };
}
