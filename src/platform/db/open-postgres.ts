/** PostgreSQL through `pg`, for a campaign that has outgrown one file. Create the database with collation C. */
import { PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import type { Store } from "./store.ts";

const LOG_LOCK = 4711; // any number, as long as nothing else in this database takes it
const CONNECTIONS = 4; // one writer and a few readers of one process

types.setTypeParser(types.builtins.INT8, Number); // pg hands int8 over as text, and 5 === '5' is false

/** @param url `postgres://user@host/database` */
export function openPostgres(url: string): Store {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  pool.on("error", () => undefined); // an idle connection that breaks is replaced by the next query
  return {
    kind: "postgres",
    bytes: "bytea",
    dialect: new PostgresDialect({ pool }),
    forgot: () => undefined,
    async lockLog(tx) {
      await sql`select pg_advisory_xact_lock(${LOG_LOCK})`.execute(tx);
    },
  };
}
