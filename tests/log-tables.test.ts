/** The log (src/platform/log/README.md), on both databases: what follows from the records, and stands as it stood: L7, L8, L15, L25. */
import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { openNote } from "../src/engines/tlog/note.ts";
import { parseCheckpoint } from "../src/engines/tlog/checkpoint.ts";
import { parseEntryBundle } from "../src/engines/tlog/bundle.ts";
import { formatVkey } from "../src/engines/tlog/vkey.ts";
import { ERASURE_MADE } from "../src/platform/log/kinds.ts";
import { logHead, tileBytes } from "../src/platform/log/reading.ts";
import { freshness } from "../src/platform/log/state.ts";
import { publicKeyOf } from "../src/platform/records/keys.ts";
import { DATABASES } from "./databases.ts";
import { Campaign, rows, dumped, copied } from "./log-campaign.ts";

for (const [name, open] of Object.entries(DATABASES)) {
  test(`L25 bug: a copy that is behind took the database's place, and the log went on over it: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    await log.append([campaign.root, campaign.note("a")]);
    const goBack = await copied(database);
    await log.append([campaign.note("b")]);
    const comeBack = await copied(database);
    await goBack();
    const found = await dumped(database);
    await assert.rejects(
      log.append([campaign.note("c")]),
      /has 2 records of example\.org\/log, where 3 were acknowledged/,
    );
    await assert.rejects(log.retryHeld(), { name: "LogWentBack" });
    assert.equal(await dumped(database), found);
    await comeBack();
    assert.equal((await log.append([campaign.note("d")])).size, 4);
    assert.equal((await campaign.verify(database)).count, 0);
  });

  test(`L7 a rebuild gives the same rows, appends in between included: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const many = Array.from({ length: 1200 }, (_, i) => campaign.note(`${"abc"[i % 3]}${i}`));
    await log.append([campaign.root, ...many]);
    const first = await freshness(database.db, { projections: ["notes"] });
    const rebuilt = log.rebuild();
    const during = log.append([campaign.note("z")]);
    await Promise.all([rebuilt, during]);
    const after = await rows(database);
    assert.match(after, / z a=400 b=400 c=400 z=1$/);
    assert.notEqual(await freshness(database.db, { projections: ["notes"] }), first);
    await log.rebuild();
    assert.equal(await rows(database), after);
  });

  test(`L15 what a record does not concern is not written again: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const first = campaign.note("a");
    const of = { subject: first.id };
    await log.append([campaign.root, first]);
    await sql`update note set texts = 'as it was'`.execute(database.db);
    const before = await freshness(database.db, { projections: ["notes"] });
    const bound = { kind: "slug.bound/1", ...of, body: { space: "notes", slug: "a" } };
    await log.append([campaign.say(bound)]);
    assert.equal(await rows(database), "as it was a=1");
    assert.notEqual(await freshness(database.db, { projections: ["notes"] }), before);
    await log.append([campaign.say({ kind: "note.added/1", ...of, body: { text: "b" } })]);
    assert.equal(await rows(database), "a+b a=1");
    const erase = { kind: ERASURE_MADE, ...of, body: { bodies: [first.envelope.body] } };
    await log.append([campaign.say(erase)]);
    assert.equal(await rows(database), "b b=1");
  });

  test(`L8 the checkpoint covers what was acknowledged: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const many = Array.from({ length: 300 }, (_, i) => campaign.note(String(i)));
    await log.append([campaign.root, ...many.slice(0, 100)]);
    await (await campaign.log(database)).append(many.slice(100));
    const head = (await logHead(database.db))!;
    const vkey = formatVkey("example.org/log", publicKeyOf(campaign.logKey.name));
    const { text } = openNote(Buffer.from(head.checkpoint), [vkey]);
    assert.equal(parseCheckpoint(text).size, 301);
    const [full, rest, ahead] = await Promise.all(
      ["tile/entries/000", "tile/entries/001.p/45", "tile/entries/001.p/46"].map((path) =>
        tileBytes(database.db, path),
      ),
    );
    const entries = [...parseEntryBundle(full!), ...parseEntryBundle(rest!)];
    assert.deepEqual(
      entries.map((e) => Buffer.from(e).toString()),
      [campaign.root, ...many].map((r) => Buffer.from(r.entry).toString()),
    );
    assert.equal(ahead, undefined);
    assert.equal((await tileBytes(database.db, "tile/0/001.p/45"))?.length, 45 * 32);
    assert.equal((await tileBytes(database.db, "tile/1/000.p/1"))?.length, 32);
  });
}
