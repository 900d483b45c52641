/**
 * What was taken back, closed or erased in any private table, so that no restore of an older backup and no import revives
 * it. Each part says of its tables what outlives a restore (`Ending`); what its operations then do is noted here by
 * itself, in the same transaction, and beside the data folder before it is acknowledged. A line holds keyed hashes, a
 * number, and of a few columns what they say now: a day, a state, that they are empty. Rules V70 to V73, V85 and V86.
 */
import type { Db } from "../db/store.ts";
import { bigint, columns, table as tableOf, text } from "../db/table.ts";
import { readState } from "../log/state.ts";
import { momentNow } from "../process/steady-clock.ts";
import type { Erased } from "./erased.ts";
import { asking, creating, isPassing, type Ending, type PrivatePart, type Stored } from "./part.ts";
import {
  columnsOf,
  entriesAt,
  goneAt,
  keepLater,
  lastNumber,
  openAddresses,
  type Entry,
  type Tables,
} from "./taken-back-rows.ts";
import type { Seen } from "./watching.ts";

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
  operations: { merge, lose, letIn: marking, erase: marking },
} satisfies PrivatePart;

export const askTakenBack = asking(takenBackPart);

/** What the list beside the data folder says. */
async function merge(tx: Db, entries: readonly Entry[]): Promise<void> {
  await keepLater(tx, entries);
}

/** What is said so is noted as what an operation did (`openTakenBack`). */
async function marking(_: Db, of: readonly Erased[]): Promise<void> {
  void of;
}
const MARKS: Readonly<Record<string, string>> = {
  "taken-back.letIn": "here",
  "taken-back.erase": "gone",
};

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

/** What an operation may let in, and what it lets go of, by the names of rows. */
function guarding(
  endings: ReadonlyMap<string, Ending>,
  { addressOf, knownAs }: Pick<ReturnType<typeof openAddresses>, "addressOf" | "knownAs">,
) {
  const namesOf = (table: string, row: Stored): string[] => [
    ...(endings.get(table)!.key ? [addressOf(table, row)] : []),
    ...knownAs(table, row),
  ];

  /** By what one that was deleted is known, and another that is here is, too. */
  async function stillKnown(tx: Db, { verb, table, rows }: Seen): Promise<string[]> {
    const { known } = endings.get(table)!;
    if (verb !== "delete" || !known) return [];
    const still: string[] = [];
    for (const row of rows) {
      const same = Object.fromEntries(known.by.map((column) => [column, row[column]!]));
      if (await isThere(tx, table, same)) still.push(...knownAs(table, row));
    }
    return still;
  }

  async function takeOut(tx: Db, seen: readonly Seen[]): Promise<void> {
    for (const { verb, table, rows } of seen) {
      const { key, known } = endings.get(table)!;
      const by = key ?? known?.by;
      if (verb !== "insert" || !by) continue;
      const gone = await goneAt(
        tx,
        rows.flatMap((row) => namesOf(table, row)),
      );
      for (const row of rows) {
        if (!namesOf(table, row).some((address) => gone.has(address))) continue;
        await dropWhere(tx, table, Object.fromEntries(by.map((column) => [column, row[column]!])));
        for (const [child, { of = {} }] of endings)
          for (const [column, parent] of Object.entries(of))
            if (parent === table) await dropWhere(tx, child, { [column]: row[by[0]!]! });
      }
    }
  }

  async function refuseErased(tx: Db, operation: string, seen: readonly Seen[]): Promise<void> {
    for (const { verb, table, rows } of seen) {
      const { known } = endings.get(table)!;
      if (verb !== "insert" || !known || known.yes?.includes(operation)) continue;
      const gone = await goneAt(
        tx,
        rows.flatMap((row) => knownAs(table, row)),
      );
      if (gone.size > 0)
        throw new Error(
          `Expected ${operation} to be an import (bringing) or a yes of the person's own (known.yes), got a row of ${table} that was erased.`,
        );
    }
  }

  return { namesOf, stillKnown, takeOut, refuseErased };
}

/** @param secret as of `openAddresses` */
export function openTakenBack(parts: readonly PrivatePart[], secret: string) {
  const endings = endingsOf(parts);
  const { addressOf, knownAs, columnAt, said, ...addresses } = openAddresses(endings, secret);
  const { namesOf, stillKnown, takeOut, refuseErased } = guarding(endings, { addressOf, knownAs });
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
      if (verb !== "update")
        for (const address of namesOf(table, row))
          yield [address, verb === "delete" ? "gone" : "here"];
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
   * @throws Error where an operation lets in what was erased, and is neither an import nor a yes of the person's own
   */
  async function note(
    tx: Db,
    { operation, argument }: { readonly operation: string; readonly argument: unknown },
    seen: readonly Seen[],
  ): Promise<Entry[]> {
    const done = new Map<string, string>();
    const mark = MARKS[operation];
    if (mark !== undefined)
      for (const one of argument as readonly Erased[]) done.set(addresses.erasedAt(one), mark);
    if (bringing.has(operation)) await takeOut(tx, seen);
    else await refuseErased(tx, operation, seen);
    if (!bringing.has(operation))
      for (const one of seen) {
        for (const [address, value] of doneBy(operation, one)) done.set(address, value);
        for (const address of await stillKnown(tx, one)) done.set(address, "here");
      }
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

  return {
    endings,
    note,
    isErased: async (tx: Db, of: readonly Erased[]): Promise<boolean[]> => {
      const at = of.map(addresses.erasedAt);
      const gone = await goneAt(tx, at);
      return at.map((address) => gone.has(address));
    },
    /** What a backup holds of the list itself is brought together with what is known. */
    restorable: async (tx: Db, rows: readonly Row[]): Promise<Row[]> => {
      const { own = [], others = [] } = Object.groupBy(rows, (one) =>
        one.table === "taken_back" ? "own" : "others",
      );
      await keepLater(
        tx,
        own.map(({ row }) => row as unknown as Entry),
      );
      return standing(tx, others, endings, { addressOf, knownAs, columnAt, said, ...addresses });
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

async function isThere(tx: Db, from: string, equal: Stored): Promise<boolean> {
  const rows = tx.withTables<Record<string, Stored>>().selectFrom(from).selectAll().limit(1);
  return (await rows.where((eb) => eb.and(equal)).executeTakeFirst()) !== undefined;
}

async function dropWhere(tx: Db, from: string, equal: Stored): Promise<void> {
  const rows = tx.withTables<Record<string, Stored>>().deleteFrom(from);
  await rows.where((eb) => eb.and(equal)).execute();
}

const mine = (db: Db) => db.withTables<Tables>();
