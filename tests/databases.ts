/** The two databases, as tests ask for them: a fresh one each time, real SQLite in a file, real PostgreSQL. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely } from "kysely";
import { Client } from "pg";
import { openPostgres } from "../src/platform/db/open-postgres.ts";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import type { Db, Store } from "../src/platform/db/store.ts";

export interface TestDatabase extends AsyncDisposable {
  readonly store: Store;
  readonly db: Db;
  /** How another process opens it: a postgres URL, or the path of the SQLite file. */
  readonly address: string;
}

export const DATABASES = { SQLite: sqlite, PostgreSQL: postgres };

async function sqlite(): Promise<TestDatabase> {
  const dir = mkdtempSync(join(tmpdir(), "cnd-test-"));
  const address = join(dir, "log.sqlite");
  const store = openSqlite(address);
  const db: Db = new Kysely({ dialect: store.dialect });
  return {
    store,
    db,
    address,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const EMPTY = "template0 lc_collate 'C' lc_ctype 'C'";

async function postgres(): Promise<TestDatabase> {
  const server = process.env["CND_TEST_POSTGRES"];
  if (!server) throw new Error("Expected a PostgreSQL server: run the tests with `npm test`.");
  const name = `t_${randomBytes(6).toString("hex")}`;
  await administer(server, `create database ${name} template ${EMPTY}`);
  const address = server.replace(/\/[^/]*$/, `/${name}`);
  const store = openPostgres(address);
  const db: Db = new Kysely({ dialect: store.dialect });
  return {
    store,
    db,
    address,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await administer(server, `drop database ${name} with (force)`);
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
