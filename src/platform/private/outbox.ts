/**
 * What is to be mailed: stories that wait to be announced, and one row for each mail that is to go to somebody. A row
 * stands from the announcement until its mail is sent and is then deleted in the same transaction that counts it, so
 * that a restart loses and doubles nothing, and that nobody can read here who was sent what.
 */
import type { Db } from "../db/store.ts";
import type { PrivatePart } from "./part.ts";
import { DEAD_AFTER, type Subscriber } from "./subscribers.ts";

export type StoryState = "waiting" | "held" | "announced" | "dropped";
export interface WaitingStory {
  readonly subject: string;
  /** UTC milliseconds. */
  readonly noted: number;
  /** When it may be announced. */
  readonly due: number;
  readonly state: StoryState;
}
/** One sending: the numbers of its mails. */
export interface Update {
  readonly id: string;
  readonly made: number;
  readonly total: number;
  readonly sent: number;
  /** Refused by the server of the address, or given up. */
  readonly failed: number;
  /** Not sent: what it told of may no longer be shown. */
  readonly dropped: number;
  /** The last refusal, without the address. */
  readonly error: string | null;
}
interface Row {
  readonly update_id: string;
  readonly subscriber: string;
  /** Subjects with blanks between. */
  readonly stories: string;
  readonly due: number;
  /** `sending`: handed to the mail server, or about to be. */
  readonly state: "waiting" | "sending";
  readonly tries: number;
}
type Tables = {
  update_story: WaitingStory;
  mail_update: Update;
  outbox: Row;
  subscriber: Subscriber;
};

const CHUNK = 500; // rows a statement

