/** Signatures of the open letter as private tables (src/platform/private/README.md) and as rows, on both databases. */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../src/models.ts";
import { letterProjection } from "../src/features/open-letter/projection.ts";
import { letterCounts, namesPage } from "../src/features/open-letter/queries.ts";
import { migrateLog } from "../src/platform/log/tables.ts";
import type { Privately } from "../src/platform/private/part.ts";
import { openPrivate, privateRows } from "../src/platform/private/private.ts";
import {
  BY_HAND_FRESH,
  BY_HAND_HOLDS,
  SIGNING_HOLDS,
  type AskedAnswer,
  type AskedToSign,
  type Signature,
} from "../src/features/open-letter/private.ts";
import { formatTime } from "../src/platform/records/clock.ts";
import type { Json } from "../src/platform/records/jcs.ts";
import type { LogRecord } from "../src/platform/records/record.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";

async function opened({ db, store }: TestDatabase): Promise<Privately> {
  await migrateLog(db, store);
  return openPrivate(db, privateParts);
}

const NOW = Date.parse("2026-11-26T12:00:00Z");
const asking = (id: string, address: string, more: Partial<AskedToSign> = {}): AskedToSign => ({
  id,
  secret_hash: `secret of ${id}`,
  address_hash: address,
  kind: "person",
  name: "Ana",
  place: "Mankosi",
  lang: "en",
  asked: NOW,
  ...more,
});

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V15 V16 one address signs once, whatever is pressed in whatever order: ${name}`, async () => {
    await using database = await open();
    const ask = await opened(database);
    const asked = async (row: AskedToSign) => (await ask("signatures.ask", row)) as AskedAnswer;
    const press = async (id: string, now = NOW) =>
      (await ask("signatures.confirm", { hash: `secret of ${id}`, now })) as Signature | undefined;

    for (const id of ["a", "b", "c"])
      assert.deepEqual(await asked(asking(id, "ana")), { is: "asked" });
    assert.deepEqual(await asked(asking("d", "ana")), { is: "quiet" }, "three mails are enough");
    assert.deepEqual(await asked(asking("a", "ana")), { is: "known" }, "a form sent twice is one");
    assert.deepEqual(
      await asked(asking("a", "ben")),
      { is: "other" },
      "with another address it is not",
    );
    assert.equal(await press("a", NOW + SIGNING_HOLDS), undefined, "three days are over");
    assert.equal((await press("b", NOW + SIGNING_HOLDS - 1))?.state, "confirmed");
    assert.equal((await press("b"))?.state, "confirmed", "a second press finds it done");
    assert.equal(await press("c"), undefined, "the other links hold no more");
    assert.deepEqual(await asked(asking("e", "ana")), { is: "signed", id: "b", day: "2026-11-29" });
    await asked(asking("f", "chipo"));
    await ask("end", NOW + SIGNING_HOLDS + 1);
    assert.equal(await press("f"), undefined);
    const rows = [];
    for await (const { table, row } of privateRows(database.db, privateParts))
      if (table !== "taken_back") rows.push(row["id"]);
    assert.deepEqual(rows, ["b"], "what was never confirmed is deleted");
  });

  test(`V22 without a mail address a signature waits for the desk, ninety days and no longer, and no link counts it: ${name}`, async () => {
    await using database = await open();
    const ask = await opened(database);
    for (const id of ["a", "b", "c"])
      assert.deepEqual(await ask("signatures.ask", { ...asking(id, "none"), address_hash: null }), {
        is: "asked",
      });
    assert.equal(await ask("signatures.confirm", { hash: "secret of a", now: NOW }), undefined);
    const count = (id: string, now: number) => ask("signatures.confirmByHand", { id, now });
    const over = NOW + BY_HAND_HOLDS;
    assert.equal(await count("a", over), false, "too late");
    assert.equal(await count("a", over - 1), true);
    assert.equal(await count("a", over - 1), false, "once");
    await ask("signatures.ask", asking("d", "ana"));
    assert.equal(await count("d", NOW), false, "it has its mail");
    const waiting = async (now: number) =>
      ((await ask("signatures.byHand", now)) as Signature[]).map(({ id }) => id);
    assert.deepEqual(await waiting(over - 1), ["b", "c"]);
    await ask("end", NOW + SIGNING_HOLDS + 1);
    assert.deepEqual(await waiting(NOW), ["b", "c"], "what waits for its mail goes before");
    await ask("end", over + 1);
    assert.deepEqual(await waiting(NOW), []);
  });

  test(`V22 OL10 the desk discards one that waits for its code, or all older than a day, and nothing else: ${name}`, async () => {
    await using database = await open();
    const ask = await opened(database);
    const byHand = (id: string, asked: number) =>
      ask("signatures.ask", { ...asking(id, "none"), address_hash: null, asked });
    for (const id of ["a", "b", "c"]) await byHand(id, NOW - BY_HAND_FRESH);
    await byHand("fresh", NOW - BY_HAND_FRESH + 1);
    await byHand("heard", NOW - BY_HAND_FRESH);
    await ask("signatures.confirmByHand", { id: "heard", now: NOW });
    await ask("signatures.ask", asking("mailed", "ana", { asked: NOW - BY_HAND_FRESH }));
    const discard = (id?: string) =>
      ask("signatures.discardByHand", { now: NOW, ...(id !== undefined && { id }) });
    assert.deepEqual(
      [await discard("a"), await discard("a"), await discard("heard"), await discard("mailed")],
      [1, 0, 0, 0],
    );
    assert.equal(await discard(), 2);
    const left = [];
    for await (const { table, row } of privateRows(database.db, privateParts))
      if (table !== "taken_back") left.push(row["id"]);
    assert.deepEqual(new Set(left), new Set(["fresh", "heard", "mailed"]));
    assert.equal(await discard("fresh"), 1);
    assert.deepEqual(await ask("signatures.ask", { ...asking("a", "none"), address_hash: null }), {
      is: "asked",
    });
  });

  test(`V17 V18 decided once; taken back it keeps nothing that was typed: ${name}`, async () => {
    await using database = await open();
    const ask = await opened(database);
    await ask("signatures.ask", asking("a", "ana"));
    await ask("signatures.confirm", { hash: "secret of a", now: NOW });
    assert.equal(((await ask("signatures.unsaid", null)) as Signature[]).length, 1);
    await ask("signatures.said", { id: "a", subject: "s" });
    const [row] = (await ask("signatures.open", null)) as Signature[];
    const decision = { id: "a", version: row!.version, by: "x", day: "2026-11-26" };
    assert.equal(await ask("signatures.decide", { ...decision, state: "named" }), true);
    assert.equal(await ask("signatures.decide", { ...decision, state: "unnamed" }), false);
    await ask("signatures.forget", ["secret of a"]);
    const gone = (await ask("signatures.bySecret", "secret of a")) as Signature;
    assert.equal(gone.state, "withdrawn");
    assert.doesNotMatch(JSON.stringify(gone), /Ana|Mankosi|"ana"/);
    assert.deepEqual(await ask("signatures.ask", asking("b", "ana")), { is: "asked" });
  });

  test(`OL7 names are found in every script, and nothing that is typed is a pattern: ${name}`, async () => {
    await using database = await open();
    const { db } = database;
    await letterProjection.create(db);
    const names = ["Ána ÑDLOVU", "100% yes_no!", "Օհան", "माया", "İpek"];
    const subjects = new Map(
      names.map((one, i): [string, LogRecord[]] => {
        const id = String(i).padStart(32, "0");
        const at = formatTime(NOW + i, 0);
        const signed = {
          id,
          kind: "person",
          country: "ZA",
          signed: "2026-11-26",
          confirmed: "mail",
        };
        const record = (kind: string, body: Json) => ({
          id,
          kind,
          subject: id,
          at,
          author: "a",
          body,
        });
        return [id, [record("letter.signed/1", signed), record("letter.named/1", { name: one })]];
      }),
    );
    await db
      .transaction()
      .execute((tx) => letterProjection.write(tx, subjects, async () => undefined));
    const found = async (find: string) =>
      (await namesPage(db, { find })).names.map((one) => one.name);
    for (const [typed, whole] of [
      ["ñdlovu", "Ána ÑDLOVU"],
      ["A\u0301NA", "Ána ÑDLOVU"],
      ["100%", "100% yes_no!"],
      ["s_n", "100% yes_no!"],
      ["no!", "100% yes_no!"],
      ["ՕՀԱ", "Օհան"],
      ["मा", "माया"],
    ] as const)
      assert.deepEqual(await found(typed), [whole], typed);
    for (const nothing of ["0_%", "%%", "\\", "'"])
      assert.deepEqual(await found(nothing), [], nothing);
    assert.equal((await found("")).length, names.length);
    const { total, named, kinds, countries } = await letterCounts(db);
    assert.deepEqual(
      { total, named, kinds, countries },
      { total: 5, named: 5, kinds: [["person", 5]], countries: [["ZA", 5]] },
    );
  });
}
