/**
 * Which files want a ladder: those that a body names and nobody has looked at, and those of older rules. Looked for when
 * the instance starts and after every commit, so that whatever way a file came in, its rungs follow.
 */
import { sql } from "kysely";
import type { Db } from "../../db/store.ts";
import type { Jobs } from "../../jobs/jobs.ts";
import type { LogTables } from "../../log/tables.ts";
import type { LadderTables } from "../../private/ladders.ts";
import { hasFfmpeg } from "../ffmpeg.ts";
import { LADDER, type LadderJob } from "./ladder.ts";
import { RULES } from "./rules.ts";

export interface FollowOptions {
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly commits: { current(): number };
  readonly jobs: Pick<Jobs, "add">;
  readonly log: (line: string) => void;
}

const EVERY = 2000; // ms between two looks at the number of commits, which cost nothing
const MOST = 500; // files a look; the rest comes with the next

export function followMedia({ snapshot, commits, jobs, log }: FollowOptions): { close(): void } {
  let seen = -1;
  let looking = false;
  let saidSo = false;
  const asked = new Set<string>(); // in this process; a failure is not tried again and again

  async function look(): Promise<void> {
    const commit = commits.current();
    if (looking || commit === seen) return;
    looking = true;
    try {
      const wanted = (await snapshot(wantedLadders)).filter(({ media }) => !asked.has(media));
      for (const job of wanted) {
        if (isRecording(job.media) && !(await hasFfmpeg())) {
          if (!saidSo)
            log("Films and sounds stay as they are: there is no ffmpeg on this machine.");
          saidSo = true;
          continue;
        }
        asked.add(job.media);
        await jobs.add(LADDER, job.media, job);
      }
      if (wanted.length < MOST) seen = commit;
    } catch (error) {
      log(`The media cannot be looked at: ${(error as Error).message}`);
    } finally {
      looking = false;
    }
  }
  const timer = setInterval(() => void look(), EVERY);
  timer.unref();
  void look();
  return { close: () => clearInterval(timer) };
}

const isRecording = (media: string): boolean => /\.(mp4|webm|mp3|ogg)$/.test(media);

/** With what a body says of each: where it holds `{ file, rungs }`, the rungs are the file's, and want none themselves. */
export async function wantedLadders(db: Db): Promise<LadderJob[]> {
  const rows = await db
    .withTables<LogTables & LadderTables>()
    .selectFrom("media_ref")
    .innerJoin("record", "record.body_hash", "media_ref.body_hash")
    .select(["media_ref.media as media", "record.document as document"])
    .where("media_ref.media", "not like", "%.csv")
    .where(
      sql<boolean>`media_ref.media not in (select media from ladder where done = 1 and rules = ${RULES})`,
    )
    .orderBy("record.idx")
    .limit(MOST)
    .execute();
  const jobs = new Map<string, LadderJob>();
  const brought = new Set<string>();
  for (const { media, document } of rows) {
    if (document === null) continue;
    const has: string[] = [];
    walk(JSON.parse(Buffer.from(document).toString()), media, has, brought);
    const before = jobs.get(media)?.has ?? [];
    jobs.set(media, { media, has: [...new Set([...before, ...has])] });
  }
  return [...jobs.values()].filter(({ media }) => !brought.has(media));
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
