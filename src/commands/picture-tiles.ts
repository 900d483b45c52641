/** Tiles of the whole Earth in a folder, DIR/ZOOM/COLUMN/ROW.jpeg, for `cnd picture`. */
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { TILE, tilesOf, type Cut, type Tiles } from "../engines/imagery/cut.ts";
import { CommandError } from "./context.ts";

const ENDINGS = ["jpeg", "jpg", "png", "webp"];

export interface Pyramid {
  /** Those that a cut asks for, decoded, of the level that suits it. @throws CommandError for what is no tile */
  readonly tiles: (cutting: Cut) => Promise<Tiles>;
  /** Its levels, coarse ones first. */
  readonly zooms: readonly number[];
  readonly has: (zoom: number, column: number, row: number) => boolean;
  /** Some of a level, as `column/row`, decoded. @throws CommandError for what is no tile */
  readonly some: (zoom: number, asked: Iterable<string>) => Promise<Tiles>;
}

/** @throws CommandError where there are none */
export function openPyramid(dir: string): Pyramid {
  const zooms = globSync("*", { cwd: dir })
    .filter((name) => /^\d{1,2}$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
  if (zooms.length === 0)
    throw new CommandError(`Expected tiles in ${dir}, as ${dir}/ZOOM/COLUMN/ROW.jpeg, found none.`);
  const fileOf = (zoom: number, column: number, row: number) =>
    ENDINGS.map((ending) => join(dir, `${zoom}/${column}/${row}.${ending}`)).find(existsSync);
  const known = new Map<string, boolean>();
  const some = async (zoom: number, asked: Iterable<string>): Promise<Tiles> => {
    const pixels = new Map<string, Uint8Array>();
    for (const name of asked) {
      const [column, row] = name.split("/").map(Number) as [number, number];
      const file = fileOf(zoom, column, row);
      if (file !== undefined) pixels.set(name, await decoded(file));
    }
    return { zoom, at: (column, row) => pixels.get(`${column}/${row}`) };
  };
  return {
    zooms,
    some,
    has(zoom, column, row) {
      const name = `${zoom}/${column}/${row}`;
      if (!known.has(name)) known.set(name, fileOf(zoom, column, row) !== undefined);
      return known.get(name)!;
    },
    async tiles(cutting) {
      // The least level that is as fine as the picture and whole around the place; else the finest that is whole; else the finest.
      const fit = zooms.filter((zoom) => pixelsOf(zoom, cutting) <= MOST_FINE);
      const fine = fit.filter((zoom) => pixelsOf(zoom, cutting) >= 1);
      const order = [...fine, ...fit.filter((zoom) => !fine.includes(zoom)).toReversed()];
      if (order.length === 0)
        throw new CommandError(
          `Expected tiles for a picture of ${cutting.degrees} degrees in ${dir}, found only finer ones (zoom ${zooms.join(", ")}). Use fewer degrees, or get coarser tiles.`,
        );
      const isWhole = (zoom: number) =>
        tilesOf(cutting, zoom).every(([column, row]) => fileOf(zoom, column, row));
      const zoom = order.find(isWhole) ?? order[0]!;
      return some(
        zoom,
        tilesOf(cutting, zoom).map(([column, row]) => `${column}/${row}`),
      );
    },
  };
}

const MOST_FINE = 8; // as many as are looked at; with each level beyond, four times the tiles are asked for

/** Pixels of the tiles to one of the picture, at the equator. */
const pixelsOf = (zoom: number, { degrees, width }: Cut): number =>
  ((TILE * 2 ** zoom) / 360 / width) * degrees;

async function decoded(file: string): Promise<Uint8Array> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw new CommandError(
        `${file}: expected a readable picture, found none (${String(error)}). Get the tile again.`,
      );
    });
  if (info.width !== TILE || info.height !== TILE || info.channels !== 3)
    throw new CommandError(
      `${file}: expected a tile of ${TILE} × ${TILE} px in colour, got ${info.width} × ${info.height}.`,
    );
  return data;
}
