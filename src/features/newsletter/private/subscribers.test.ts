/** An address that takes no mail any more is not kept, on both databases (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../../tests/databases.ts";
import { A_DAY } from "../../../engines/calendar/day.ts";
import type { Db } from "../../../platform/db/store.ts";
import { migrateLog } from "../../../platform/log/tables.ts";
import type { PrivatePart } from "../../../platform/private/part.ts";
import { openPrivate } from "../../../platform/private/private.ts";
import { askImported, importedPart } from "./imported.ts";
import { askOutbox, outboxPart } from "./outbox.ts";
import { askSubscribers, subscribersPart } from "./subscribers.ts";

const CHOICE = { lang: "en", what: "all", often: "each" } as const;

for (const [name, open] of Object.entries(DATABASES))
  test(`U23 an address that is dead goes ninety days later, and one that confirms anew stays: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, [subscribersPart, outboxPart, importedPart, waits]);
    const [subscribers, outbox, imported] = [askSubscribers(own), askOutbox(own), askImported(own)];
    const now = Date.now();
    const confirm = async (id: string) => {
      const address = `${id}@example.org`;
      await subscribers.ask({ ...CHOICE, address, confirm_hash: id, asked: now });
      await subscribers.confirm({ confirm_hash: id, now, id, stop_hash: id });
    };
    const refuse = async (subscriber: string) => {
      await own("waits.add", { subscriber });
      const which = { update_id: "u", subscriber };
      await outbox.steps([{ ...which, is: "refused", error: "550" }]);
    };
    for (const id of ["well", "dead", "anew"]) await confirm(id);
    for (const id of ["dead", "dead", "anew", "anew", "well"]) await refuse(id);
    await confirm("anew");
    const old = { ...CHOICE, address: "old@example.org", since: "2026-01-01", id: "old" };
    await imported.bringBack([{ ...old, state: "dead", stop_hash: "old" }]);
    await own("waits.add", { subscriber: "dead" });
    const left = async () => (await imported.all()).map(({ id }) => id).toSorted();
    await own("end", now + 89 * A_DAY);
    assert.deepEqual(await left(), ["anew", "dead", "old", "well"]);
    await own("end", now + 92 * A_DAY);
    assert.deepEqual(await left(), ["anew", "well"]);
    assert.equal(await own("waits.count", null), 0, "what waited for it goes with it");
  });

/** A letter waits for somebody. */
const waits: PrivatePart = {
  name: "waits",
  tables: {},
  migrations: [],
  operations: {
    add: async (tx: Db, { subscriber }: { readonly subscriber: string }) => {
      const letter = { update_id: "u", stories: "", due: 1, state: "waiting", tries: 0 };
      await outboxOf(tx)
        .insertInto("outbox")
        .values({ ...letter, subscriber })
        .execute();
    },
    count: async (tx: Db) => (await outboxOf(tx).selectFrom("outbox").selectAll().execute()).length,
  },
};
const outboxOf = (db: Db) => db.withTables<{ outbox: Record<string, string | number> }>();
