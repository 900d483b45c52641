/** Files of terrain as one grid whose voids are filled and flagged. */
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Grid, LatLon } from "../../engines/terrain/grid.ts";
import { parseEsriAscii } from "../../engines/terrain/esri-ascii.ts";
import { parseHgt } from "../../engines/terrain/hgt.ts";
import { cropAround, mosaic } from "../../engines/terrain/mosaic.ts";
import { fillVoids, type FilledGrid } from "../../engines/terrain/voids.ts";

export interface Terrain extends FilledGrid {
  /** What a person should know about it: seams that differ, files that were not needed. */
  readonly notes: readonly string[];
}
/** A circle that everything asked of the terrain lies in. */
export interface Around extends LatLon {
  readonly radiusKm: number;
}

const MOST_BYTES = 2_000_000_000;

/**
 * @param files `.hgt`, `.asc` and `.tif`, each also as `.gz` or in a `.zip`
 * @param around only this part is kept, so that large tiles need little memory
 * @throws Error that names the file, what was expected and what was found
 */
export async function openTerrain(files: readonly string[], around?: Around): Promise<Terrain> {
  const parts: { name: string; grid: Grid }[] = [];
  const notes: string[] = [];
  for (const name of files) {
    const grid = await readGrid(name);
    const cut = around ? cropAround(grid, around, around.radiusKm) : grid;
    if (cut) parts.push({ name, grid: cut });
    else notes.push(`${name}: not needed, it lies outside.`);
  }
  if (parts.length === 0)
    throw new Error(
      files.length === 0
        ? "Expected at least one file of terrain, got none."
        : `Expected terrain around ${around?.lat}, ${around?.lon}; none of these files holds it: ${files.join(", ")}.`,
    );
  const { grid, differing, mostMetres } = mosaic(parts);
  if (differing > 0)
    notes.push(
      `The files differ at ${differing} shared nodes, by up to ${mostMetres} m; the first one counts.`,
    );
  return { ...fillVoids(grid), notes };
}

async function readGrid(name: string): Promise<Grid> {
  const packed = await readFile(name).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === "ENOENT" ? `${name}: there is no such file.` : `${name}: ${error.message}`,
    );
  });
  const { bytes, inner } = await unpack(packed, name);
  const ending = /\.([a-z]+)$/i.exec(inner)?.[1]?.toLowerCase() ?? "";
  const parse = PARSERS[ending];
  if (!parse)
    throw new Error(
      `${name}: expected a file of terrain: .hgt, .asc or .tif, also as .gz or .zip.`,
    );
  return parse(bytes, inner);
}

const PARSERS: Readonly<Record<string, (bytes: Uint8Array, name: string) => Grid | Promise<Grid>>> =
  {
    hgt: parseHgt,
    asc: (bytes, name) => parseEsriAscii(new TextDecoder().decode(bytes), name),
    tif: readGeoTiff,
    tiff: readGeoTiff,
  };

async function readGeoTiff(bytes: Uint8Array, name: string): Promise<Grid> {
  const { parseGeoTiff } = await import("./geo-tiff.ts");
  return parseGeoTiff(bytes, name);
}

async function unpack(
  packed: Uint8Array,
  name: string,
): Promise<{ bytes: Uint8Array; inner: string }> {
  if (/\.gz$/i.test(name)) {
    const bytes = await promisify(gunzip)(packed, { maxOutputLength: MOST_BYTES }).catch(
      (error: Error) => {
        throw new Error(`${name}: expected a whole gzip file, found ${error.message}.`);
      },
    );
    return { bytes, inner: name.replace(/\.gz$/i, "") };
  }
  if (!/\.zip$/i.test(name)) return { bytes: packed, inner: name };
  const { unzipSync } = await import("fflate");
  const isTerrain = (file: string) => /\.(?:hgt|asc|tiff?)$/i.test(file);
  let members: Record<string, Uint8Array>;
  try {
    members = unzipSync(packed, {
      filter: (file) => isTerrain(file.name) && file.originalSize < MOST_BYTES,
    });
  } catch (error) {
    throw new Error(
      `${name}: expected a whole zip file, found ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    );
  }
  const [found, ...more] = Object.entries(members);
  if (!found || more.length > 0)
    throw new Error(
      `${name}: expected one file of terrain in it, found ${found ? more.length + 1 : "none"}.`,
    );
  return { bytes: found[1], inner: found[0] };
}
