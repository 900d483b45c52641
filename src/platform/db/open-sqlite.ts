/** SQLite as shipped inside Node: nothing to compile on a hub, safe against power cuts. */
import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { SqliteDialect, type SqliteDatabase } from "kysely";
import { SUM_FUNCTION, sumWith } from "./row-sums.ts";
import { once, type Store } from "./store.ts";

const REMEMBERED = 200; // prepared statements; pages and folds repeat a few dozen
const BUSY = 5000; // ms that a statement waits for a lock
const RESTED = 200; // ms after a commit without another
const WORTH_COPYING = 1000; // pages; many appends touch the same ones, which are then copied once

export interface Opening {
  /** A reader's own connection: it sees WAL snapshots and cannot write. */
  readonly readOnly?: boolean;
  /** For a look at what nobody has open: it makes no file beside the database. */
  readonly leavesNothing?: boolean;
}

/** Open a database file. */
export function openSqlite(path: string, options: Opening = {}): Store {
  const { readOnly = false, leavesNothing = false } = options;
  const isStill = readOnly && (leavesNothing ? !existsSync(`${path}-wal`) : isFrozen(path));
  const db = new DatabaseSync(isStill ? frozen(path) : path, { readOnly });
  // kB; readers lean on the system's own cache, and a batch of a thousand records must not spill before its commit
  const cache = options.readOnly ? 2000 : 24_000;
  db.exec(
    `pragma busy_timeout = ${BUSY}; pragma cache_size = -${cache}; pragma temp_store = memory`,
  );
  // WAL with FULL: a commit is acknowledged only after an fsync of the log file. Writers that never rest have it copied
  // back within the commit that reaches 16 MB, before its acknowledgement: not every 4, so that a page that many
  // appends touch is written once, nor every 64, which that commit would wait for four times as long.
  // What is deleted is overwritten, so that no words of a withdrawn story lie in free pages.
  if (!options.readOnly) {
    db.exec(
      "pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000; pragma secure_delete = on",
    );
    db.function(SUM_FUNCTION, { varargs: true, deterministic: true }, sumWith);
  }
  const resting = options.readOnly ? undefined : rest(db);
  return {
    kind: "sqlite",
    bytes: "blob",
    dialect: new SqliteDialect({ database: adapter(db, resting) }),
    write: (own, work) => once(own, work), // one connection, so writers already queue
    forgot: () => resting?.empties(),
  };
}

/**
 * On a disk that only reads, and closed well: nobody can change it, and nothing of it is elsewhere. A reader would need
 * to make a file beside it, unless it is told that.
 */
function isFrozen(path: string): boolean {
  if (existsSync(`${path}-wal`)) return false;
  try {
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EROFS";
  }
}
function frozen(path: string): URL {
  const url = pathToFileURL(path);
  url.searchParams.set("immutable", "1");
  return url;
}

/** An empty database for work that is thrown away: in memory, and what does not fit there in a file without a name. */
export function openScratch(): Store {
  const db = new DatabaseSync("");
  db.exec("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -24000");
  return {
    kind: "sqlite",
    bytes: "blob",
    dialect: new SqliteDialect({ database: adapter(db, undefined) }),
    write: (own, work) => once(own, work),
    forgot: () => undefined,
  };
}

/** Copies the WAL back while nobody waits for a commit. */
interface Rest {
  begins(): void;
  /** Not only copied back but emptied, as soon as no reader is in it: it holds pages as they were before an erasure. */
  empties(): void;
  ends(): void;
}

function rest(db: DatabaseSync): Rest {
  let timer: NodeJS.Timeout | undefined;
  let emptying: NodeJS.Timeout | undefined;
  const empty = () => {
    emptying = isEmptied(db) ? undefined : setTimeout(empty, RESTED).unref();
  };
  return {
    empties() {
      emptying ??= setTimeout(empty, RESTED).unref();
    },
    begins() {
      timer ??= setTimeout(() => {
        copyBack(db);
        db.exec("pragma shrink_memory"); // the pages that it kept for the next of many; the system keeps them too
      }, RESTED).unref();
      timer.refresh();
    },
    ends() {
      if (emptying) isEmptied(db); // what was asked for is not forgotten by stopping
      clearTimeout(timer);
      clearTimeout(emptying);
    },
  };
}

/**
 * An index of words marks what was deleted and keeps the words themselves until its pieces are merged; where there is one
 * piece without a mark, this writes nothing.
 */
function forgetWords(db: DatabaseSync): void {
  const indexes = db
    .prepare("select name from sqlite_schema where sql like 'create virtual table%using fts5(%'")
    .all();
  for (const name of indexes.map((row) => String(row["name"])))
    db.exec(`insert into "${name}"("${name}") values ('optimize')`);
}

/** Empty the WAL where that makes nobody wait, and the indexes of words before. @returns false: a reader or a writer is in it, try again */
function isEmptied(db: DatabaseSync): boolean {
  if (db.isTransaction) return false;
  try {
    forgetWords(db);
    db.exec("pragma busy_timeout = 0"); // for a reader that is in it the commits would wait, too
    return Number(db.prepare("pragma wal_checkpoint(truncate)").get()!["busy"]) === 0;
  } catch {
    return false; // a full disk, say
  } finally {
    db.exec(`pragma busy_timeout = ${BUSY}`);
  }
}

function copyBack(db: DatabaseSync): void {
  if (db.isTransaction) return; // its commit begins another rest
  try {
    // Where SQLite does not know "noop" (before 3.51) it copies already, which is right too.
    const { log, checkpointed } = db.prepare("pragma wal_checkpoint(noop)").get()!;
    if (Number(log) - Number(checkpointed) >= WORTH_COPYING)
      db.exec("pragma wal_checkpoint(passive)");
  } catch {
    // A full disk, say: nothing is lost, the WAL holds what was committed, and the next rest tries again.
  }
}

function adapter(db: DatabaseSync, resting: Rest | undefined): SqliteDatabase {
  const statements = new Map<string, StatementSync>();
  const prepared = (text: string): StatementSync => {
    let statement = statements.get(text);
    if (statement) statements.delete(text);
    else {
      statement = db.prepare(text);
      // What writes reports the last row's number, and those that an index of words keeps to itself exceed 2^53.
      if (statement.columns().length === 0) statement.setReadBigInts(true);
    }
    statements.set(text, statement); // the most recently used stands last
    if (statements.size > REMEMBERED) statements.delete(statements.keys().next().value!);
    return statement;
  };
  return {
    close() {
      resting?.ends();
      db.close();
    },
    prepare(text) {
      if (text === "commit") resting?.begins();
      const statement = prepared(text);
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...values.map(bindable)),
        run: (values) => statement.run(...values.map(bindable)),
        iterate: (values) => db.prepare(text).iterate(...values.map(bindable)),
      };
    },
  };
}

/** node:sqlite takes a leading object for named parameters and shifts the rest; refuse it loudly. */
function bindable(value: unknown): SQLInputValue {
  if (value === null || value instanceof Uint8Array) return value;
  if (typeof value === "string" || typeof value === "number" || typeof value === "bigint")
    return value;
  throw new TypeError(
    `Expected text, a number, bytes or null to store, got ${typeof value}; convert it first.`,
  );
}
