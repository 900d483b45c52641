/** How far each follower of the log has come: the last record that it has dealt with. */
import type { Db } from "../db/store.ts";
import { asking, type PrivatePart } from "./part.ts";

type Tables = {
  /** `after`: the id of the last record dealt with; empty before the first. */
  follower: { name: string; after: string };
};

export const followersPart = {
  name: "followers",
  tables: ["follower"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("follower")
        .addColumn("name", "text", (c) => c.primaryKey())
        .addColumn("after", "text", (c) => c.notNull())
        .execute();
    },
  ],
  operations: { move },
} satisfies PrivatePart;

export const askFollowers = asking(followersPart);

/** @returns undefined where it has never followed */
export async function followedTo(db: Db, name: string): Promise<string | undefined> {
  const row = await mine(db)
    .selectFrom("follower")
    .select("after")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.after;
}

async function move(tx: Db, { name, after }: Tables["follower"]): Promise<void> {
  await mine(tx)
    .insertInto("follower")
    .values({ name, after })
    .onConflict((c) => c.column("name").doUpdateSet({ after }))
    .execute();
}

const mine = (db: Db) => db.withTables<Tables>();
