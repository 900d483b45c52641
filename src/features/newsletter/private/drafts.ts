/** Newsletters that are being written, wait for their hour, or were sent: what the desk keeps of them. Nothing here is public. */
import type { Db } from "../../../platform/db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../../../platform/db/table.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";

export interface DraftRow {
  readonly id: string;
  /** Raised with each change: of two who save at once the second is told. */
  readonly version: number;
  /** JSON of a `Draft`. */
  readonly body: string;
  /** `saying`: it becomes public now; the program may have stopped in between, and goes on then. */
  readonly state: "draft" | "scheduled" | "saying" | "sent";
  /** When it goes out, UTC milliseconds. */
  readonly due: number | null;
  /** Once it is public. */
  readonly subject: string | null;
  /** UTC milliseconds. */
  readonly saved: number;
}
type Tables = {
  newsletter_draft: DraftRow;
  update_story: { subject: string; noted: number; due: number; state: string };
};

const MOST = 500; // rows; one a week for ten years

export const draftsPart = {
  name: "newsletters",
  tables: {
    newsletter_draft: { key: ["id"], keeps: { what: "drafts", until: "desk" } },
  },
  migrations: [
    creating({
      newsletter_draft: table({
        id: text,
        version: integer,
        ...columns(text, "body", "state"),
        due: orNull(bigint),
        subject: orNull(text),
        saved: bigint,
      }),
    }),
  ],
  questions: { list, byId, due, nextDue },
  operations: { make, save, schedule, stop, remove, saying, sent, emptied, restored },
} satisfies PrivatePart;

export const askNewsletters = asking(draftsPart);

/** The one that was changed last first. */
function list(tx: Db): Promise<DraftRow[]> {
  return mine(tx)
    .selectFrom("newsletter_draft")
    .selectAll()
    .orderBy("saved", "desc")
    .orderBy("id")
    .execute();
}

function byId(tx: Db, id: string): Promise<DraftRow | undefined> {
  return mine(tx)
    .selectFrom("newsletter_draft")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Those whose hour has come, and those that a stopped program had begun to say. */
function due(tx: Db, now: number): Promise<DraftRow[]> {
  return mine(tx)
    .selectFrom("newsletter_draft")
    .selectAll()
    .where("state", "in", ["scheduled", "saying"])
    .where("due", "<=", now)
    .orderBy("due")
    .execute();
}

/** When the next one goes out, UTC milliseconds; null where none is to. */
async function nextDue(tx: Db): Promise<number | null> {
  const { next } = await mine(tx)
    .selectFrom("newsletter_draft")
    .select((eb) => eb.fn.min("due").as("next"))
    .where("state", "in", ["scheduled", "saying"])
    .executeTakeFirstOrThrow();
  return next;
}

/** @returns false where there are too many */
async function make(tx: Db, fresh: Pick<DraftRow, "id" | "body" | "saved">): Promise<boolean> {
  const { n } = await mine(tx)
    .selectFrom("newsletter_draft")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  if (n >= MOST) return false;
  const row = { ...fresh, version: 1, state: "draft", due: null, subject: null } as const;
  await mine(tx).insertInto("newsletter_draft").values(row).execute();
  return true;
}

type Change = Pick<DraftRow, "id" | "version">;

/** @returns whether nobody had changed it since this version, and it is still a draft */
function save(tx: Db, { body, saved, ...which }: Change & Pick<DraftRow, "body" | "saved">) {
  return change(tx, which, ["draft"], { body, saved });
}

function schedule(tx: Db, { due: at, ...which }: Change & { readonly due: number }) {
  return change(tx, which, ["draft"], { state: "scheduled", due: at });
}

/** It is a draft again. */
function stop(tx: Db, which: Change) {
  return change(tx, which, ["scheduled"], { state: "draft", due: null });
}

async function change(
  tx: Db,
  { id, version }: Change,
  from: readonly DraftRow["state"][],
  set: Partial<DraftRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await mine(tx)
    .updateTable("newsletter_draft")
    .set({ ...set, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("state", "in", [...from])
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** One that was never sent. */
async function remove(tx: Db, id: string): Promise<void> {
  await mine(tx)
    .deleteFrom("newsletter_draft")
    .where("id", "=", id)
    .where("state", "=", "draft")
    .execute();
}

/** From now on nobody changes it. @returns whether it was still to be sent */
async function saying(tx: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await mine(tx)
    .updateTable("newsletter_draft")
    .set({ state: "saying" })
    .where("id", "=", id)
    .where("state", "in", ["scheduled", "saying"])
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/** It is public; in the same step it waits in the outbox, so that it is mailed once. */
async function sent(
  tx: Db,
  { id, subject, now, mails }: { id: string; subject: string; now: number; mails: boolean },
): Promise<void> {
  await mine(tx)
    .updateTable("newsletter_draft")
    .set({ state: "sent", subject })
    .where("id", "=", id)
    .execute();
  if (mails)
    await mine(tx)
      .insertInto("update_story")
      .values({ subject, noted: now, due: now, state: "waiting" })
      .onConflict((c) => c.column("subject").doNothing())
      .execute();
}

/** Of one that was taken back the desk keeps no words either. */
async function emptied(tx: Db, { id, body }: Pick<DraftRow, "id" | "body">): Promise<void> {
  await mine(tx)
    .updateTable("newsletter_draft")
    .set({ body })
    .where("id", "=", id)
    .where("state", "=", "sent")
    .execute();
}

/** After a restore nothing goes out by itself. */
async function restored(tx: Db): Promise<void> {
  await mine(tx)
    .updateTable("newsletter_draft")
    .set({ state: "draft", due: null })
    .where("state", "in", ["scheduled", "saying"])
    .execute();
}

const mine = (db: Db) => db.withTables<Tables>();
