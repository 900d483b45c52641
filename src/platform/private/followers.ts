/** How far each follower of the log has come: the last record that it has dealt with. */
import type { Db } from "../db/store.ts";
import { columns, table, text } from "../db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";

type Tables = {
  /** `after`: the id of the last record dealt with; empty before the first. */
  follower: { name: string; after: string };
};

export const followersPart = {
  name: "followers",
  tables: {
    follower: {
      returns: "How far a reader of the log has come; the log goes back with it.",
      keeps: { what: "work", until: "campaign" },
    },
  },
  migrations: [creating({ follower: table(columns(text, "name", "after")) })],
  operations: { move },
} satisfies PrivatePart;

export const askFollowers = asking(followersPart);
const followers = rowsOf<Tables["follower"]>("follower");

/** @returns undefined where it has never followed */
export async function followedTo(db: Db, name: string): Promise<string | undefined> {
  return (await followers.one(db, { name }))?.after;
}

async function move(tx: Db, { name, after }: Tables["follower"]): Promise<void> {
  await mine(tx)
    .insertInto("follower")
    .values({ name, after })
    .onConflict((c) => c.column("name").doUpdateSet({ after }))
    .execute();
}

const mine = (db: Db) => db.withTables<Tables>();
