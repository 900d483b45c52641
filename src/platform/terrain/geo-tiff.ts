/** GeoTIFF and COG in latitude and longitude. Source: OGC 19-008r4, "OGC GeoTIFF Standard" 1.1, 7.1 and 7.4. */
import { fromArrayBuffer } from "geotiff";
import { newHeights, type Grid } from "../../engines/terrain/grid.ts";

const GEOGRAPHIC = 2; // GTModelTypeGeoKey
const USER_DEFINED = 32_767; // what such a file says of itself is taken for WGS 84
/** EPSG codes of latitude and longitude within about 2 m of WGS 84: WGS 84, ETRS89, NAD83, GDA94, GDA2020, SIRGAS 2000, NZGD2000, CGCS2000, JGD2000, JGD2011, Hartebeesthoek94. */
const SAME_GROUND = new Set([
  4326, 4979, 4258, 4269, 4283, 7844, 4674, 4167, 4490, 4612, 6668, 4148,
]);
const LOWEST = -12_000; // m: under the deepest sea there is nothing

/**
 * @param name for what is said about it
 * @throws Error that says what was expected: one band, latitude and longitude, a whole file
 */
export async function parseGeoTiff(bytes: Uint8Array, name: string): Promise<Grid> {
  try {
    return await parse(bytes, name);
  } catch (error) {
    if (error instanceof Unfit) throw error;
    throw new Error(
      `${name}: expected a whole GeoTIFF, found ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    );
  }
}

class Unfit extends Error {}

async function parse(bytes: Uint8Array, name: string): Promise<Grid> {
  const tiff = await fromArrayBuffer(new Uint8Array(bytes).buffer);
  const image = await tiff.getImage();
  const keys: Readonly<Record<string, unknown>> = image.getGeoKeys() ?? {};
  const model = keys["GTModelTypeGeoKey"];
  if (model !== GEOGRAPHIC)
    throw new Unfit(
      `${name}: expected latitude and longitude (EPSG:4326), found ${model === undefined ? "no word about it" : "a projection"}. Bring it to EPSG:4326 first.`,
    );
  const datum = keys["GeographicTypeGeoKey"];
  if (typeof datum === "number" && datum < USER_DEFINED && !SAME_GROUND.has(datum))
    throw new Unfit(
      `${name}: expected latitude and longitude on WGS 84 (EPSG:4326), found another datum (EPSG:${datum}), on which places lie up to some hundred metres away. Bring it to EPSG:4326 first.`,
    );
  const [east, south] = image.getResolution();
  const [west, north] = image.getOrigin();
  if (!(east! > 0 && south! < 0))
    throw new Unfit(`${name}: expected rows from the north and columns from the west.`);
  const half = image.pixelIsArea() ? 0.5 : 0; // an area's tie point is its corner, a node is its middle
  const [columns, rows] = [image.getWidth(), image.getHeight()];
  if (rows < 2 || columns < 2)
    throw new Unfit(`${name}: expected at least 2 × 2 nodes, found ${rows} × ${columns}.`);
  const missing = image.getGDALNoData();
  const values = await image.readRasters({ samples: [0], interleave: true });
  const heights = newHeights(rows * columns);
  for (let i = 0; i < heights.length; i++) {
    const height = Number(values[i]);
    heights[i] =
      height === missing || height <= LOWEST || !Number.isFinite(height) ? Number.NaN : height;
  }
  return {
    rows,
    columns,
    north: north! + half * south!,
    west: west! + half * east!,
    stepLat: -south!,
    stepLon: east!,
    heights,
  };
}
