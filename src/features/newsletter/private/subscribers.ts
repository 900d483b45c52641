/**
 * Who gets the campaign's mail: an address, what it asked for, and hashes of two secrets: of the link that confirms and of
 * the one that stops. Whoever stops is deleted, not marked.
 */
import { A_DAY, dayAt } from "../../../engines/calendar/day.ts";
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, table, text } from "../../../platform/db/table.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";
import { timeNow } from "../../../platform/process/steady-clock.ts";

/** What somebody chose. */
export interface Choice {
  readonly address: string;
  readonly lang: string;
  /** `all` stories, `everything`, `newsletters`, `topic:connectivity`, `place:<subject>`, or `thread:` with what a conversation is about. */
  readonly what: string;
  readonly often: "each" | "daily";
}
export interface Subscriber extends Choice {
  readonly id: string;
  readonly stop_hash: string;
  /** The UTC day of the confirmation. */
  readonly since: string;
  /** `dead`: the server of the address has refused it more than once. */
  readonly state: "active" | "dead";
  readonly bounces: number;
  /** The UTC day on which it was dead; null of those that are not. */
  readonly died?: string | null;
}
interface Asked extends Choice {
  readonly confirm_hash: string;
  /** UTC milliseconds. */
  readonly asked: number;
}
type Tables = {
  /** `thread`: the conversation that is followed; empty for stories, which an address chooses once. */
  subscriber: Subscriber & { readonly thread: string };
  subscriber_asked: Asked;
};

/**
 * All stories and newsletters. `all` is what people confirmed while there were stories alone, so no newsletter goes to them.
 */
export const EVERYTHING = "everything";

/** The choice of newsletters without any story. */
export const NEWSLETTERS = "newsletters";

/** Begins the choice of a conversation: an address may follow several, beside the stories. */
export const THREAD = "thread:";
export const isThread = (what: string): boolean => what.startsWith(THREAD);
const threadOf = (what: string): string => (isThread(what) ? what : "");

const MAX_ASKED = 5000; // rows; more is a flood, and each is a mail to somebody who may not have asked
const MAX_AGAIN = 3; // mails to one address within the time that a link holds
const LINK_HOLDS = 3 * 24 * 3_600_000; // ms
export const DEAD_AFTER = 2; // refusals of an address by its own server, one after the other

