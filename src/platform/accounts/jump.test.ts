/** A sign-in while the machine's clock has jumped (platform/process/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import { newKey } from "../records/keys.ts";
import { openAccounts } from "./accounts.ts";

const YEAR = 365 * 24 * 3_600_000;
const START = Date.UTC(2026, 10, 27);

for (const by of [YEAR, -YEAR])
  test(`PC2 PC3 bug: a jump of the clock by ${by < 0 ? "minus " : ""}a year ended all sign-ins`, async (t) => {
    await using database = await DATABASES.SQLite();
    await migrateLog(database.db, database.store);
    let ahead = 0;
    const accounts = openAccounts({
      private: await openPrivate(database.db, platformParts, database.store),
      base: "http://localhost:8080",
      key: newKey(),
      sealing: newKey(),
      aheadBy: () => ahead,
    });
    const from = (cookies: readonly string[]) => ({
      socket: { remoteAddress: "192.0.2.7" },
      headers: { cookie: cookies.map((c) => c.split(";")[0]).join("; "), "user-agent": "" },
    });
    t.mock.timers.enable({ apis: ["Date"], now: START });
    const { id } = await accounts.open({ name: "Amina", role: "editor" });
    const enter = async () => (await accounts.enterByLink(await accounts.link(id, 10), from([])))!;
    const before = await enter();
    ahead = by;
    t.mock.timers.setTime(START + by);
    assert.equal((await accounts.who(from(before)))?.account.id, id);
    const during = await enter();
    assert.equal((await accounts.who(from(during)))?.account.id, id);
    assert.equal((await accounts.signIns(id)).length, 2);
    ahead = 0; // it was put right
    t.mock.timers.setTime(START);
    for (const cookies of [before, during])
      assert.equal((await accounts.who(from(cookies)))?.account.id, id);
    t.mock.timers.setTime(START + YEAR); // a year that really passed
    assert.equal(await accounts.who(from(before)), undefined);
  });
