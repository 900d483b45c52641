/**
 * SRTM's `.hgt`: big-endian 16-bit heights without a header, by rows from the north; the name says where. Source: USGS,
 * "SRTM Topography", section 2.1.4 (nodes stand on the degree lines, neighbours share an edge; -32768 is a void).
 */
import { newHeights, type Grid } from "./grid.ts";

const VOID = -32_768;
const LOWEST = -500; // m: the shore of the Dead Sea is at -430
const HIGHEST = 9000;

/**
 * @param name of the file, with or without folder and further endings: `N44W072.hgt.gz`
 * @throws Error that says what was expected of the name, the size or the heights
 */
export function parseHgt(bytes: Uint8Array, name: string): Grid {
  const corner = /(?:^|\/)([NS])(\d{2})([EW])(\d{3})[^/]*$/i.exec(name);
  if (!corner)
    throw new Error(`${name}: expected a name by the south-west corner such as N44W072.hgt.`);
  const [south, west] = [
    Number(corner[2]) * (corner[1]!.toUpperCase() === "S" ? -1 : 1),
    Number(corner[4]) * (corner[3]!.toUpperCase() === "W" ? -1 : 1),
  ];
  const side = bytes.length === 2 * 1201 ** 2 ? 1201 : 3601;
  if (bytes.length !== 2 * side ** 2)
    throw new Error(
      `${name}: expected 2,884,802 bytes (3 arc-seconds) or 25,934,402 (1 arc-second), found ${bytes.length}. Is the file whole?`,
    );
  const heights = newHeights(side ** 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let outside = 0;
  for (let i = 0; i < heights.length; i++) {
    const height = view.getInt16(2 * i);
    heights[i] = height === VOID ? Number.NaN : height;
    if (height !== VOID && (height < LOWEST || height > HIGHEST)) outside += 1;
  }
  if (outside > heights.length / 100)
    throw new Error(
      `${name}: expected heights from ${LOWEST} to ${HIGHEST} m, found ${outside} others. Is its byte order little-endian?`,
    );
  return {
    rows: side,
    columns: side,
    north: south + 1,
    west,
    stepLat: 1 / (side - 1),
    stepLon: 1 / (side - 1),
    heights,
  };
}
