/** Who owns the log after its keys changed hands: by whom, from where on, for whoever reads it. Rules L21 to L24, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import * as v from "valibot";
import { ERASURE_MADE, GRANT_GIVEN, LOG_CONTINUED, logKinds } from "../src/platform/log/kinds.ts";
import { openLog, type Log } from "../src/platform/log/log.ts";
import { rekeyed, recoveryNamed } from "../src/platform/log/ownership.ts";
import { logCounts } from "../src/platform/log/reading.ts";
import { standingOf } from "../src/platform/log/refold.ts";
import { readStanding } from "../src/platform/log/standing.ts";
import type { LogTables } from "../src/platform/log/tables.ts";
import { verifyLog } from "../src/platform/log/verify/verify.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { newKey, publicKeyOf, type Key } from "../src/platform/records/keys.ts";
import { signRecord, type Draft, type SignedRecord } from "../src/platform/records/record.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

const OPENED = "campaign.opened/1";
const NOTE = "note.made/1";
const kinds = {
  ...logKinds,
  [OPENED]: { opens: true, body: v.strictObject({}) },
  [NOTE]: { opens: true, body: v.strictObject({ text: v.string() }) },
};
const registry = { kinds, projections: [], rootKind: OPENED };
const clock = new Clock(Date.now);
const logKey = newKey();
const HOUR = 3_600_000;

const say = (draft: Omit<Draft, "at">, key: Key, at = clock.tick()): SignedRecord =>
  signRecord({ ...draft, at }, key);
const note = (key: Key, at?: string) => say({ kind: NOTE, body: { text: "a" } }, key, at);

function logOn({ db, store }: TestDatabase, now: () => number = Date.now): Promise<Log> {
  const signer = { origin: "example.org/log", privateKey: logKey.privateKey };
  return openLog({ db, store, registry, signer, now });
}

/** A log whose campaign the key `a` opened. */
async function opened(database: TestDatabase, now?: () => number) {
  const a = newKey();
  const log = await logOn(database, now);
  const root = say({ kind: OPENED, body: {} }, a);
  await log.append([root]);
  return { log, a, root, of: root.id };
}

const ownership = async ({ db }: TestDatabase) => (await readStanding(db)).authority.ownership;
const ownerOf = async (database: TestDatabase) => (await ownership(database)).owners.at(-1)?.key;
const refusedAs = (code: string) => ({ name: "RecordError", code });

async function stands({ db }: TestDatabase, { id }: SignedRecord): Promise<boolean> {
  const found = await standingOf(db, [id], await readStanding(db));
  return found.has(id);
}

const problemsOf = async ({ db }: TestDatabase): Promise<readonly string[]> =>
  db.transaction().execute(async (snapshot) => {
    const { problems } = await verifyLog({
      db: snapshot,
      registry,
      logKey: publicKeyOf(logKey.name),
      mediaHolds: async () => true,
      readMedia: async () => undefined,
    });
    return problems;
  });

/** Every record of a log in its order, as a backup holds them. */
async function everything({ db }: TestDatabase) {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["entry", "document"])
    .orderBy("idx")
    .execute();
  return rows.map(({ entry, document }) => ({ entry, document: document ?? undefined }));
}

