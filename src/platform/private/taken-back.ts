/**
 * What was taken back, closed or erased in any private table, so that no restore of an older backup and no import revives
 * it. Each part says of its tables what outlives a restore (`Ending`); what its operations then do is noted here by
 * itself, in the same transaction, and beside the data folder before it is acknowledged. A line holds keyed hashes, a
 * number, and of a few columns what they say now: a day, a state, that they are empty. Rules V70 to V73.
 */
import { createHmac } from "node:crypto";
import type { Db } from "../db/store.ts";
import { bigint, columns, table as tableOf, text } from "../db/table.ts";
import { readState } from "../log/state.ts";
import { momentNow } from "../process/steady-clock.ts";
import { asking, creating, isPassing, type Ending, type PrivatePart, type Stored } from "./part.ts";
import type { Seen } from "./watching.ts";

export interface Entry {
  /** Keyed hash of a table and a row's key, or of these and a column. */
  readonly address: string;
  /** The later one counts, wherever it comes from. */
  readonly n: number;
  /** `gone`, `here` again, `=` what the column says now, `#` the hash of what it says, or `lost`, from when and until when. */
  readonly value: string;
}
type Tables = { taken_back: Entry };

const AT_ONCE = 400; // addresses in one statement

export const takenBackPart = {
  name: "taken-back",
  tables: {
    taken_back: {
      returns: "It is what a restore asks, and is brought together line by line.",
      keeps: { what: "taken-back", until: "campaign" },
    },
  },
  migrations: [
    async (db) => {
      await creating({
        taken_back: tableOf(
          { ...columns(text, "address", "value"), n: bigint },
          { indexes: { taken_back_n: ["n"] } },
        ),
      })(db);
      // An earlier program kept no such list.
      if ((await readState(db, "private:submissions")) !== undefined)
        await lose(db, { from: new Date(0).toISOString(), until: momentNow() });
    },
  ],
  questions: { lost },
  operations: { merge, lose },
} satisfies PrivatePart;

export const askTakenBack = asking(takenBackPart);

/** What the list beside the data folder says. */
async function merge(tx: Db, entries: readonly Entry[]): Promise<void> {
  await keepLater(tx, entries);
}

interface Span {
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
}

/** What was taken back between these moments is not known. */
async function lose(tx: Db, { from, until }: Span): Promise<void> {
  await keepLater(tx, [
    { address: `${LOST}${from}`, n: (await lastNumber(tx)) + 1, value: `${from} ${until}` },
  ]);
}
const LOST = "lost-";

async function lost(db: Db): Promise<Span[]> {
  const rows = await mine(db)
    .selectFrom("taken_back")
    .select("value")
    .where("address", "like", `${LOST}%`)
    .orderBy("address")
    .execute();
  return rows.map(({ value }) => {
    const [from = "", until = ""] = value.split(" ");
    return { from, until };
  });
}

/** Of each address the later entry. @returns those that are kept and were not before */
async function keepLater(tx: Db, entries: readonly Entry[]): Promise<Entry[]> {
  const latest = new Map<string, Entry>();
  for (const entry of entries)
    if (entry.n > (latest.get(entry.address)?.n ?? -1)) latest.set(entry.address, entry);
  const known = await entriesAt(tx, [...latest.keys()]);
  const fresh = [...latest.values()].filter(({ address, n }) => n > (known.get(address)?.n ?? -1));
  for (let i = 0; i < fresh.length; i += AT_ONCE)
    await mine(tx)
      .insertInto("taken_back")
      .values(fresh.slice(i, i + AT_ONCE))
      .onConflict((c) =>
        c.column("address").doUpdateSet((eb) => ({
          value: eb.ref("excluded.value"),
          n: eb.ref("excluded.n"),
        })),
      )
      .execute();
  return fresh;
}

async function entriesAt(db: Db, addresses: readonly string[]): Promise<Map<string, Entry>> {
  const found = new Map<string, Entry>();
  for (let i = 0; i < addresses.length; i += AT_ONCE) {
    const some = mine(db).selectFrom("taken_back").selectAll();
    for (const entry of await some
      .where("address", "in", addresses.slice(i, i + AT_ONCE))
      .execute())
      found.set(entry.address, entry);
  }
  return found;
}

async function lastNumber(db: Db): Promise<number> {
  const last = mine(db)
    .selectFrom("taken_back")
    .select((eb) => eb.fn.max<number | null>("n").as("n"));
  return (await last.executeTakeFirstOrThrow()).n ?? 0;
}

export const allEntries = (db: Db): Promise<Entry[]> =>
  mine(db).selectFrom("taken_back").selectAll().orderBy("n").execute();

interface Row {
  readonly table: string;
  readonly row: Stored;
}

/** Of each table whose rows a backup holds. */
export const endingsOf = (parts: readonly PrivatePart[]): ReadonlyMap<string, Ending> =>
  new Map(
    parts
      .flatMap(({ tables }) => Object.entries(tables))
      .flatMap(([name, ending]) => (isPassing(ending) ? [] : [[name, ending] as const])),
  );

/** @param secret by which hashes are keyed: that of the log, which every backup holds and nothing replaces */
function openAddresses(endings: ReadonlyMap<string, Ending>, secret: string) {
  const hash = (...of: readonly unknown[]) =>
    createHmac("sha256", secret).update(JSON.stringify(of)).digest("hex");
  const keyOf = (name: string, row: Stored) =>
    (endings.get(name)!.key ?? []).map((column) => row[column]!);
  return {
    hash,
    addressOf: (name: string, row: Stored) => hash(name, ...keyOf(name, row)),
    columnAt: (name: string, row: Stored, column: string) =>
      hash(name, ...keyOf(name, row), { column }),
    /** What a column says from now on, as it is kept. */
    said: ({ stands = {}, spent = {} }: Ending, column: string, value: Stored[string]): string => {
      if (column in spent) return `#${hash(value)}`;
      const which = stands[column]!;
      return which === "any" || which.includes(value) ? `=${JSON.stringify(value)}` : "here";
    },
  };
}

