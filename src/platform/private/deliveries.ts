/**
 * What is sent to the fediverse: what was said to which inboxes, what waits, and how each server takes it. Whatever follows
 * from a record is enqueued in one step with its mark; who has it is written down in the same step.
 */
import { sql } from "kysely";
import type { Db } from "../db/store.ts";
import { blockedHosts } from "./blocks.ts";
import type {
  DeliveryTables,
  HostRow,
  MessageDocument,
  SaidPost,
  WaitingMessage,
} from "./delivery-tables.ts";
import type { PeopleTables } from "./fediverse-people.ts";

type Tables = DeliveryTables & PeopleTables;

const CHUNK = 500; // rows a statement
const MARKS_KEPT = 90 * 24 * 3_600_000; // ms; longer than any record is given again
const FOLLOWERS_KEPT = 30 * 24 * 3_600_000; // ms that a server may be silent and still have its followers

export const deliveryOperations = {
  send,
  enqueue,
  settle,
  revive,
  forgetHost,
  sweep,
};

/** One activity, signed, and whom it is for. */
export interface OutgoingActivity {
  readonly activity: string;
  readonly json: string;
  readonly signer: string;
  readonly n: number;
  /** The inboxes of these actors' followers. */
  readonly followersOf: readonly string[];
  /** Everybody who has the post. */
  readonly had: boolean;
  readonly inboxes: readonly { readonly inbox: string; readonly host: string }[];
}
export interface Sending {
  /** The records that it follows from. Where each was dealt with before, nothing is sent. */
  readonly records: readonly string[];
  readonly now: number;
  /** The post as it stands after this. */
  readonly said: SaidPost;
  /** None: there was nothing to say, and that is remembered too. */
  readonly activities: readonly OutgoingActivity[];
}

/** @returns `done`, also where it was done before; `again` where the post was said otherwise meanwhile: build it anew */
async function send(
  tx: Db,
  { records, now, said, activities }: Sending,
): Promise<"done" | "again"> {
  if (records.length > 0 && (await marked(tx, records)).length === records.length) return "done";
  const before = await saidPost(tx, said.post);
  if ((before?.version ?? 0) !== said.version - (activities.length > 0 ? 1 : 0)) return "again";
  if (activities.length > 0) {
    const { post: _, ...fresh } = said;
    await mine(tx)
      .insertInto("fed_said")
      .values(said)
      .onConflict((c) => c.column("post").doUpdateSet(fresh))
      .execute();
    if (said.state === "deleted") await dropWaiting(tx, said.post);
    for (const activity of activities) await address(tx, said, activity, now);
    if (said.state === "deleted")
      await mine(tx).deleteFrom("fed_had").where("post", "=", said.post).execute();
  }
  await mark(tx, { records, now });
  return "done";
}

async function address(
  tx: Db,
  { post: about, state }: SaidPost,
  to: OutgoingActivity,
  now: number,
): Promise<void> {
  const { activity, json, signer, n } = to;
  await document(tx, [{ id: activity, json, signer }]);
  type Box = { inbox: string; host: string; shared: number };
  const boxes = new Map<string, Box>();
  const add = (rows: readonly Box[]) => rows.forEach((row) => boxes.set(row.inbox, row));
  if (to.had) {
    const had = mine(tx).selectFrom("fed_had").select(["inbox", "host", "shared"]);
    add(await had.where("post", "=", about).execute());
  }
  if (to.followersOf.length > 0)
    add(
      await mine(tx)
        .selectFrom("fed_follower")
        .select((eb) => [
          eb.fn.coalesce("shared", "inbox").as("inbox"),
          "host",
          sql<number>`case when shared is null then 0 else 1 end`.as("shared"),
        ])
        .distinct()
        .where("actor", "in", to.followersOf)
        .execute(),
    );
  add(to.inboxes.map((box) => ({ ...box, shared: 0 })));
  const dead = await mine(tx)
    .selectFrom("fed_host")
    .select("host")
    .where("state", "=", "dead")
    .execute();
  const silent = new Set(dead.map(({ host }) => host));
  const hosts = [...boxes.values()].map(({ host }) => host);
  // A server that is blocked may have the post still, so it is told that it is taken back.
  const blocked = state === "deleted" ? new Set<string>() : await blockedHosts(tx, hosts);
  const all = [...boxes.values()].filter(({ host }) => !silent.has(host) && !blocked.has(host));
  const rest = { activity, n, due: now, made: now, tries: 0, document: activity };
  await insert(
    tx,
    all.map((box) => ({
      ...rest,
      ...box,
      id: `${activity} ${box.inbox}`,
      ord: `${about} ${box.inbox}`,
      more: null,
      problem: null,
    })),
  );
  for (let i = 0; i < all.length; i += CHUNK)
    await mine(tx)
      .insertInto("fed_had")
      .values(all.slice(i, i + CHUNK).map((box) => ({ post: about, ...box })))
      .onConflict((c) => c.columns(["post", "inbox"]).doNothing())
      .execute();
}

/** What waits of a post that is taken back need not go out any more; who may have it already is told. */
async function dropWaiting(tx: Db, about: string): Promise<void> {
  await mine(tx)
    .deleteFrom("fed_message")
    .where("ord", ">=", `${about} `)
    .where("ord", "<", `${about}!`)
    .execute();
  await dropDocuments(tx);
}

