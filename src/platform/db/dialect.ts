/** Which of the two databases a handle speaks to, for the few files whose SQL differs. */
import { SqliteAdapter } from "kysely";
import type { Db } from "./store.ts";

export const isSqlite = (db: Db): boolean => db.getExecutor().adapter instanceof SqliteAdapter;
