/** Coverage as a GeoTIFF of floats, as any map program reads it. */
import { open } from "node:fs/promises";
import { endianness } from "node:os";
import { latitudeOf, longitudeOf } from "../../engines/terrain/grid.ts";
import { geoTiffHead } from "../../engines/terrain/geo-tiff-head.ts";
import type { Layer } from "./layer.ts";

const BY_UNIT: Readonly<Record<Layer["unit"], string>> = {
  dB: "Loss between isotropic antennas, and what the mast's antenna loses where it has one",
  m: "Least height of a receiver over the ground at which it sees the mast",
};

export async function writeTif(
  file: string,
  { grid, window, values, unit, says = BY_UNIT[unit] }: Layer,
): Promise<void> {
  const { stepLat, stepLon } = grid;
  const head = geoTiffHead({
    rows: window.rows,
    columns: window.columns,
    north: latitudeOf(grid, window.top),
    west: longitudeOf(grid, window.left),
    stepLat,
    stepLon,
    band: { description: says, unit },
  });
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  if (endianness() === "BE") bytes.swap32();
  await using out = await open(file, "w");
  await out.write(head);
  await out.write(bytes);
}
