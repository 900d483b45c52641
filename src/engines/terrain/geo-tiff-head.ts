/**
 * The beginning of a GeoTIFF of 32-bit floats in latitude and longitude, which follow it by rows from the north in one
 * strip, little-endian. Sources: TIFF 6.0 (Adobe, 1992), sections 2, 8 and 19; OGC 19-008r4 (GeoTIFF 1.1); GDAL's tag
 * for what is no value, and its tag of descriptions and units (gdal.org, GTiff driver, GDAL_METADATA).
 */
import type { Grid } from "./grid.ts";

interface Raster extends Pick<Grid, "rows" | "columns" | "north" | "west" | "stepLat" | "stepLon"> {
  /** What the values are, for whoever opens the file: in ASCII, as TIFF asks. */
  readonly band?: { readonly description: string; readonly unit: string } | undefined;
}

const SHORT = 3;
const LONG = 4;
const ASCII = 2;
const DOUBLE = 12;
const SIZES: Readonly<Record<number, number>> = { [ASCII]: 1, [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };
const IFD = 8; // where the list of tags begins

interface Tag {
  readonly id: number;
  readonly type: number;
  readonly values: readonly number[];
}

/** A node of the grid is the middle of a pixel; NaN says that there is no value. */
export function geoTiffHead(raster: Raster): Uint8Array {
  const tags = tagsOf(raster, 0);
  const size = sizeOf(tags);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949); // II: little-endian
  view.setUint16(2, 42, true);
  view.setUint32(4, IFD, true);
  view.setUint16(IFD, tags.length, true);
  let beside = IFD + 2 + 12 * tags.length + 4;
  for (const [i, { id, type, values }] of tagsOf(raster, size).entries()) {
    const at = IFD + 2 + 12 * i;
    const length = values.length * SIZES[type]!;
    view.setUint16(at, id, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, values.length, true);
    if (length > 4) view.setUint32(at + 8, beside, true);
    const start = length > 4 ? beside : at + 8;
    for (const [j, value] of values.entries()) put(view, start + j * SIZES[type]!, type, value);
    if (length > 4) beside += even(length);
  }
  return bytes;
}

/** In rising order, as TIFF asks. @param data where the floats begin */
function tagsOf(
  { rows, columns, north, west, stepLat, stepLon, band }: Raster,
  data: number,
): readonly Tag[] {
  return [
    { id: 256, type: LONG, values: [columns] },
    { id: 257, type: LONG, values: [rows] },
    { id: 258, type: SHORT, values: [32] }, // bits
    { id: 259, type: SHORT, values: [1] }, // not compressed
    { id: 262, type: SHORT, values: [1] }, // more is brighter
    { id: 273, type: LONG, values: [data] },
    { id: 277, type: SHORT, values: [1] }, // one value a pixel
    { id: 278, type: LONG, values: [rows] }, // in one strip
    { id: 279, type: LONG, values: [4 * rows * columns] },
    { id: 339, type: SHORT, values: [3] }, // floats
    { id: 33_550, type: DOUBLE, values: [stepLon, stepLat, 0] }, // size of a pixel
    { id: 33_922, type: DOUBLE, values: [0, 0, 0, west - stepLon / 2, north + stepLat / 2, 0] },
    // four keys: geographic, pixels are areas, WGS 84, degrees
    {
      id: 34_735,
      type: SHORT,
      values: [1, 1, 1, 4, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326, 2054, 0, 1, 9102],
    },
    ...(band ? [{ id: 42_112, type: ASCII, values: ascii(metadata(band)) }] : []),
    { id: 42_113, type: ASCII, values: ascii("nan") },
  ];
}

const ascii = (text: string): number[] => [...new TextEncoder().encode(`${text}\0`)];

const metadata = ({ description, unit }: NonNullable<Raster["band"]>): string =>
  `<GDALMetadata><Item name="DESCRIPTION" sample="0" role="description">${escaped(description)}</Item><Item name="UNITTYPE" sample="0" role="unittype">${escaped(unit)}</Item></GDALMetadata>`;

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(/[^\x20-\x7e]/gu, (one) => `&#${one.codePointAt(0)};`);

const even = (length: number): number => length + (length % 2);

function sizeOf(tags: readonly Tag[]): number {
  let size = IFD + 2 + 12 * tags.length + 4;
  for (const { type, values } of tags) {
    const length = values.length * SIZES[type]!;
    if (length > 4) size += even(length);
  }
  return Math.ceil(size / 8) * 8;
}

function put(view: DataView, at: number, type: number, value: number): void {
  if (type === DOUBLE) view.setFloat64(at, value, true);
  else if (type === LONG) view.setUint32(at, value, true);
  else if (type === SHORT) view.setUint16(at, value, true);
  else view.setUint8(at, value);
}
