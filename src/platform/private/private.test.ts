import assert from "node:assert/strict";
import test from "node:test";
import { Kysely, sql } from "kysely";
import { openSqlite } from "../db/open-sqlite.ts";
import type { Db } from "../db/store.ts";
import { openPrivate, type PrivatePart } from "./private.ts";

const first: PrivatePart = {
  name: "notes",
  tables: ["private_note"],
  migrations: [
    async (db) => {
      await db.schema.createTable("private_note").addColumn("text", "text").execute();
    },
  ],
  operations: {
    note: async (tx, text) => {
      await sql`insert into private_note (text) values (${text})`.execute(tx);
      if (text === "bad") throw new Error("no");
      return null;
    },
  },
};
const second: PrivatePart = {
  ...first,
  migrations: [
    ...first.migrations,
    async (db) => {
      await db.schema.alterTable("private_note").addColumn("more", "text").execute();
    },
  ],
};

const texts = async (db: Db) =>
  (await sql<{ text: string }>`select text from private_note order by text`.execute(db)).rows.map(
    ({ text }) => text,
  );

test("V1 migrations run once and forward only; a newer program's data is refused", async () => {
  const store = openSqlite(":memory:");
  const db: Db = new Kysely({ dialect: store.dialect });
  await (await openPrivate(db, store, [first])).run("note", "a");
  await openPrivate(db, store, [first]);
  await openPrivate(db, store, [second]);
  await sql`update private_note set more = 'b'`.execute(db);
  assert.deepEqual(await texts(db), ["a"]);
  await assert.rejects(openPrivate(db, store, [first]), /newer program/);
  await db.destroy();
});

test("V2 an operation is whole or not at all; an unknown one is refused", async () => {
  const store = openSqlite(":memory:");
  const db: Db = new Kysely({ dialect: store.dialect });
  const privately = await openPrivate(db, store, [first]);
  await assert.rejects(privately.run("note", "bad"), /no/);
  await assert.rejects(privately.run("toString", "x"), /Expected a private operation/);
  await privately.run("note", "good");
  assert.deepEqual(await texts(db), ["good"]);
  await db.destroy();
});
