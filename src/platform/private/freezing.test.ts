/** Rows that are set aside for somebody who asked for it (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import type { Db } from "../db/store.ts";
import { migrateLog } from "../log/tables.ts";
import { askFrozen, FREEZE, FROZEN, frozenPart, THAW } from "./freezing.ts";
import type { PrivatePart } from "./part.ts";
import { FORGET, openPrivate, privateRows, type PrivateRow } from "./private.ts";
import type { Entry } from "./taken-back-rows.ts";

const any = (db: Db) => db.withTables<Record<string, PrivateRow["row"]>>();
const hand = {
  name: "hand",
  tables: {},
  migrations: [],
  operations: {
    add: (tx: Db, { table, row }: PrivateRow) => any(tx).insertInto(table).values(row).execute(),
    empty: async (tx: Db) => {
      for (const table of TABLES) await any(tx).deleteFrom(table).execute();
    },
  },
} satisfies PrivatePart;
const TABLES = ["subscriber", FROZEN];
const FILE = `${"a".repeat(64)}.jpg`;
const AMINA = {
  ...Object.fromEntries(
    ["id", "lang", "what", "often", "thread", "stop_hash"].map((name) => [name, "x"]),
  ),
  address: `amina@example.org ${FILE}`,
};

for (const [name, open] of Object.entries(DATABASES))
  test(`V91 what is frozen ends by no age, keeps its files, stands as before when it is let go, and comes back by no restore once it was erased, on ${name}`, async () => {
    await using database = await open();
    await migrateLog(database.db, database.store);
    const listed: Entry[] = [];
    const ask = await openPrivate(database.db, [...privateParts, hand], undefined, {
      secret: "s",
      add: (entries) => void listed.push(...entries),
    });
    const columns = (await database.db.introspection.getTables())
      .find((one) => one.name === "subscriber")!
      .columns.map((one) => one.name);
    const row = Object.fromEntries(
      columns.map((column) => [column, (AMINA as Record<string, string>)[column] ?? 1]),
    );
    await ask("hand.add", { table: "subscriber", row });
    const rows = async (): Promise<PrivateRow[]> => {
      const found: PrivateRow[] = [];
      for await (const one of privateRows(database.db, privateParts))
        if (TABLES.includes(one.table)) found.push({ table: one.table, row: { ...one.row } });
      return found;
    };
    const before = await rows();
    const [was] = before;
    const freeze = () => ask(FREEZE, { rows: [{ table: "subscriber", was: was!.row }], now: 5 });
    const batches = async () => (await rows()).map((one) => String(one.row["batch"]));
    const restored = async (older: readonly PrivateRow[]) => {
      await ask("hand.empty", null);
      await database.db.withTables<Record<string, object>>().deleteFrom("taken_back").execute();
      await ask("taken-back.merge", noted);
      await ask("restore", older);
      return rows();
    };

    assert.equal(await freeze(), 1);
    assert.deepEqual(
      (await rows()).map(({ table }) => table),
      [FROZEN],
    );
    assert.equal(await ask(FREEZE, { rows: [{ table: "subscriber", was: was!.row }], now: 6 }), 0);
    await ask("end", Date.UTC(2100, 0, 1));
    assert.deepEqual(await frozenPart.media(database.db), [FILE]);
    const whileFrozen = await rows();
    assert.equal(await ask(THAW, await batches()), 1);
    assert.deepEqual(await rows(), before, "as before");
    let noted = [...listed];
    assert.deepEqual(await restored(whileFrozen), whileFrozen, "an older backup loses nothing");

    await askFrozen(ask).melt(await batches());
    const all = (await rows()).map((one) => ({ table: one.table, was: one.row }));
    assert.equal(all.length, 2);
    await ask(FORGET, { rows: all, held: [] });
    noted = [...listed];
    assert.deepEqual(await restored(whileFrozen), [], "erased: neither frozen");
    assert.deepEqual(await restored(before), [], "nor as it stood");
  });
