/** What was made of media files, as pages show it. */
import type { Db } from "../../db/store.ts";
import type { LadderTables } from "../../private/ladders.ts";

export interface Rung {
  /** `avif-320`, `144p`, `sound`, `poster`. */
  readonly rung: string;
  /** Its name in the store. */
  readonly media: string;
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
}
export interface Ladder {
  /** Lightest first. */
  readonly rungs: readonly Rung[];
  readonly seconds?: number;
  readonly placeholder?: string;
  readonly waveform?: string;
  readonly transcript?: string;
}

/** A page that asks names this among the projections that it rests on. */
export const LADDER_USE = "ladders";

/** By media name; what has no ladder yet is not in it. */
export async function rungsOf(
  db: Db,
  media: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, Ladder>> {
  const names = [...new Set(media.filter((name) => name !== undefined))];
  if (names.length === 0) return new Map();
  const mine = db.withTables<LadderTables>();
  const ladders = await mine.selectFrom("ladder").selectAll().where("media", "in", names).execute();
  if (ladders.length === 0) return new Map();
  const rungs = await mine
    .selectFrom("rung")
    .selectAll()
    .where("media", "in", names)
    .where("file", "!=", "")
    .orderBy("bytes")
    .execute();
  const of = Map.groupBy(rungs, (row) => row.media);
  return new Map(
    ladders.map(({ media: name, seconds, placeholder, waveform, transcript }) => [
      name,
      {
        rungs: (of.get(name) ?? []).map(({ rung, file, bytes, width, height }) => ({
          rung,
          media: file,
          bytes,
          ...(width !== null && { width }),
          ...(height !== null && { height }),
        })),
        ...(seconds !== null && { seconds }),
        ...(placeholder !== null && { placeholder }),
        ...(waveform !== null && { waveform }),
        ...(transcript !== null && { transcript }),
      },
    ]),
  );
}

const SAVING = 320; // pixels; what a page offers for `prefers-reduced-data`

/** For a reader whose browser saves data (`Save-Data`): the smallest rung of the same picture in the same form. */
export async function lighterOf(db: Db, media: string): Promise<string | undefined> {
  const rungs = db.withTables<LadderTables>().selectFrom("rung");
  const own = await rungs
    .select(["media", "rung"])
    .where("file", "=", media)
    .where("width", ">", SAVING)
    .executeTakeFirst();
  if (!own) return undefined;
  const [format] = own.rung.split("-");
  const smallest = await rungs
    .select("file")
    .where("media", "=", own.media)
    .where("rung", "=", `${format}-${SAVING}`)
    .where("file", "!=", "")
    .executeTakeFirst();
  return smallest?.file;
}
