/** What a database holds of a log, looked at before anything is written: nothing is made by it, no file and no table. */
import { existsSync } from "node:fs";
import { Kysely } from "kysely";
import { rootFromTiles } from "../../engines/tlog/proofs.ts";
import { DatabaseAway, isAway } from "../db/away.ts";
import { isPostgres } from "../db/dialect.ts";
import { openStore } from "../db/open-store.ts";
import type { Db } from "../db/store.ts";
import { ownerOf } from "../log/ownership.ts";
import { logHead, type LogHead } from "../log/reading.ts";
import { readOwnership } from "../log/standing.ts";
import { readState } from "../log/state.ts";
import { readTilesFor } from "../log/tree.ts";

export interface Found {
  /** Undefined where the log has no record. */
  readonly head: LogHead | undefined;
  /** The id by which it knows its data folder, and where that lay when it was last opened. */
  readonly bond: string | undefined;
  readonly folder: string | undefined;
  /** The name of the key that owns the log. */
  readonly owner: string | undefined;
  /** The root over the first so many records; undefined where there are fewer. */
  readonly rootAt: Uint8Array | undefined;
}

const NOTHING: Found = {
  head: undefined,
  bond: undefined,
  folder: undefined,
  owner: undefined,
  rootAt: undefined,
};

/**
 * @param database `postgres://…`, or the path of a SQLite file, which need not be there
 * @param size of which the root is asked
 * @throws DatabaseAway where it does not answer, Error with one clear line where it is no database of ours
 */
export async function look(database: string, size = 0): Promise<Found> {
  if (!isPostgres(database)) return existsSync(database) ? looked(database, size) : NOTHING;
  try {
    return await looked(database, size);
  } catch (error) {
    if (error instanceof DatabaseAway || !(error instanceof Error)) throw error;
    if (isAway(error)) throw new DatabaseAway(error);
    throw new Error(
      `CND_DATABASE: expected a campaign's database, or an empty one, at ${named(database)}, and got: ${error.message}. Choose another.`,
      { cause: error },
    );
  }
}

async function looked(database: string, size: number): Promise<Found> {
  const { dialect } = openStore(database, { readOnly: true, leavesNothing: true });
  await using db: Db & AsyncDisposable = new Kysely<object>({ dialect });
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  if (tables.length === 0) return NOTHING;
  if (!tables.includes("state"))
    throw new Error(`it has tables of another program (${tables.slice(0, 3).join(", ")})`);
  const known = {
    bond: await readState(db, "bond"),
    folder: await readState(db, "folder"),
  };
  const head = await logHead(db);
  if (!head) return { ...NOTHING, ...known };
  return {
    ...known,
    head,
    owner: ownerOf(await readOwnership(db)),
    rootAt: size > 0 && size <= head.size ? await rootOf(db, size) : undefined,
  };
}

const rootOf = (db: Db, size: number): Promise<Uint8Array> =>
  readTilesFor(db, (read) => rootFromTiles(size, read));

/** How a database is called in a message: never with its password. */
export function named(database: string): string {
  if (!isPostgres(database)) return database;
  const { username, host, pathname } = new URL(database);
  return `postgres://${username && `${username}@`}${host}${pathname}`;
}
