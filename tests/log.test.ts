/** The log's rules (src/platform/log/README.md), on both databases. */
import assert from "node:assert/strict";
import { sign } from "node:crypto";
import test from "node:test";
import { sql } from "kysely";
import * as v from "valibot";
import { openNote } from "../src/engines/tlog/note.ts";
import { parseCheckpoint } from "../src/engines/tlog/checkpoint.ts";
import { parseEntryBundle } from "../src/engines/tlog/bundle.ts";
import { formatVkey } from "../src/engines/tlog/vkey.ts";
import { addressKinds, addresses } from "../src/platform/addresses/addresses.ts";
import {
  ERASURE_MADE,
  GRANT_GIVEN,
  GRANT_REVOKED,
  IMPORT_CLOSED,
  logKinds,
} from "../src/platform/log/kinds.ts";
import { LOG_TABLES } from "../src/platform/log/tables.ts";
import { openLog, type Log } from "../src/platform/log/log.ts";
import type { Projection } from "../src/platform/log/projection.ts";
import { bodyBytes, logCounts, logHead, tileBytes } from "../src/platform/log/reading.ts";
import { freshness, readState } from "../src/platform/log/state.ts";
import { verifyLog, type Verification } from "../src/platform/log/verify/verify.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { canonicalBytes } from "../src/platform/records/jcs.ts";
import { publicKeyOf, newKey, type Key } from "../src/platform/records/keys.ts";
import { sha256, signRecord, type Draft } from "../src/platform/records/record.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

const NOW = Date.UTC(2026, 10, 24);
const OPENED = "campaign.opened/1";
const NOTE = "note.made/1";
const note = v.strictObject({ text: v.string() });
const kinds = {
  ...logKinds,
  ...addressKinds,
  [OPENED]: { opens: true, body: v.strictObject({}) },
  [NOTE]: { opens: true, body: note },
  "note.added/1": { opens: false, body: note },
  "picture.added/1": {
    opens: false,
    body: v.strictObject({ text: v.string(), picture: v.strictObject({ media: v.string() }) }),
  },
};

/** One row a subject: its texts in reading order; and a view that counts subjects by first letter. */
const notes: Projection = {
  name: "notes",
  version: 1,
  kinds: [NOTE, "note.added/1"],
  tables: ["note", "letter"],
  async create(db) {
    await db.schema
      .createTable("note")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("texts", "text")
      .execute();
    await db.schema.createIndex("note_texts").on("note").column("texts").execute();
    await db.schema
      .createTable("letter")
      .addColumn("letter", "text", (c) => c.primaryKey())
      .addColumn("n", "integer")
      .execute();
  },
  async write(tx, subjects) {
    const mine = tx.withTables<{ note: { subject: string; texts: string } }>();
    const names = [...subjects.keys()];
    const old = await mine
      .selectFrom("note")
      .select("texts")
      .where("subject", "in", names)
      .execute();
    await mine.deleteFrom("note").where("subject", "in", names).execute();
    const present = [...subjects].map(
      ([subject, records]) => [subject, records.filter((r) => r.body !== null)] as const, // erased
    );
    const made = present
      .filter(([, records]) => records.length > 0)
      .map(([subject, records]) => ({
        subject,
        texts: records.map((r) => (r.body as { text: string }).text).join("+"),
      }));
    if (made.length > 0) await mine.insertInto("note").values(made).execute();
    return [...old, ...made].map((r) => r.texts.slice(0, 1));
  },
  async view(tx, keys) {
    const mine = tx.withTables<{
      note: { texts: string };
      letter: { letter: string; n: number };
    }>();
    for (const letter of new Set(keys)) {
      await mine.deleteFrom("letter").where("letter", "=", letter).execute();
      const { n } = await mine
        .selectFrom("note")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("texts", "like", `${letter}%`)
        .executeTakeFirstOrThrow();
      if (n > 0) await mine.insertInto("letter").values({ letter, n }).execute();
    }
  },
};

class Campaign {
  readonly owner = newKey();
  readonly logKey = newKey();
  readonly clock = new Clock(() => NOW);
  readonly root = this.say({ kind: OPENED, body: {} });
  now = NOW;

  say(draft: Omit<Draft, "at"> & { at?: string }, key: Key = this.owner) {
    return signRecord({ at: this.clock.tick(), ...draft }, key);
  }
  note(text: string, key?: Key, extra: Partial<Draft> = {}) {
    return this.say({ kind: NOTE, body: { text }, ...extra }, key);
  }
  verify({ db }: TestDatabase): Promise<Verification> {
    return db.transaction().execute((snapshot) =>
      verifyLog({
        db: snapshot,
        registry: { kinds, projections: [addresses, notes], rootKind: OPENED },
        logKey: publicKeyOf(this.logKey.name),
        mediaHolds: async () => true,
        readMedia: async () => undefined,
      }),
    );
  }
  log({ db, store }: TestDatabase, known: typeof kinds = kinds): Promise<Log> {
    return openLog({
      db,
      store,
      registry: { kinds: known, projections: [addresses, notes], rootKind: OPENED },
      signer: { origin: "example.org/log", privateKey: this.logKey.privateKey },
      now: () => this.now,
    });
  }
}

async function rows({ db }: TestDatabase): Promise<string> {
  const found = await sql<{ texts: string }>`select texts from note order by texts`.execute(db);
  const letters = await sql<{
    letter: string;
    n: number;
  }>`select * from letter order by letter`.execute(db);
  return [...found.rows.map((r) => r.texts), ...letters.rows.map((r) => `${r.letter}=${r.n}`)].join(
    " ",
  );
}

