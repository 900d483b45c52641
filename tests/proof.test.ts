/** Proofs of single records (src/platform/log/README.md): made on both databases, checked without us, and refused once altered. */
import assert from "node:assert/strict";
import test from "node:test";
import * as v from "valibot";
import { leafHash } from "../src/engines/tlog/merkle.ts";
import { openNote, signNote } from "../src/engines/tlog/note.ts";
import { formatCheckpoint, parseCheckpoint } from "../src/engines/tlog/checkpoint.ts";
import { verifyInclusion } from "../src/engines/tlog/proofs.ts";
import { formatVkey } from "../src/engines/tlog/vkey.ts";
import { checkProof, readable, type Proof } from "../src/platform/log/browser/check-proof.ts";
import { wordsIn } from "../src/platform/log/words.ts";

const en = wordsIn("en");
import { historyOf } from "../src/platform/log/history.ts";
import { ERASURE_MADE, logKinds } from "../src/platform/log/kinds.ts";
import { openLog } from "../src/platform/log/log.ts";
import { proofFile, recordProof } from "../src/platform/log/proof.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { canonicalBytes } from "../src/platform/records/jcs.ts";
import { newKey, publicKeyOf } from "../src/platform/records/keys.ts";
import { signRecord, type Draft } from "../src/platform/records/record.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

const NOW = Date.UTC(2026, 10, 24);
const OPENED = "campaign.opened/1";
const NOTE = "note.made/1";
const kinds = {
  ...logKinds,
  [OPENED]: { opens: true, body: v.strictObject({}) },
  [NOTE]: { opens: true, body: v.looseObject({}) },
};
const [owner, logKey] = [newKey(), newKey()];
const vkey = formatVkey("example.org/log", publicKeyOf(logKey.name));
const clock = new Clock(() => NOW);
const say = (draft: Omit<Draft, "at">, key = owner) =>
  signRecord({ at: clock.tick(), ...draft }, key);
const root = say({ kind: OPENED, body: {} });
/** Numbers, letters beyond ASCII, a member that looks like a number, an empty list: what canonical JSON gets wrong first. */
const notes = Array.from({ length: 600 }, (_, n) =>
  say({
    kind: NOTE,
    body: { text: `é “${n}”\n€ 😀`, n: n / 7, "10": [], "9": { b: null, a: [n] } },
  }),
);

const openedLog = ({ db, store }: TestDatabase) =>
  openLog({
    db,
    store,
    registry: { kinds, projections: [], rootKind: OPENED },
    signer: { origin: "example.org/log", privateKey: logKey.privateKey },
    now: () => NOW,
  });
const marks = async (proof: Proof, expected = {}) =>
  (await checkProof(proof, en.proof, expected)).map(({ mark, about }) => `${mark} ${about}`);
const HOLDS = ["Record", "Author’s signature", "Text", "Place in the log", "Log’s signature"].map(
  (about) => `✓ ${about}`,
);

for (const [name, open] of Object.entries(DATABASES)) {
  test(`L9 a proof file shows that a record is in the log, and that nothing else is (${name})`, async () => {
    await using database = await open();
    const log = await openedLog(database);
    await log.append([root, ...notes]);
    const stranger = say({ kind: NOTE, body: {} }, newKey());
    await log.append([stranger]); // waits
    for (const record of [root, ...[0, 1, 254, 255, 256, 511, 512, 599].map((n) => notes[n]!)]) {
      const proof = (await recordProof(database.db, record.id, logKey.name))!;
      assert.deepEqual(await marks(proof, { id: record.id, vkey }), HOLDS);
      const { text } = openNote(Buffer.from(proof.checkpoint), [vkey]);
      const { size, root: top } = parseCheckpoint(text);
      const path = proof.path.map((hash) => new Uint8Array(Buffer.from(hash, "base64")));
      assert.equal(size, 601);
      assert.ok(verifyInclusion(leafHash(record.entry), proof.index, size, path, top));
      // What was signed and hashed stands in the file byte for byte, for checkers without RFC 8785.
      const file = Buffer.from(proofFile(proof));
      assert.ok(file.includes(record.document) && file.includes(canonicalBytes(record.envelope)));
    }
    for (const id of [stranger.id, "0".repeat(64)])
      assert.equal(await recordProof(database.db, id, logKey.name), undefined);
  });

  test(`L11 the proof of an erased record says so, and by which record (${name})`, async () => {
    await using database = await open();
    const log = await openedLog(database);
    const [note] = notes;
    const erasure = say({
      kind: ERASURE_MADE,
      subject: note!.id,
      body: { bodies: [note!.envelope.body] },
    });
    await log.append([root, note!, erasure]);
    const proof = (await recordProof(database.db, note!.id, logKey.name))!;
    assert.equal(proof.document, null);
    assert.deepEqual(proof.erased, { by: erasure.id, at: erasure.envelope.at });
    assert.deepEqual(await marks(proof), HOLDS.with(2, "– Text"));
    const history = await historyOf(database.db, note!.id, kinds);
    assert.deepEqual(
      history.map(({ id, text }) => [id, text.is]),
      [
        [note!.id, "erased"],
        [erasure.id, "here"],
      ],
    );
    const { erased: _, ...silent } = proof;
    assert.deepEqual(await marks(silent as Proof), HOLDS.with(2, "✗ Text"));
  });
}