const columnsOf = ({ stands = {}, spent = {} }: Ending) => [
  ...Object.keys(stands),
  ...Object.keys(spent),
];

/** @param secret as of `openAddresses` */
export function openTakenBack(parts: readonly PrivatePart[], secret: string) {
  const endings = endingsOf(parts);
  const { addressOf, columnAt, said, ...addresses } = openAddresses(endings, secret);
  const bringing = new Set(
    parts.flatMap(({ name, bringing: verbs = [] }) => verbs.map((verb) => `${name}.${verb}`)),
  );

  /** The last that was done at each address, in the order in which it was done. */
  function* doneBy(
    operation: string,
    { verb, table, rows, set }: Seen,
  ): Generator<[string, string]> {
    const ending = endings.get(table)!;
    if (verb === "delete" && ending.but?.includes(operation)) return;
    for (const row of rows) {
      if (verb !== "update" && ending.key)
        yield [addressOf(table, row), verb === "delete" ? "gone" : "here"];
      for (const column of columnsOf(ending))
        if (verb === "insert" && !set.includes(column))
          yield [columnAt(table, row, column), "here"];
        else if (verb !== "delete" && set.includes(column))
          yield [columnAt(table, row, column), said(ending, column, row[column]!)];
    }
  }

  /**
   * Note what an operation did, in its transaction. What was taken back and an import brought again goes at once.
   * @returns what is new of it, for the list
   */
  async function note(tx: Db, operation: string, seen: readonly Seen[]): Promise<Entry[]> {
    if (bringing.has(operation)) await takeOut(tx, seen);
    const done = new Map<string, string>();
    if (!bringing.has(operation))
      for (const one of seen)
        for (const [address, value] of doneBy(operation, one)) done.set(address, value);
    if (done.size === 0) return [];
    const known = await entriesAt(tx, [...done.keys()]);
    const fresh = [...done].filter(
      ([address, value]) => value !== (known.get(address)?.value ?? "here"),
    );
    if (fresh.length === 0) return [];
    const n = (await lastNumber(tx)) + 1;
    return keepLater(
      tx,
      fresh.map(([address, value]) => ({ address, n, value })),
    );
  }

  async function takeOut(tx: Db, seen: readonly Seen[]): Promise<void> {
    for (const { verb, table, rows } of seen) {
      const { key } = endings.get(table)!;
      if (verb !== "insert" || !key) continue;
      const known = await entriesAt(
        tx,
        rows.map((row) => addressOf(table, row)),
      );
      for (const row of rows) {
        if (known.get(addressOf(table, row))?.value !== "gone") continue;
        await dropWhere(tx, table, Object.fromEntries(key.map((column) => [column, row[column]!])));
        for (const [child, { of = {} }] of endings)
          for (const [column, parent] of Object.entries(of))
            if (parent === table) await dropWhere(tx, child, { [column]: row[key[0]!]! });
      }
    }
  }

  return {
    endings,
    note,
    /** What a backup holds of the list itself is brought together with what is known. */
    restorable: async (tx: Db, rows: readonly Row[]): Promise<Row[]> => {
      const { own = [], others = [] } = Object.groupBy(rows, (one) =>
        one.table === "taken_back" ? "own" : "others",
      );
      await keepLater(
        tx,
        own.map(({ row }) => row as unknown as Entry),
      );
      return standing(tx, others, endings, { addressOf, columnAt, said, ...addresses });
    },
  };
}

/** Of rows of a backup those that nobody took back since, with what their columns say now. */
async function standing(
  tx: Db,
  rows: readonly Row[],
  endings: ReadonlyMap<string, Ending>,
  { hash, addressOf, columnAt, said }: ReturnType<typeof openAddresses>,
): Promise<Row[]> {
  const asked = rows.map(({ table, row }) => {
    const ending = endings.get(table)!;
    const isGone = [
      ...(ending.key ? [addressOf(table, row)] : []),
      ...Object.entries(ending.of ?? {}).map(([column, parent]) => hash(parent, row[column])),
    ];
    const at = columnsOf(ending).map((column) => [column, columnAt(table, row, column)] as const);
    return { table, row, ending, isGone, at };
  });
  const known = await entriesAt(tx, [
    ...new Set(asked.flatMap(({ isGone, at }) => [...isGone, ...at.map(([, address]) => address)])),
  ]);
  return asked.flatMap(({ table, row, ending, isGone, at }) => {
    if (isGone.some((address) => known.get(address)?.value === "gone")) return [];
    const now: Record<string, Stored[string]> = { ...row };
    for (const [column, address] of at) {
      const value = known.get(address)?.value;
      if (value?.startsWith("=")) now[column] = JSON.parse(value.slice(1)) as Stored[string];
      if (value?.startsWith("#") && value !== said(ending, column, row[column]!))
        now[column] = ending.spent![column]!;
    }
    return [{ table, row: now }];
  });
}

async function dropWhere(tx: Db, from: string, equal: Stored): Promise<void> {
  const rows = tx.withTables<Record<string, Stored>>().deleteFrom(from);
  await rows.where((eb) => eb.and(equal)).execute();
}

const mine = (db: Db) => db.withTables<Tables>();
