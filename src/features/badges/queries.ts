/** What pages, and whoever checks a badge, ask of the keys and of what was taken back. */
import type { Db } from "../../platform/db/store.ts";
import type { BadgeTables } from "./projection.ts";
import type { BadgeKey } from "./records.ts";

const rows = (db: Db) => db.withTables<BadgeTables>();

/** Every key that badges of this instance were signed with, by name. */
export async function allKeys(db: Db): Promise<BadgeKey[]> {
  const all = await rows(db).selectFrom("badge_key").select("state").orderBy("kid").execute();
  return all.map(({ state }) => JSON.parse(state) as BadgeKey);
}

/** The same, each with the day on which it was said: for whoever checks a badge. */
export async function knownKeys(db: Db): Promise<(BadgeKey & { readonly since: string })[]> {
  const all = rows(db).selectFrom("badge_key").select(["state", "since"]).orderBy("kid");
  const found = await all.execute();
  return found.map(({ state, since }) => ({ ...(JSON.parse(state) as BadgeKey), since }));
}

/** @param hash SHA-256 of the badge's id, in hex */
export async function isWithdrawn(db: Db, hash: string): Promise<boolean> {
  const one = rows(db).selectFrom("badge_withdrawn").select("hash").where("hash", "=", hash);
  return (await one.executeTakeFirst()) !== undefined;
}

/** The hashes of all that was taken back, for whoever checks without a link. */
export async function allWithdrawn(db: Db): Promise<string[]> {
  const all = rows(db).selectFrom("badge_withdrawn").select("hash").distinct().orderBy("hash");
  return (await all.execute()).map(({ hash }) => hash);
}
