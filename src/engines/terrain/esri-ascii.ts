/** ESRI's ASCII grid (`.asc`). Source: Esri, "Esri ASCII raster format" (header, then rows from the north). */
import { newHeights, type Grid } from "./grid.ts";

/**
 * @param name for what is said about it
 * @throws Error that names the line, what was expected and what was found
 */
export function parseEsriAscii(text: string, name: string): Grid {
  const header = new Map<string, number>();
  const lines = text.split(/\r?\n/);
  let line = 0;
  for (; line < lines.length && /^\s*[a-z_]+\s/i.test(lines[line]!); line++) {
    const [key, value] = lines[line]!.trim().split(/\s+/);
    header.set(key!.toLowerCase(), Number(value));
  }
  const size = (key: string): number => {
    const value = header.get(key);
    if (value === undefined || !Number.isFinite(value) || value <= 0)
      throw new Error(
        `${name}: expected a line "${key} NUMBER" at its beginning, found ${value ?? "none"}.`,
      );
    return value;
  };
  const nodes = (key: string): number => {
    const value = size(key);
    if (!Number.isInteger(value) || value < 2)
      throw new Error(`${name}: expected ${key} as a whole number from 2, found ${value}.`);
    return value;
  };
  const [columns, rows, step] = [nodes("ncols"), nodes("nrows"), size("cellsize")];
  if (rows * columns > text.length)
    throw new Error(
      `${name}: expected ${rows} × ${columns} heights, found a file of ${text.length} characters.`,
    );
  const west = edge(header, "xll", step, name);
  const south = edge(header, "yll", step, name);
  if (Math.abs(south) > 90 || Math.abs(west) > 360)
    throw new Error(
      `${name}: expected latitude and longitude in degrees, found a corner at ${south}, ${west}. Bring it to EPSG:4326 first.`,
    );
  const missing = header.get("nodata_value") ?? -9999;
  const heights = newHeights(rows * columns);
  let at = 0;
  for (; line < lines.length; line++)
    for (const word of lines[line]!.split(/\s+/)) {
      if (word === "") continue;
      const height = Number(word);
      if (!Number.isFinite(height) || at === heights.length)
        throw new Error(
          `${name}:${line + 1}: expected ${heights.length} heights, found ${at === heights.length ? "more" : JSON.stringify(word)}.`,
        );
      heights[at++] = height === missing ? Number.NaN : height;
    }
  if (at !== heights.length)
    throw new Error(`${name}: expected ${heights.length} heights, found ${at}. Is the file whole?`);
  return {
    rows,
    columns,
    north: south + (rows - 1) * step,
    west,
    stepLat: step,
    stepLon: step,
    heights,
  };
}

/** Of the outermost nodes: a corner is half a cell outside of the middle of its cell. */
function edge(
  header: ReadonlyMap<string, number>,
  key: string,
  step: number,
  name: string,
): number {
  const [centre, corner] = [header.get(`${key}center`), header.get(`${key}corner`)];
  const value = centre ?? (corner === undefined ? undefined : corner + step / 2);
  if (value === undefined || !Number.isFinite(value))
    throw new Error(`${name}: expected a line "${key}corner NUMBER" or "${key}center NUMBER".`);
  return value;
}
