/** A newsletter on its way, on both databases: changed by one at a time, said and mailed once, and never by itself after a restore. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../../tests/databases.ts";
import { migrateLog } from "../../../platform/log/tables.ts";
import { openPrivate } from "../../../platform/private/private.ts";
import { askNewsletters, draftsPart } from "./drafts.ts";
import { importedPart } from "./imported.ts";
import { askOutbox, outboxPart } from "./outbox.ts";
import { subscribersPart } from "./subscribers.ts";

const NOW = Date.UTC(2026, 10, 24);

for (const [name, open] of Object.entries(DATABASES))
  test(`U18 a newsletter is changed by one at a time, waits in the outbox once, and after a restore is a draft: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const parts = [outboxPart, subscribersPart, draftsPart, importedPart];
    const own = await openPrivate(database.db, parts);
    const [drafts, outbox] = [askNewsletters(own), askOutbox(own)];
    for (const id of ["one", "two"]) await drafts.make({ id, body: "{}", saved: NOW });
    const save = (version: number) => drafts.save({ id: "one", version, body: "{}", saved: NOW });
    assert.deepEqual([await save(1), await save(1), await save(2)], [true, false, true]);
    assert.equal(await drafts.schedule({ id: "one", version: 3, due: NOW + 1 }), true);
    assert.equal(await save(4), false, "it waits for its hour");
    assert.deepEqual(await drafts.due(NOW), []);
    assert.equal(await drafts.stop({ id: "one", version: 4 }), true);
    await drafts.schedule({ id: "one", version: 5, due: NOW });
    await drafts.schedule({ id: "two", version: 1, due: NOW + 1 });
    const due = async () => (await drafts.due(NOW)).map(({ id }) => id);
    assert.deepEqual(await due(), ["one"]);
    assert.equal(await drafts.saying("one"), true);
    assert.deepEqual(await due(), ["one"], "a program that stopped goes on");
    assert.equal(await drafts.stop({ id: "one", version: 6 }), false, "it goes out");
    const sent = { id: "one", subject: "s", now: NOW, mails: true };
    await drafts.sent(sent);
    await drafts.sent(sent);
    assert.deepEqual(
      (await outbox.stories()).map(({ subject, state }) => [subject, state]),
      [["s", "waiting"]],
    );
    assert.equal(await drafts.saying("one"), false);
    await outbox.restored();
    await drafts.restored();
    assert.equal((await outbox.stories())[0]!.state, "held");
    assert.deepEqual(await drafts.due(NOW + 10), []);
    assert.equal((await drafts.byId("two"))?.state, "draft");
    assert.equal((await drafts.byId("one"))?.state, "sent");
    await drafts.emptied({ id: "one", body: '{"next":2}' });
    await drafts.emptied({ id: "two", body: "" });
    assert.deepEqual(
      [(await drafts.byId("one"))?.body, (await drafts.byId("two"))?.body],
      ['{"next":2}', "{}"],
      "taken back with its words",
    );
    await drafts.remove("one");
    assert.equal((await drafts.list()).length, 2, "what was sent is no draft that one deletes");
  });
