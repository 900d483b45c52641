/** A place's ground as `cnd picture --as near` draws it: out of measured heights, in the colours that it has by day. */
import sharp from "sharp";
import { cut, type Cut, type Picture } from "../engines/imagery/cut.ts";
import { CommandError } from "./context.ts";
import { drawNear, NEAR } from "./film-frames.ts";
import { heightsOf } from "./picture-film.ts";
import { WIDE } from "./picture-print.ts";
import type { Pyramid } from "./picture-tiles.ts";

/** How wide one looks, in degrees. */
export const NEAR_DEGREES = NEAR.degrees;

const AROUND = 1.4; // degrees of arc: as far as heights are read
const SIZE = { width: 2 * WIDE, height: (2 * WIDE * 9) / 16 }; // twice as fine as it is printed, so that edges are even

/** @throws CommandError where heights or tiles do not reach as far as one sees */
export async function nearOf(
  slug: string,
  middle: Cut["middle"],
  pyramid: Pyramid,
  ground: readonly string[],
): Promise<Picture> {
  const terrain = await heightsOf(slug, middle, ground);
  if (!terrain)
    throw new CommandError(
      `${slug}: expected heights around it, found none in ${ground.join(", ")}.`,
    );
  const cutting: Cut = { middle, degrees: AROUND, width: WIDE, height: WIDE };
  const tiles = await pyramid.tiles(cutting);
  const { unknown } = cut(tiles, cutting);
  if (unknown > 0)
    throw new CommandError(
      `${slug}: expected tiles up to ${AROUND} degrees around it, but some are missing (zoom ${tiles.zoom}). Get the missing tiles.`,
    );
  const pixels = drawNear(middle, terrain.grid, [tiles], SIZE);
  if (!pixels)
    throw new CommandError(
      `${slug}: expected a view of the place from the air, with heights up to 40 km behind it, found no such view. Get the neighbouring tiles.`,
    );
  const size = { width: WIDE, height: (WIDE * 9) / 16 };
  const raw = { ...SIZE, channels: 3 } as const;
  const rgb = await sharp(pixels, { raw }).resize(size).raw().toBuffer();
  return { rgb, ...size, unknown };
}
