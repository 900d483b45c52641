/** Long work that outlives a request and a crash: one table on both databases. What is carried out is in platform/jobs. */
import { randomUUID } from "node:crypto";
import type { Db } from "../db/store.ts";
import { asking, type PrivatePart } from "./part.ts";

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
  tables: ["job", "job_report"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("job")
        .addColumn("id", "text", (c) => c.primaryKey())
        .addColumn("kind", "text", (c) => c.notNull())
        .addColumn("about", "text", (c) => c.notNull())
        .addColumn("argument", "text", (c) => c.notNull())
        .addColumn("state", "text", (c) => c.notNull())
        .addColumn("done", "integer", (c) => c.notNull())
        .addColumn("total", "integer", (c) => c.notNull())
        .addColumn("tries", "integer", (c) => c.notNull())
        .addColumn("due", "bigint", (c) => c.notNull())
        .addColumn("error", "text")
        .execute();
      await db.schema.createIndex("job_state").on("job").columns(["state", "due"]).execute();
      await db.schema.createIndex("job_about").on("job").columns(["about", "kind"]).execute();
    },
    async (db) => {
      await db.schema
        .createTable("job_report")
        .addColumn("kind", "text", (c) => c.primaryKey())
        .addColumn("made", "bigint", (c) => c.notNull())
        .addColumn("said", "text", (c) => c.notNull())
        .execute();
    },
  ],
  questions: { of, overview, reported },
  operations: { add, claim, step, finish, fail, retry, report, recover, drop },
} satisfies PrivatePart;

export const askJobs = asking(jobsPart);

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
  const { n } = await open
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  if (n >= MAX_WAITING) return undefined;
  const id = randomUUID();
  const fresh = { state: "waiting" as const, done: 0, total: 0, tries: 0, error: null };
  await mine(tx)
    .insertInto("job")
    .values({ id, kind, about, argument: JSON.stringify(argument), due, ...fresh })
    .execute();
  return id;
}

/** The job that has waited longest of those that are due; it runs from now on. */
async function claim(tx: Db, now: number): Promise<Job | undefined> {
  const next = await mine(tx)
    .selectFrom("job")
    .selectAll()
    .where("state", "=", "waiting")
    .where("due", "<=", now)
    .orderBy("due")
    .orderBy("id")
    .executeTakeFirst();
  if (!next) return undefined;
  const set = { state: "running" as const, tries: next.tries + 1 };
  await mine(tx).updateTable("job").set(set).where("id", "=", next.id).execute();
  return { ...next, ...set };
}

async function step(tx: Db, { id, ...set }: Pick<Job, "id" | "done" | "total">): Promise<void> {
  await mine(tx).updateTable("job").set(set).where("id", "=", id).execute();
}

async function finish(tx: Db, id: string): Promise<void> {
  await mine(tx)
    .updateTable("job")
    .set({ state: "done", error: null })
    .where("id", "=", id)
    .execute();
}

/** @param again when it is to be tried once more, UTC milliseconds; it stays failed without */
async function fail(
  tx: Db,
  { id, error, again }: { id: string; error: string; again?: number },
): Promise<void> {
  const set =
    again === undefined ? { state: "failed" as const } : { state: "waiting" as const, due: again };
  await mine(tx)
    .updateTable("job")
    .set({ ...set, error })
    .where("id", "=", id)
    .execute();
}

/** The jobs about a thing, the latest to begin first. */
function of(tx: Db, thing: string): Promise<Job[]> {
  return mine(tx)
    .selectFrom("job")
    .selectAll()
    .where("about", "=", thing)
    .orderBy("due", "desc")
    .execute();
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
  const job = await mine(tx)
    .selectFrom("job")
    .selectAll()
    .where("id", "=", id)
    .where("state", "=", "failed")
    .executeTakeFirst();
  if (!job) return false;
  const { kind, about, argument } = job;
  await mine(tx).deleteFrom("job").where("id", "=", id).execute();
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

/** What ran when the process ended waits again. */
async function recover(tx: Db): Promise<void> {
  await mine(tx)
    .updateTable("job")
    .set({ state: "waiting" })
    .where("state", "=", "running")
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

const mine = (db: Db) => db.withTables<Tables>();
