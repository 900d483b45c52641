/** What was taken back in any private table outlives a restore of an older backup and an import (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { sql } from "kysely";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import type { Db } from "../db/store.ts";
import { migrateLog } from "../log/tables.ts";
import { worksOf, type PrivatePart, type Stored } from "./part.ts";
import { openPrivate, privateRows, type PrivateRow } from "./private.ts";
import { askErased } from "./erased.ts";
import { endingsOf } from "./taken-back.ts";
import type { Entry } from "./taken-back-rows.ts";

const ENDINGS = endingsOf(privateParts);

/** Adds and takes away rows of any table, as an operation of a part would. */
const handPart = {
  name: "hand",
  tables: {},
  migrations: [],
  operations: {
    add: async (tx: Db, { table, row }: PrivateRow) =>
      void (await any(tx).insertInto(table).values(row).execute()),
    bring: async (tx: Db, { table, row }: PrivateRow) =>
      void (await any(tx).insertInto(table).values(row).execute()),
    drop: async (tx: Db, table: string) => (await any(tx).deleteFrom(table).execute()).length,
    change: async (tx: Db, { table, row }: PrivateRow) =>
      void (await any(tx).updateTable(table).set(row).execute()),
    raw: async (tx: Db) => void (await sql`delete from job`.execute(tx)),
  },
  questions: {},
  bringing: ["bring"],
} satisfies PrivatePart;
const any = (db: Db) => db.withTables<Record<string, PrivateRow["row"]>>();
const PARTS = [...privateParts, handPart];

/** What people can do that takes something back, or ends it: with every key and name an `x`. */
const TAKING: readonly (readonly (readonly [operation: string, argument: unknown])[])[] = [
  [
    ["accounts.remove", { table: "auth_user", where: [is("id", "x")] }],
    ["accounts.remove", { table: "auth_passkey", where: [is("id", "x")] }],
    ["accounts.remove", { table: "auth_backup", where: [is("userId", "x")] }],
    ["submissions.forget", ["x"]],
    ["rights.answer", { id: "x", words: "x", by: "x", on: "x" }],
    ["blocks.open", "x"],
    ["federation.unfollow", { actor: "x", uri: "x" }],
    ["federation.end", { actor: "x", uri: "x" }],
    ["vouchers.revoke", { id: "x", day: "2026-02-02" }],
    ["pictures.forget", ["x"]],
    ["waiting.cancel", { ids: ["x"] }],
    ["drafts.addFile", { id: "x", name: "x", media: "y", bytes: 1, width: 1, height: 1 }],
    ["conversation.unlist", "x"],
    ["reactions.forget", ["x"]],
    ["remarks.withdraw", "x"],
    ["signatures.withdraw", "x"],
    ["consents.settled", "x"],
    ["consents.end", ["x"]],
    ["uploads.drop", ["x"]],
    ["captions.forget", ["x"]],
    ["signings.drop", "x"],
    ["classes.absent", { learner: "x", day: "x" }],
    ["classes.close", { id: "x", closed: 5 }],
    ["classes.newCards", [{ id: "x", code_hash: "new", pin_hash: "new" }]],
    ["badges.withdraw", { id: "x", at: 5 }],
    ["listening.over", { id: "x", at: 5 }],
    ["listening.changeSensor", { id: "x", closed: 5 }],
    ["listening.dropMute", "x"],
    ["listening.setWatchers", []],
    ["reactors.forget", ["x"]],
    ["notices.forget", "x"],
    ["subscribers.stop", "x"],
    ["newsletters.remove", "x"],
    ["content.drop", "x"],
    ["content.erased", [{ subject: "x", addresses: [{ space: "x", slug: "x" }] }]],
  ],
  [
    ["submissions.settle", { id: "x", state: "refused" }],
    ["federation.leave", "x"],
    ["drafts.forget", { slug: "x" }],
    ["classes.erase", "x"],
    ["listening.changeSensor", { id: "x", key_hash: "new" }],
  ],
  [["classes.drop", "x"]],
  [["forget", { rows: [{ table: "frozen_row", was: { id: "x" } }], held: [] }]],
];
function is(field: string, value: string) {
  return { field, operator: "eq", value };
}

