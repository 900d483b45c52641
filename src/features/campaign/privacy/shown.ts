/** What of the table of what is kept `/privacy` shows: each thing once, with all that ends it. */
import type { Db } from "../../../platform/db/store.ts";
import { HELD, type After, type Held, type Until } from "../../../platform/private/kept.ts";
import type { PrivatePart } from "../../../platform/private/part.ts";

export interface Shown {
  readonly what: Held;
  readonly until: readonly Until[];
  /** By days; what a column says by itself is none of them. */
  readonly ends: readonly { readonly days: number; readonly after: After }[];
}

/** Work that a site may well not do: it is shown where something of it is kept. All else may begin by a stranger’s form. */
const SWITCHED: ReadonlySet<Held> = new Set<Held>([
  "classes",
  "badges",
  "sensors",
  "watch",
  "signers",
  "counts",
  "vouchers",
  "fediverse",
]);

/** In the order in which they are told. @param parts of all features */
export async function shownIn(db: Db, parts: readonly PrivatePart[]): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const what of Object.keys(HELD) as Held[]) {
    const keeps = parts
      .flatMap(({ tables }) => Object.values(tables))
      .flatMap((one) => (one.keeps.what === what ? one.keeps : []));
    const isShown = !SWITCHED.has(what) || (await isAnyKept(db, parts, what));
    if (keeps.length === 0 || !isShown) continue;
    const ends = keeps.flatMap((one) => one.ends ?? []).filter(({ days }) => days > 0);
    const each = new Map(ends.map(({ days, after }) => [`${after} ${days}`, { days, after }]));
    shown.push({
      what,
      until: [...new Set(keeps.flatMap(({ until }) => until ?? []))],
      ends: [...each.values()].toSorted((a, b) => a.days - b.days),
    });
  }
  return shown;
}

/** Whether something of this is kept now. */
export const isAnyKept = (db: Db, parts: readonly PrivatePart[], what: Held): Promise<boolean> =>
  isAny(
    db,
    parts
      .flatMap(({ tables }) => Object.entries(tables))
      .flatMap(([name, { keeps }]) => (keeps.what === what ? [name] : [])),
  );

async function isAny(db: Db, tables: readonly string[]): Promise<boolean> {
  const mine = db.withTables<Record<string, object>>();
  for (const table of tables) {
    const one = mine
      .selectFrom(table)
      .select((eb) => eb.lit(1).as("one"))
      .limit(1);
    if (await one.executeTakeFirst()) return true;
  }
  return false;
}
