/**
 * What each account of the desk is told, and how often: what it chose, the hash of its feed's address, what it was told of
 * last, and the notices themselves. No row holds a word that anybody sent.
 */
import type { Db } from "../../../platform/db/store.ts";
import {
  bigint,
  columns,
  integer,
  orNull,
  table,
  text,
  unique,
} from "../../../platform/db/table.ts";
import { asking, creating, type PrivatePart } from "../../../platform/private/part.ts";

/** What one can be told of. */
export const SORTS = ["waits", "takenBack", "mail", "work", "disk", "release"] as const;
export type Sort = (typeof SORTS)[number];
export const OFTEN = ["never", "once", "daily"] as const;
export type Often = (typeof OFTEN)[number];

export interface Choice {
  readonly account: string;
  /** Sorts with blanks between. */
  readonly what: string;
  readonly often: Often;
  /** Of the secret in the address of its feed; null where it has none. */
  readonly feed_hash: string | null;
  /** When the last mail of it went out, UTC milliseconds. */
  readonly mailed: number;
}
export interface Notice {
  readonly account: string;
  /** UTC milliseconds. */
  readonly at: number;
  /** Names what is counted: `waits /desk/queue?sort=stories`. */
  readonly what: string;
  /** In the account's language when it was noticed. */
  readonly words: string;
  readonly path: string;
  /** How many are new, and how many there are in all. */
  readonly more: number;
  readonly count: number;
  /** 1 once a mail has told it, or where no mail was to. */
  readonly told: number;
}
interface Seen {
  readonly account: string;
  readonly what: string;
  readonly count: number;
}
type Tables = { notice_choice: Choice; notice: Notice; notice_seen: Seen };

const KEPT = 50; // notices of one account: as many as a feed holds
const KEPT_DAYS = 30;
const A_MONTH = KEPT_DAYS * 24 * 3_600_000; // ms
const NOTICES = { what: "notices", with: { account: "auth_user" } } as const;

export const noticesPart = {
  name: "notices",
  tables: {
    notice_choice: { key: ["account"], keeps: { ...NOTICES, until: "account" } },
    notice_seen: { key: ["account", "what"], keeps: NOTICES },
    notice: {
      key: ["account", "at", "what"],
      keeps: { ...NOTICES, ends: [{ days: KEPT_DAYS, after: "came", ms: "at" }] },
    },
  },
  migrations: [
    creating({
      notice_choice: table({
        ...columns(text, "account", "what", "often"),
        feed_hash: unique(orNull(text)),
        mailed: bigint,
      }),
      notice_seen: table(
        { ...columns(text, "account", "what"), count: integer },
        { key: ["account", "what"] },
      ),
      notice: table(
        {
          account: text,
          at: bigint,
          ...columns(text, "what", "words", "path"),
          ...columns(integer, "more", "count", "told"),
        },
        { key: ["account", "at", "what"] },
      ),
    }),
  ],
  questions: { choices, choiceOf, byFeed, untold, latest },
  operations: { choose, feed, look, told, forget, restored },
} satisfies PrivatePart;

export const askNotices = asking(noticesPart);

function choices(tx: Db): Promise<Choice[]> {
  return mine(tx).selectFrom("notice_choice").selectAll().orderBy("account").execute();
}

function choiceOf(tx: Db, account: string): Promise<Choice | undefined> {
  const all = mine(tx).selectFrom("notice_choice").selectAll();
  return all.where("account", "=", account).executeTakeFirst();
}

function byFeed(tx: Db, feed_hash: string): Promise<Choice | undefined> {
  const all = mine(tx).selectFrom("notice_choice").selectAll();
  return all.where("feed_hash", "=", feed_hash).executeTakeFirst();
}

/** The newest first, as many as are kept. */
function latest(tx: Db, account: string): Promise<Notice[]> {
  return ofAccount(tx, account).orderBy("at", "desc").orderBy("what").execute();
}

/** Of which no mail has told yet. */
function untold(tx: Db, account: string): Promise<Notice[]> {
  return ofAccount(tx, account)
    .where("told", "=", 0)
    .orderBy("at")
    .orderBy("what", "desc")
    .execute();
}