for (const [name, open] of Object.entries(DATABASES)) {
  test(`L21 the owner's key gives way to another, and that one to the next: ${name}`, async () => {
    await using database = await open();
    const { log, a, of } = await opened(database);
    const [b, c] = [newKey(), newKey()];
    await log.append([say(rekeyed(of, a.name, b), a)]);
    assert.equal((await log.append([note(b)])).results[0]!.is, "accepted");
    const ahead = new Clock(() => Date.now() + HOUR).tick(); // it waits for no time
    const together = [say(rekeyed(of, b.name, c), b, ahead), note(c)];
    assert.equal((await log.append(together)).added, 2, "from the next place on, in a batch too");
    assert.deepEqual((await ownership(database)).owners, [
      { key: a.name, from: 0 },
      { key: b.name, from: 2 },
      { key: c.name, from: 4 },
    ]);
    assert.deepEqual(await problemsOf(database), []);
  });

  test(`L21 nothing else changes who owns the log: ${name}`, async () => {
    await using database = await open();
    const { log, a, of } = await opened(database);
    const [b, c, thief, other, r] = [newKey(), newKey(), newKey(), newKey(), newKey()];
    const granted = { to: other.name, kinds: [NOTE, "owner.rekeyed/1", "owner.recovery/1"] };
    await log.append([say({ kind: GRANT_GIVEN, subject: of, body: granted }, a)]);
    const elsewhere = say({ kind: OPENED, body: {} }, a).id;
    const stolen = rekeyed(of, a.name, b).body as { proof: string };
    const unproven = {
      ...rekeyed(of, a.name, b),
      body: { from: a.name, key: thief.name, proof: stolen.proof },
    };
    const first = say(rekeyed(of, a.name, b), a);
    const bad: Record<string, SignedRecord> = {
      "by a stranger": say(rekeyed(of, a.name, thief), thief),
      "by a delegate": say(rekeyed(of, a.name, other), other),
      "a recovery key by a delegate": say(recoveryNamed(of, thief.name), other),
      "about another campaign": say(rekeyed(elsewhere, a.name, b), a),
      "with the proof of another key": say(unproven, a),
      "after another key than the owner's": say(rekeyed(of, r.name, b), a),
      "to the same key": say(rekeyed(of, a.name, a), a),
      "in an import": say({ ...rekeyed(of, a.name, b), import: of }, a),
    };
    for (const [what, record] of Object.entries(bad)) {
      await assert.rejects(log.append([note(a), record]), refusedAs("bad-change"), what);
      assert.equal(await ownerOf(database), a.name, what);
    }
    await log.append([first]);
    assert.equal((await log.append([first])).results[0]!.is, "known", "a second use");
    const late = say(rekeyed(of, a.name, c), a);
    await assert.rejects(
      log.append([late]),
      refusedAs("retired-key"),
      "a late one, by the old key",
    );
    await assert.rejects(log.append([say(rekeyed(of, b.name, a), b)]), refusedAs("bad-change"));
    assert.equal(await ownerOf(database), b.name);
    assert.deepEqual((await logCounts(database.db)).held, {}, "none of it waits");
  });

  test(`L22 what the old key said stands, and what it signs later is refused: ${name}`, async () => {
    await using database = await open();
    let now = Date.now();
    const { log, a, of } = await opened(database, () => now);
    const [b, delegate] = [newKey(), newKey()];
    const give = (to: Key) =>
      say({ kind: GRANT_GIVEN, subject: of, body: { to: to.name, kinds: [NOTE] } }, a);
    const [before, byDelegate] = [note(a), note(delegate)];
    const ahead = new Clock(() => now + HOUR).tick();
    const early = note(a, ahead);
    await log.append([before, give(delegate), give(a), byDelegate, early]);
    const waited = note(b);
    assert.equal((await log.append([waited])).results[0]!.is, "ungranted");
    const { added } = await log.append([say(rekeyed(of, a.name, b), a)]);
    assert.equal(added, 1);
    assert.ok(await stands(database, waited), "what the new owner had said waits no more");
    for (const record of [before, byDelegate]) assert.ok(await stands(database, record));
    await log.append([note(delegate)]);
    const erased = {
      kind: ERASURE_MADE,
      subject: before.id,
      body: { bodies: [before.envelope.body] },
    };
    for (const late of [note(a), say(erased, a), give(delegate), say(recoveryNamed(of, b.name), a)])
      await assert.rejects(
        log.append([note(b), late]),
        (error: Error & { code?: string }) =>
          error.code === "retired-key" &&
          /^Expected a key that may say record \w+, got \S+, which owns this log no more since entry 6\./.test(
            error.message,
          ),
      );
    now += 2 * HOUR;
    assert.equal((await log.retryHeld()).added, 0, "also what waited for its time");
    assert.deepEqual((await logCounts(database.db)).held, {});
    assert.ok(await stands(database, before));
    assert.deepEqual(await problemsOf(database), []);
  });

  test(`L23 whoever stole the owner's key can neither end nor outrank the paper: ${name}`, async () => {
    await using database = await open();
    const { log, a, of } = await opened(database);
    const [paper, next, theirs, thief, b, c] = Array.from({ length: 6 }, newKey) as [
      Key,
      Key,
      Key,
      Key,
      Key,
      Key,
    ];
    await log.append([say(recoveryNamed(of, paper.name), a)]);
    const other = await log.append([note(paper)]);
    assert.equal(other.results[0]!.is, "ungranted", "it says nothing else");
    await log.append([say(recoveryNamed(of, theirs.name), a), say(rekeyed(of, a.name, thief), a)]);
    await assert.rejects(log.append([note(a)]), refusedAs("retired-key"));
    await log.append([
      say(rekeyed(of, thief.name, b), paper),
      say(recoveryNamed(of, next.name), paper),
    ]);
    assert.equal(await ownerOf(database), b.name);
    assert.deepEqual((await ownership(database)).recoveries, [next.name]);
    for (const ended of [theirs, paper])
      await assert.rejects(
        log.append([say(rekeyed(of, b.name, c), ended)]),
        refusedAs("bad-change"),
      );
    await assert.rejects(log.append([note(thief)]), refusedAs("retired-key"));
    const another = newKey();
    await log.append([say(recoveryNamed(of, another.name), b), say(rekeyed(of, b.name, c), next)]);
    assert.deepEqual((await ownership(database)).recoveries, [next.name], "by its use alone");
    for (let i = 0; i < 7; i++) await log.append([say(recoveryNamed(of, newKey().name), c)]);
    const oneMore = say(recoveryNamed(of, newKey().name), c);
    await assert.rejects(log.append([oneMore]), refusedAs("bad-change"), "no more than eight");
    const d = newKey();
    await log.append([say(rekeyed(of, c.name, d), next)]);
    assert.equal(await ownerOf(database), d.name, "and the first is good for all that");
    assert.deepEqual(await problemsOf(database), []);
  });

  test(`L24 a log that goes on from another has the same owners: ${name}`, async () => {
    await using from = await open();
    const { log, a, of } = await opened(from);
    const [b, c] = [newKey(), newKey()];
    const [first, second] = [note(a), note(b)];
    await log.append([first, say(rekeyed(of, a.name, b), a), second]);
    const backup = await everything(from);
    for (const key of [a, b]) {
      await using database = await open();
      const again = await logOn(database);
      const goesOn = say({ kind: LOG_CONTINUED, body: { checkpoint: "of before" } }, key);
      await again.replay([goesOn, goesOn, ...backup]);
      for (const record of [goesOn, first, second]) assert.ok(await stands(database, record));
      assert.equal(await ownerOf(database), b.name);
      await again.append([note(b), say(rekeyed(of, b.name, c), b), note(c)]);
      await assert.rejects(again.append([note(b)]), refusedAs("retired-key"));
      assert.deepEqual(await problemsOf(database), []);
      const reopened = await logOn(database);
      await assert.rejects(reopened.append([note(b)]), refusedAs("retired-key"));
    }
  });
}

