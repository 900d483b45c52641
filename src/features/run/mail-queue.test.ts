import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { privateParts } from "../../models.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { askOutbox } from "../newsletter/api.ts";

interface Row {
  readonly update_id: string;
  readonly subscriber: string;
  readonly stories: string;
  readonly due: number;
  readonly state: string;
  readonly tries: number;
}

for (const [name, open] of Object.entries(DATABASES))
  test(`RN6 mails that wait are counted, and those that a server put off are tried at once, on ${name}`, async () => {
    await using database = await open();
    const { db, store } = database;
    await migrateLog(db, store);
    const outbox = askOutbox(await openPrivate(db, privateParts));
    assert.deepEqual({ ...(await outbox.queue()) }, { waiting: 0, putOff: 0 });
    const tables = db.withTables<{ outbox: Row }>();
    const row = (subscriber: string, tries: number, state = "waiting"): Row => ({
      update_id: "u",
      subscriber,
      stories: "s",
      due: 9_000_000_000_000,
      state,
      tries,
    });
    const rows = [row("a", 0), row("b", 2), row("c", 1), row("d", 1, "doubt")];
    await tables.insertInto("outbox").values(rows).execute();
    assert.deepEqual(await outbox.queue(), { waiting: 3, putOff: 2 });
    await outbox.hurry(7);
    const due = await tables.selectFrom("outbox").select("due").orderBy("subscriber").execute();
    assert.deepEqual(
      due.map((one) => one.due),
      [9_000_000_000_000, 7, 7, 9_000_000_000_000],
    );
  });
