/**
 * What does not go out any more. Of a server that is blocked, or of one below its name, nobody follows or is followed any
 * more, and of what waits for it only what says that something is taken back is sent still. After a restore, what waited
 * when the backup was made may have gone out since, so nothing goes before somebody says so.
 */
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";
import { namesOf } from "./blocks.ts";
import type { DeliveryTables } from "./delivery-tables.ts";
import { end, type PeopleTables } from "./fediverse-people.ts";

const HELD = 8_000_000_000_000_000; // ms: never by itself

export const stoppingOperations = { leaveHost, restored: hold, release, dropHeld };

async function leaveHost(tx: Db, name: string): Promise<void> {
  const isTheirs = (url: string) => namesOf(new URL(url).hostname).includes(name);
  for (const from of ["fed_follower", "fed_message"] as const) {
    const rows = await mine(tx)
      .selectFrom(from)
      .select("host")
      .distinct()
      .where("host", "!=", "") // what came in
      .execute();
    for (const { host } of rows.filter((row) => isTheirs(`https://${row.host}`)))
      if (from === "fed_message") await leaveUnsaid(tx, host);
      else await mine(tx).deleteFrom(from).where("host", "=", host).execute();
  }
  const followed = await mine(tx).selectFrom("fed_following").select(["actor", "uri"]).execute();
  for (const { actor, uri } of followed) if (isTheirs(uri)) await end(tx, { actor, uri });
}

/** News and other words that wait for a server. */
async function leaveUnsaid(tx: Db, host: string): Promise<void> {
  const waiting = await mine(tx)
    .selectFrom("fed_document")
    .select(["id", "json"])
    .where("id", "in", (eb) =>
      eb
        .selectFrom("fed_message")
        .select((of) => of.ref("document").$notNull().as("document"))
        .where("host", "=", host),
    )
    .execute();
  for (const { id, json } of waiting)
    if ((JSON.parse(json) as { readonly type: string }).type !== "Delete")
      await mine(tx)
        .deleteFrom("fed_message")
        .where("document", "=", id)
        .where("host", "=", host)
        .execute();
}

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
export const heldBack = (db: Db): Promise<number> =>
  countRows(mine(db).selectFrom("fed_message").where("due", "=", HELD));

const mine = (db: Db) => db.withTables<DeliveryTables & PeopleTables>();