/** The library's own messages: answers to a request to follow, say. */
async function enqueue(
  tx: Db,
  {
    messages,
    documents,
  }: {
    readonly messages: readonly WaitingMessage[];
    readonly documents: readonly MessageDocument[];
  },
): Promise<void> {
  await document(tx, documents);
  await insert(tx, messages);
}

async function insert(tx: Db, rows: readonly WaitingMessage[]): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK)
    await mine(tx)
      .insertInto("fed_message")
      .values(rows.slice(i, i + CHUNK))
      .onConflict((c) => c.column("id").doNothing())
      .execute();
}

async function document(tx: Db, rows: readonly MessageDocument[]): Promise<void> {
  if (rows.length === 0) return;
  await mine(tx)
    .insertInto("fed_document")
    .values([...rows])
    .onConflict((c) => c.column("id").doNothing())
    .execute();
}

async function dropDocuments(tx: Db): Promise<void> {
  await mine(tx)
    .deleteFrom("fed_document")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("fed_message")
            .select("fed_message.id")
            .whereRef("fed_message.document", "=", "fed_document.id"),
        ),
      ),
    )
    .execute();
}

/** To be tried once more; `more` where the library wants something else back. */
export type Again = Pick<WaitingMessage, "id" | "due" | "tries" | "problem"> &
  Partial<Pick<WaitingMessage, "more">>;

/** What became of messages since the last time. */
export interface Settled {
  /** Ids of those that are delivered or given up. */
  readonly done: readonly string[];
  readonly again: readonly Again[];
  readonly hosts: readonly HostRow[];
  /** Inboxes that are gone for ever: their owners follow nobody any more. */
  readonly gone: readonly string[];
}

async function settle(tx: Db, { done, again, hosts, gone }: Settled): Promise<void> {
  for (let i = 0; i < done.length; i += CHUNK)
    await mine(tx)
      .deleteFrom("fed_message")
      .where("id", "in", done.slice(i, i + CHUNK))
      .execute();
  for (const { id, ...set } of again)
    await mine(tx).updateTable("fed_message").set(set).where("id", "=", id).execute();
  for (const row of hosts) {
    const { host, ...fresh } = row;
    await mine(tx)
      .insertInto("fed_host")
      .values(row)
      .onConflict((c) => c.column("host").doUpdateSet(fresh))
      .execute();
    if (row.state === "dead")
      await mine(tx).deleteFrom("fed_message").where("host", "=", host).execute();
  }
  for (const inbox of gone) {
    await mine(tx).deleteFrom("fed_follower").where("inbox", "=", inbox).execute();
    await mine(tx).deleteFrom("fed_had").where("inbox", "=", inbox).execute();
  }
}

/** A server that speaks to us is not dead. */
async function revive(tx: Db, host: string): Promise<void> {
  await mine(tx)
    .updateTable("fed_host")
    .set({ state: "open", failures: 0, since: null, next: null, problem: null })
    .where("host", "=", host)
    .execute();
}

/** Nobody there follows us any more, and nothing goes there. */
async function forgetHost(tx: Db, host: string): Promise<void> {
  for (const from of ["fed_follower", "fed_message", "fed_had"] as const)
    await mine(tx).deleteFrom(from).where("host", "=", host).execute();
}

/** Forget what is over: old marks, texts that nobody waits for, servers that have been dead for long, with their followers. */
async function sweep(tx: Db, now: number): Promise<void> {
  const kv = tx.withTables<{ fed_kv: { ends: number | null } }>();
  await kv.deleteFrom("fed_kv").where("ends", "<", now).execute();
  await mine(tx)
    .deleteFrom("fed_mark")
    .where("at", "<", now - MARKS_KEPT)
    .execute();
  await dropDocuments(tx);
  const over = await mine(tx)
    .selectFrom("fed_host")
    .select("host")
    .where("state", "=", "dead")
    .where("since", "<", now - FOLLOWERS_KEPT)
    .execute();
  for (const { host } of over) {
    await forgetHost(tx, host);
    await mine(tx).deleteFrom("fed_host").where("host", "=", host).execute();
  }
}

async function mark(
  tx: Db,
  { records, now }: { readonly records: readonly string[]; readonly now: number },
): Promise<void> {
  if (records.length === 0) return;
  await mine(tx)
    .insertInto("fed_mark")
    .values(records.map((record) => ({ record, at: now })))
    .onConflict((c) => c.column("record").doNothing())
    .execute();
}

/** Those of these records whose sending is enqueued, or that had nothing to send. */
export async function marked(db: Db, records: readonly string[]): Promise<string[]> {
  if (records.length === 0) return [];
  const rows = await mine(db)
    .selectFrom("fed_mark")
    .select("record")
    .where("record", "in", [...records])
    .execute();
  return rows.map(({ record }) => record);
}

export function saidPost(db: Db, post: string): Promise<SaidPost | undefined> {
  return mine(db).selectFrom("fed_said").selectAll().where("post", "=", post).executeTakeFirst();
}

const mine = (db: Db) => db.withTables<Tables>();
