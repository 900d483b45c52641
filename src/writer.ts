/** The log's thread: opens the only writing connection and answers the process (platform/log/thread.ts). */
import { parentPort, workerData } from "node:worker_threads";
import { Kysely } from "kysely";
import { registry } from "./app.ts";
import { openStore } from "./platform/db/open-store.ts";
import type { Db } from "./platform/db/store.ts";
import { openLog } from "./platform/log/log.ts";
import { commitCounter, serveLog, type ThreadData } from "./platform/log/thread.ts";
import { openMedia } from "./platform/media/media.ts";
import { openPrivate } from "./platform/private/private.ts";
import { keyFromPem } from "./platform/records/keys.ts";

/** What the process tells the thread. */
export interface WriterData {
  readonly database: string;
  readonly origin: string;
  readonly logKey: string;
  /** The folder of media files. */
  readonly media: string;
}

const { database, origin, logKey, media, ...thread } = workerData as WriterData & ThreadData;
const store = openStore(database);
const db: Db = new Kysely({ dialect: store.dialect });
const log = await openLog({
  db,
  store,
  registry,
  signer: { origin, privateKey: keyFromPem(logKey).privateKey },
  now: Date.now,
  readMedia: (name) => openMedia(media).read(name),
  onCommit: commitCounter(thread),
});
const privately = await openPrivate(db);
if (!parentPort) throw new Error("Expected to run as a thread, got a process of its own.");
const FORGETS = /\.(?:forget|withdraw|withdrawn)$/;
serveLog(
  parentPort,
  log,
  async (operation, argument) => {
    const answer = await privately(operation, argument);
    if (FORGETS.test(operation)) store.forgot();
    return answer;
  },
  () => db.destroy(),
);
