/**
 * The letters of the outbox: one row for each mail that is to go to somebody. A row stands until its mail is sent and is
 * deleted in the same transaction that counts it, so that nobody can read here who was sent what. Just before the end of
 * a letter goes out its row is marked; one that is marked when the process is gone may have arrived or not, and is held
 * until somebody at the desk decides.
 */
import { dayAt } from "../../../engines/calendar/day.ts";
import { countRows } from "../../../platform/db/all-rows.ts";
import type { Db } from "../../../platform/db/store.ts";
import { timeNow } from "../../../platform/process/steady-clock.ts";
import { DEAD_AFTER, type Subscriber } from "./subscribers.ts";

/** One sending: the numbers of its mails. */
interface Update {
  readonly id: string;
  /** What it told of: subjects with blanks between. */
  readonly stories: string;
  readonly made: number;
  readonly total: number;
  readonly sent: number;
  /** Refused by the server of the address, or given up. */
  readonly failed: number;
  /** Not sent: what it told of may no longer be shown. */
  readonly dropped: number;
  /** Nobody knows whether they arrived, and the desk left it so. */
  readonly unsure: number;
  /** The last refusal, without the address. */
  readonly error: string | null;
}
export interface Letter {
  readonly update_id: string;
  readonly subscriber: string;
  /** Subjects with blanks between. */
  readonly stories: string;
  /** When it is to go; of one that is marked or in doubt, when its end went out. */
  readonly due: number;
  /** `completing`: its end goes out next, or went. `doubt`: it did, and what the mail server said nobody heard. */
  readonly state: "waiting" | "completing" | "doubt";
  readonly tries: number;
}
export type LetterTables = { mail_update: Update; outbox: Letter; subscriber: Subscriber };
type Which = Pick<Letter, "update_id" | "subscriber">;

/** A letter to be sent now. */
export type ToSend = Letter & Pick<Subscriber, "address" | "lang" | "what" | "often" | "since">;

/** What is due, the longest first. Nothing is marked: until its end goes out, a letter has surely not arrived. */
export function dueLetters(
  tx: Db,
  { most, now }: { readonly most: number; readonly now: number },
): Promise<ToSend[]> {
  return mine(tx)
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
}

