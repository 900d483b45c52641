/**
 * What is to be mailed: stories that wait to be announced, and the letters that are made of them (`letters.ts`), each
 * story's all in one step with its being announced, so once.
 */
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../../platform/db/table.ts";
import {
  decide,
  doubts,
  dueLetters,
  hurry,
  nextLetter,
  queue,
  recover,
  steps,
  updates,
  type Letter,
  type LetterTables,
} from "./letters.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";

type StoryState = "waiting" | "held" | "announced" | "dropped";
export interface WaitingStory {
  readonly subject: string;
  /** UTC milliseconds. */
  readonly noted: number;
  /** When it may be announced. */
  readonly due: number;
  readonly state: StoryState;
}
type Tables = LetterTables & { update_story: WaitingStory };

const CHUNK = 500; // rows a statement
const NONE = { sent: 0, failed: 0, dropped: 0, unsure: 0, error: null };

export const outboxPart = {
  name: "outbox",
  tables: {
    update_story: {
      returns: "After a restore no story is announced by itself (`restored`).",
      keeps: { what: "work", until: "campaign" },
    },
    mail_update: { returns: "Counts of mails.", keeps: { what: "counts", until: "campaign" } },
    outbox: {
      of: { subscriber: "subscriber" },
      keeps: { what: "newsletter", until: "sent", with: { subscriber: "subscriber" } },
    },
  },
  migrations: [
    creating({
      update_story: table({ subject: text, ...columns(bigint, "noted", "due"), state: text }),
      mail_update: table({
        id: text,
        made: bigint,
        ...columns(integer, "total", "sent", "failed", "dropped"),
        error: orNull(text),
      }),
      outbox: table(
        {
          ...columns(text, "update_id", "subscriber", "stories"),
          due: bigint,
          state: text,
          tries: integer,
        },
        {
          key: ["update_id", "subscriber"],
          indexes: { outbox_due: ["state", "due"], outbox_whom: ["subscriber"] },
        },
      ),
    }),
    async (db) => {
      await db.schema
        .alterTable("mail_update")
        .addColumn("unsure", "integer", (c) => c.notNull().defaultTo(0))
        .execute();
      await mine(db)
        .updateTable("outbox")
        .set({ state: "doubt" })
        .where("state", "!=", "waiting")
        .execute();
    },
    async (db) => {
      await db.schema
        .alterTable("mail_update")
        .addColumn("stories", "text", (c) => c.notNull().defaultTo(""))
        .execute();
      // A sending that was no gathering is called as its first story.
      await mine(db)
        .updateTable("mail_update")
        .set((eb) => ({ stories: eb.ref("id") }))
        .where("stories", "=", "")
        .execute();
    },
  ],
  questions: { stories, due: dueLetters, nextLetter, doubts, updates, queue },
  operations: { note, mark, announce, steps, recover, decide, hurry, restored },
} satisfies PrivatePart;

export const askOutbox = asking(outboxPart);

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
  await mine(tx)
    .updateTable("update_story")
    .set({ state: "announced" })
    .where("subject", "in", [...announced])
    .execute();
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
  const rows = whom.map(({ id, what, often }): Letter => {
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
  const ids = [...new Set(rows.map((row) => row.update_id))];
  const added = Map.groupBy(
    rows.filter((row) => row.update_id !== daily.id || !gathered.has(row.subscriber)),
    (row) => row.update_id,
  );
  if (ids.length === 0) return;
  const before = await mine(tx)
    .selectFrom("mail_update")
    .select(["id", "stories"])
    .where("id", "in", ids)
    .execute();
  const of = new Map(before.map((row) => [row.id, row.stories.split(" ")]));
  for (const id of ids) {
    const total = added.get(id)?.length ?? 0;
    const all = [...new Set([...(of.get(id) ?? []), ...announced])].join(" ");
    await mine(tx)
      .insertInto("mail_update")
      .values({ id, made: now, total, stories: all, ...NONE })
      .onConflict((c) =>
        c
          .column("id")
          .doUpdateSet((eb) => ({ total: eb("mail_update.total", "+", total), stories: all })),
      )
      .execute();
  }
}

/**
 * After a restore: what waited when the backup was made may have gone out since, so nothing goes by itself. Letters are in
 * doubt, and stories that were not announced are held.
 */
async function restored(tx: Db): Promise<void> {
  await mine(tx).updateTable("outbox").set({ state: "doubt" }).execute();
  await mine(tx)
    .updateTable("update_story")
    .set({ state: "held" })
    .where("state", "=", "waiting")
    .execute();
  // Nor is anybody of another list asked again.
  await tx.withTables<{ subscriber_import: object }>().deleteFrom("subscriber_import").execute();
}

const mine = (db: Db) => db.withTables<Tables>();