test("L21 the owner's key names a hundred keys in all, and a recovery key goes on", async () => {
  await using database = await DATABASES.SQLite();
  const { log, a, of } = await opened(database);
  const paper = newKey();
  await log.append([say(recoveryNamed(of, paper.name), a)]);
  let last = a;
  const next = (by?: Key) => {
    const fresh = newKey();
    const record = say(rekeyed(of, last.name, fresh), by ?? last);
    last = fresh;
    return record;
  };
  await log.append(Array.from({ length: 98 }, () => next()));
  const owner = last;
  await assert.rejects(log.append([next()]), refusedAs("bad-change"));
  last = owner;
  await log.append([next(paper)]);
  assert.equal(await ownerOf(database), last.name);
});

test("L24 law: whatever the keys say in whatever order, the log, a refold, verify and a replay elsewhere agree", async () => {
  const act = fc.record({
    what: fc.constantFrom("note", "rekey", "recovery"),
    by: fc.nat({ max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 24 }), async (acts) => {
      await using database = await DATABASES.SQLite();
      const { log, a, of } = await opened(database);
      const keys = [a];
      const model = { owner: a, papers: [] as Key[] };
      for (const { what, by } of acts) {
        const key = keys[by % keys.length]!;
        const fresh = newKey();
        const record =
          what === "note"
            ? note(key)
            : say(
                what === "rekey"
                  ? rekeyed(of, model.owner.name, fresh)
                  : recoveryNamed(of, fresh.name),
                key,
              );
        const rank = model.papers.indexOf(key);
        const may = key === model.owner || (what !== "note" && rank >= 0);
        const is = await log.append([record]).then(
          ({ results }) => results[0]!.is,
          ({ code }: { code: string }) => code,
        );
        const fits = what !== "recovery" || rank >= 0 || model.papers.length < 8;
        assert.equal(is === "accepted", may && fits, `${what}: ${is}`);
        if (is !== "accepted") continue;
        if (what === "rekey") {
          if (rank >= 0) model.papers.length = rank + 1;
          model.owner = fresh;
        }
        if (what === "recovery")
          if (rank >= 0) model.papers.splice(rank, Infinity, fresh);
          else model.papers.push(fresh);
        if (what !== "note") keys.push(fresh);
      }
      const now = await ownership(database);
      assert.equal(now.owners.at(-1)!.key, model.owner.name);
      assert.deepEqual(
        now.recoveries,
        model.papers.map((key) => key.name),
      );
      assert.deepEqual(await problemsOf(database), []);
      await using other = await DATABASES.SQLite();
      await (await logOn(other)).replay(await everything(database));
      assert.deepEqual(await ownership(other), now);
    }),
    { numRuns: 10 },
  );
});
