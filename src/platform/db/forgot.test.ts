/** What was deleted lies nowhere in the files of the database, soon after it was told so. */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import { temporary } from "../../../tools/program.ts";
import { openStore } from "./open-store.ts";

test("law: what was forgotten lies neither in the file nor in its WAL, once no reader is in it; nobody waits for that", async () => {
  using folder = temporary();
  const path = join(folder.dir, "log.sqlite");
  const store = openStore(path);
  const db = new Kysely<{ note: { words: string } }>({ dialect: store.dialect });
  await db.schema.createTable("note").addColumn("words", "text").execute();
  const words = "a night that nobody is to read of";
  await db.insertInto("note").values({ words }).execute();
  const reader = new Kysely<{ note: { words: string } }>({
    dialect: openStore(path, { readOnly: true }).dialect,
  });
  const reading = await reader.startTransaction().execute();
  assert.equal((await reading.selectFrom("note").selectAll().execute()).length, 1);
  await db.transaction().execute((tx) => tx.deleteFrom("note").execute());
  store.forgot();
  await sleep(700); // it was tried while the reader read
  await db.transaction().execute((tx) => tx.insertInto("note").values({ words: "b" }).execute());
  assert.equal((await reading.selectFrom("note").selectAll().execute())[0]?.words, words);
  assert.ok(statSync(`${path}-wal`).size > 0);
  await reading.commit().execute();
  for (let i = 0; i < 500 && statSync(`${path}-wal`).size > 0; i++) await sleep(20);
  assert.equal(statSync(`${path}-wal`).size, 0);
  assert.ok(!readFileSync(path).includes(words));
  const { timeout } = (await sql<{ timeout: number }>`pragma busy_timeout`.execute(db)).rows[0]!;
  assert.equal(timeout, 5000);
  await reader.destroy();
  await db.destroy();
});
