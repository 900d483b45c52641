/** Nothing private is kept without an end: every table says its own, and the work of every hour keeps to it. */
import assert from "node:assert/strict";
import test from "node:test";
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import { privateParts } from "../../models.ts";
import { DATABASES } from "../../../tests/databases.ts";
import type { Db } from "../db/store.ts";
import { migrateLog } from "../log/tables.ts";
import { HELD } from "./kept.ts";
import { worksOf, type End, type Ending, type Keeps, type Stored } from "./part.ts";
import { openPrivate } from "./private.ts";

const TABLES = new Map(privateParts.flatMap(({ tables }) => Object.entries(tables)));
const ENDS = [...TABLES].flatMap(([table, { keeps }]) =>
  (keeps.ends ?? []).map((end) => ({ table, end })),
);
const NOW = Date.parse("2026-12-01T12:00:00Z");

const FAR = Date.parse("2100-01-01T00:00:00Z");
/** Part of what a row is known by: SQLite calls such columns nullable. */
const isNamed = (table: string, column: string): boolean => {
  const { key = [], keeps } = TABLES.get(table) as Partial<Ending> & { readonly keeps: Keeps };
  return column === "id" || key.includes(column) || column in (keeps.with ?? {});
};
const timeOf = (end: End): string => ("ms" in end ? end.ms : end.day);

/** What features do every hour beside the sweep of all, for the ends that name it. */
const HOURLY: Readonly<Record<string, (now: number) => unknown>> = {
  "uploads.stale": (now) => now - 7 * A_DAY,
  "consents.over": (now) => now,
  "content.sweep": (now) => now,
  "classes.sweep": (now) => ({ before: dayAt(now - 180 * A_DAY) }),
  "imported-subscribers.sweep": (now) => now,
};

test("V75 law: every private table says what it keeps, why, for how long and for whom", async () => {
  await using house = await openHouse(DATABASES.SQLite);
  const operations = new Set(
    privateParts.flatMap((part) =>
      Object.keys(worksOf(part)).map((verb) => `${part.name}.${verb}`),
    ),
  );
  assert.ok(TABLES.size > 65, String(TABLES.size));
  for (const [table, { keeps }] of TABLES as ReadonlyMap<string, { readonly keeps?: Keeps }>) {
    assert.ok(keeps && keeps.what in HELD, `${table} says not what it keeps`);
    const { until, ends = [], with: parents = {} } = keeps;
    assert.ok(
      until !== undefined || ends.length > 0 || Object.keys(parents).length > 0,
      `${table} has no end`,
    );
    const columns = house.columnsOf(table);
    for (const end of ends) {
      const { where, unless, empties, by } = end;
      for (const name of Object.keys({ ...where, ...unless, ...empties }))
        assert.ok(columns.has(name), `${table} has no column ${name}`);
      const type = columns.get(timeOf(end)) ?? "";
      assert.match(type, "ms" in end ? /int/i : /text/i, `${table}.${timeOf(end)}`);
      assert.ok(Number.isInteger(end.days) && end.days >= 0);
      if (by !== undefined) assert.ok(operations.has(by) && by in HOURLY, by);
    }
    for (const [column, parent] of Object.entries(parents)) {
      const { key = [] } = TABLES.get(parent) as { readonly key?: readonly string[] };
      assert.ok(columns.has(column) && key.length === 1, `${table} goes with ${parent}`);
    }
  }
  const used = new Set([...TABLES.values()].map(({ keeps }) => keeps.what));
  assert.deepEqual(
    Object.keys(HELD).filter((what) => what !== "own" && !used.has(what as never)),
    [],
    "no private table keeps this",
  );
});

