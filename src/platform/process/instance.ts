/**
 * A running instance: the log in its thread, a reading connection for pages, and the files beside the
 * database that must follow each append (erasures kept for a restore, media that nobody names any more).
 */
import { Kysely } from "kysely";
import { existsSync } from "node:fs";
import { isPostgres, openStore } from "../db/open-store.ts";
import type { Db, Store } from "../db/store.ts";
import type { Incoming } from "../log/incoming.ts";
import type { Appended } from "../log/log.ts";
import type { Projection } from "../log/projection.ts";
import { outdated } from "../log/rebuild.ts";
import type { LogTables } from "../log/tables.ts";
import { startLogThread, type LogThread } from "../log/thread.ts";
import type { Media } from "../media/media.ts";
import { openMedia } from "../media/media.ts";
import { draftMedia } from "../private/drafts.ts";
import type { LadderTables } from "../private/ladders.ts";
import { privateIsOpen } from "../private/private.ts";
import { keyToPem } from "../records/keys.ts";
import { besideData, openDataFolder, type DataFolder } from "./data-folder.ts";
import { keepCheckpoint, keepErasures } from "./kept.ts";

export interface Instance extends AsyncDisposable {
  readonly folder: DataFolder;
  readonly media: Media;
  readonly log: LogThread;
  /** A reading connection; `snapshot` gives one consistent view to several queries. */
  readonly db: Db;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  /** Called after every append that erased something, before it is acknowledged. */
  onErased(then: () => void): void;
}

export interface InstanceOptions {
  readonly dir: string;
  /** `postgres://…`; absent for the SQLite file in the data folder. */
  readonly database: string | undefined;
  /** The log's name if it has none yet. */
  readonly origin: string;
  readonly projections: readonly Projection[];
  /** The module that runs as the log's thread. */
  readonly writer: URL;
}

/** Open an instance for writing. Take the lock first: there is one process for an instance. */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const folder = openDataFolder(options.dir);
  const database = options.database ?? folder.database;
  const thread = startLogThread(options.writer, {
    database,
    origin: options.origin,
    logKey: keyToPem(folder.keys.log),
    media: folder.media,
  });
  if (!(await canRead(database, options.projections))) await thread.ready;
  const reader = openReader(database);
  const media = openMedia(folder.media);
  const beside = besideData(options.dir);
  await keepErasures(reader.db, beside.erasures);

  const onErased: (() => void)[] = [];
  async function after(done: Appended): Promise<Appended> {
    if (done.erasures.length > 0) {
      await keepErasures(reader.db, beside.erasures);
      for (const then of onErased) then();
    }
    const rungs = (await thread.private("ladders.drop", done.droppedMedia)) as readonly string[];
    await removeUnnamed(reader.db, media, [...done.droppedMedia, ...rungs]);
    await keepCheckpoint(reader.db, beside.checkpoint);
    return done;
  }
  const log: LogThread = {
    ...thread,
    append: async (records: readonly Incoming[]) => after(await thread.append(records)),
    replay: async (records: readonly Incoming[]) => after(await thread.replay(records)),
  };
  return {
    folder,
    media,
    log,
    db: reader.db,
    snapshot: reader.snapshot,
    onErased: (then) => void onErased.push(then),
    async [Symbol.asyncDispose]() {
      try {
        await keepCheckpoint(reader.db, beside.checkpoint);
      } finally {
        await thread.close(); // on a full disk too: a thread that is left open keeps the process
        await reader.db.destroy();
      }
    },
  };
}

/** Delete these files, but for those that a later record has named again. */
async function removeUnnamed(db: Db, media: Media, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const named = await db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .select("media")
    .where("media", "in", [...names])
    .execute();
  const kept = new Set(named.map((r) => r.media));
  await Promise.all(names.filter((n) => !kept.has(n)).map((name) => media.remove(name)));
}

/** May pages be read before the log's thread is open? Yes, when the tables are there and of this program's form. */
async function canRead(database: string, projections: readonly Projection[]): Promise<boolean> {
  if (!isPostgres(database) && !existsSync(database)) return false;
  const { db } = openReader(database);
  try {
    return !(await outdated(db, projections)) && (await privateIsOpen(db));
  } catch {
    return false; // a database without the log's tables
  } finally {
    await db.destroy();
  }
}

export interface Reader {
  readonly db: Db;
  readonly store: Store;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}

/** A connection that only reads. The SQLite file must exist. */
export function openReader(database: string): Reader {
  const store = openStore(database, { readOnly: true });
  const db: Db = new Kysely({ dialect: store.dialect });
  return {
    db,
    store,
    snapshot: (work) =>
      store.kind === "postgres"
        ? db
            .transaction()
            .setIsolationLevel("repeatable read")
            .setAccessMode("read only")
            .execute(work)
        : db.transaction().execute(work), // a SQLite transaction that only reads is a WAL snapshot
  };
}

/** Delete media files that no body names, that no import is just about to name and that were made of none that is named. */
export async function sweepMedia({
  db,
  media,
  log,
}: Pick<Instance, "db" | "media" | "log">): Promise<number> {
  await log.private("ladders.dropUnnamed", null);
  const rungs = await db.withTables<LadderTables>().selectFrom("rung").select("file").execute();
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .select("media")
    .distinct()
    .execute();
  const named = new Set([
    ...rows.map((r) => r.media),
    ...rungs.map((r) => r.file),
    ...(await draftMedia(db)),
  ]);
  return media.sweep((name) => named.has(name), SWEEP_AFTER);
}
const SWEEP_AFTER = 60 * 60 * 1000; // ms; media are written before the record that names them