export const outbox: PrivatePart = {
  name: "outbox",
  tables: ["update_story", "mail_update", "outbox"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("update_story")
        .addColumn("subject", "text", (c) => c.primaryKey())
        .addColumn("noted", "bigint", (c) => c.notNull())
        .addColumn("due", "bigint", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .execute();
      await db.schema
        .createTable("mail_update")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("made", "bigint", (c) => c.notNull())
        .addColumn("total", "integer", (c) => c.notNull())
        .addColumn("sent", "integer", (c) => c.notNull())
        .addColumn("failed", "integer", (c) => c.notNull())
        .addColumn("dropped", "integer", (c) => c.notNull())
        .addColumn("error", "text")
        .execute();
      await db.schema
        .createTable("outbox")
        .addColumn("update_id", "text", (c) => c.notNull())
        .addColumn("subscriber", "text", (c) => c.notNull())
        .addColumn("stories", "text", (c) => c.notNull())
        .addColumn("due", "bigint", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("tries", "integer", (c) => c.notNull())
        .addPrimaryKeyConstraint("outbox_pk", ["update_id", "subscriber"])
        .execute();
      await db.schema.createIndex("outbox_due").on("outbox").columns(["state", "due"]).execute();
      await db.schema.createIndex("outbox_whom").on("outbox").column("subscriber").execute();
    },
  ],
  operations: { note, mark, stories, announce, turn, recover, updates },
};

/** A story that was told; one that is known stays as it is. */
async function note(tx: Db, fresh: readonly Omit<WaitingStory, "state">[]): Promise<void> {
  if (fresh.length === 0) return;
  await mine(tx)
    .insertInto("update_story")
    .values(fresh.map((one) => ({ ...one, state: "waiting" as const })))
    .onConflict((c) => c.column("subject").doNothing())
    .execute();
}

/** Hold it, let it go, or put it off; one that was announced stays so. */
async function mark(
  tx: Db,
  { subject, ...set }: Partial<WaitingStory> & { readonly subject: string },
): Promise<void> {
  await mine(tx)
    .updateTable("update_story")
    .set(set)
    .where("subject", "=", subject)
    .where("state", "in", ["waiting", "held"])
    .execute();
}

/** Those that wait or are held, the longest first. */
function stories(tx: Db): Promise<WaitingStory[]> {
  return mine(tx)
    .selectFrom("update_story")
    .selectAll()
    .where("state", "in", ["waiting", "held"])
    .orderBy("noted")
    .orderBy("subject")
    .execute();
}

export interface Announcement {
  /** Each with whom it is for: the choices that it fits. */
  readonly stories: readonly { readonly subject: string; readonly fits: readonly string[] }[];
  readonly now: number;
  /** The next gathering for those who chose one mail a day. */
  readonly daily: { readonly id: string; readonly due: number };
}

/** Make a mail of these stories for everybody who chose them: in one step with their being announced, so once. */
async function announce(tx: Db, { stories: told, now, daily }: Announcement): Promise<void> {
  const subjects = told.map((s) => s.subject);
  const open = await mine(tx)
    .selectFrom("update_story")
    .select("subject")
    .where("subject", "in", subjects)
    .where("state", "=", "waiting")
    .execute();
  const announced = new Set(open.map((row) => row.subject));
  const fresh = told.filter(({ subject }) => announced.has(subject));
  if (fresh.length === 0) return;
  const whom = await mine(tx)
    .selectFrom("subscriber")
    .select(["id", "what", "often"])
    .where("state", "=", "active")
    .where("what", "in", [...new Set(fresh.flatMap((s) => s.fits))])
    .orderBy("id")
    .execute();
  const gathered = new Map(
    (
      await mine(tx).selectFrom("outbox").selectAll().where("update_id", "=", daily.id).execute()
    ).map((row) => [row.subscriber, row]),
  );
  const rows = whom.map(({ id, what, often }): Row => {
    const own = fresh.filter(({ fits }) => fits.includes(what)).map((s) => s.subject);
    const before = often === "daily" ? gathered.get(id) : undefined;
    const [update_id, due] = often === "daily" ? [daily.id, daily.due] : [fresh[0]!.subject, now];
    const listed = [...(before?.stories.split(" ") ?? []), ...own].join(" ");
    return { update_id, subscriber: id, stories: listed, due, state: "waiting", tries: 0 };
  });
  for (let i = 0; i < rows.length; i += CHUNK)
    await mine(tx)
      .insertInto("outbox")
      .values(rows.slice(i, i + CHUNK))
      .onConflict((c) =>
        c
          .columns(["update_id", "subscriber"])
          .doUpdateSet((eb) => ({ stories: eb.ref("excluded.stories") })),
      )
      .execute();
  const added = Map.groupBy(
    rows.filter((row) => row.update_id !== daily.id || !gathered.has(row.subscriber)),
    (row) => row.update_id,
  );
  for (const [id, { length }] of added)
    await mine(tx)
      .insertInto("mail_update")
      .values({ id, made: now, total: length, sent: 0, failed: 0, dropped: 0, error: null })
      .onConflict((c) =>
        c.column("id").doUpdateSet((eb) => ({ total: eb("mail_update.total", "+", length) })),
      )
      .execute();
  await mine(tx)
    .updateTable("update_story")
    .set({ state: "announced" })
    .where("subject", "in", [...announced])
    .execute();
}

/** How a mail ended. */
export interface Ended {
  readonly update_id: string;
  readonly subscriber: string;
  readonly is: "sent" | "refused" | "failed" | "dropped" | "again" | "untouched";
  /** When it is tried again. */
  readonly due?: number;
  readonly error?: string;
}
/** A mail to be sent now. */
export type ToSend = Row & Pick<Subscriber, "address" | "lang" | "what" | "often" | "since">;

/**
 * Note how some mails ended and take the next: one durable transaction for both, so that at a crash only those that were
 * taken are in doubt.
 */
async function turn(
  tx: Db,
  { ended, most, now }: { ended: readonly Ended[]; most: number; now: number },
): Promise<ToSend[]> {
  for (const one of ended) await end(tx, one);
  if (most === 0) return [];
  const next = await mine(tx)
    .selectFrom("outbox")
    .innerJoin("subscriber", "subscriber.id", "outbox.subscriber")
    .selectAll("outbox")
    .select(["address", "lang", "what", "often", "since"])
    .where("outbox.state", "=", "waiting")
    .where("outbox.due", "<=", now)
    .orderBy("outbox.due")
    .orderBy("outbox.subscriber")
    .limit(most)
    .execute();
  for (const { update_id, subscriber } of next)
    await one(tx, update_id, subscriber).set({ state: "sending" }).execute();
  return next;
}

async function end(tx: Db, { update_id, subscriber, is, due, error }: Ended): Promise<void> {
  if (is === "untouched" || is === "again") {
    const tries = is === "again" ? 1 : 0;
    await one(tx, update_id, subscriber)
      .set((eb) => ({
        state: "waiting",
        due: due ?? eb.ref("due"),
        tries: eb("tries", "+", tries),
      }))
      .execute();
    return;
  }
  const { numDeletedRows } = await mine(tx)
    .deleteFrom("outbox")
    .where("update_id", "=", update_id)
    .where("subscriber", "=", subscriber)
    .executeTakeFirst();
  if (Number(numDeletedRows) === 0) return; // its reader stopped meanwhile
  const column = is === "refused" ? "failed" : is;
  await mine(tx)
    .updateTable("mail_update")
    .set((eb) => ({ [column]: eb(column, "+", 1), ...(error !== undefined && { error }) }))
    .where("id", "=", update_id)
    .execute();
  const whom = mine(tx).updateTable("subscriber").where("id", "=", subscriber);
  if (is === "sent") await whom.set({ bounces: 0 }).where("bounces", ">", 0).execute();
  if (is === "refused") {
    await whom.set((eb) => ({ bounces: eb("bounces", "+", 1) })).execute();
    await whom.set({ state: "dead" }).where("bounces", ">=", DEAD_AFTER).execute();
  }
}

/**
 * After a crash: what was being sent waits again. Whether the server had taken it nobody can know; it goes out once more
 * under the same Message-ID, because a mail that comes twice can be told by it and one that never comes cannot.
 * @returns how many
 */
async function recover(tx: Db): Promise<number> {
  const { numUpdatedRows } = await mine(tx)
    .updateTable("outbox")
    .set({ state: "waiting" })
    .where("state", "=", "sending")
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The latest sendings. */
function updates(tx: Db): Promise<Update[]> {
  return mine(tx)
    .selectFrom("mail_update")
    .selectAll()
    .orderBy("made", "desc")
    .orderBy("id")
    .limit(20)
    .execute();
}

const one = (tx: Db, update_id: string, subscriber: string) =>
  mine(tx)
    .updateTable("outbox")
    .where("update_id", "=", update_id)
    .where("subscriber", "=", subscriber);

const mine = (db: Db) => db.withTables<Tables>();
