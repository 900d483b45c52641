/** After a restore: what waited when the backup was made may have gone out since, so nothing goes before somebody says so. */
import type { Db } from "../db/store.ts";

const HELD = 8_000_000_000_000_000; // ms: never by itself

export const heldOperations = { restored: hold, release, dropHeld };

async function hold(tx: Db): Promise<void> {
  await mine(tx).updateTable("fed_message").set({ due: HELD }).execute();
}

async function release(tx: Db, now: number): Promise<void> {
  await mine(tx).updateTable("fed_message").set({ due: now }).where("due", "=", HELD).execute();
}

async function dropHeld(tx: Db): Promise<void> {
  await mine(tx).deleteFrom("fed_message").where("due", "=", HELD).execute();
}

/** How many messages a restore has held back. */
export async function heldBack(db: Db): Promise<number> {
  const { count } = await mine(db)
    .selectFrom("fed_message")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("due", "=", HELD)
    .executeTakeFirstOrThrow();
  return count;
}

const mine = (db: Db) => db.withTables<{ fed_message: { due: number } }>();
