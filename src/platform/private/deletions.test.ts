/** What deletes is known by what it does (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { once } from "../db/store.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate } from "./private.ts";

test("V23 the store is told of operations that delete a row or empty a field, whatever they are called, and of none that only adds", async () => {
  await using database = await DATABASES.SQLite();
  await migrateLog(database.db, database.store);
  let told = 0;
  const ask = await openPrivate(database.db, privateParts, {
    write: (own, work) => once(own, work),
    forgot: () => void (told += 1),
  });
  const tells = async (operation: string, argument: unknown): Promise<boolean> => {
    const before = told;
    await ask(operation, argument);
    return told > before;
  };
  const asked = {
    confirm_hash: "c",
    address: "a@b.example",
    asked: 1,
    lang: "en",
    what: "all",
    often: "daily",
  };
  assert.equal(await tells("subscribers.ask", asked), false);
  assert.equal(
    await tells("subscribers.confirm", { confirm_hash: "c", now: 2, id: "one", stop_hash: "s" }),
    true,
  );
  assert.equal(await tells("subscribers.stop", "s"), true);
  assert.equal(await tells("consents.drop", { id: "one", owner: "somebody" }), true);
  assert.equal(
    await tells("conversation.settle", { about: "one", day: "2026-01-01" }),
    true,
    "what a report said is emptied",
  );
  assert.equal(await tells("jobs.add", { kind: "a", about: "", argument: null, due: 1 }), false);
});
