/** What waits to be sent to the fediverse, as the queue and the desk read it (`deliveries.ts` writes it). */
import { sql } from "kysely";
import type { Db } from "../db/store.ts";
import type {
  DeliveryTables,
  HostRow,
  MessageDocument,
  WaitingMessage,
} from "./delivery-tables.ts";
import type { PeopleTables } from "./fediverse-people.ts";

/** What was said and not taken back. */
export async function saidPosts(db: Db): Promise<string[]> {
  const rows = await mine(db)
    .selectFrom("fed_said")
    .select("post")
    .where("state", "=", "said")
    .orderBy("post")
    .execute();
  return rows.map(({ post }) => post);
}

/** Servers for which something is due, and how each stands; those that rest or are dead not. */
export async function dueHosts(db: Db, now: number): Promise<string[]> {
  const rows = await mine(db)
    .selectFrom("fed_message")
    .select("host")
    .distinct()
    .where("due", "<=", now)
    .where("host", "not in", (eb) =>
      eb
        .selectFrom("fed_host")
        .select("fed_host.host")
        .where((is) => is.or([is("state", "=", "dead"), is("next", ">", now)])),
    )
    .execute();
  return rows.map(({ host }) => host);
}

/** What may go to a server now, the oldest first: of an order key only what comes first. */
export function dueMessages(
  db: Db,
  { host, now, limit }: { host: string; now: number; limit: number },
): Promise<WaitingMessage[]> {
  return mine(db)
    .selectFrom("fed_message as m")
    .selectAll("m")
    .where("m.host", "=", host)
    .where("m.due", "<=", now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("fed_message as e")
            .select("e.id")
            .whereRef("e.ord", "=", "m.ord")
            .whereRef("e.n", "<", "m.n"),
        ),
      ),
    )
    .orderBy("m.due")
    .orderBy("m.n")
    .limit(limit)
    .execute();
}

/** When something is due after a time: a message, or a server that rests. Undefined: nothing waits. */
export async function nextDue(db: Db, time: number): Promise<number | undefined> {
  const { due } = await mine(db)
    .selectFrom("fed_message")
    .leftJoin("fed_host", "fed_host.host", "fed_message.host")
    .select((eb) =>
      eb.fn
        .min(
          sql<number>`case when fed_host.next is not null and fed_host.next > fed_message.due then fed_host.next else fed_message.due end`,
        )
        .as("due"),
    )
    .where((eb) => eb.or([eb("fed_message.due", ">", time), eb("fed_host.next", ">", time)]))
    .executeTakeFirstOrThrow();
  return due ?? undefined;
}

export function documentOf(db: Db, id: string): Promise<MessageDocument | undefined> {
  return mine(db).selectFrom("fed_document").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function lastNumber(db: Db): Promise<number> {
  const row = await mine(db)
    .selectFrom("fed_message")
    .select((eb) => eb.fn.max("n").as("n"))
    .executeTakeFirst();
  return row?.n ?? 0;
}

export function hostRows(db: Db): Promise<HostRow[]> {
  return mine(db).selectFrom("fed_host").selectAll().orderBy("host").execute();
}

interface HostNumbers {
  readonly host: string;
  readonly followers: number;
  readonly waiting: number;
}

/** Of every server where somebody follows us or something waits. */
export async function hostNumbers(db: Db): Promise<HostNumbers[]> {
  const count = (from: "fed_follower" | "fed_message") =>
    mine(db)
      .selectFrom(from)
      .select((eb) => ["host", eb.fn.countAll<number>().as("n")] as const)
      .groupBy("host")
      .execute();
  const followers = new Map((await count("fed_follower")).map(({ host, n }) => [host, n]));
  const waiting = new Map((await count("fed_message")).map(({ host, n }) => [host, n]));
  return [...new Set([...followers.keys(), ...waiting.keys()])].toSorted().map((host) => ({
    host,
    followers: followers.get(host) ?? 0,
    waiting: waiting.get(host) ?? 0,
  }));
}

/** Does anybody follow us, or wait for something? Then the federation's thread is needed from the start. */
export async function federates(db: Db): Promise<boolean> {
  for (const from of ["fed_follower", "fed_following", "fed_message"] as const)
    if (await mine(db).selectFrom(from).select("inbox").limit(1).executeTakeFirst()) return true;
  return false;
}

const mine = (db: Db) => db.withTables<DeliveryTables & PeopleTables>();