const ALL = [...LOG_TABLES, "note", "letter", "address"];
async function dumped({ db }: TestDatabase): Promise<string> {
  const all = ALL.map(
    async (table) => (await sql`select * from ${sql.table(table)}`.execute(db)).rows,
  );
  return JSON.stringify(await Promise.all(all));
}

/** The rows as they are now; calling it puts them in the place of those of then. */
async function copied({ db }: TestDatabase): Promise<() => Promise<void>> {
  const name = `copy_${(copies += 1)}`;
  for (const table of ALL)
    await sql`create table ${sql.table(`${name}_${table}`)} as select * from ${sql.table(table)}`.execute(
      db,
    );
  return async () => {
    for (const table of ALL) {
      await sql`delete from ${sql.table(table)}`.execute(db);
      await sql`insert into ${sql.table(table)} select * from ${sql.table(`${name}_${table}`)}`.execute(
        db,
      );
    }
  };
}
let copies = 0;

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

  test(`L6 an erasure forgets, whatever came first: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const [gone, later, kept] = [
      campaign.note("gone"),
      campaign.note("later"),
      campaign.note("kept"),
    ];
    const erase = (subject: string, ...bodies: string[]) =>
      campaign.say({ kind: ERASURE_MADE, subject, body: { bodies } });
    await log.append([campaign.root, gone, kept]);
    await log.append([
      erase(gone.id, gone.envelope.body, kept.envelope.body),
      erase(later.id, later.envelope.body),
    ]);
    await log.append([{ entry: later.entry }]);
    const together = campaign.note("together");
    await log.append([{ entry: together.entry }, erase(together.id, together.envelope.body)]);
    const again = await log.append([{ entry: together.entry }, { entry: kept.entry }]);
    assert.deepEqual(
      again.results.map((r) => r.is),
      ["known", "known"],
    );
    assert.equal(await rows(database), "kept k=1", "an erasure covers its own subject alone");
    assert.equal(await bodyBytes(database.db, gone.envelope.body), "erased");
    assert.equal(await bodyBytes(database.db, later.envelope.body), "erased");
    assert.ok((await bodyBytes(database.db, kept.envelope.body)) instanceof Uint8Array);
    await log.rebuild();
    assert.equal(await rows(database), "kept k=1");
    const { problems, erased } = await campaign.verify(database);
    assert.deepEqual([problems, erased], [[], 3]);
    await using restored = await open();
    const copy = await campaign.log(restored);
    await copy.replay([campaign.root, { entry: gone.entry }, kept]); // a backup has the erasure further on
    await copy.replay([erase(gone.id, gone.envelope.body)]);
    assert.equal(await rows(restored), "kept k=1");
  });

  test(`L6 bug: the same bytes under two subjects: an erasure covers those of its own: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const [own, other] = [campaign.note("own"), campaign.note("other")];
    const media = `${sha256("a picture")}.png`;
    const added = campaign.say({
      kind: "picture.added/1",
      subject: own.id,
      body: { text: "same", picture: { media } },
    });
    const { body } = added.envelope;
    const under = (subject: string) => {
      const at = campaign.clock.tick();
      const envelope = { ...added.envelope, subject, at };
      const signed = canonicalBytes(envelope);
      const signature = sign(null, signed, campaign.owner.privateKey).toString("base64url");
      return { entry: canonicalBytes({ envelope, signature }), document: added.document };
    };
    const erase = (subject: string) =>
      campaign.say({ kind: ERASURE_MADE, subject, body: { bodies: [body] } });
    await log.append([campaign.root, own, other, added, under(other.id)]);
    const { droppedMedia } = await log.append([erase(own.id)]);
    assert.deepEqual(droppedMedia, [], "the other names it still");
    assert.ok((await bodyBytes(database.db, body)) instanceof Uint8Array);
    await log.append([under(own.id), under(other.id)]);
    await log.append([under(other.id), under(own.id)]);
    const { problems, erased } = await campaign.verify(database);
    assert.deepEqual([problems, erased], [[], 3]);
    assert.deepEqual((await log.append([erase(other.id)])).droppedMedia, [media]);
  });

  test(`L6 bug: an erasure that had to wait tells what is left to be deleted, whoever made it wait: ${name}`, async () => {
    await using database = await open();
    const campaign = new Campaign();
    const log = await campaign.log(database);
    const delegate = newKey();
    const hour = 3_600_000;
    const waiting = async (wait: { at?: string; key?: Key }) => {
      const one = campaign.note("one");
      const media = `${sha256(one.id)}.png`;
      const body = { text: "two", picture: { media } };
      const shown = campaign.say({ kind: "picture.added/1", subject: one.id, body });
      const bodies = [shown.envelope.body];
      const draft = { kind: ERASURE_MADE, subject: one.id, body: { bodies } };
      const erasure = campaign.say(wait.at ? { ...draft, at: wait.at } : draft, wait.key);
      await log.append([campaign.root, one, shown, erasure]);
      return { erasures: [erasure.id], outlives: true, takesBack: true, droppedMedia: [media] };
    };
    const early = await waiting({ at: new Clock(() => NOW + hour).tick() });
    campaign.now = NOW + hour;
    assert.deepEqual(await log.retryHeld(), { added: 1, ...early });
    const ungranted = await waiting({ key: delegate });
    const body = { to: delegate.name, kinds: [ERASURE_MADE] };
    const grant = campaign.say({ kind: GRANT_GIVEN, subject: campaign.root.id, body });
    const { erasures, outlives, takesBack, droppedMedia } = await log.append([grant]);
    assert.deepEqual({ erasures, outlives, takesBack, droppedMedia }, ungranted);
    const later = await waiting({ at: new Clock(() => NOW + 3 * hour).tick() });
    campaign.now = NOW + 3 * hour;
    assert.deepEqual((await campaign.log(database)).atOpening, { added: 1, ...later });
  });

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