test("V70 law: every private table says what of it outlives a restore, or why nothing has to", async () => {
  await using database = await DATABASES.SQLite();
  const { db } = database;
  await migrateLog(db, database.store);
  await openPrivate(db, privateParts);
  const made = new Map(
    (await db.introspection.getTables()).map((one) => [
      one.name,
      new Set(one.columns.map(({ name }) => name)),
    ]),
  );
  const operations = new Set(
    privateParts.flatMap((part) =>
      Object.keys(worksOf(part)).map((verb) => `${part.name}.${verb}`),
    ),
  );
  assert.ok(ENDINGS.size > 50);
  for (const [name, ending] of ENDINGS) {
    const { key = [], but = [], of = {}, stands = {}, spent = {}, known, returns } = ending;
    const outlives = key.length + Object.keys(of).length > 0;
    assert.ok(outlives || (returns ?? "").length > 10, `${name} says neither`);
    const columns = made.get(name);
    for (const column of [key, of, stands, spent, known?.by ?? []].flatMap((some) =>
      Array.isArray(some) ? some : Object.keys(some),
    ))
      assert.ok(columns?.has(column), `${name} has no column ${column}`);
    assert.ok(key.length > 0 || Object.keys({ ...stands, ...spent }).length === 0, name);
    for (const parent of Object.values(of))
      assert.equal(ENDINGS.get(parent)?.key?.length, 1, `${name} is of ${parent}`);
    for (const operation of [...but, ...(known?.yes ?? [])])
      assert.ok(operations.has(operation), operation);
  }
  const bringing = privateParts.flatMap(({ name, bringing: verbs = [] }) =>
    verbs.map((verb) => `${name}.${verb}`),
  );
  assert.ok(bringing.length > 1 && bringing.every((one) => operations.has(one)));
});

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V70 law: what is taken back in any private table comes back by no restore, on ${name}`, async () => {
    await using house = await openHouse(open);
    const before = await house.seed();
    assert.ok(before.length > 50);
    await house.begin(before);
    for (const [table, { key }] of ENDINGS) if (key) await house.ask("hand.drop", table);
    let looked = await house.lookAfter(before);
    await house.begin(before);
    for (const [table, { stands = {}, spent = {} }] of ENDINGS) {
      const row: Record<string, string | number | null> = {};
      for (const [column, which] of Object.entries(stands))
        row[column] = which === "any" ? 7 : which[0]!;
      for (const column of Object.keys(spent)) row[column] = "another";
      if (Object.keys(row).length > 0) await house.ask("hand.change", { table, row });
    }
    looked += await house.lookAfter(before);
    assert.ok(looked > 60, String(looked));
  });

  test(`V70 law: each operation that takes something back outlives a restore of an older backup, on ${name}`, async () => {
    await using house = await openHouse(open);
    const before = await house.seed();
    const touched = new Set<string>();
    for (const round of TAKING) {
      await house.begin(before);
      let changes = 0;
      for (const [operation, argument] of round) {
        await house.ask(operation, argument);
        const changed = await house.changed(before);
        assert.ok(changed.length > changes, `${operation} ${JSON.stringify(argument)} did nothing`);
        changes = changed.length;
        for (const table of changed) touched.add(table);
      }
      assert.ok((await house.lookAfter(before)) > 0);
    }
    const unseen = [...ENDINGS].filter(([table, { key }]) => key && !touched.has(table));
    assert.deepEqual(
      unseen.map(([table]) => table),
      [],
    );
  });

  test(`V85 law: what was erased is let in by no import under any name that people know it by, but after a yes anew, on ${name}`, async () => {
    await using house = await openHouse(open);
    const erased = askErased(house.ask);
    const known = [...ENDINGS].flatMap(([table, { known: by }]) => (by ? [{ table, ...by }] : []));
    const buried = known.filter(({ table }) => ENDINGS.get(table)!.key);
    assert.ok(buried.length >= 3, "learners, subscribers, accounts");
    const named = (table: string, key: string) => ({
      ...house.row(table),
      ...Object.fromEntries((ENDINGS.get(table)!.key ?? []).map((column) => [column, key])),
    });
    const count = async (table: string) => (await house.rowsOf(table)).length;
    for (const { table, sort, by } of buried) {
      await house.ask("hand.add", { table, row: named(table, "before") });
      await house.ask("hand.drop", table);
      // By the same hand, as a new row with another key, in every table in which the same is known.
      for (const other of known.filter((one) => one.sort === sort)) {
        const at = other.table;
        const row = named(at, "after");
        const shouted = { ...row, [by.at(-1)!]: " X " };
        for (const one of [row, shouted]) {
          await house.ask("hand.bring", { table: at, row: one });
          assert.equal(await count(at), 0, `${at} came back`);
          await assert.rejects(house.ask("hand.add", { table: at, row: one }), /erased/, at);
          assert.equal(await count(at), 0, `${at} came back by another door`);
        }
        const fresh = { ...row, [by.at(-1)!]: `another at ${at}` };
        await house.ask("hand.bring", { table: at, row: fresh });
        assert.equal(await count(at), 1, `${at}: somebody else comes in`);
        await house.ask("hand.drop", at);
      }
      const as = { sort, by: by.map(() => "x") };
      assert.deepEqual(await erased.isErased([as, { sort, by: ["nobody"] }]), [true, false]);
      await erased.letIn([as]);
      assert.deepEqual(await erased.isErased([as]), [false]);
      await house.ask("hand.bring", { table, row: named(table, "anew") });
      assert.equal(await count(table), 1, `${table} was let in`);
    }
  });

  test(`V85 of two rows under one name that stands while one of them does, and what a stopped person asks for anew is a yes, on ${name}`, async () => {
    await using house = await openHouse(open);
    const row = { ...house.row("subscriber"), thread: "" };
    await house.ask("hand.add", { table: "subscriber", row });
    await house.ask("hand.add", {
      table: "subscriber",
      row: { ...row, id: "y", stop_hash: "y", thread: "thread:y" },
    });
    const as = { sort: "subscriber", by: ["x"] };
    const { isErased } = askErased(house.ask);
    await house.ask("subscribers.stop", "y");
    assert.deepEqual(await isErased([as]), [false], "the other subscription stands");
    await house.ask("subscribers.stop", "x");
    assert.deepEqual(await isErased([as]), [true]);
    const asked = { address: "x", lang: "en", what: "all", often: "each" };
    const imported = { ...asked, consent: "2025, a form" };
    assert.equal((await house.rowsOf("subscriber_import")).length, 0);
    await house.ask("imported-subscribers.bring", [imported]);
    assert.equal((await house.rowsOf("subscriber_import")).length, 0, "asked by nobody's list");
    await house.ask("subscribers.ask", { ...asked, confirm_hash: "c", asked: 1 });
    const confirmed = { confirm_hash: "c", now: 2, id: "z", stop_hash: "z" };
    assert.equal(await house.ask("subscribers.confirm", confirmed), true);
    assert.deepEqual(await isErased([as]), [false], "their own yes");
    assert.equal((await house.rowsOf("subscriber")).length, 1);
  });

  test(`V71 an import brings back nothing that was taken back here, on ${name}`, async () => {
    await using house = await openHouse(open);
    const room = {
      ...text("id", "name", "course", "place", "starts", "ends", "key", "by"),
      at: 1,
      closed: null,
    };
    const learner = (id: string) => ({
      ...text("room", "name", "code_hash", "pin_hash"),
      id,
      number: 1,
      picture: 1,
      tries: 0,
      locked: 0,
      at: 1,
    });
    const answer = (id: string) => ({
      ...text("room", "lesson", "exercise", "answer", "device"),
      id: `${id}-1`,
      learner: id,
      score: 1,
      by: null,
      at: 1,
      came: 1,
    });
    const attendance = (id: string) => ({ ...text("room", "day", "by"), learner: id, at: 1 });
    const ids = ["erased", "stays"];
    const whole = {
      room,
      learners: ids.map(learner),
      answers: ids.map(answer),
      attendance: ids.map(attendance),
    };
    await house.ask("classes.bring", whole);
    await house.ask("classes.erase", "erased");
    await house.ask("classes.bring", whole);
    const found = (await house.ask("classes.whole", "x")) as typeof whole;
    assert.deepEqual(
      found.learners.map(({ id }) => id),
      ["stays"],
    );
    assert.deepEqual(
      found.answers.map(({ learner: of }) => of),
      ["stays"],
    );
    assert.deepEqual(
      found.attendance.map(({ learner: of }) => of),
      ["stays"],
    );
    await house.ask("classes.drop", "x");
    await house.ask("classes.bring", whole);
    assert.equal(await house.ask("classes.whole", "x"), undefined);
    assert.deepEqual(await house.rowsOf("class_learner", "class_answer", "class_attendance"), []);
  });

  test(`V72 a row that is there again, and a state that was left again, are not taken back, on ${name}`, async () => {
    await using house = await openHouse(open);
    const follower = { ...text("actor", "uri", "handle", "inbox", "host"), shared: null, since: 1 };
    await house.ask("federation.follow", follower);
    await house.ask("hand.add", { table: "class_room", row: house.row("class_room") });
    const before = await house.rowsOf("fed_follower", "class_room");
    await house.ask("federation.unfollow", { actor: "x", uri: "x" });
    await house.ask("federation.follow", follower);
    await house.ask("classes.close", { id: "x", closed: 5 });
    await house.ask("classes.close", { id: "x", closed: null });
    assert.deepEqual(await house.restored(before), before);
    const n = house.listed.length;
    await house.ask("federation.follow", follower);
    await house.ask("federation.unfollow", { actor: "x", uri: "nobody" });
    await house.ask("classes.close", { id: "x", closed: null });
    assert.deepEqual(house.listed.slice(n), [], "what changes nothing adds nothing to the list");
  });
}

test("V73 the list holds keyed hashes and no word of any row, and is kept before an operation is acknowledged", async () => {
  await using house = await openHouse(DATABASES.SQLite);
  const name = "Amina of the hill";
  await house.ask("hand.add", {
    table: "class_learner",
    row: { ...house.row("class_learner"), id: name, name },
  });
  await house.ask("hand.add", {
    table: "fed_block",
    row: { ...house.row("fed_block"), who: name },
  });
  house.disk = "full";
  await assert.rejects(house.ask("classes.erase", name), /disk is full/);
  house.disk = "there";
  await house.ask("blocks.open", name);
  // The learner by key and by name, and the block.
  assert.equal(house.listed.length, 3, "what could not be listed is listed with the next");
  assert.ok(
    house.listed.every(({ address, value }) => /^[0-9a-f]{64}$/.test(address) && value === "gone"),
  );
  assert.ok(!JSON.stringify(house.listed).includes("Amina"));
  await assert.rejects(house.ask("hand.raw", null), /query builder/);
});

const text = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, "x"]));

/** A database with all private tables, whose rows are taken away and brought back as a restore does. */
async function openHouse(open: (typeof DATABASES)["SQLite"]) {
  const database = await open();
  const { db } = database;
  await migrateLog(db, database.store);
  const listed: Entry[] = [];
  const house = { disk: "there" as "there" | "full" };
  const ask = await openPrivate(db, PARTS, undefined, {
    secret: "s",
    add(entries) {
      if (house.disk === "full") throw new Error("The disk is full.");
      listed.push(...entries);
    },
  });
  const tables = await db.introspection.getTables();
  const row = (table: string): Stored => {
    const { key = [], of = {}, stands = {}, known } = ENDINGS.get(table)!;
    const isNamed = (column: string) =>
      key.includes(column) || column in of || known?.by.includes(column) === true;
    return Object.fromEntries(
      tables
        .find((one) => one.name === table)!
        .columns.map(({ name, dataType, isNullable }): [string, string | number | null] => {
          if (isNullable && !isNamed(name) && (stands[name] === "any" || !(name in stands)))
            return [name, null];
          if (name === "state") return [name, STATES[table] ?? "x"];
          if (table === "picture" && name === "details") return [name, "{}"];
          if (table === "waiting" && name === "files") return [name, "[]"];
          return [name, /int|double|real/i.test(dataType) ? 1 : "x"];
        }),
    );
  };
  const rowsOf = async (...names: readonly string[]): Promise<PrivateRow[]> => {
    const rows: PrivateRow[] = [];
    for await (const one of privateRows(db, PARTS))
      if (one.table !== "taken_back" && (names.length === 0 || names.includes(one.table)))
        rows.push({ table: one.table, row: { ...one.row } });
    return rows;
  };
  const clear = async () => {
    await db.transaction().execute(async (tx) => {
      for (const table of ENDINGS.keys()) await any(tx).deleteFrom(table).execute();
    });
  };
  async function restored(before: readonly PrivateRow[]): Promise<PrivateRow[]> {
    await clear();
    await ask("taken-back.merge", listed);
    await ask("restore", before);
    return rowsOf();
  }
  return Object.assign(house, {
    ask,
    listed,
    row,
    rowsOf,
    restored,
    async seed(): Promise<PrivateRow[]> {
      for (const table of ENDINGS.keys())
        if (table !== "taken_back") await ask("hand.add", { table, row: row(table) });
      return rowsOf();
    },
    async begin(before: readonly PrivateRow[]): Promise<void> {
      await clear();
      listed.length = 0;
      await ask("restore", before);
      assert.deepEqual(await rowsOf(), before);
    },
    /** The tables of which something changed. */
    async changed(before: readonly PrivateRow[]): Promise<string[]> {
      const after = new Set((await rowsOf()).map((one) => JSON.stringify(one)));
      return before.filter((one) => !after.has(JSON.stringify(one))).map(({ table }) => table);
    },
    /** Brings back the rows of before. @returns how many things were taken back: of these none may be there */
    async lookAfter(before: readonly PrivateRow[]): Promise<number> {
      const after = await rowsOf();
      const back = await restored(before);
      let taken = 0;
      for (const one of before) {
        const { key, of = {}, stands = {}, spent = {} } = ENDINGS.get(one.table)!;
        const same = (other: PrivateRow) =>
          other.table === one.table && (key ?? ["id"]).every((c) => other.row[c] === one.row[c]);
        const [now, again] = [after.find(same), back.find(same)];
        const isHere = ([column, parent]: [string, string]) =>
          after.some(
            ({ table, row: it }) =>
              table === parent && it[ENDINGS.get(parent)!.key![0]!] === one.row[column],
          );
        const isApart = Object.entries(of).every(isHere); // with what it is of it stays away
        if (!now && (key || !isApart)) {
          taken += 1;
          assert.equal(again, undefined, `${one.table} came back`);
        }
        if (!now || !isApart) continue;
        assert.ok(again, `${one.table} was taken back by nobody`);
        for (const [column, which] of Object.entries(stands)) {
          if (now.row[column] === one.row[column]) continue;
          if (which !== "any" && !which.includes(now.row[column]!)) continue;
          taken += 1;
          assert.equal(again.row[column], now.row[column], `${one.table} ${column}`);
        }
        for (const [column, blank] of Object.entries(spent)) {
          if (now.row[column] === one.row[column]) continue;
          taken += 1;
          assert.equal(again.row[column], blank, `${one.table} ${column} opens again`);
        }
      }
      return taken;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  });
}
const STATES: Readonly<Record<string, string>> = {
  submission: "received",
  rights_request: "open",
  newsletter_draft: "draft",
  signature: "asked",
};
