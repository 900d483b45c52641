/** What writing costs: rows that stay the same are not written, and the WAL is copied back while nobody waits. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import { replaceRows } from "../src/platform/db/replace-rows.ts";
import type { Db } from "../src/platform/db/store.ts";
import * as tables from "../src/platform/db/table.ts";
import { rowProjection } from "../src/platform/log/row-projection.ts";
import { DATABASES } from "./databases.ts";

type Line = { subject: string; n: number; text: string; note: string | null };
const OF = { table: "line", column: "subject", key: ["subject", "n"] };

for (const [name, open] of Object.entries(DATABASES)) {
  test(`replaced rows are exactly what was given, and those of others stay (${name})`, async () => {
    await using database = await open();
    const db = await withLines(database.db);
    const replace = (values: string[], rows: Line[]) =>
      database.db.transaction().execute((tx) => replaceRows(tx, { ...OF, values }, rows));
    await replace(["a", "b"], [line("a", 1), line("a", 2), line("b", 1)]);
    await replace(["a"], [line("a", 1, "other"), { ...line("a", 3), note: "a note" }]);
    assert.deepEqual(await linesIn(db), [
      line("a", 1, "other"),
      { ...line("a", 3), note: "a note" },
      line("b", 1),
    ]);
    await replace(["a", "b"], [line("b", 1)]);
    assert.deepEqual(await linesIn(db), [line("b", 1)]);
    await replace(["b"], []);
    assert.deepEqual(await linesIn(db), []);
  });

  test(`more rows than one statement holds are replaced (${name})`, async () => {
    await using database = await open();
    const db = await withLines(database.db);
    const all = (text: string) => Array.from({ length: 9000 }, (_, i) => line("a", i, text));
    for (const text of ["one", "two"])
      await database.db
        .transaction()
        .execute((tx) => replaceRows(tx, { ...OF, values: ["a"] }, all(text)));
    assert.deepEqual(await linesIn(db), all("two"));
  });
}

const STATED = rowProjection({
  name: "boats",
  version: 1,
  kinds: {},
  tables: {
    boat: tables.table(
      { subject: tables.text, name: tables.text, crew: tables.orNull(tables.integer) },
      { indexes: { boat_name: ["name"] } },
    ),
    boat_port: tables.table(
      { subject: tables.text, port: tables.text },
      { key: ["port", "subject"] },
    ),
    boat_day: tables.table({ subject: tables.text, day: tables.text }, { key: [] }),
  },
  fold: (records) => records.at(-1)?.kind,
  rows: (name, records) => ({
    boat: [{ name, crew: null }],
    boat_port: records.map(({ id }) => ({ port: id })),
    boat_day: records.map(({ at }) => ({ day: at })),
  }),
  touched: async (_, changed) => changed.map(({ subject, name }) => `${subject} ${name}`),
});

for (const [name, open] of Object.entries(DATABASES))
  test(`a projection that states its rows has those, once, and says what it touched (${name})`, async () => {
    await using database = await open();
    await STATED.create(database.db);
    const write = (said: Record<string, string[]>) => {
      const subjects = Object.entries(said).map(([subject, kinds]) => {
        const records = kinds.map((kind) => ({ ...RECORD, subject, kind }));
        return [subject, records] as const;
      });
      return database.db
        .transaction()
        .execute((tx) => STATED.write(tx, new Map(subjects), async () => undefined));
    };
    const all = async (from: string) => {
      const rows = database.db.withTables<Record<string, { subject: string }>>().selectFrom(from);
      return (await rows.selectAll().orderBy("subject").execute()).map((row) => ({ ...row }));
    };
    await write({ a: ["Ada", "Bella"], b: ["Clara"] });
    assert.deepEqual(await all("boat"), [
      { subject: "a", name: "Bella", crew: null },
      { subject: "b", name: "Clara", crew: null },
    ]);
    assert.deepEqual(await all("boat_port"), [
      { subject: "a", port: RECORD.id },
      { subject: "b", port: RECORD.id },
    ]);
    assert.deepEqual(await all("boat_day"), [
      { subject: "a", day: RECORD.at },
      { subject: "b", day: RECORD.at },
    ]);
    const touched = await write({ a: ["Dora"], b: [] });
    const boats = touched.filter((key) => !key.endsWith("undefined"));
    assert.deepEqual(boats.toSorted(), ["a Bella", "a Dora", "b Clara"]);
    for (const from of STATED.tables)
      assert.deepEqual(
        (await all(from)).map((row) => row.subject),
        ["a"],
        from,
      );
  });

const RECORD = { id: "f00d", at: "2026-01-02", author: "", body: null, bodyHash: "" };

test("rows and columns that stay the same are not written", async () => {
  await using database = await DATABASES.SQLite();
  await withLines(database.db);
  const counted = async (rows: Line[]) => {
    const changes = () => sql<{ n: number }>`select total_changes() as n`.execute(database.db);
    const before = (await changes()).rows[0]!.n;
    await database.db
      .transaction()
      .execute((tx) => replaceRows(tx, { ...OF, values: ["a"] }, rows));
    return (await changes()).rows[0]!.n - before;
  };
  const rows = Array.from({ length: 10 }, (_, i) => line("a", i));
  assert.equal(await counted(rows), 10);
  assert.equal(await counted(rows), 0);
  assert.equal(await counted([...rows.slice(1), line("a", 0, "other")]), 1);
  await sql`create trigger kept before update of subject, n, note on line begin select raise(abort, 'written'); end`.execute(
    database.db,
  );
  assert.equal(await counted(rows), 1);
});

test("after a rest the WAL is copied back without a further commit", async () => {
  const dir = mkdtempSync(join(tmpdir(), "cnd-test-"));
  const db: Db = new Kysely({ dialect: openSqlite(join(dir, "x.sqlite")).dialect });
  const reader = new DatabaseSync(join(dir, "x.sqlite"), { readOnly: true });
  const left = () => {
    const { log, checkpointed } = reader.prepare("pragma wal_checkpoint(noop)").get()!;
    return Number(log) - Number(checkpointed);
  };
  try {
    const lines = await withLines(db);
    await db.transaction().execute(async (tx) => {
      const text = "x".repeat(4000);
      const rows = Array.from({ length: 1200 }, (_, i) => line("a", i, text));
      await replaceRows(tx, { ...OF, values: ["a"] }, rows);
    });
    assert.ok(left() > 1000, `Expected the commit to leave the WAL as it is, found ${left()}`);
    for (let i = 0; i < 100 && left() > 0; i++) await sleep(50);
    assert.equal(left(), 0);
    assert.equal((await linesIn(lines)).length, 1200);
  } finally {
    reader.close();
    await db.destroy();
    rmSync(dir, { recursive: true, force: true });
  }
});

async function withLines(db: Db): Promise<Db<{ line: Line }>> {
  await db.schema
    .createTable("line")
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("n", "integer", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("note", "text")
    .addPrimaryKeyConstraint("line_pk", ["subject", "n"])
    .execute();
  return db.withTables<{ line: Line }>();
}

const line = (subject: string, n: number, text = "text"): Line => ({
  subject,
  n,
  text,
  note: null,
});

async function linesIn(db: Db<{ line: Line }>): Promise<Line[]> {
  const rows = await db.selectFrom("line").selectAll().orderBy("subject").orderBy("n").execute();
  return rows.map((row) => ({ ...row })); // SQLite's rows have no prototype
}
