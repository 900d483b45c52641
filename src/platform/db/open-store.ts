/** Open whichever database an address names: `postgres://…`, or the path of a SQLite file. */
import { isPostgres } from "./dialect.ts";
import { openPostgres } from "./open-postgres.ts";
import { openSqlite, type Opening } from "./open-sqlite.ts";
import type { Store } from "./store.ts";

export function openStore(address: string, options: Opening = {}): Store {
  return isPostgres(address) ? openPostgres(address) : openSqlite(address, options);
}
