/** The two databases: to which of them a handle speaks, for the few files whose SQL differs, and the driver of the other one. */
import { SqliteAdapter } from "kysely";
import { whenUsed } from "../process/when-used.ts";
import type { Db } from "./store.ts";

/** Which of the two an address names. */
export const isPostgres = (address: string): boolean => /^postgres(ql)?:\/\//.test(address);

export const isSqlite = (db: Db): boolean => db.getExecutor().adapter instanceof SqliteAdapter;

/** PostgreSQL's. */
export const pg = whenUsed((from) => from("pg") as typeof import("pg"));
