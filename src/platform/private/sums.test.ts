/** What was changed in private tables past this program is found. Rule V50, on both databases. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { Kysely, sql } from "kysely";
import { Client } from "pg";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { isPostgres } from "../db/dialect.ts";
import { openStore } from "../db/open-store.ts";
import { xor } from "../db/row-hash.ts";
import { keepSums, keptSums, sumOf } from "../db/row-sums.ts";
import { migrateLog } from "../log/tables.ts";
import { alteredPrivately, openPrivate } from "./private.ts";

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V50 what another program changes in private tables is found, and what this one changes is not: ${name}`, async () => {
    await using database = await open();
    const { db, store, address } = database;
    await migrateLog(db, store);
    assert.equal(
      await alteredPrivately(db, privateParts),
      undefined,
      "no checksums before the first opening",
    );
    const ask = await openPrivate(db, privateParts);
    const account = (id: string) => ({
      table: "auth_user",
      row: {
        id,
        createdAt: "2026-11-24",
        updatedAt: "2026-11-24",
        name: "N.",
        email: `${id}@example.org`,
        emailVerified: 1,
        role: "editor",
        closed: 0,
        pinFailures: 0,
      },
    });
    await ask("accounts.create", account("one"));
    await ask("accounts.create", account("two"));
    await ask("accounts.update", {
      table: "auth_user",
      where: [{ field: "id", operator: "eq", value: "one" }],
      set: { name: "M." },
    });
    await ask("accounts.remove", {
      table: "auth_user",
      where: [{ field: "id", operator: "eq", value: "two" }],
    });
    const counted = { day: "2026-11-24", kind: "page", name: "/", n: 2 };
    await ask("counts.add", [counted]);
    await ask("counts.add", [counted]); // an insert that becomes an update
    await assert.rejects(ask("accounts.create", account("one")));
    assert.deepEqual(await alteredPrivately(db, privateParts), []);
    await byHand(address, `update auth_user set role = 'owner' where id = 'one'`);
    assert.deepEqual(await alteredPrivately(db, privateParts), ["auth_user"]);
    await ask("accounts.create", account("three"));
    await using again = new Kysely<object>({ dialect: openStore(address).dialect });
    await openPrivate(again, privateParts);
    assert.deepEqual(
      await alteredPrivately(db, privateParts),
      ["auth_user"],
      "nothing makes it hold again",
    );
    await byHand(address, `update auth_user set role = 'editor' where id = 'one'`);
    await byHand(address, `delete from page_count`);
    assert.deepEqual(await alteredPrivately(db, privateParts), ["page_count"]);
  });

  test(`V50 a migration keeps what held, and makes nothing hold that did not: ${name}`, async () => {
    await using database = await open();
    const { db, store, address } = database;
    await migrateLog(db, store);
    const ask = await openPrivate(db, privateParts);
    for (const kind of ["page", "from"])
      await ask("counts.add", [{ day: "2026-11-24", kind, name: "/", n: 2 }]);
    const migrate = async () => {
      const off = xor((await keptSums(db))!.get("page_count")!, await sumOf(db, "page_count"));
      await sql`alter table page_count add column more integer default 7`.execute(db);
      await keepSums(db, ["page_count"], new Map([["page_count", off]]));
      return alteredPrivately(db, privateParts);
    };
    assert.deepEqual(await migrate(), []);
    await byHand(address, `update page_count set n = 3 where kind = 'page'`);
    await sql`alter table page_count drop column more`.execute(db);
    await byHand(address, `update page_count set n = 2 where kind = 'page'`);
    assert.deepEqual(await alteredPrivately(db, privateParts), ["page_count"], "one column less");
    assert.deepEqual(await migrate(), ["page_count"]);
  });
}

/** As another program does it. */
async function byHand(address: string, statement: string): Promise<void> {
  if (!isPostgres(address)) {
    using other = new DatabaseSync(address);
    other.exec(statement);
    return;
  }
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(statement);
  await client.end();
}