test("L10 a proof that was altered anywhere does not hold, and the step that fails is named", async () => {
  await using database = await DATABASES.SQLite();
  await (await openedLog(database)).append([root, ...notes]);
  const proof = (await recordProof(database.db, notes[300]!.id, logKey.name))!;
  const other = (await recordProof(database.db, notes[301]!.id, logKey.name))!;
  const stranger = formatVkey("example.org/log", publicKeyOf(newKey().name));
  const [record, author, text, place, log] = ["Record", ...HOLDS.slice(1).map((h) => h.slice(2))];
  const cases: readonly [string, Partial<Proof>, (string | undefined)[]][] = [
    ["another text", { document: { ...proof.document, say: { text: "Another" } } }, [text]],
    ["another’s text", { document: other.document }, [text]],
    [
      "another time",
      { envelope: { ...proof.envelope, at: root.envelope.at } },
      [record, author, place],
    ],
    ["another’s signature", { signature: other.signature }, [author, place]],
    ["no base64", { signature: "*" }, [author, place]],
    ["another index", { index: 1 }, [place]],
    ["an index outside", { index: 601 }, [place]],
    ["a shorter path", { path: proof.path.slice(1) }, [place]],
    ["a longer path", { path: [...proof.path, proof.path[0]!] }, [place]],
    ["another hash", { path: proof.path.with(2, proof.path[0]!) }, [place]],
    ["a path in another order", { path: proof.path.toReversed() }, [place]],
    ["another size", { checkpoint: proof.checkpoint.replace("\n601\n", "\n600\n") }, [log]],
    ["another log", { checkpoint: proof.checkpoint.replaceAll("example.org/log", "other") }, [log]],
    ["a checkpoint cut short", { checkpoint: proof.checkpoint.slice(0, 60) }, [place, log]],
    ["a key that did not sign", { vkey: stranger }, [log]],
    ["a key with another hash", { vkey: vkey.replace(/\+[0-9a-f]{8}\+/, "+00000000+") }, [log]],
    ["no key", { vkey: "" }, [log]],
  ];
  for (const [what, change, fails] of cases) {
    const steps = await checkProof({ ...proof, ...change }, en.proof, { id: notes[300]!.id });
    const failed = steps.filter(({ mark }) => mark === "✗").map(({ about }) => about);
    assert.deepEqual(failed, fails, what);
  }
  assert.deepEqual(await marks(other, { id: notes[300]!.id }), HOLDS.with(0, "✗ Record"));
  assert.deepEqual(await marks(proof, { vkey: stranger }), HOLDS.with(4, "✗ Log’s signature"));
});

test("L10 an entry does not pass for another place, nor a note for another log's", async () => {
  await using database = await DATABASES.SQLite();
  const log = await openedLog(database);
  const proofOf = async (n: number) => (await recordProof(database.db, notes[n]!.id, logKey.name))!;
  await log.append([root, notes[0]!]);
  const second = await proofOf(0);
  assert.deepEqual(await marks({ ...second, index: 3 }), HOLDS.with(3, "✗ Place in the log"));
  await log.append([notes[1]!]);
  const third = await proofOf(1); // its path of one hash leads to the root from place 1 as well as from 2
  assert.deepEqual(await marks({ ...third, index: 1 }), HOLDS.with(3, "✗ Place in the log"));
  const signedAs = (origin: string) =>
    signNote(
      formatCheckpoint({
        ...parseCheckpoint(openNote(Buffer.from(third.checkpoint), [vkey]).text),
        origin,
      }),
      "example.org/log",
      logKey.privateKey,
    );
  const noted = async (checkpoint: string) => (await marks({ ...third, checkpoint })).at(-1);
  assert.equal(await noted(signedAs("example.org/log")), "✓ Log’s signature");
  assert.equal(await noted(signedAs("example.org/other")), "✗ Log’s signature");
  const [text, line] = third.checkpoint.split("\n\n— example.org/log ");
  const renamed = Buffer.from(line!, "base64").fill(0, 0, 4).toString("base64");
  const zero = vkey.replace(/\+[0-9a-f]{8}\+/, "+00000000+");
  const changed = { checkpoint: `${text}\n\n— example.org/log ${renamed}\n`, vkey: zero };
  assert.deepEqual(await marks({ ...third, ...changed }), HOLDS.with(4, "✗ Log’s signature"));
});

test("a log that somebody made up does not pass for the one that is known", async () => {
  const forger = newKey();
  await using database = await DATABASES.SQLite();
  const log = await openLog({
    db: database.db,
    store: database.store,
    registry: { kinds, projections: [], rootKind: OPENED },
    signer: { origin: "example.org/log", privateKey: forger.privateKey },
    now: () => NOW,
  });
  await log.append([root, notes[0]!]);
  const proof = (await recordProof(database.db, notes[0]!.id, forger.name))!;
  assert.deepEqual(await marks(proof), HOLDS); // whole in itself, which is why the key must be known
  assert.deepEqual(await marks(proof, { vkey }), HOLDS.with(4, "✗ Log’s signature"));
});

test("a body is readable as text: members in lines, what is nested further in", () => {
  const body = { title: "A\r\nB", list: [1, { a: null }], empty: [] };
  assert.equal(readable(body), "title: A\nB\nlist:\n  • 1\n  •\n    a: null\nempty:\n");
});
