/** Which database it is, and its version: `SQLite 3.51.0`, `PostgreSQL 17.2`. */
import { sql } from "kysely";
import { isSqlite } from "./dialect.ts";
import type { Db } from "./store.ts";

export async function databaseVersion(db: Db): Promise<string> {
  if (isSqlite(db)) return `SQLite ${process.versions["sqlite"] ?? ""}`.trim();
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  return `PostgreSQL ${rows[0]?.server_version.split(" ")[0] ?? ""}`.trim();
}
