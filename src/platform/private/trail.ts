/**
 * The trail: who came in, and what was done at the desk and by commands, for the owners. Rows are added and counted on, and
 * go when their time is over; nothing else changes one. Rules V60 to V63. No row holds an address, a secret, or words that
 * somebody typed: a person is their account's id, a thing its id or its name in an address.
 */
import * as v from "valibot";
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";
import { columns, integer, table, text as column } from "../db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";

/** Who acts where no account does: the operator, by a command; and whoever did not get in under a name that is known. */
export const SHELL = "shell";
export const NOBODY = "";
export const SIGN_IN = "sign-in";

const text = v.pipe(v.string(), v.maxLength(100));
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Done again by the same one, with nothing of theirs between, a deed is one row that counts. */
export const TrailRow = v.object({
  /** 1, 2, 3 …, in the order in which they were written; a clock may jump, this does not. */
  n: whole,
  /** The UTC day of `moment`. */
  day: text,
  /** UTC, `2026-11-27T09:15:00.000Z`, by the machine's clock. */
  moment: text,
  /** When it was done last. */
  last: text,
  times: whole,
  /** The id of an account, `SHELL` or `NOBODY`. */
  who: text,
  /** `sign-in`; the pattern of an address of the desk, with a star for what varies; a command, `cnd backup`. */
  what: text,
  /** The id, or the name in an address, of what it was done to; empty where there is none. */
  about: text,
  /** A word that says more: a role, a way in. */
  detail: text,
  /** The network of a sign-in, `203.0.113.0/24`; empty otherwise. */
  network: text,
  outcome: v.picklist(["done", "refused"]),
});
export type TrailRow = Readonly<v.InferOutput<typeof TrailRow>>;
export type Deed = Omit<TrailRow, "n" | "day" | "last">;

interface TrailAsked {
  readonly who?: string | undefined;
  readonly what?: string | undefined;
  /** Rows older than this one. */
  readonly before?: number | undefined;
  readonly most: number;
}
type Tables = { trail: TrailRow };

const MOST = 100_000; // rows, some 25 MB; the oldest go first
/** Rows of one account on one day; what it does after them is counted by its sort alone, so that nobody pushes others' out. */
const A_DAY = { done: 500, refused: 50 } as const;
const SAME = ["day", "who", "what", "about", "detail", "network", "outcome"] as const;

export const trailPart = {
  name: "trail",
  tables: {
    trail: {
      returns: "Rows are never taken back; a list of its own keeps them (kept-trail.ts).",
      keeps: { what: "trail", until: "trail" }, // `expire`, by the days that the operator set
    },
  },
  migrations: [
    creating({
      trail: table(
        { n: integer, ...columns(column, ...SAME, "moment", "last"), times: integer },
        {
          indexes: {
            trail_who: ["who", "n"],
            trail_what: ["what", "n"],
            trail_day: ["day", "who"],
          },
        },
      ),
    }),
  ],
  operations: { add, expire, restored },
} satisfies PrivatePart;

export const askTrail = asking(trailPart);
const trail = rowsOf<TrailRow>("trail");

/** @returns the row as it stands then */
async function add(tx: Db, deed: Deed): Promise<TrailRow> {
  const day = deed.moment.slice(0, 10);
  const row = { ...deed, day };
  const of = mine(tx).selectFrom("trail").where("who", "=", row.who);
  const newest = await of.selectAll().orderBy("n", "desc").limit(1).executeTakeFirst();
  if (newest && SAME.every((name) => newest[name] === row[name])) return count(tx, newest, row);
  const held = of.where("day", "=", day).where("outcome", "=", row.outcome);
  if ((await countRows(held)) < A_DAY[row.outcome]) return write(tx, row);
  const plain = { ...row, about: "", detail: "", network: "" };
  let same = mine(tx).selectFrom("trail").selectAll();
  for (const name of SAME) same = same.where(name, "=", plain[name]);
  const known = await same.orderBy("n", "desc").limit(1).executeTakeFirst();
  return known ? count(tx, known, row) : write(tx, plain);
}

async function count(tx: Db, known: TrailRow, { moment, times }: Deed): Promise<TrailRow> {
  const set = { times: known.times + times, last: moment };
  await trail.change(tx, { n: known.n }, set);
  return { ...known, ...set };
}

async function write(tx: Db, row: Omit<TrailRow, "n" | "last">): Promise<TrailRow> {
  const { newest } = await mine(tx)
    .selectFrom("trail")
    .select((eb) => eb.fn.max<number | null>("n").as("newest"))
    .executeTakeFirstOrThrow();
  const fresh = { ...row, n: (newest ?? 0) + 1, last: row.moment };
  await mine(tx).insertInto("trail").values(fresh).execute();
  const over = fresh.n - MOST;
  if (over > 0) await mine(tx).deleteFrom("trail").where("n", "<=", over).execute();
  return fresh;
}

/** The newest first. */
export function trailPage(db: Db, { who, what, before, most }: TrailAsked): Promise<TrailRow[]> {
  let query = mine(db).selectFrom("trail").selectAll().orderBy("n", "desc").limit(most);
  if (who !== undefined) query = query.where("who", "=", who);
  if (what !== undefined) query = query.where("what", "=", what);
  if (before !== undefined) query = query.where("n", "<", before);
  return query.execute();
}

/** By whom there are rows, and of what. */
export async function trailSorts(db: Db): Promise<{ who: string[]; what: string[] }> {
  const all = mine(db).selectFrom("trail").distinct();
  return {
    who: (await all.select("who").orderBy("who").execute()).map((row) => row.who),
    what: (await all.select("what").orderBy("what").execute()).map((row) => row.what),
  };
}

/**
 * What is older than the first day that is kept. A row that stands after one of a kept day was written later than that,
 * whatever the machine's clock said then: it stays until that one goes. @returns how many went
 */
async function expire(tx: Db, { first, today }: { first: string; today: string }): Promise<number> {
  const kept = await mine(tx)
    .selectFrom("trail")
    .select("n")
    .where("day", ">=", first)
    .where("day", "<=", today)
    .orderBy("n")
    .limit(1)
    .executeTakeFirst();
  let old = mine(tx).deleteFrom("trail").where("day", "<", first);
  if (kept) old = old.where("n", "<", kept.n);
  return Number((await old.executeTakeFirst()).numDeletedRows);
}

/** After a restore: what was written or counted since the backup, as it was kept beside the data. */
async function restored(tx: Db, rows: readonly TrailRow[]): Promise<void> {
  for (const row of rows) {
    const here = await trail.one(tx, { n: row.n });
    if (!here) await mine(tx).insertInto("trail").values(row).execute();
    else if (SAME.every((name) => here[name] === row[name]) && row.times > here.times)
      await count(tx, here, { ...row, moment: row.last, times: row.times - here.times });
  }
}

/** Every row, oldest first, in chunks. */
export async function* trailRows(db: Db): AsyncGenerator<readonly TrailRow[]> {
  for (let after = 0; ;) {
    const chunk = await trail.of(db).where("n", ">", after).orderBy("n").limit(2_000).execute();
    if (chunk.length === 0) return;
    yield chunk;
    after = chunk.at(-1)!.n;
  }
}

const mine = (db: Db) => db.withTables<Tables>();
