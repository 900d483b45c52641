/**
 * Which files want a ladder: those that a body names and nobody has looked at, and those of older rules. Every record is
 * looked at once a process, at the start and as they come, so that whatever way a file came in, its rungs follow. It
 * remembers no place in the log: rungs are in no backup, and what counts is whether they are there.
 */
import { sql } from "kysely";
import type { Db } from "../../db/store.ts";
import type { Jobs } from "../../jobs/jobs.ts";
import type { LogTables } from "../../log/tables.ts";
import type { LadderTables } from "../../private/ladders.ts";
import type { Writes } from "../../log/thread.ts";
import { pause } from "../../process/resting.ts";
import { hasFfmpeg } from "../ffmpeg.ts";
import { LADDER, type LadderJob } from "./ladder.ts";
import { PICTURE_RULES, RULES } from "./rules.ts";

interface FollowOptions {
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly commits: { current(): number };
  readonly writes: Pick<Writes, "until">;
  readonly jobs: Pick<Jobs, "add">;
  readonly log: (line: string) => void;
  /** Kinds of record of whose files a feature makes lighter ones itself. */
  readonly apart: readonly string[];
}

const EVERY = 2000; // ms between two looks, at least
const A_BATCH = 100; // records in memory at once; each has at most 256 kB

export function followMedia(options: FollowOptions): {
  /** Resolves when no look is under way any more. */
  close(): Promise<void>;
} {
  const { snapshot, commits, writes, jobs, log, apart } = options;
  let seen = -1; // the number of commits
  let looked = -1; // the last record, in the order of arrival
  const closing = new AbortController();
  let saidSo = false;

  async function look(): Promise<void> {
    const commit = commits.current();
    try {
      for (let more = true; more && !closing.signal.aborted;) {
        const found = await snapshot((db) => wantedLadders(db, looked, apart));
        for (const job of found.jobs) if (!closing.signal.aborted) await ask(job);
        if (closing.signal.aborted) return;
        ({ looked, more } = found);
      }
      seen = commit;
    } catch (error) {
      log(`The media cannot be looked at: ${(error as Error).message}`);
    }
  }

  async function ask(job: LadderJob): Promise<void> {
    if (isRecording(job.media) && !(await hasFfmpeg())) {
      if (!saidSo) log("Films and sounds stay as they are: there is no ffmpeg on this machine.");
      saidSo = true;
    } else await jobs.add(LADDER, job.media, job);
  }

  async function follow(): Promise<void> {
    const { signal } = closing;
    while (!signal.aborted) {
      await look();
      await pause(EVERY, signal);
      await writes.until(() => commits.current() !== seen, signal);
    }
  }
  const following = follow();
  return {
    async close() {
      closing.abort();
      await following;
    },
  };
}

const isRecording = (media: string): boolean => /\.(mp4|webm|mp3|ogg)$/.test(media);

/**
 * In the records behind a place of the log, with what a body says of each file: where it holds `{ file, rungs }`, the
 * rungs are the file's, and want none themselves.
 */
async function wantedLadders(
  db: Db,
  behind: number,
  apart: readonly string[],
): Promise<{ jobs: readonly LadderJob[]; looked: number; more: boolean }> {
  const mine = db.withTables<LogTables & LadderTables>();
  const wanted = mine
    .selectFrom("media_ref")
    .where("media", "not like", "%.csv")
    .where(
      // Below zero a feature made them itself, and both would undo what the other made.
      sql<boolean>`media not in (select media from ladder where rules < 0 or done = 1 and rules = case when media like '%.avif' or media like '%.webp' or media like '%.jpg' or media like '%.png' then ${sql.lit(PICTURE_RULES)} else ${sql.lit(RULES)} end)`,
    );
  const rows = await mine
    .selectFrom("record")
    .select(["idx", "body_hash", "document"])
    .where("idx", ">", behind)
    .where("kind", "not in", ["", ...apart])
    .where("body_hash", "in", wanted.select("body_hash"))
    .orderBy("idx")
    .limit(A_BATCH)
    .execute();
  const hashes = rows.map((row) => row.body_hash);
  const named =
    rows.length === 0
      ? []
      : await wanted
          .select(["media", "body_hash"])
          .where("body_hash", "in", hashes)
          .orderBy("media")
          .execute();
  const of = Map.groupBy(named, (row) => row.body_hash);
  const jobs = new Map<string, LadderJob>();
  const brought = new Set<string>();
  for (const { body_hash, document } of rows) {
    if (document === null) continue;
    const body: unknown = JSON.parse(Buffer.from(document).toString());
    for (const { media } of of.get(body_hash) ?? []) {
      const has = [...(jobs.get(media)?.has ?? [])];
      walk(body, media, has, brought);
      jobs.set(media, { media, has: [...new Set(has)] });
    }
  }
  return {
    jobs: [...jobs.values()].filter(({ media }) => !brought.has(media)),
    looked: rows.at(-1)?.idx ?? behind,
    more: rows.length === A_BATCH,
  };
}

interface Brought {
  readonly file?: { readonly media?: string };
  readonly height?: number;
}

function walk(value: unknown, media: string, has: string[], brought: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  const { file, height, rungs } = value as Brought & { rungs?: readonly Brought[] };
  // A file that says how many lines it has is that rung itself.
  if (file?.media === media && typeof height === "number") has.push(`${height}p`);
  if (Array.isArray(rungs))
    for (const rung of rungs as readonly Brought[]) {
      if (file?.media === media) has.push(rung.height === undefined ? "sound" : `${rung.height}p`);
      if (rung.file?.media !== undefined) brought.add(rung.file.media);
    }
  for (const inner of Object.values(value)) walk(inner, media, has, brought);
}
