/** A part is asked by the names of its operations, and what they take and answer is known before anything runs. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import type { Db } from "../db/store.ts";
import { columns, integer, orNull, table, text } from "../db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";

const notesPart = {
  name: "notes",
  tables: {},
  migrations: [],
  operations: {
    add: async (_tx: Db, { words }: { readonly words: string }) => words.length,
    clear: async (_tx: Db) => undefined,
  },
} satisfies PrivatePart;

test("what is asked of a part goes by its name and the operation's, with plain data, and comes back as it is answered", async () => {
  const asked: unknown[] = [];
  const notes = asking(notesPart)(async (...call) => asked.push(call));
  const length: number = await notes.add({ words: "rain" });
  assert.equal(length, 1);
  await notes.clear();
  // @ts-expect-error the argument is the operation's
  await notes.add({ word: "rain" });
  assert.deepEqual(asked, [
    ["notes.add", { words: "rain" }],
    ["notes.clear", null],
    ["notes.add", { word: "rain" }],
  ]);
});

for (const [name, open] of Object.entries(DATABASES))
  test(`law: rows are found, changed and deleted by each column that is named, null among them, and no others, on ${name}`, async () => {
    await using database = await open();
    const { db } = database;
    await creating({ thing: table({ ...columns(text, "id"), note: orNull(text), n: integer }) })(
      db,
    );
    const things = rowsOf<{ id: string; note: string | null; n: number }>("thing");
    const [a, b, c] = [
      { id: "a", note: null, n: 1 },
      { id: "b", note: "rain", n: 1 },
      { id: "c", note: null, n: 2 },
    ];
    const found = async (equal = {}) =>
      (await things.of(db, equal).orderBy("id").execute()).map((row) => ({ ...row }));
    for (const row of [c, a, b]) await things.add(db, row);
    assert.deepEqual(await found(), [a, b, c]);
    assert.deepEqual(await found({ note: null }), [a, c]);
    assert.equal((await things.one(db, { note: null, n: 2 }))?.id, "c");
    assert.equal(await things.one(db, { id: "a", note: "rain" }), undefined);
    assert.equal(await things.change(db, { note: null, n: 1 }, { note: "sun" }), 1);
    assert.equal(await things.drop(db, { n: 1 }), 2);
    assert.equal(await things.drop(db, { n: 1 }), 0);
    assert.deepEqual(await found(), [c]);
  });
