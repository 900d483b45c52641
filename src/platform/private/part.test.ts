/** A part is asked by the names of its operations, and what they take and answer is known before anything runs. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Db } from "../db/store.ts";
import { asking, type PrivatePart } from "./part.ts";

const notesPart = {
  name: "notes",
  tables: [],
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
