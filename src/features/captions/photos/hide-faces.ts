/** Faces, and whatever else nobody should see, are hidden in a photo: which parts, and the photo that is made so. Rule PH11. */
import type { Serving } from "../../../platform/feature.ts";
import type { Db } from "../../../platform/db/store.ts";
import type { MediaKind } from "../../../platform/media/kind.ts";
import type { Cut } from "../../../platform/media/pictures/job.ts";
import { hideInPicture } from "../../../platform/media/pictures/pictures.ts";
import type { Picture } from "../../pictures/model.ts";
import { readWaiting } from "../../stories/model.ts";
import { keepMade } from "./cut-photo.ts";
import type { Size } from "./cutting.ts";

/** As many as fit on the screen of a phone with a finger's width each. */
const COLUMNS = 8;
const MOST_ROWS = 8;
const FEWEST_ROWS = 2;

/** How many rows make its parts about as high as they are wide. */
export const rowsIn = ({ width, height }: Size): number =>
  Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, Math.round((COLUMNS * height) / width)));

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** The names of all parts of a photo of this many rows, row by row. */
export const cellsIn = (rows: number) =>
  upTo(rows).flatMap((row) =>
    upTo(COLUMNS).map((column) => ({ row, column, name: `r${row}c${column}` })),
  );

/** Whatever its shape. */
export const CELLS = cellsIn(MOST_ROWS).map(({ name }) => name);

/** The parts that are ticked, in pixels; side by side they leave no line between them. */
export function partsOf(size: Size, ticked: Readonly<Record<string, string>>): readonly Cut[] {
  const rows = rowsIn(size);
  const edge = (whole: number, n: number, of: number) => Math.round((whole * n) / of);
  return cellsIn(rows)
    .filter(({ name }) => ticked[name] === "yes")
    .map(({ row, column }) => {
      const left = edge(size.width, column - 1, COLUMNS);
      const top = edge(size.height, row - 1, rows);
      const width = edge(size.width, column, COLUMNS) - left;
      return { left, top, width, height: edge(size.height, row, rows) - top };
    });
}

/** Whether a story that waits for its day shows one of them: what waits is frozen. */
export const waitsWith = async (db: Db, media: readonly string[]): Promise<boolean> =>
  (await readWaiting(db)).some(({ files }) => files.some((file) => media.includes(file.media)));

/** It has the words and the people of the first, and its point. */
export async function hideIn(
  { instance, jobs, now }: Pick<Serving, "instance" | "jobs" | "now">,
  old: Picture,
  parts: readonly Cut[],
  by: string,
): Promise<Picture> {
  const kind = old.media.slice(old.media.indexOf(".") + 1) as MediaKind;
  const { bytes } = await hideInPicture(instance.media.path(old.media), { parts, kind });
  return keepMade({ instance, jobs }, { ...old, cut_of: null, added_by: by, at: now() }, bytes);
}