for (const [name, open] of Object.entries(DATABASES)) {
  test(`V76 law: after the longest time has passed no row is older than its end, and none goes a day too early, on ${name}`, async () => {
    await using house = await openHouse(open);
    let looked = 0;
    for (const { table, end } of ENDS) {
      const parents = Object.values(TABLES.get(table)!.keeps.with ?? {});
      for (const one of [table, ...parents]) await house.drop(one);
      for (const one of parents) await house.add(one, house.row(one));
      const row = house.row(table, end);
      await house.add(table, row);
      await house.hour(NOW + end.days * A_DAY - 3_600_000);
      assert.deepEqual(await house.rows(table), [row], `${table}, too early`);
      await house.hour(NOW + (end.days + 1) * A_DAY);
      const [left] = await house.rows(table);
      if (end.empties) {
        assert.deepEqual(left, { ...row, ...end.empties }, table);
        assert.equal(await house.hour(NOW + (end.days + 1) * A_DAY), 0, "nothing twice");
      } else assert.equal(left, undefined, `${table} is kept for longer than ${end.days} days`);
      looked += 1;
    }
    assert.ok(looked > 25, String(looked));
  });

  test(`V77 law: what belongs to a row goes with it within the hour, on ${name}`, async () => {
    await using house = await openHouse(open);
    const pairs = [...TABLES].flatMap(([table, { keeps }]) =>
      Object.entries(keeps.with ?? {}).map(([column, parent]) => ({ table, column, parent })),
    );
    assert.ok(pairs.length > 15, String(pairs.length));
    const all = [...new Set(pairs.flatMap(({ table, parent }) => [table, parent]))];
    for (const { table, column, parent } of pairs) {
      for (const one of all) await house.drop(one);
      for (const one of all) await house.add(one, house.row(one));
      await house.ask("end", NOW);
      assert.equal((await house.rows(table)).length, 1, `${table} went without ${parent}`);
      await house.drop(parent);
      await house.ask("end", NOW);
      assert.deepEqual(await house.rows(table), [], `${table} stays, whose ${column} is gone`);
    }
  });
}

/** A database with all private tables, and the work of an hour. */
async function openHouse(open: (typeof DATABASES)["SQLite"]) {
  const database = await open();
  const { db } = database;
  await migrateLog(db, database.store);
  const ask = await openPrivate(db, privateParts);
  const tables = new Map(
    (await db.introspection.getTables()).map((one) => [one.name, one.columns]),
  );
  const columnsOf = (table: string) =>
    new Map(tables.get(table)!.map((column) => [column.name, column.dataType]));
  /** Everything an `x` or 1, and what the end looks at as it asks. */
  const row = (table: string, end?: End): Stored => {
    const ends: readonly End[] = TABLES.get(table)!.keeps.ends ?? [];
    const isTime = (name: string) => ends.some((one) => timeOf(one) === name);
    return Object.fromEntries(
      tables.get(table)!.map(({ name, dataType, isNullable }): [string, string | number | null] => {
        const isNumber = /int|double|real/i.test(dataType);
        const said = end?.where?.[name]?.[0];
        if (said !== undefined) return [name, said];
        if (end && timeOf(end) === name)
          return [
            name,
            isNumber ? NOW : name.endsWith("At") ? new Date(NOW).toISOString() : dayAt(NOW),
          ];
        if (end?.empties && name in end.empties) return [name, "x"];
        if (table === "consent" && name === "about")
          return [name, JSON.stringify({ until: dayAt(NOW) })];
        const isAsked = ends.some(({ where, unless }) => name in { ...where, ...unless });
        if (isNullable && !isAsked && !isNamed(table, name)) return [name, null];
        if (isTime(name)) return [name, isNumber ? FAR : dayAt(FAR)];
        return [name, isNumber ? 1 : "x"];
      }),
    );
  };
  return {
    ask,
    columnsOf,
    row,
    // By hand: an operation that lets in what was erased before fails (V85).
    add: (table: string, one: Stored) => any(db).insertInto(table).values(one).execute(),
    drop: (table: string) => any(db).deleteFrom(table).execute(),
    rows: async (table: string) =>
      (await any(db).selectFrom(table).selectAll().execute()).map((one) => ({ ...one })),
    /** @returns how many rows the sweep of all ended */
    async hour(now: number): Promise<unknown> {
      const ended = await ask("end", now);
      for (const [operation, argument] of Object.entries(HOURLY))
        await ask(operation, argument(now));
      return ended;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

const any = (db: Db) => db.withTables<Record<string, Stored>>();
