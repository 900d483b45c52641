/** What is kept of a contribution that came more than once (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import { temporary } from "../../../tools/program.ts";
import type { Serving } from "../../platform/feature.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import type { ConsentRow } from "./private/consents.ts";
import type { Privately } from "../../platform/private/part.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { hashOf, newSecret } from "../../platform/private/submissions.ts";
import type { Upload } from "./private/uploads.ts";
import type { Asked, Contribution } from "./form.ts";
import { keepContribution } from "./keep.ts";
import { openUploads } from "./store.ts";

for (const [name, open] of Object.entries(DATABASES))
  test(`T7 T11 what a full desk did not keep leaves nothing, and what each agreed to is what was sent at last, on ${name}`, async () => {
    await using database = await open();
    using folder = temporary();
    await migrateLog(database.db, database.store);
    const own = await openPrivate(database.db, privateParts);
    const store = openUploads(folder.dir, own, Date.now);
    const [secret, id] = [newSecret(), newSecret()];
    const owner = hashOf(secret);
    await store.begin({ id, owner, what: "photo", size: 1 });
    const told = (people: readonly Asked["purposes"][]): Contribution => ({
      for: "story",
      text: "A long night.",
      naming: "none",
      files: [],
      people: people.map((purposes, n) => ({
        n,
        name: `Person ${n}`,
        purposes,
        channels: ["web"],
        languages: [],
        until: "2099-01-01",
        asked: "a helper",
        how: "text",
        files: [],
      })),
    });
    const keep = async (ask: Privately, people: readonly Asked["purposes"][]) => {
      const serving = { instance: { log: { private: ask } } } as unknown as Serving;
      const files = (await own("uploads.of", owner)) as Upload[];
      const sent = { secret, about: told(people), files, today: "2026-11-26" };
      return keepContribution(serving, store, sent);
    };
    const rows = async () => (await own("consents.of", owner)) as ConsentRow[];
    const full: Privately = async (operation, argument) =>
      operation === "submissions.add" ? undefined : own(operation, argument);

    assert.equal(await keep(full, [["story", "photo"], ["photo"]]), false);
    assert.deepEqual(await rows(), []);
    const [upload] = (await own("uploads.of", owner)) as Upload[];
    assert.equal(upload?.sent, 0, "it is gone in time");

    const killed: Privately = async (operation, argument) => {
      if (operation === "submissions.add") throw new Error("The machine stops.");
      return own(operation, argument);
    };
    await assert.rejects(keep(killed, [["story", "photo"], ["photo"]]), /machine stops/);
    assert.equal(await keep(own, [["story"]]), true);
    const agreed = (await rows()).filter(({ n }) => n >= 0);
    assert.deepEqual(
      agreed.map(({ about }) => (JSON.parse(about) as Asked).purposes),
      [["story"]],
    );
  });
