/** The log's thread: opens the only writing connection and answers the process (platform/log/thread.ts). */
import { parentPort, workerData } from "node:worker_threads";
import { Kysely } from "kysely";
import { privateParts, registry } from "./models.ts";
import { whenThere } from "./platform/db/away.ts";
import { isPostgres } from "./platform/db/dialect.ts";
import type { Db } from "./platform/db/store.ts";
import { openLog } from "./platform/log/log.ts";
import { readState, writeState } from "./platform/log/state.ts";
import { serveLog, writeCounters, type ThreadData } from "./platform/log/thread.ts";
import { openPrivate } from "./platform/private/private.ts";
import { openTakenBackList } from "./platform/process/list.ts";
import { clearWhenQuiet } from "./platform/process/quiet.ts";
import { passStraysOn } from "./platform/process/strays.ts";
import { keyFromPem } from "./platform/records/keys.ts";
import { timeNow } from "./platform/process/steady-clock.ts";

/** What the process tells the thread. */
export interface WriterData {
  readonly database: string;
  readonly origin: string;
  readonly logKey: string;
  /** The folder of media files. */
  readonly media: string;
  /** The id by which the database and its data folder know each other, and where that folder lies. */
  readonly bond: string;
  readonly folder: string;
  /** The files of features of one's own. */
  readonly features: readonly string[];
}

passStraysOn();
clearWhenQuiet();
const { database, origin, logKey, media, bond, folder, features, ...thread } =
  workerData as WriterData & ThreadData;
if (features.length > 0) await (await import("./own/models.ts")).loadOwn(features);
// Of the two databases the thread loads the one that it writes.
const store = isPostgres(database)
  ? (await import("./platform/db/open-postgres.ts")).openPostgres(database)
  : (await import("./platform/db/open-sqlite.ts")).openSqlite(database);
const alone = await store.beAlone?.();
/** Ends the thread, and the program with it. */
const end = (error: unknown) =>
  setImmediate(() => {
    throw error;
  });
alone?.lost.catch(end);
parentPort?.postMessage({ alone: true });
const { committed, wrote } = writeCounters(thread);
const db: Db = new Kysely({ dialect: store.dialect });
// Pages are served meanwhile, so that it waits however long the database may be away.
const log = await whenThere(() =>
  openLog({
    db,
    store,
    registry,
    signer: { origin, privateKey: keyFromPem(logKey).privateKey },
    now: timeNow,
    // Asked for by tables of others alone.
    readMedia: async (name) => (await import("./platform/media/reading.ts")).readMedia(media, name),
    onCommit: committed,
    onWentBack: end,
  }),
);
const add = openTakenBackList(`${folder}.withdrawn`);
const privately = await whenThere(() =>
  openPrivate(db, privateParts, store, { secret: logKey, add }, wrote),
);
if ((await readState(db, "bond")) !== bond || (await readState(db, "folder")) !== folder)
  await store.write(db, (tx) => writeState(tx, { bond, folder }));
if (!parentPort) throw new Error("Expected to run as a thread, got a process of its own.");
serveLog(parentPort, log, privately, async () => {
  await db.destroy();
  await alone?.[Symbol.asyncDispose]();
});
