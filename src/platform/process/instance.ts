/**
 * A running instance: the log in its thread, a reading connection for pages, and the files beside the
 * database that must follow each append (erasures kept for a restore, media that nobody names any more).
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isPostgres } from "../db/dialect.ts";
import { openReader } from "../db/reader.ts";
import type { Db } from "../db/store.ts";
import type { Incoming } from "../log/incoming.ts";
import type { Unless } from "../log/appending.ts";
import type { Projection } from "../log/projection.ts";
import { ownerOf } from "../log/ownership.ts";
import { readOwnership } from "../log/standing.ts";
import { outdated } from "../log/state.ts";
import type { LogTables } from "../log/tables.ts";
import { startLogThread, type LogThread } from "../log/thread.ts";
import type { Media } from "../media/media.ts";
import { openMedia } from "../media/media.ts";
import { type LadderTables, askLadders } from "../private/ladders.ts";
import { mayChangeAccess } from "../private/access.ts";
import type { PrivatePart } from "../private/part.ts";
import { FORGET, mediaNamed, privateIsOpen, readingApart } from "../private/private.ts";
import { keyToPem } from "../records/keys.ts";
import { continued } from "../log/lineage.ts";
import { belonging, keepBond, type Belonging } from "./belonging.ts";
import { besideData, makeDataFolder, openDataFolder, type DataFolder } from "./data-folder.ts";
import { openFollowing, type Following } from "./following.ts";
import { settleKey } from "./own-key.ts";
import { keepErasures } from "./kept.ts";

export interface Instance extends AsyncDisposable, Pick<Following, "onTakenBack" | "onErased"> {
  readonly folder: DataFolder;
  readonly media: Media;
  readonly log: LogThread;
  /** A reading connection; `snapshot` gives one consistent view to several queries. */
  readonly db: Db;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly parts: readonly PrivatePart[];
}

interface InstanceOptions {
  readonly dir: string;
  /** `postgres://…`; absent for the SQLite file in the data folder. */
  readonly database: string | undefined;
  /** The log's name if it has none yet. */
  readonly origin: string;
  readonly projections: readonly Projection[];
  readonly parts: readonly PrivatePart[];
  /** The module that runs as the log's thread. */
  readonly writer: URL;
  /** The files of features of one's own, which that thread loads too. */
  readonly features?: readonly string[];
  /** That folder and database are one instance, where it was asked already. */
  readonly belongs?: Belonging;
}

/** Open an instance for writing. Take the lock first: there is one process for an instance. */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const { parts } = options;
  const belongs = options.belongs ?? (await belonging(options));
  if (belongs.isEmpty) makeDataFolder(options.dir);
  const opened = openDataFolder(options.dir);
  const database = options.database ?? opened.database;
  const thread = startLogThread(options.writer, {
    database,
    origin: belongs.after?.origin ?? options.origin,
    logKey: keyToPem(opened.keys.log),
    media: opened.media,
    bond: belongs.bond,
    folder: opened.dir,
    features: options.features ?? [],
  });
  if (isPostgres(database)) await thread.alone; // a second program writes nothing, into its folder neither
  if (!belongs.isBound || !(await canRead(database, options))) await thread.ready;
  keepBond(options.dir, belongs.bond, options.database);
  if (belongs.after) await thread.replay([continued(belongs.after.checkpoint, opened.keys.owner)]);
  const reader = openReader(database);
  const folder = settleKey(opened, ownerOf(await readOwnership(reader.db)));
  const media = openMedia(folder.media);
  const beside = besideData(options.dir);
  await keepErasures(reader.db, beside.erasures);

  const {
    after,
    said,
    forgetMedia,
    forgotten,
    keepNewest,
    keepWhoMay,
    keepTrailSince,
    ...follows
  } = openFollowing({ folder, media, thread, db: reader.db, beside, parts });
  await keepWhoMay().catch(() => undefined); // said of the next change

  // What fails here is done after the next append, or by the sweep of the next start.
  thread.ready.then((done) => (done.added > 0 ? after(done) : done)).catch(() => undefined);
  const privately = readingApart(parts, reader.snapshot, thread.private);
  const lettingGo = new Set(
    parts.flatMap(({ name, lettingGo: verbs = [] }) => verbs.map((verb) => `${name}.${verb}`)),
  );
  const log: LogThread = {
    ...thread,
    async private(operation, argument) {
      const answer = await privately(operation, argument);
      // What a draft alone named goes with it, whoever asks: the desk, a sender, a command.
      if (lettingGo.has(operation)) await forgetMedia((answer ?? []) as readonly string[]);
      if (mayChangeAccess(operation, argument)) await keepWhoMay();
      if (operation === FORGET) await forgotten();
      if (operation.startsWith("trail.")) await keepTrailSince(operation, answer);
      return answer;
    },
    append: async (records: readonly Incoming[], unless?: Unless) =>
      after(await said(thread.append(records, unless))),
    replay: async (records: readonly Incoming[]) => after(await thread.replay(records)),
    keepWaiting: async (records: readonly Incoming[]) => after(await thread.keepWaiting(records)),
    retryHeld: async () => {
      const done = await thread.retryHeld();
      return done.added > 0 ? after(done) : done;
    },
  };
  return {
    folder,
    media,
    log,
    db: reader.db,
    snapshot: reader.snapshot,
    parts,
    ...follows,
    async [Symbol.asyncDispose]() {
      try {
        await keepNewest();
      } finally {
        await thread.close(); // on a full disk too: a thread that is left open keeps the process
        await reader.db.destroy();
      }
    },
  };
}

/** May pages be read before the log's thread is open? Yes, when the tables are there and of this program's form. */
async function canRead(
  database: string,
  { projections, parts }: Pick<InstanceOptions, "projections" | "parts">,
): Promise<boolean> {
  if (!isPostgres(database) && !existsSync(database)) return false;
  const { db } = openReader(database);
  try {
    return !(await outdated(db, projections)) && (await privateIsOpen(db, parts));
  } catch {
    return false; // a database without the log's tables
  } finally {
    await db.destroy();
  }
}

/** What came in and was not made anew yet when the program was killed: films with their sound, photos with their places. */
export const clearWork = (dir: string): Promise<void> =>
  rm(join(dir, "work"), { recursive: true, force: true });

/** Delete media files that no body names, that no import is just about to name and that were made of none that is named. */
export async function sweepMedia(
  { db, media, log, parts }: Pick<Instance, "db" | "media" | "log" | "parts">,
  olderThanMs = SWEEP_AFTER,
): Promise<number> {
  const privately = await mediaNamed(db, parts);
  await askLadders(log.private).dropUnnamed([...privately]);
  const rungs = await db.withTables<LadderTables>().selectFrom("rung").select("file").execute();
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .select("media")
    .distinct()
    .execute();
  const named = new Set([...rows.map((r) => r.media), ...rungs.map((r) => r.file), ...privately]);
  return media.sweep((name) => named.has(name), olderThanMs);
}
const SWEEP_AFTER = 60 * 60 * 1000; // ms; media are written before the record that names them
