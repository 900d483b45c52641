import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { DATABASES } from "../../../tests/databases.ts";
import { isThere } from "./open-postgres.ts";

test("DB3 what became of a commit is known by its number; one that a crash took with it is not there", async () => {
  await using database = await DATABASES.PostgreSQL();
  const { db } = database;
  const soon = () => performance.now() + 600;
  const number = sql<{ id: string }>`select pg_current_xact_id()::text as id`;
  const committed = await db.transaction().execute((tx) => number.execute(tx));
  const back = await db.startTransaction().execute();
  const undone = await number.execute(back);
  await back.rollback().execute();
  const [one, other] = [committed.rows[0]!.id, undone.rows[0]!.id];
  assert.equal(await isThere(db, one, soon()), true);
  assert.equal(await isThere(db, other, soon()), false);
  assert.equal(await isThere(db, String(Number(other) + 1_000_000), soon()), false);
});
