/**
 * The rows of the list of what was taken back: of each address what was done there last; and under which keyed hashes rows,
 * their columns and the names by which people know them stand there.
 */
import { createHmac } from "node:crypto";
import type { Db } from "../db/store.ts";
import type { Erased } from "./erased.ts";
import type { Ending, Stored } from "./part.ts";

export interface Entry {
  /** Keyed hash of a table and a row's key, or of these and a column. */
  readonly address: string;
  /** The later one counts, wherever it comes from. */
  readonly n: number;
  /** `gone`, `here` again, `=` what the column says now, `#` the hash of what it says, or `lost`, from when and until when. */
  readonly value: string;
}
export type Tables = { taken_back: Entry };

const AT_ONCE = 400; // addresses in one statement

/** Of each address the later entry. @returns those that are kept and were not before */
export async function keepLater(tx: Db, entries: readonly Entry[]): Promise<Entry[]> {
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

export async function entriesAt(db: Db, addresses: readonly string[]): Promise<Map<string, Entry>> {
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

/** Those of these addresses at which something was taken back. */
export async function goneAt(db: Db, addresses: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await entriesAt(db, addresses);
  return new Set(addresses.filter((address) => known.get(address)?.value === "gone"));
}

export async function lastNumber(db: Db): Promise<number> {
  const last = mine(db)
    .selectFrom("taken_back")
    .select((eb) => eb.fn.max<number | null>("n").as("n"));
  return (await last.executeTakeFirstOrThrow()).n ?? 0;
}

export const allEntries = (db: Db): Promise<Entry[]> =>
  mine(db).selectFrom("taken_back").selectAll().orderBy("n").execute();

const mine = (db: Db) => db.withTables<Tables>();

/** @param secret by which hashes are keyed: that of the log, which every backup holds and nothing replaces */
export function openAddresses(endings: ReadonlyMap<string, Ending>, secret: string) {
  const hash = (...of: readonly unknown[]) =>
    createHmac("sha256", secret).update(JSON.stringify(of)).digest("hex");
  const keyOf = (name: string, row: Stored) =>
    (endings.get(name)!.key ?? []).map((column) => row[column]!);
  const knownAt = ({ sort, by }: { sort: string; by: readonly unknown[] }): string =>
    hash({ known: sort }, ...by.map(asKnown));
  return {
    hash,
    erasedAt: (one: Erased): string =>
      "table" in one ? hash(one.table, ...one.key) : knownAt(one),
    /** By what people know it; none where a row is known by its key alone. */
    knownAs: (name: string, row: Stored): string[] => {
      const { known } = endings.get(name)!;
      if (!known) return [];
      return [knownAt({ sort: known.sort, by: known.by.map((column) => row[column]) })];
    },
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

export const columnsOf = ({ stands = {}, spent = {} }: Ending) => [
  ...Object.keys(stands),
  ...Object.keys(spent),
];

/** Capitals, blanks and what nobody sees make no other name of it. */
const asKnown = (name: unknown): string =>
  String(name)
    .normalize("NFKC")
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\p{C}\p{DI}]/gu, ""))
    .filter(Boolean)
    .join(" ")
    .toLowerCase();
