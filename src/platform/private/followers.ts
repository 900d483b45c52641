/** How far each follower of the log has come: the last record that it has dealt with. */
import type { Db } from "../db/store.ts";
import type { PrivatePart } from "./part.ts";

type Tables = {
  /** `after`: the id of the last record dealt with; empty before the first. */
  follower: { name: string; after: string };
};

export const followers: PrivatePart = {
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
};

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