/** When the next letter goes, UTC milliseconds; null where none waits. */
export async function nextLetter(tx: Db): Promise<number | null> {
  const { next } = await mine(tx)
    .selectFrom("outbox")
    .innerJoin("subscriber", "subscriber.id", "outbox.subscriber")
    .select((eb) => eb.fn.min("outbox.due").as("next"))
    .where("outbox.state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return next;
}

/** Its end goes out next, or how it ended. */
export type Step = Which &
  (
    | { readonly is: "completing"; readonly now: number }
    | { readonly is: "sent" | "dropped" | "doubt" }
    | { readonly is: "refused" | "failed"; readonly error: string }
    /** It is tried again. */
    | { readonly is: "again"; readonly due: number }
  );

/** @returns for each whether its letter is still there: it is not where its reader stopped meanwhile */
export async function steps(tx: Db, all: readonly Step[]): Promise<boolean[]> {
  const done: boolean[] = [];
  for (const step of all) done.push(await take(tx, step));
  return done;
}

async function take(tx: Db, step: Step): Promise<boolean> {
  if (step.is === "completing") {
    const set = { state: "completing", due: step.now } as const;
    return changed(await one(tx, step).set(set).where("state", "=", "waiting").executeTakeFirst());
  }
  if (step.is === "doubt")
    return changed(await one(tx, step).set({ state: "doubt" }).executeTakeFirst());
  if (step.is === "again") {
    const again = one(tx, step).set((eb) => ({
      state: "waiting" as const,
      due: step.due,
      tries: eb("tries", "+", 1),
    }));
    return changed(await again.executeTakeFirst());
  }
  if (!(await remove(tx, step))) return false;
  const column = step.is === "refused" ? "failed" : step.is;
  await mine(tx)
    .updateTable("mail_update")
    .set((eb) => ({ [column]: eb(column, "+", 1), ...("error" in step && { error: step.error }) }))
    .where("id", "=", step.update_id)
    .execute();
  const whom = mine(tx).updateTable("subscriber").where("id", "=", step.subscriber);
  if (step.is === "sent") await whom.set({ bounces: 0 }).where("bounces", ">", 0).execute();
  if (step.is === "refused") {
    await whom.set((eb) => ({ bounces: eb("bounces", "+", 1) })).execute();
    await whom
      .set({ state: "dead", died: dayAt(timeNow()) })
      .where("bounces", ">=", DEAD_AFTER)
      .execute();
  }
  return true;
}

/** When the sender begins: what another one had marked is in doubt. @returns how many */
export async function recover(tx: Db): Promise<number> {
  const { numUpdatedRows } = await mine(tx)
    .updateTable("outbox")
    .set({ state: "doubt" })
    .where("state", "=", "completing")
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** How many letters wait, and how many of them a server has put off: those may be hurried. */
export async function queue(
  tx: Db,
): Promise<{ readonly waiting: number; readonly putOff: number }> {
  const { waiting, putOff } = await mine(tx)
    .selectFrom("outbox")
    .select((eb) => [
      eb.fn.countAll<number>().as("waiting"),
      eb.fn
        .sum<number | null>(eb.case().when("tries", ">", 0).then(eb.lit(1)).else(eb.lit(0)).end())
        .as("putOff"),
    ])
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return { waiting, putOff: putOff ?? 0 };
}

/** What a server has put off is tried at once. */
export async function hurry(tx: Db, now: number): Promise<void> {
  await mine(tx)
    .updateTable("outbox")
    .set({ due: now })
    .where("state", "=", "waiting")
    .where("tries", ">", 0)
    .execute();
}

export interface Doubts {
  readonly count: number;
  /** The first of them. */
  readonly letters: readonly Pick<Letter, "update_id" | "subscriber" | "due">[];
}

export async function doubts(tx: Db, most: number): Promise<Doubts> {
  const held = mine(tx).selectFrom("outbox").where("state", "=", "doubt");
  const count = await countRows(held);
  const letters = await held
    .select(["update_id", "subscriber", "due"])
    .orderBy("due")
    .orderBy("update_id")
    .orderBy("subscriber")
    .limit(most)
    .execute();
  return { count, letters };
}

/** What somebody decided about letters in doubt: one, or all of them. Decided before, it stays. */
export async function decide(
  tx: Db,
  { which, is }: { readonly which?: Which; readonly is: "again" | "leave" },
): Promise<void> {
  const held = await mine(tx)
    .selectFrom("outbox")
    .select(["update_id", "subscriber"])
    .where("state", "=", "doubt")
    .$if(which !== undefined, (q) =>
      q.where("update_id", "=", which!.update_id).where("subscriber", "=", which!.subscriber),
    )
    .execute();
  for (const letter of held)
    if (is === "again") await one(tx, letter).set({ state: "waiting" }).execute();
    else if (await remove(tx, letter))
      await mine(tx)
        .updateTable("mail_update")
        .set((eb) => ({ unsure: eb("unsure", "+", 1) }))
        .where("id", "=", letter.update_id)
        .execute();
}

export interface Sending extends Update {
  /** How many of its letters are in doubt. */
  readonly doubt: number;
}

/** The latest sendings. */
export async function updates(tx: Db): Promise<Sending[]> {
  const latest = await mine(tx)
    .selectFrom("mail_update")
    .selectAll()
    .orderBy("made", "desc")
    .orderBy("id")
    .limit(20)
    .execute();
  const held = await mine(tx)
    .selectFrom("outbox")
    .select((eb) => ["update_id", eb.fn.countAll<number>().as("n")] as const)
    .where("state", "=", "doubt")
    .groupBy("update_id")
    .execute();
  const doubt = new Map(held.map(({ update_id, n }) => [update_id, n]));
  return latest.map((update) => ({ ...update, doubt: doubt.get(update.id) ?? 0 }));
}

async function remove(tx: Db, { update_id, subscriber }: Which): Promise<boolean> {
  const { numDeletedRows } = await mine(tx)
    .deleteFrom("outbox")
    .where("update_id", "=", update_id)
    .where("subscriber", "=", subscriber)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

const one = (tx: Db, { update_id, subscriber }: Which) =>
  mine(tx)
    .updateTable("outbox")
    .where("update_id", "=", update_id)
    .where("subscriber", "=", subscriber);

const changed = ({ numUpdatedRows }: { readonly numUpdatedRows: bigint }): boolean =>
  numUpdatedRows > 0n;

const mine = (db: Db) => db.withTables<LetterTables>();
