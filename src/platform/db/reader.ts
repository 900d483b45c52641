/** The connection that pages and commands read through: it writes nothing, and gives several queries one view. */
import { AsyncLocalStorage } from "node:async_hooks";
import { Kysely } from "kysely";
import { DatabaseAway, isAway } from "./away.ts";
import { openStore } from "./open-store.ts";
import type { Db, Store } from "./store.ts";

export interface Reader {
  readonly db: Db;
  readonly store: Store;
  /**
   * One consistent view. Asked for within another one, it is that one.
   * @throws DatabaseAway where the database cannot be reached; a write waits for it, a read does not
   */
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}

/** A connection that only reads. The SQLite file must exist. */
export function openReader(database: string): Reader {
  const store = openStore(database, { readOnly: true });
  const db: Db = new Kysely({ dialect: store.dialect });
  // A SQLite transaction that only reads is a WAL snapshot.
  const take: Reader["snapshot"] =
    store.kind === "sqlite" ? (work) => db.transaction().execute(work) : unlessAway(db);
  return { db, store, snapshot: oneWithin(take) };
}

/** On SQLite a snapshot within another one would wait for it for ever; on PostgreSQL it would see another state. */
function oneWithin(take: Reader["snapshot"]): Reader["snapshot"] {
  const around = new AsyncLocalStorage<{ db: Db | undefined }>();
  return async (work) => {
    const outer = around.getStore()?.db;
    if (outer) return work(outer);
    return take(async (db) => {
      const own: { db: Db | undefined } = { db };
      try {
        return await around.run(own, () => work(db));
      } finally {
        own.db = undefined; // what was begun inside and goes on takes one of its own
      }
    });
  };
}

function unlessAway(db: Db): Reader["snapshot"] {
  let awayUntil = 0;
  let asking: object | undefined; // since it was away: one asks whether it is back, and nobody waits for that
  return async (work) => {
    const began = performance.now();
    if (began < awayUntil || asking) throw new DatabaseAway(new Error("it was away a moment ago"));
    const mine = {};
    if (awayUntil > 0) asking = mine;
    // After a restart each connection of the pool is broken, and says so to whoever uses it next.
    for (let tries = 1; ; tries++)
      try {
        const done = await db
          .transaction()
          .setIsolationLevel("repeatable read")
          .setAccessMode("read only")
          .execute(work);
        awayUntil = 0;
        return done;
      } catch (error) {
        if (!isAway(error)) throw error;
        if (tries < TRIES && performance.now() - began < SILENT) continue;
        awayUntil = performance.now() + ASK_AGAIN;
        throw new DatabaseAway(error);
      } finally {
        if (asking === mine) asking = undefined;
      }
  };
}
const TRIES = 3;
const SILENT = 3000; // ms; who waited for as long was not refused by a broken line but got no answer
const ASK_AGAIN = 1000; // ms in which a database that is away is not asked, so that kept pages wait for nothing
