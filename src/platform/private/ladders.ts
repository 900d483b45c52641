/**
 * What was made of a media file: smaller pictures, films and sounds of it, its drawing and its words. All of it follows
 * from the file, so it is in no backup; it is made again where it is missing (platform/media/ladder).
 */
import { sql } from "kysely";
import type { Db } from "../db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../db/table.ts";
import { asking, creating, type PrivatePart } from "./part.ts";

export type LadderTables = {
  /** One row a file that was looked at. */
  ladder: {
    media: string;
    /** By which rules it was made; rows of older rules are made again. */
    rules: number;
    /** 1 when all of it is there. */
    done: number;
    seconds: number | null;
    /** What stands in a picture's place until it is there: the path of a drawing, 16 wide and 8 high. */
    placeholder: string | null;
    /** Loud and quiet of a sound: the path of a drawing, 200 wide and 24 high. */
    waveform: string | null;
    /** What is said, of captions. */
    transcript: string | null;
  };
  rung: {
    media: string;
    /** `avif-320`, `144p`, `sound`, `poster`. */
    rung: string;
    /** Empty where the rung would have weighed more than the file itself. */
    file: string;
    bytes: number;
    width: number | null;
    height: number | null;
  };
};
export type RungRow = LadderTables["rung"];
export type LadderRow = LadderTables["ladder"];

export const laddersPart = {
  name: "ladders",
  tables: {
    ladder: { passes: true, keeps: { what: "library", until: "desk" } },
    rung: { passes: true, keeps: { what: "library", until: "desk" } },
  },
  migrations: [
    creating({
      ladder: table({
        media: text,
        ...columns(integer, "rules", "done"),
        seconds: orNull(integer),
        ...columns(orNull(text), "placeholder", "waveform", "transcript"),
      }),
      rung: table(
        {
          ...columns(text, "media", "rung", "file"),
          bytes: bigint,
          ...columns(orNull(integer), "width", "height"),
        },
        { key: ["media", "rung"] },
      ),
    }),
    async (db) => {
      // Asked with every file that is served: of which one was it made?
      await db.schema.createIndex("rung_file").on("rung").column("file").execute();
    },
  ],
  questions: { of },
  operations: { begin, add, finish, drop, dropRungs, dropUnnamed },
} satisfies PrivatePart;

export const askLadders = asking(laddersPart);

async function of(tx: Db, media: string): Promise<{ ladder?: LadderRow; rungs: RungRow[] }> {
  const ladder = await mine(tx)
    .selectFrom("ladder")
    .selectAll()
    .where("media", "=", media)
    .executeTakeFirst();
  const rungs = await mine(tx).selectFrom("rung").selectAll().where("media", "=", media).execute();
  return { ...(ladder && { ladder }), rungs };
}

/** A file is looked at by these rules; what older ones made of it counts no more. */
async function begin(tx: Db, { media, rules }: { media: string; rules: number }): Promise<void> {
  const known = await of(tx, media);
  if (known.ladder?.rules === rules) return;
  await drop(tx, [media]);
  const empty = { seconds: null, placeholder: null, waveform: null, transcript: null };
  await mine(tx)
    .insertInto("ladder")
    .values({ media, rules, done: 0, ...empty })
    .execute();
}

async function add(tx: Db, row: RungRow): Promise<void> {
  await mine(tx)
    .insertInto("rung")
    .values(row)
    .onConflict((c) => c.columns(["media", "rung"]).doUpdateSet(row))
    .execute();
}

type About = Partial<Pick<LadderRow, "seconds" | "placeholder" | "waveform" | "transcript">>;

async function finish(tx: Db, { media, about }: { media: string; about: About }): Promise<void> {
  await mine(tx)
    .updateTable("ladder")
    .set({ ...about, done: 1 })
    .where("media", "=", media)
    .execute();
}

/** Forget what was made of these. @returns the files that no other rung is */
async function drop(tx: Db, media: readonly string[]): Promise<string[]> {
  if (media.length === 0) return [];
  await mine(tx)
    .deleteFrom("ladder")
    .where("media", "in", [...media])
    .execute();
  const rungs = await mine(tx)
    .deleteFrom("rung")
    .where("media", "in", [...media])
    .returning("file")
    .execute();
  return alone(
    tx,
    rungs.map(({ file }) => file),
  );
}

/** Forget some of what was made of a file. @returns the files that no other rung is */
async function dropRungs(
  tx: Db,
  { media, rungs }: { media: string; rungs: readonly string[] },
): Promise<string[]> {
  const gone: string[] = [];
  for (let i = 0; i < rungs.length; i += 500) {
    const rows = await mine(tx)
      .deleteFrom("rung")
      .where("media", "=", media)
      .where("rung", "in", rungs.slice(i, i + 500))
      .returning("file")
      .execute();
    gone.push(...rows.map(({ file }) => file));
  }
  return alone(tx, gone);
}

/** Of two films that look alike the same files come. @returns those that no rung is any more */
async function alone(tx: Db, files: readonly string[]): Promise<string[]> {
  const still = new Set([""]);
  for (let i = 0; i < files.length; i += 500) {
    const some = files.slice(i, i + 500);
    const rows = await mine(tx)
      .selectFrom("rung")
      .select("file")
      .where("file", "in", some)
      .execute();
    for (const { file } of rows) still.add(file);
  }
  return [...new Set(files)].filter((file) => !still.has(file));
}

/**
 * Forget what was made of files that no body names any more; the sweep deletes it.
 * @param kept files that are named in private
 */
async function dropUnnamed(tx: Db, kept: readonly string[]): Promise<void> {
  const named = new Set(kept);
  const all = await mine(tx)
    .selectFrom("ladder")
    .select("media")
    .where(sql<boolean>`media not in (select media from media_ref)`)
    .execute();
  const gone = all.flatMap(({ media }) => (named.has(media) ? [] : [media]));
  for (let i = 0; i < gone.length; i += 500) await drop(tx, gone.slice(i, i + 500));
}

const mine = (db: Db) => db.withTables<LadderTables>();
