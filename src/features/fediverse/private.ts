/**
 * Who liked or passed on what, as hashes under a salt that never leaves here: enough to count each once and to take it
 * back, not to say who it was. Rules V32 and V33.
 */
import { createHash, randomBytes } from "node:crypto";
import { countRows } from "../../platform/db/all-rows.ts";
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, integer, table, text } from "../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";

type ReactionKind = "like" | "boost";
interface Reaction {
  /** Addresses: only their hashes are kept. */
  readonly activity: string;
  readonly by: string;
  readonly kind: ReactionKind;
  /** A subject, or the id of a comment. */
  readonly about: string;
}
export interface ReactionCount {
  readonly about: string;
  readonly likes: number;
  readonly boosts: number;
  /** How much had happened when it was counted. */
  readonly fresh: number;
}
type Tables = {
  reactor: { about: string; kind: ReactionKind; who: string; activity: string };
  reactor_salt: { salt: string };
  /** What the log says, and how much has happened since. */
  reactor_count: ReactionCount;
};

const MOST = 200_000; // of one thing: beyond them it is a machine, and the table grows for nothing

export const reactorsPart = {
  name: "reactors",
  tables: {
    reactor_salt: {
      returns: "Made once, and never changed.",
      keeps: { what: "settings", until: "campaign" },
    },
    reactor: { key: ["about", "kind", "who"], keeps: { what: "reactions", until: "public" } },
    reactor_count: {
      returns: "Counted anew from the rows of `reactor`.",
      keeps: { what: "reactions", until: "public" },
    },
  },
  migrations: [
    creating({
      reactor_salt: table({ salt: text }),
      reactor: table(columns(text, "about", "kind", "who", "activity"), {
        key: ["about", "kind", "who"],
        indexes: { reactor_who: ["who"] },
      }),
      reactor_count: table(
        { about: text, ...columns(bigint, "likes", "boosts"), fresh: integer },
        { indexes: { reactor_fresh: ["fresh"] } },
      ),
    }),
  ],
  operations: { add, undo, leave, changed, said, forget },
} satisfies PrivatePart;

export const askReactors = asking(reactorsPart);
const reactors = rowsOf<Tables["reactor"]>("reactor");

/** Once each, however often it is told. @returns whether it is new */
async function add(tx: Db, { activity, by, kind, about }: Reaction): Promise<boolean> {
  const hash = await hashing(tx);
  const row = { about, kind, who: hash(by), activity: hash(activity) };
  const known = mine(tx).selectFrom("reactor").where("about", "=", about);
  if ((await countRows(known)) >= MOST) return false;
  const { numInsertedOrUpdatedRows } = await mine(tx)
    .insertInto("reactor")
    .values(row)
    .onConflict((c) => c.columns(["about", "kind", "who"]).doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return false;
  await touch(tx, [about]);
  return true;
}

/** Taken back by whoever did it. @param activity its address; some servers undo by another one, and name the thing */
async function undo(
  tx: Db,
  { activity, by }: { readonly activity: string; readonly by: string },
): Promise<boolean> {
  const hash = await hashing(tx);
  const rows = await mine(tx)
    .selectFrom("reactor")
    .select(["about", "kind", "who"])
    .where("who", "=", hash(by))
    .where("activity", "=", hash(activity))
    .execute();
  await drop(tx, rows);
  return rows.length > 0;
}

/** Whoever is gone, or is shut out, is counted no more. */
async function leave(tx: Db, by: string): Promise<void> {
  const who = (await hashing(tx))(by);
  const rows = await mine(tx)
    .selectFrom("reactor")
    .select(["about", "kind", "who"])
    .where("who", "=", who)
    .execute();
  await drop(tx, rows);
}

async function drop(
  tx: Db,
  rows: readonly Pick<Tables["reactor"], "about" | "kind" | "who">[],
): Promise<void> {
  for (const { about, kind, who } of rows) await reactors.drop(tx, { about, kind, who });
  await touch(tx, [...new Set(rows.map(({ about }) => about))]);
}

async function touch(tx: Db, abouts: readonly string[]): Promise<void> {
  for (const about of abouts)
    await mine(tx)
      .insertInto("reactor_count")
      .values({ about, likes: 0, boosts: 0, fresh: 1 })
      .onConflict((c) =>
        c.column("about").doUpdateSet((eb) => ({ fresh: eb("reactor_count.fresh", "+", 1) })),
      )
      .execute();
}

/** What the log does not say yet: as it is now. */
async function changed(tx: Db): Promise<ReactionCount[]> {
  const rows = await mine(tx)
    .selectFrom("reactor_count")
    .selectAll()
    .where("fresh", ">", 0)
    .orderBy("about")
    .execute();
  const now: ReactionCount[] = [];
  for (const before of rows) {
    const { about, fresh } = before;
    const counted = await mine(tx)
      .selectFrom("reactor")
      .select((eb) => ["kind", eb.fn.countAll<number>().as("n")])
      .where("about", "=", about)
      .groupBy("kind")
      .execute();
    const of = (kind: ReactionKind) => counted.find((one) => one.kind === kind)?.n ?? 0;
    const count = { about, likes: of("like"), boosts: of("boost"), fresh };
    if (count.likes === before.likes && count.boosts === before.boosts) await said(tx, [count]);
    else now.push(count);
  }
  return now;
}

/** The log says so many now. What came while it was being said is told the next time. */
async function said(tx: Db, counts: readonly ReactionCount[]): Promise<void> {
  for (const { about, likes, boosts, fresh } of counts)
    await mine(tx)
      .updateTable("reactor_count")
      .set((eb) => ({ likes, boosts, fresh: eb("fresh", "-", fresh) }))
      .where("about", "=", about)
      .execute();
}

/** Of what is shown no more. */
async function forget(tx: Db, abouts: readonly string[]): Promise<void> {
  for (const about of abouts) {
    await mine(tx).deleteFrom("reactor").where("about", "=", about).execute();
    await mine(tx).deleteFrom("reactor_count").where("about", "=", about).execute();
  }
}

/** Made on first use; in the backup, so that a restored instance counts nobody twice. */
async function hashing(tx: Db): Promise<(address: string) => string> {
  const known = await mine(tx).selectFrom("reactor_salt").select("salt").executeTakeFirst();
  const salt = known?.salt ?? randomBytes(16).toString("hex");
  if (!known) await mine(tx).insertInto("reactor_salt").values({ salt }).execute();
  return (address) => createHash("sha256").update(`${salt} ${address}`).digest("hex").slice(0, 32);
}

const mine = (db: Db) => db.withTables<Tables>();
