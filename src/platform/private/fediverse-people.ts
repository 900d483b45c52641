/** Who follows actors of ours from elsewhere, and whom our actors follow. */
import { rowsOf } from "./part.ts";
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";

export interface FediverseFollower {
  /** The identifier of an actor of ours. */
  readonly actor: string;
  /** Who follows it. */
  readonly uri: string;
  readonly handle: string;
  readonly inbox: string;
  /** The one inbox of its server, where it has one. */
  readonly shared: string | null;
  readonly host: string;
  /** UTC milliseconds. */
  readonly since: number;
}
export interface Following {
  readonly actor: string;
  readonly uri: string;
  readonly inbox: string;
  /** The id of the activity that asked. */
  readonly activity: string;
  readonly state: "asked" | "accepted" | "refused";
  readonly since: number;
}
export type PeopleTables = { fed_follower: FediverseFollower; fed_following: Following };

export const peopleOperations = { follow, unfollow, leave, moved, ask, answered, end };

/** One who follows already has the newer inbox from now on. @returns whether they are new */
async function follow(tx: Db, row: FediverseFollower): Promise<boolean> {
  const known = await mine(tx)
    .selectFrom("fed_follower")
    .select("uri")
    .where("actor", "=", row.actor)
    .where("uri", "=", row.uri)
    .executeTakeFirst();
  const { actor: _, uri: __, since: ___, ...fresh } = row;
  await mine(tx)
    .insertInto("fed_follower")
    .values(row)
    .onConflict((c) => c.columns(["actor", "uri"]).doUpdateSet(fresh))
    .execute();
  return known === undefined;
}

async function unfollow(tx: Db, { actor, uri }: Pick<FediverseFollower, "actor" | "uri">) {
  await mine(tx)
    .deleteFrom("fed_follower")
    .where("actor", "=", actor)
    .where("uri", "=", uri)
    .execute();
}

/** They follow nobody here any more: they are gone, they were blocked, or they block us. */
async function leave(tx: Db, uri: string): Promise<void> {
  await mine(tx).deleteFrom("fed_follower").where("uri", "=", uri).execute();
  await mine(tx).deleteFrom("fed_following").where("uri", "=", uri).execute();
}

/** Who moved follows on from the new address; at the same one they only may be written to elsewhere from now on. */
async function moved(
  tx: Db,
  {
    from,
    to,
  }: { from: string; to: Pick<FediverseFollower, "uri" | "handle" | "inbox" | "shared" | "host"> },
): Promise<void> {
  const rows = await mine(tx)
    .selectFrom("fed_follower")
    .select(["actor", "since"])
    .where("uri", "=", from)
    .execute();
  for (const row of rows) await follow(tx, { ...row, ...to });
  if (to.uri === from) return;
  await mine(tx).deleteFrom("fed_follower").where("uri", "=", from).execute();
}

/** An actor of ours asks to follow somebody. */
async function ask(tx: Db, row: Following): Promise<void> {
  const { actor: _, uri: __, ...fresh } = row;
  await mine(tx)
    .insertInto("fed_following")
    .values(row)
    .onConflict((c) => c.columns(["actor", "uri"]).doUpdateSet(fresh))
    .execute();
}

/** @returns whether that was asked */
async function answered(
  tx: Db,
  { state, ...whom }: Pick<Following, "uri" | "state"> & { readonly actor?: string },
): Promise<boolean> {
  let asked = mine(tx).updateTable("fed_following").set({ state }).where("uri", "=", whom.uri);
  if (whom.actor !== undefined) asked = asked.where("actor", "=", whom.actor);
  const { numUpdatedRows } = await asked.executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** An actor of ours follows somebody no more. @returns what it had asked with */
export async function end(
  tx: Db,
  { actor, uri }: Pick<Following, "actor" | "uri">,
): Promise<Following | undefined> {
  const row = await following.one(tx, { actor, uri });
  await following.drop(tx, { actor, uri });
  return row;
}

/** A page of those who follow an actor, in the order of their addresses. */
export function followersOf(
  db: Db,
  { actor, after, limit }: { actor: string; after?: string | undefined; limit: number },
): Promise<FediverseFollower[]> {
  let page = mine(db).selectFrom("fed_follower").selectAll().where("actor", "=", actor);
  if (after !== undefined) page = page.where("uri", ">", after);
  return page.orderBy("uri").limit(limit).execute();
}

export const followerCount = (db: Db, actor: string): Promise<number> =>
  countRows(mine(db).selectFrom("fed_follower").where("actor", "=", actor));

/** Whom an actor of ours follows, or has asked to. */
export function followingOf(db: Db, actor: string): Promise<Following[]> {
  return following.of(db, { actor }).orderBy("uri").execute();
}

const mine = (db: Db) => db.withTables<PeopleTables>();

const following = rowsOf<Following>("fed_following");
