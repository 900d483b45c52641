/** Saying records for this instance, served here or elsewhere: what a desk accepts and what a sender takes back. */
import type { Db } from "../db/store.ts";
import type { Log } from "../log/log.ts";
import type { Appended, Unless } from "../log/appending.ts";
import { lastTimeAbout } from "../log/reading.ts";
import { openBatch, type Batch, type Unsigned } from "../records/batch.ts";
import { Clock } from "../records/clock.ts";
import type { Key } from "../records/keys.ts";
import type { SignedRecord } from "../records/record.ts";
import { timeNow } from "../process/steady-clock.ts";

export interface Speaker {
  readonly append: Log["append"];
  readonly key: Key;
  readonly snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
}

/** One sentence about a subject that is named beside it. */
export type Sentence = Omit<Unsigned, "subject">;

/**
 * Say this in this order, all of it or nothing.
 * @param after a time than which all of it is later
 * @throws NotSaid when one of them did not come into the log
 */
export async function say(
  speaker: Speaker,
  sentences: readonly Unsigned[],
  after?: string,
): Promise<readonly SignedRecord[]> {
  const batch = batchOf(speaker);
  for (const one of sentences) batch.add(one, after);
  await appendSigned(speaker, batch.records);
  return batch.records;
}

/** The same about one subject, later than all that was said about it. */
export async function sayAbout(
  speaker: Speaker,
  subject: string,
  ...sentences: readonly Sentence[]
): Promise<readonly SignedRecord[]> {
  const last = await speaker.snapshot((db) => lastTimeAbout(db, subject));
  const about = sentences.map((one) => ({ ...one, subject }));
  return say(speaker, about, last);
}

const AHEAD = 10 * 60_000; // ms; what is further ahead waits (log/incoming.ts)
const clocks = new WeakMap<Key, Clock>(); // no two sentences of one moment: which of them holds would be chance

/** For sentences that name what others of the same moment have opened. */
export function batchOf({ key }: Pick<Speaker, "key">, now?: () => number): Batch {
  if (now) return openBatch({ key, clock: new Clock(now) });
  let clock = clocks.get(key);
  if (!clock || clock.isAhead(AHEAD)) clock = new Clock(timeNow); // ours was set back: the log would let it wait
  clocks.set(key, clock);
  return openBatch({ key, clock });
}

/** The log did not take what this instance said: its key may not say that, or its clock is ahead, or too much waits. */
export class NotSaid extends Error {}

/** @throws NotSaid when one of them did not come into the log */
export async function appendSigned(
  speaker: Pick<Speaker, "append">,
  records: readonly Pick<SignedRecord, "entry" | "document">[],
): Promise<void> {
  await appendUnless(speaker, records);
}

/**
 * @returns whether they came into the log; not where more was said meanwhile
 * @throws NotSaid when one of them did not come into the log for another reason
 */
export async function appendUnless(
  speaker: Pick<Speaker, "append">,
  records: readonly Pick<SignedRecord, "entry" | "document">[],
  unless?: Unless,
): Promise<boolean> {
  if (records.length === 0) return true;
  const appended = await speaker.append(
    records.map(({ entry, document }) => ({ entry, document })),
    unless,
  );
  if (appended.results.some(({ is }) => is === "overtaken")) return false;
  const refused = refusedOf(appended);
  if (refused)
    throw new NotSaid(
      `Expected this instance's key to be allowed to say record ${refused.id}, it was ${refused.is}.`,
    );
  return true;
}

/** The first that did not come into the log. */
export const refusedOf = ({ results }: Pick<Appended, "results">) =>
  results.find(({ is }) => is !== "accepted" && is !== "known");