const ofAccount = (tx: Db, account: string) =>
  mine(tx).selectFrom("notice").selectAll().where("account", "=", account);

async function choose(
  tx: Db,
  { account, ...set }: Pick<Choice, "account" | "what" | "often">,
): Promise<void> {
  const fresh = { account, ...set, feed_hash: null, mailed: 0 };
  await mine(tx)
    .insertInto("notice_choice")
    .values(fresh)
    .onConflict((c) => c.column("account").doUpdateSet(set))
    .execute();
  if (set.often === "never")
    await mine(tx).updateTable("notice").set({ told: 1 }).where("account", "=", account).execute();
}

/** A feed's address, or none any more. One who had chosen nothing is told of all then. */
async function feed(tx: Db, { account, feed_hash }: Pick<Choice, "account" | "feed_hash">) {
  const fresh = { account, what: SORTS.join(" "), often: "never", feed_hash, mailed: 0 } as const;
  await mine(tx)
    .insertInto("notice_choice")
    .values(fresh)
    .onConflict((c) => c.column("account").doUpdateSet({ feed_hash }))
    .execute();
}

export interface Counted extends Pick<Notice, "what" | "words" | "path" | "count"> {
  /** What stood there before anybody looked, where that is no news. */
  readonly before: number;
}

/** Notes what there is more of than at the last look; what there is less of is no news. @returns whether something was noted */
async function look(
  tx: Db,
  asked: {
    readonly account: string;
    readonly now: number;
    readonly all: readonly Counted[];
    readonly isMailed: boolean;
  },
): Promise<void> {
  const { account, now, all, isMailed } = asked;
  const rows = await mine(tx)
    .selectFrom("notice_seen")
    .selectAll()
    .where("account", "=", account)
    .execute();
  const seen = new Map(rows.map(({ what, count }) => [what, count]));
  const isFirst = rows.length === 0;
  for (const { what, words, path, count, before } of all) {
    const last = seen.get(what) ?? (isFirst ? before : 0);
    const more = count - last;
    if (more > 0)
      await mine(tx)
        .insertInto("notice")
        .values({ account, at: now, what, words, path, more, count, told: isMailed ? 0 : 1 })
        .onConflict((c) => c.columns(["account", "at", "what"]).doNothing())
        .execute();
  }
  const gone = rows.filter(({ what }) => !all.some((one) => one.what === what));
  for (const { what, count } of [...all, ...gone.map((one) => ({ ...one, count: 0 }))])
    if (seen.get(what) !== count)
      await mine(tx)
        .insertInto("notice_seen")
        .values({ account, what, count })
        .onConflict((c) => c.columns(["account", "what"]).doUpdateSet({ count }))
        .execute();
  await prune(tx, account, now);
}

async function prune(tx: Db, account: string, now: number): Promise<void> {
  const kept = await ofAccount(tx, account).orderBy("at", "desc").limit(KEPT).execute();
  const oldest = kept.length < KEPT ? 0 : kept.at(-1)!.at;
  const own = mine(tx).deleteFrom("notice").where("account", "=", account);
  await own.where("at", "<", Math.max(oldest, now - A_MONTH)).execute();
}

/** A mail told what was noticed until then. */
async function told(
  tx: Db,
  { account, until, now }: { readonly account: string; readonly until: number; now: number },
): Promise<void> {
  const own = mine(tx).updateTable("notice").set({ told: 1 }).where("account", "=", account);
  await own.where("at", "<=", until).execute();
  await mine(tx)
    .updateTable("notice_choice")
    .set({ mailed: now })
    .where("account", "=", account)
    .execute();
}

/** Of an account that is closed: nothing is told to it any more, and its feed is gone. */
async function forget(tx: Db, account: string): Promise<void> {
  for (const name of ["notice", "notice_seen", "notice_choice"] as const)
    await mine(tx).deleteFrom(name).where("account", "=", account).execute();
}

/** After a restore: an address that was ended since the backup opens nothing again, so all are made anew. */
async function restored(tx: Db): Promise<void> {
  await mine(tx).updateTable("notice_choice").set({ feed_hash: null }).execute();
}

const mine = (db: Db) => db.withTables<Tables>();
