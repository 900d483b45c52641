/**
 * The cells in which tiles and schools are summed for a map: squares of the Web Mercator grid at zoom 7, named by
 * their quadkey (Bing Maps tile system), 2.8° wide and so never a house. A cell of a coarser tile is the tile.
 */

export const ZOOM = 7;
const SIDE = 2 ** ZOOM;
const LIMIT = 85.0511; // degrees; the grid ends there

export const cellOfTile = (quadkey: string): string => quadkey.slice(0, ZOOM);

/** The name of the cell that holds a point. */
export function cellOfPoint(lat: number, lon: number): string {
  const sine = Math.sin((Math.min(LIMIT, Math.max(-LIMIT, lat)) * Math.PI) / 180);
  const x = whole((lon + 180) / 360);
  const y = whole(0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  return Array.from({ length: ZOOM }, (_, i) => {
    const bit = ZOOM - 1 - i;
    return ((x >> bit) & 1) + 2 * ((y >> bit) & 1);
  }).join("");
}

/** The middle of a cell in degrees, to a tenth. */
export function middleOf(cell: string): { readonly lat: number; readonly lon: number } {
  let [x, y] = [0, 0];
  for (const digit of cell) {
    x = 2 * x + (Number(digit) & 1);
    y = 2 * y + (Number(digit) >> 1);
  }
  const side = 2 ** cell.length;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / side))) * 180) / Math.PI;
  return { lat: tenth(lat), lon: tenth(((x + 0.5) / side) * 360 - 180) };
}

const whole = (part: number): number => Math.min(SIDE - 1, Math.max(0, Math.floor(part * SIDE)));
const tenth = (n: number): number => Math.round(n * 10) / 10;
