/** Which operations are heard of by what rests until something is written: those that changed rows. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { askJobs } from "./jobs.ts";
import { askLadders } from "./ladders.ts";
import { openPrivate, platformParts } from "./private.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";
import { table, text } from "../db/table.ts";

const beats = rowsOf<{ id: string }>("beat");
const beatsPart = {
  name: "beats",
  tables: { beat: { returns: "It beats.", keeps: { what: "work", until: "campaign" } } },
  migrations: [creating({ beat: table({ id: text }) })],
  operations: { beat: (tx, id: string) => beats.add(tx, { id }) },
  unheard: ["beat"],
} satisfies PrivatePart;

for (const [name, open] of Object.entries(DATABASES))
  test(`PC7 an operation that changed rows is heard of, one that changed none or is a heartbeat is not: ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    let wrote = 0;
    const own = await openPrivate(
      database.db,
      [...platformParts, beatsPart],
      database.store,
      undefined,
      () => void (wrote += 1),
    );
    const jobs = askJobs(own);
    const id = (await jobs.add({ kind: "look", about: "a", argument: null, due: 1 }))!;
    assert.equal(wrote, 1);
    assert.equal(await jobs.add({ kind: "look", about: "a", argument: null, due: 2 }), id);
    assert.equal(await jobs.claim({ now: 0, lane: { others: [] } }), undefined);
    await jobs.finish("another");
    await askLadders(own).drop(["none.webp"]); // its statements answer with the rows
    await asking(beatsPart)(own).beat("now");
    assert.equal(wrote, 1);
    assert.equal(await jobs.nextDue(), 1);
    assert.equal((await jobs.claim({ now: 5, lane: { others: [] } }))?.id, id);
    assert.equal(wrote, 2);
    assert.equal(await jobs.nextDue(), null);
  });
