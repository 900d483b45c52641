/** Long work that outlives a request and a crash: one table on both databases. What is carried out is in platform/jobs. */
import { randomUUID } from "node:crypto";
import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";
import { bigint, columns, integer, orNull, table, text } from "../db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "./part.ts";

type JobState = "waiting" | "running" | "done" | "failed";

export interface Job {
  readonly id: string;
  /** `media.ladder`: names the work. */
  readonly kind: string;
  /** What it is about, so that it can be asked for; two jobs of a kind about one thing are one. */
  readonly about: string;
  /** JSON. */
  readonly argument: string;
  readonly state: JobState;
  /** Of `total` steps; both 0 before it says so. */
  readonly done: number;
  readonly total: number;
  /** How often it was begun. */
  readonly tries: number;
  /** When it may begin, UTC milliseconds. */
  readonly due: number;
  /** Why it failed, in one line for people. */
  readonly error: string | null;
}
/** What the last job of a kind found that came to its end. */
interface Report {
  readonly kind: string;
  /** UTC milliseconds. */
  readonly made: number;
  /** JSON. */
  readonly said: string;
}
type Tables = { job: Job; job_report: Report };

const MAX_WAITING = 10_000; // rows; beyond them something fills the queue that nobody empties

export const jobsPart = {
  name: "jobs",
  tables: {
    job: {
      returns: "What was done is done once more, to the same end.",
      keeps: {
        what: "work",
        until: "sent",
        ends: [{ days: 90, after: "done", ms: "due", where: { state: ["done", "failed"] } }],
      },
    },
    job_report: { returns: "Says what a job did.", keeps: { what: "work", until: "campaign" } },
  },
  migrations: [
    creating({
      job: table(
        {
          ...columns(text, "id", "kind", "about", "argument", "state"),
          ...columns(integer, "done", "total", "tries"),
          due: bigint,
          error: orNull(text),
        },
        { indexes: { job_state: ["state", "due"], job_about: ["about", "kind"] } },
      ),
    }),
    creating({ job_report: table({ kind: text, made: bigint, said: text }) }),
  ],
  questions: { of, overview, reported, nextDue },
  operations: { add, claim, step, finish, fail, retry, report, recover, drop },
} satisfies PrivatePart;

export const askJobs = asking(jobsPart);
const jobs = rowsOf<Job>("job");

interface NewJob {
  readonly kind: string;
  readonly about: string;
  readonly argument: unknown;
  /** UTC milliseconds. */
  readonly due: number;
}

/** One that waits or runs about the same thing already is it. @returns its id; undefined when the queue is full */
async function add(tx: Db, { kind, about, argument, due }: NewJob): Promise<string | undefined> {
  const open = mine(tx).selectFrom("job").where("state", "in", ["waiting", "running"]);
  const same = await open
    .select("id")
    .where("kind", "=", kind)
    .where("about", "=", about)
    .executeTakeFirst();
  if (same) return same.id;
  if ((await countRows(open)) >= MAX_WAITING) return undefined;
  const id = randomUUID();
  const fresh = { state: "waiting" as const, done: 0, total: 0, tries: 0, error: null };
  await mine(tx)
    .insertInto("job")
    .values({ id, kind, about, argument: JSON.stringify(argument), due, ...fresh })
    .execute();
  return id;
}

/** Some of the kinds of job: these alone, or all others. */
export type Lane = { readonly only: readonly string[] } | { readonly others: readonly string[] };

/** The job of this lane that has waited longest of those that are due; it runs from now on. @param now UTC milliseconds */
async function claim(tx: Db, { now, lane }: { now: number; lane: Lane }): Promise<Job | undefined> {
  const waiting = mine(tx).selectFrom("job").selectAll().where("state", "=", "waiting");
  const next = await waiting
    .where("due", "<=", now)
    .where(inLane(lane))
    .orderBy("due")
    .orderBy("id")
    .executeTakeFirst();
  if (!next) return undefined;
  const set = { state: "running" as const, tries: next.tries + 1 };
  await jobs.change(tx, { id: next.id }, set);
  return { ...next, ...set };
}