export const subscribersPart = {
  name: "subscribers",
  tables: {
    subscriber: {
      key: ["id"],
      known: { sort: "subscriber", by: ["address"], yes: ["subscribers.confirm"] },
      keeps: {
        what: "newsletter",
        until: "stopped",
        ends: [{ days: 90, after: "dead", day: "died", where: { state: ["dead"] } }],
      },
    },
    subscriber_asked: {
      key: ["confirm_hash"],
      keeps: {
        what: "newsletter",
        ends: [{ days: LINK_HOLDS / A_DAY, after: "asked", ms: "asked" }],
      },
    },
  },
  migrations: [
    async (db) => {
      await db.schema
        .createTable("subscriber")
        .addColumn("address", "text", (c) => c.notNull())
        .addColumn("lang", "text", (c) => c.notNull())
        .addColumn("what", "text", (c) => c.notNull())
        .addColumn("often", "text", (c) => c.notNull())
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("stop_hash", "text", (c) => c.notNull().unique())
        .addColumn("since", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("bounces", "integer", (c) => c.notNull())
        .addUniqueConstraint("subscriber_address", ["address"])
        .execute();
      await creating({
        subscriber_asked: table(
          {
            ...columns(text, "address", "lang", "what", "often"),
            confirm_hash: text,
            asked: bigint,
          },
          { key: ["confirm_hash"], indexes: { subscriber_asked_address: ["address"] } },
        ),
      })(db);
    },
    async (db) => {
      await db.schema
        .createTable("subscriber_anew")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("stop_hash", "text", (c) => c.notNull().unique())
        .addColumn("address", "text", (c) => c.notNull())
        .addColumn("lang", "text", (c) => c.notNull())
        .addColumn("what", "text", (c) => c.notNull())
        .addColumn("often", "text", (c) => c.notNull())
        .addColumn("since", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("bounces", "integer", (c) => c.notNull())
        .addColumn("thread", "text", (c) => c.notNull().defaultTo(""))
        .addUniqueConstraint("subscriber_thread", ["address", "thread"])
        .execute();
      const known = [
        "id",
        "stop_hash",
        "address",
        "lang",
        "what",
        "often",
        "since",
        "state",
        "bounces",
      ] as const;
      await db
        .withTables<{ subscriber: Subscriber; subscriber_anew: Subscriber }>()
        .insertInto("subscriber_anew")
        .columns(known)
        .expression((eb) => eb.selectFrom("subscriber").select(known))
        .execute();
      await db.schema.dropTable("subscriber").execute();
      await db.schema.alterTable("subscriber_anew").renameTo("subscriber").execute();
    },
    async (db) => {
      await db.schema.alterTable("subscriber").addColumn("died", "text").execute();
      const dead = mine(db).updateTable("subscriber").where("state", "=", "dead");
      await dead.set({ died: dayAt(timeNow()) }).execute(); // on which day they were, nobody noted
    },
  ],
  whose: { subscriber: ["address"], subscriber_asked: ["address"] },
  questions: { numbers },
  operations: { ask, confirm, stop, forget },
} satisfies PrivatePart;

export const askSubscribers = asking(subscribersPart);

/** @returns whether a mail may go out: not too many to one address, nor in all */
async function ask(tx: Db, asked: Asked): Promise<boolean> {
  const all = mine(tx).selectFrom("subscriber_asked");
  if ((await countRows(all)) >= MAX_ASKED) return false;
  if ((await countRows(all.where("address", "=", asked.address))) >= MAX_AGAIN) return false;
  await mine(tx).insertInto("subscriber_asked").values(asked).execute();
  return true;
}

interface Confirmation {
  readonly confirm_hash: string;
  readonly now: number;
  /** Of the new subscriber; one who subscribed already keeps theirs. */
  readonly id: string;
  readonly stop_hash: string;
}

/** @returns whether the link held; it holds once */
async function confirm(tx: Db, { confirm_hash, now, id, stop_hash }: Confirmation) {
  const found = await mine(tx)
    .selectFrom("subscriber_asked")
    .select(["address", "lang", "what", "often"])
    .where("confirm_hash", "=", confirm_hash)
    .where("asked", ">", now - LINK_HOLDS)
    .executeTakeFirst();
  if (!found) return false;
  const { address, ...chosen } = found;
  const fresh = { state: "active" as const, bounces: 0 };
  const since = dayAt(now);
  await mine(tx)
    .insertInto("subscriber")
    .values({ id, stop_hash, since, address, ...chosen, ...fresh, thread: threadOf(chosen.what) })
    .onConflict((c) => c.columns(["address", "thread"]).doUpdateSet({ ...chosen, ...fresh }))
    .execute();
  await mine(tx)
    .deleteFrom("subscriber_asked")
    .where("address", "=", address)
    .where(
      "what",
      isThread(chosen.what) ? "=" : "not like",
      isThread(chosen.what) ? chosen.what : `${THREAD}%`,
    )
    .execute();
  return true;
}

/** Whether somebody who gets mail stops by this. */
export async function isStop(db: Db, stop_hash: string): Promise<boolean> {
  const found = mine(db).selectFrom("subscriber").select("id").where("stop_hash", "=", stop_hash);
  return (await found.executeTakeFirst()) !== undefined;
}

/** @returns whether somebody was deleted */
async function stop(tx: Db, stop_hash: string): Promise<boolean> {
  const found = await mine(tx)
    .selectFrom("subscriber")
    .select(["id", "address"])
    .where("stop_hash", "=", stop_hash)
    .executeTakeFirst();
  if (!found) return false;
  await mine(tx).deleteFrom("subscriber_asked").where("address", "=", found.address).execute();
  await tx
    .withTables<{ outbox: { subscriber: string } }>()
    .deleteFrom("outbox")
    .where("subscriber", "=", found.id)
    .execute();
  await mine(tx).deleteFrom("subscriber").where("id", "=", found.id).execute();
  return true;
}

/** The same for those who stopped since a backup was made. */
async function forget(tx: Db, hashes: readonly string[]): Promise<void> {
  for (const hash of hashes) await stop(tx, hash);
}

export interface SubscriberNumbers {
  readonly active: number;
  readonly dead: number;
  readonly asked: number;
  /** By language, and by how often. */
  readonly lang: Readonly<Record<string, number>>;
  readonly often: Readonly<Record<string, number>>;
}

async function numbers(tx: Db): Promise<SubscriberNumbers> {
  const rows = await mine(tx)
    .selectFrom("subscriber")
    .select((eb) => ["lang", "often", "state", eb.fn.countAll<number>().as("n")] as const)
    .groupBy(["lang", "often", "state"])
    .execute();
  const asked = await countRows(mine(tx).selectFrom("subscriber_asked"));
  const lang: Record<string, number> = {};
  const often: Record<string, number> = {};
  const states = { active: 0, dead: 0 };
  for (const row of rows) {
    states[row.state] += row.n;
    if (row.state !== "active") continue;
    lang[row.lang] = (lang[row.lang] ?? 0) + row.n;
    often[row.often] = (often[row.often] ?? 0) + row.n;
  }
  return { ...states, asked, lang, often };
}

const mine = (db: Db) => db.withTables<Tables>();
