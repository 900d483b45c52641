/**
 * A server that is blocked: nobody of it, or of one below its name, follows or is followed any more, and of what waits for
 * it only what says that something is taken back is sent still.
 */
import type { Db } from "../db/store.ts";
import { namesOf } from "./blocks.ts";
import type { DeliveryTables } from "./delivery-tables.ts";
import { end, type PeopleTables } from "./fediverse-people.ts";

export const leavingOperations = { leaveHost };

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

const mine = (db: Db) => db.withTables<DeliveryTables & PeopleTables>();
