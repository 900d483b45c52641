import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { DATABASES } from "../../../tests/databases.ts";
import type { Db } from "./store.ts";
import { openReader } from "./reader.ts";

for (const [name, open] of Object.entries(DATABASES))
  test(`DB8 a snapshot within another one is that one, and what outlives it takes its own, on ${name}`, async () => {
    await using database = await open();
    await sql`create table n (n integer)`.execute(database.db);
    const { db, snapshot } = openReader(database.address);
    const count = async (of: Db) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from n`.execute(of);
      return rows[0]!.n;
    };
    const over = Promise.withResolvers<void>();
    let later: Promise<number> | undefined;
    try {
      const inside = snapshot(async (outer) => {
        const before = await count(outer);
        await sql`insert into n values (1)`.execute(database.db);
        later = over.promise.then(() => snapshot(count));
        const both = await Promise.all([snapshot(count), snapshot(() => snapshot(count))]);
        await assert.rejects(
          snapshot(() => Promise.reject(new Error("within"))),
          /within/,
        );
        return [before, ...both, await count(outer)];
      });
      const hangs = sleep(10_000, "it waits for itself", { ref: false });
      assert.deepEqual(await Promise.race([inside, hangs]), [0, 0, 0, 0]);
      over.resolve();
      assert.equal(await later, 1);
      assert.equal(await snapshot(count), 1);
    } finally {
      await db.destroy();
    }
  });
