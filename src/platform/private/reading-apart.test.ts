/** What only reads waits for nothing that is written (README.md), on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { askDrafts } from "../../features/stories/private/drafts.ts";
import { privateParts } from "../../models.ts";
import { openAccounts } from "../accounts/accounts.ts";
import { migrateLog } from "../log/tables.ts";
import { newKey } from "../records/keys.ts";
import type { Privately } from "./part.ts";
import { openPrivate, readingApart } from "./private.ts";
import { askSubmissions } from "./submissions.ts";

for (const [name, open] of Object.entries(DATABASES))
  test(
    `V65 who comes to the desk while an import runs is known, and reads what waits and what is being written: ${name}`,
    { timeout: 60_000 },
    async () => {
      await using database = await open();
      const { db, store } = database;
      await migrateLog(db, store);
      const written = await openPrivate(db, privateParts, store);
      const { promise: turn, resolve: end } = Promise.withResolvers<void>();
      let isHeld = false;
      const write: Privately = async (operation, argument) => {
        if (isHeld) await turn;
        return written(operation, argument);
      };
      const ask = readingApart(privateParts, (work) => db.transaction().execute(work), write);
      const keys = { key: newKey(), sealing: newKey() };
      const accounts = openAccounts({ private: ask, base: "http://localhost:8080", ...keys });
      const { id } = await accounts.open({ name: "Ana", role: "owner" });
      const from = { socket: { remoteAddress: "192.0.2.7" }, headers: {} };
      const cookies = await accounts.enterByLink(await accounts.link(id, 60), from);
      const draft = { kind: "story", slug: "well", lang: "", text: "The well", by: "Ana" } as const;
      const began = await askDrafts(ask).create(draft);
      isHeld = true;
      let isWritten = false;
      const writing = askDrafts(ask)
        .rename({ id: began, slug: "pump" })
        .then(() => (isWritten = true));
      const cookie = cookies!.map((one) => one.split(";")[0]).join("; ");
      assert.equal((await accounts.who({ headers: { cookie } }))?.account.name, "Ana");
      assert.deepEqual(
        (await askDrafts(ask).list()).map(({ slug }) => slug),
        ["well"],
      );
      assert.deepEqual(await askSubmissions(ask).list(), []);
      assert.equal(isWritten, false);
      end();
      await writing;
      assert.equal((await askDrafts(ask).get(began))?.slug, "pump", "and reads what was written");
    },
  );
