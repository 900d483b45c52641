/** The log (src/platform/log/README.md), on both databases: who may say what, and when: L1 to L5 and L16. */
import assert from "node:assert/strict";
import test from "node:test";
import {
  ERASURE_MADE,
  GRANT_GIVEN,
  GRANT_REVOKED,
  IMPORT_CLOSED,
} from "../src/platform/log/kinds.ts";
import { logCounts } from "../src/platform/log/reading.ts";
import { readState } from "../src/platform/log/state.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { newKey, type Key } from "../src/platform/records/keys.ts";
import { sha256, type Draft } from "../src/platform/records/record.ts";
import { DATABASES } from "./databases.ts";
import { NOW, NOTE, kinds, Campaign, rows } from "./log-campaign.ts";

for (const [name, open] of Object.entries(DATABASES)) {
  test(`L1 each record once: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const first = campaign.note("a");
    const both = [campaign.root, first, first];
    assert.equal((await log.append(both)).added, 2);
    const again = await log.append(both);
    assert.deepEqual([again.added, again.size], [0, 2]);
    assert.deepEqual(
      again.results.map((r) => r.is),
      ["known", "known", "known"],
    );
    assert.equal(await rows(database), "a a=1");
  });

  test(`L1 what was read is not said again over what somebody else said meanwhile: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const first = campaign.note("a");
    const { size } = await log.append([campaign.root, first]);
    const more = (text: string) =>
      campaign.say({ kind: "note.added/1", subject: first.id, body: { text } });
    const unless = { about: [first.id], size };
    await log.append([campaign.note("b")]);
    assert.equal((await log.append([more("c")], unless)).added, 1);
    const late = await log.append([more("d"), campaign.note("e")], unless);
    assert.deepEqual(
      [late.added, late.results.map(({ is }) => is)],
      [0, ["overtaken", "overtaken"]],
    );
    assert.equal(late.size, size + 2);
    assert.equal((await log.append([more("f")], { ...unless, size: late.size })).added, 1);
  });

  test(`L2 a bad record refuses its batch: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    await log.append([campaign.root]);
    const good = campaign.note("good");
    const text = (entry: Uint8Array) => Buffer.from(entry).toString();
    const bad = {
      "bad-signature": {
        ...good,
        entry: Buffer.from(text(good.entry).replace(NOTE, "note.madd/1")),
      },
      "bad-form": { ...good, entry: Buffer.from(text(good.entry).replace("{", "{ ")) },
      "bad-body": { ...good, document: campaign.note("other").document },
      "bad-subject": campaign.say({ kind: NOTE, subject: campaign.root.id, body: { text: "x" } }),
      "too-large": { ...good, entry: Buffer.alloc(20_000, 32) },
    };
    for (const [code, record] of Object.entries(bad))
      await assert.rejects(log.append([good, record]), { name: "RecordError", code });
    await assert.rejects(log.append([campaign.say({ kind: NOTE, body: { text: 5 } })]), {
      code: "bad-body",
    });
    const erase = (subject: string, bodies: string[], by?: Key) =>
      campaign.say({ kind: ERASURE_MADE, subject, body: { bodies } }, by);
    const [without, subject] = [{ entry: good.entry }, campaign.root.id];
    const bodies = [good.envelope.body];
    const body = { import: sha256("an import"), records: 1 };
    const lasting = campaign.say({ kind: IMPORT_CLOSED, subject, body });
    for (const [what, sent] of Object.entries({
      "no erasure": [campaign.note("whole"), without],
      "a stranger's": [{ entry: campaign.note("stranger", newKey()).entry }],
      "an erasure that waits": [without, erase(good.id, bodies, newKey())],
      "an erasure of another subject": [without, erase(subject, bodies)],
      "what cannot be erased": [{ entry: lasting.entry }, erase(subject, [lasting.envelope.body])],
    }))
      await assert.rejects(log.append(sent), { name: "RecordError", code: "no-body" }, what);
    assert.equal(await rows(database), "");
    assert.deepEqual((await logCounts(database.db)).held, {});
    assert.equal((await logCounts(database.db)).records, 1);
  });

  test(`L3 what may not be said yet waits and shows nothing: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const stranger = newKey();
    const { "note.added/1": _newer, ...older } = kinds;
    const log = await campaign.log(database, older as typeof kinds);
    const ahead = new Clock(() => NOW + 3_600_000).tick();
    const granted = campaign.note("granted", stranger);
    const done = await log.append([
      campaign.root,
      campaign.note("early", undefined, { at: ahead }),
      granted,
      campaign.say({ kind: "note.added/1", subject: campaign.root.id, body: { text: "newer" } }),
    ]);
    assert.deepEqual(
      done.results.map((r) => r.is),
      ["accepted", "early", "ungranted", "unknown-kind"],
    );
    assert.equal(await rows(database), "");
    const { held } = await logCounts(database.db);
    assert.deepEqual(held, { early: 1, ungranted: 1, "unknown-kind": 1 });
    await log.append([
      campaign.say({
        kind: GRANT_GIVEN,
        subject: campaign.root.id,
        body: { to: stranger.name, kinds: [NOTE] },
      }),
    ]);
    campaign.now = NOW + 3_600_000;
    assert.equal(
      (await (await campaign.log(database)).retryHeld()).added,
      0,
      "opening retried them already",
    );
    assert.equal(await rows(database), "early granted newer e=1 g=1 n=1");
  });

  test(`L16 strangers leave room for who may speak, and one stranger for others: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    await log.append([campaign.root]);
    const ahead = new Clock(() => NOW + 3_600_000);
    const early = () => campaign.note("early", undefined, { at: ahead.tick() });
    const several = (n: number, make: () => ReturnType<typeof early>) =>
      Array.from({ length: n }, make);
    const refused = async (records: ReturnType<typeof several>) =>
      (await log.append(records)).results.filter((r) => r.is === "full").map((r) => r.message);
    const greedy = newKey();
    const many = several(53, () => campaign.note("many", greedy));
    const ofKey = await refused(many);
    assert.equal(ofKey.length, 3);
    assert.match(
      ofKey[0]!,
      /at most 50 records of one key .* Send it again once its author has one/,
    );
    const strangers = await refused(several(755, () => campaign.note("one", newKey())));
    assert.equal(strangers.length, 5, "a key that is not greedy still finds room, up to the whole");
    assert.match(strangers[0]!, /at most 800 records to wait for a grant/);
    assert.deepEqual(await refused(many.slice(0, 50)), [], "what waits already is not refused");
    assert.deepEqual(await refused(several(200, early)), []);
    assert.match(
      (await refused([early()])).join("|"),
      /^Expected at most 1000 records to wait[^|]*$/,
    );
    assert.deepEqual((await logCounts(database.db)).held, { early: 200, ungranted: 800 });
  });

  test(`L16 what waited before goes on waiting, however many it was: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const stranger = newKey();
    const own = Array.from({ length: 60 }, () => campaign.note("o"));
    const others = Array.from({ length: 60 }, () => campaign.note("s", stranger));
    await log.append([...others, ...own, campaign.root]); // before it, its author is as strange as anybody
    assert.equal(await rows(database), `${"o ".repeat(60)}o=60`);
    assert.deepEqual((await logCounts(database.db)).held, { ungranted: 60 });
    await using restored = await open();
    const copy = await campaign.log(restored);
    await copy.replay([campaign.root]);
    await copy.keepWaiting(others);
    assert.deepEqual((await logCounts(restored.db)).held, { ungranted: 60 });
  });

  test(`L3 many that were early are all accepted; what waits for a grant is left alone until one comes: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const stranger = newKey();
    const hour = 3_600_000;
    const ahead = new Clock(() => NOW + hour);
    const say = (draft: Omit<Draft, "at">, key?: Key) =>
      campaign.say({ ...draft, at: ahead.tick() }, key);
    const early = Array.from({ length: 120 }, () => say({ kind: NOTE, body: { text: "e" } }));
    const grant = { to: stranger.name, kinds: [NOTE] };
    const granting = say({ kind: GRANT_GIVEN, subject: campaign.root.id, body: grant });
    await log.append([campaign.root, campaign.note("g", stranger), ...early, granting]);
    const commit = await readState(database.db, "commit");
    assert.equal((await log.retryHeld()).added, 0);
    assert.equal(await readState(database.db, "commit"), commit, "nothing was written");
    campaign.now = NOW + hour;
    assert.equal((await log.retryHeld()).added, 122);
    assert.match(await rows(database), /^e .* g e=120 g=1$/, "the grant was among them");
    assert.deepEqual((await logCounts(database.db)).held, {});
  });

  test(`L4 a revocation leaves what stands below its size: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const delegate = newKey();
    const under = newKey();
    const give = (to: Key, by: Key, list: string[], delegable: boolean) =>
      campaign.say(
        {
          kind: GRANT_GIVEN,
          subject: campaign.root.id,
          body: { to: to.name, kinds: list, delegable },
        },
        by,
      );
    const grant = give(delegate, campaign.owner, [NOTE, GRANT_GIVEN], true);
    await log.append([campaign.root, grant, give(under, delegate, [NOTE, ERASURE_MADE], false)]);
    await log.append([campaign.note("before", delegate), campaign.note("u", under)]);
    const { size } = await log.append([campaign.note("after", delegate)]);
    assert.equal(await rows(database), "after before u a=1 b=1 u=1");
    const wider = campaign.say(
      { kind: ERASURE_MADE, subject: campaign.root.id, body: { bodies: [sha256("x")] } },
      under,
    );
    assert.equal((await log.append([wider])).results[0]?.is, "ungranted", "a grant only narrows");
    await log.append([
      campaign.say({
        kind: GRANT_REVOKED,
        subject: campaign.root.id,
        body: { grant: grant.id, size: size - 1 },
      }),
    ]);
    assert.equal(await rows(database), "before u b=1 u=1");
    assert.equal((await log.append([campaign.note("later", under)])).results[0]?.is, "ungranted");
  });

  test(`L4 a grant folds again what its keys spoke of, and nothing else: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const [delegate, under, other] = [newKey(), newKey(), newKey()];
    const give = (to: Key, by: Key, list: string[]) =>
      campaign.say(
        {
          kind: GRANT_GIVEN,
          subject: campaign.root.id,
          body: { to: to.name, kinds: list, delegable: true },
        },
        by,
      );
    const first = give(delegate, campaign.owner, [NOTE, GRANT_GIVEN]);
    await log.append([campaign.root, first, give(under, delegate, [NOTE])]);
    await log.append([
      campaign.note("own"),
      campaign.note("theirs", delegate),
      campaign.note("under", under),
    ]);
    // Rows that no fold made show which were folded again.
    const marked = database.db.withTables<{ note: { texts: string } }>();
    await marked.updateTable("note").set({ texts: "x" }).execute();
    await log.append([give(other, campaign.owner, [NOTE])]);
    assert.match(await rows(database), /^x x x /, "nobody else's");
    const revoked = { grant: first.id, size: 0 };
    await log.append([
      campaign.say({ kind: GRANT_REVOKED, subject: campaign.root.id, body: revoked }),
    ]);
    assert.match(await rows(database), /^x /, "what was passed on falls with it");
    assert.equal((await rows(database)).split(" ")[1]?.includes("="), true, "and only it");
  });

  test(`L5 an import is visible whole or not at all: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const of = sha256("an import");
    await log.append([campaign.root]);
    await log.append([campaign.note("one", undefined, { import: of })]);
    await log.append([campaign.note("two", undefined, { import: of })]);
    assert.equal(await rows(database), "");
    const close = {
      kind: IMPORT_CLOSED,
      subject: campaign.root.id,
      body: { import: of, records: 2 },
    };
    assert.equal((await log.append([campaign.say(close, newKey())])).results[0]?.is, "ungranted");
    assert.equal(await rows(database), "");
    await log.append([campaign.say(close)]);
    assert.equal(await rows(database), "one two o=1 t=1");
  });
}
