/** The rows of the list of what was taken back: of each address what was done there last. */
import type { Db } from "../db/store.ts";

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
