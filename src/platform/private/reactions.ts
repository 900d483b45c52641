/**
 * How many said that something helped them, until the log says it. Nobody who did is kept: who may say it once more is
 * known in memory alone, for a day.
 */
import type { Db } from "../db/store.ts";
import type { PrivatePart } from "./part.ts";

/** Of what is shown: a comment by its id, anything else by its subject. */
interface Reacted {
  readonly about: string;
  readonly kind: "helped";
}
export interface Helped {
  readonly about: string;
  readonly helped: number;
}
type Tables = { reaction_helped: Helped & { /** What the log says. */ said: number } };

export const reactions: PrivatePart = {
  name: "reactions",
  tables: ["reaction_helped"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("reaction_helped")
        .addColumn("about", "text", (c) => c.primaryKey())
        .addColumn("helped", "integer", (c) => c.notNull())
        .addColumn("said", "integer", (c) => c.notNull())
        .execute();
    },
  ],
  operations: { add, changed, said, forget },
};

async function add(tx: Db, { about }: Reacted): Promise<void> {
  await mine(tx)
    .insertInto("reaction_helped")
    .values({ about, helped: 1, said: 0 })
    .onConflict((c) =>
      c.column("about").doUpdateSet((eb) => ({ helped: eb("reaction_helped.helped", "+", 1) })),
    )
    .execute();
}

/** What the log does not say yet. */
function changed(tx: Db): Promise<Helped[]> {
  return mine(tx)
    .selectFrom("reaction_helped")
    .select(["about", "helped"])
    .whereRef("helped", "!=", "said")
    .orderBy("about")
    .execute();
}

/** The log says so many now. */
async function said(tx: Db, told: readonly Helped[]): Promise<void> {
  for (const { about, helped } of told)
    await mine(tx)
      .updateTable("reaction_helped")
      .set({ said: helped })
      .where("about", "=", about)
      .execute();
}

/** Of what was taken back. */
async function forget(tx: Db, abouts: readonly string[]): Promise<void> {
  for (const about of abouts)
    await mine(tx).deleteFrom("reaction_helped").where("about", "=", about).execute();
}

const mine = (db: Db) => db.withTables<Tables>();
