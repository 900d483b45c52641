/**
 * Of somebody who asks for it, rows of any part are set aside whole: kept, while nothing that works with their tables finds them, until they
 * are let go and stand there as before. What the host needs to answer for itself (requests, the trail, accounts) stays. Rule V91.
 */
import { randomBytes } from "node:crypto";
import type { Db } from "../db/store.ts";
import { bigint, columns, table as tableOf, text } from "../db/table.ts";
import type { Held } from "./kept.ts";
import { asking, creating, isPassing, rowsOf, type PrivatePart, type Stored } from "./part.ts";

interface Frozen {
  readonly id: string;
  /** Shared by what was frozen at once. */
  readonly batch: string;
  readonly tab: string;
  /** The row, as JSON. */
  readonly said: string;
  /** UTC milliseconds. */
  readonly since: number;
}
export const FROZEN = "frozen_row";
export const frozenPart = {
  name: "frozen",
  tables: {
    [FROZEN]: {
      key: ["id"],
      keeps: { what: "frozen", until: "lifted" },
    },
  },
  migrations: [
    creating({
      [FROZEN]: tableOf({ ...columns(text, "id", "batch", "tab", "said"), since: bigint }),
    }),
  ],
  operations: { melt },
  bringing: ["melt"],
  media,
} satisfies PrivatePart;
/** The operations by which rows are set aside and put back. */
export const [FREEZE, THAW] = ["freeze", "thaw"] as const;
const frozen = rowsOf<Frozen>(FROZEN);
export const askFrozen = asking(frozenPart);

/** By the work that it holds: rows of these stay where they are. */
const STAYS: readonly Held[] = [
  "accounts",
  "sign-ins",
  "rights",
  "trail",
  "taken-back",
  "breaches",
];
export const mayFreeze = (parts: readonly PrivatePart[], table: string): boolean =>
  parts.some(
    ({ tables: { [table]: one } }) => one && !isPassing(one) && !STAYS.includes(one.keeps.what),
  ) && table !== FROZEN;

/** What a row is of another table's: itself, or the one that is set aside in it. */
export function unfrozen(
  table: string,
  row: Stored,
): { readonly table: string; readonly row: Stored } {
  if (table !== FROZEN) return { table, row };
  const { tab, said } = row as unknown as Frozen;
  return { table: tab, row: JSON.parse(said) as Stored };
}

const unguessed = (): string => randomBytes(16).toString("hex");

export interface Freezing {
  /** Each row as it was read; one that says something else by now is left as it is. */
  readonly rows: readonly { readonly table: string; readonly was: Stored }[];
  /** UTC milliseconds. */
  readonly now: number;
}

/** @returns how many rows were set aside */
export const freezing =
  (parts: readonly PrivatePart[]) =>
  async (tx: Db, { rows, now: since }: Freezing): Promise<number> => {
    const batch = unguessed();
    let done = 0;
    for (const { table, was } of rows) {
      if (!mayFreeze(parts, table)) continue;
      if ((await rowsOf<Record<string, Stored[string]>>(table).drop(tx, was)) === 0) continue;
      await frozen.add(tx, {
        id: unguessed(),
        batch,
        tab: table,
        said: JSON.stringify(was),
        since,
      });
      done++;
    }
    return done;
  };

/** What was frozen at once stands in its tables again; where another stands in the place of one by now, that one stays. @returns how many rows */
export async function thaw(tx: Db, batches: readonly string[]): Promise<number> {
  await melt(tx, batches);
  let done = 0;
  for (const batch of batches) done += await frozen.drop(tx, { batch });
  return done;
}

/** The same before an erasure, which finds them in both places then, and notes of both that no restore brings them back. */
async function melt(tx: Db, batches: readonly string[]): Promise<void> {
  for (const batch of batches)
    for (const { tab, said } of await frozen.of(tx, { batch }).execute())
      await tx
        .withTables<Record<string, Stored>>()
        .insertInto(tab)
        .values(JSON.parse(said) as Stored)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
}

/** The ids of rows of one table that are set aside: what hangs on them outside of the tables stays, too. */
export async function frozenIds(db: Db, table: string): Promise<string[]> {
  const rows = await frozen.of(db, { tab: table }).execute();
  return rows.map(({ said }) => String((JSON.parse(said) as Stored)["id"]));
}

async function media(db: Db): Promise<readonly string[]> {
  const rows = await frozen.of(db).execute();
  return rows.flatMap(({ said }) => said.match(/[0-9a-f]{64}\.[a-z0-9]{1,8}/g) ?? []);
}