async function step(tx: Db, { id, ...set }: Pick<Job, "id" | "done" | "total">): Promise<void> {
  await jobs.change(tx, { id }, set);
}

async function finish(tx: Db, id: string): Promise<void> {
  await jobs.change(tx, { id }, { state: "done", error: null });
}

/** When the next one may begin, UTC milliseconds; null where none waits. */
async function nextDue(tx: Db): Promise<number | null> {
  const { due } = await mine(tx)
    .selectFrom("job")
    .select((eb) => eb.fn.min("due").as("due"))
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return due;
}

/** @param again when it is to be tried once more, UTC milliseconds; it stays failed without */
async function fail(
  tx: Db,
  { id, error, again }: { id: string; error: string; again?: number },
): Promise<void> {
  const set =
    again === undefined ? { state: "failed" as const } : { state: "waiting" as const, due: again };
  await jobs.change(tx, { id }, { ...set, error });
}

/** The jobs about a thing, the latest to begin first. */
function of(tx: Db, thing: string): Promise<Job[]> {
  return jobs.of(tx, { about: thing }).orderBy("due", "desc").execute();
}

export interface Overview {
  readonly waiting: number;
  readonly failed: number;
  /** What runs, and what runs next. */
  readonly next: readonly Job[];
  readonly failures: readonly Job[];
}

async function overview(tx: Db, most: number): Promise<Overview> {
  const counts = await mine(tx)
    .selectFrom("job")
    .select((eb) => ["state", eb.fn.countAll<number>().as("n")] as const)
    .where("state", "in", ["waiting", "failed"])
    .groupBy("state")
    .execute();
  const count = (state: Job["state"]) => counts.find((c) => c.state === state)?.n ?? 0;
  const all = mine(tx).selectFrom("job").selectAll().limit(most);
  return {
    waiting: count("waiting"),
    failed: count("failed"),
    next: await all
      .where("state", "in", ["running", "waiting"])
      .orderBy("state")
      .orderBy("due")
      .orderBy("id")
      .execute(),
    failures: await all
      .where("state", "=", "failed")
      .orderBy("due", "desc")
      .orderBy("id")
      .execute(),
  };
}

/** One that failed is tried as if it were new; one that waits or runs about the same thing is it. */
async function retry(tx: Db, { id, due }: Pick<Job, "id" | "due">): Promise<boolean> {
  const job = await jobs.one(tx, { id, state: "failed" });
  if (!job) return false;
  const { kind, about, argument } = job;
  await jobs.drop(tx, { id });
  return (await add(tx, { kind, about, argument: JSON.parse(argument), due })) !== undefined;
}

/** In place of the one before. */
async function report(tx: Db, { kind, made, said }: Report): Promise<void> {
  await mine(tx)
    .insertInto("job_report")
    .values({ kind, made, said })
    .onConflict((c) => c.column("kind").doUpdateSet({ made, said }))
    .execute();
}

async function reported(tx: Db, kind: string): Promise<Report | undefined> {
  return mine(tx).selectFrom("job_report").selectAll().where("kind", "=", kind).executeTakeFirst();
}

/** What of this lane ran when the process ended waits again. */
async function recover(tx: Db, lane: Lane): Promise<void> {
  const set = { state: "waiting" as const };
  await mine(tx)
    .updateTable("job")
    .set(set)
    .where("state", "=", "running")
    .where(inLane(lane))
    .execute();
}

/** Forget the jobs about a thing, and done ones that began before a time. */
async function drop(tx: Db, which: { about: string } | { doneBefore: number }): Promise<void> {
  const all = mine(tx).deleteFrom("job");
  await (
    "about" in which
      ? all.where("about", "=", which.about)
      : all.where("state", "=", "done").where("due", "<", which.doneBefore)
  ).execute();
}

/** No database here takes an empty list. */
const inLane =
  (lane: Lane) =>
  (eb: ExpressionBuilder<Tables, "job">): Expression<SqlBool> => {
    if ("only" in lane) return eb("kind", "in", [...lane.only, ""]);
    return eb("kind", "not in", [...lane.others, ""]);
  };

const mine = (db: Db) => db.withTables<Tables>();
