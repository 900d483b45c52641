/** Records that wait: for their time, for a grant, for a program that knows their kind. */
import type { Db, Tx } from "../db/store.ts";
import type { Envelope } from "../records/record.ts";
import type { HeldReason, Verified } from "./incoming.ts";
import type { LogTables } from "./tables.ts";

/** What was accepted, and what it leaves to be done beside the log now that the commit is durable. */
export interface Accepted {
  /** How many records were new. */
  readonly added: number;
  /** Erasures among the new records, by id. */
  readonly erasures: readonly string[];
  /** Whether something among them must outlive a restore. */
  readonly outlives: boolean;
  /** Whether something among them takes back what a page may say. */
  readonly takesBack: boolean;
  /** Media that no body names any more; to be deleted. */
  readonly droppedMedia: readonly string[];
}

export const NOTHING: Accepted = {
  added: 0,
  erasures: [],
  outlives: false,
  takesBack: false,
  droppedMedia: [],
};

/** What came of one and then of another. */
export const both = (a: Accepted, b: Accepted): Accepted => ({
  added: a.added + b.added,
  erasures: [...a.erasures, ...b.erasures],
  outlives: a.outlives || b.outlives,
  takesBack: a.takesBack || b.takesBack,
  droppedMedia: [...a.droppedMedia, ...b.droppedMedia],
});

/** How many records may wait: in all, of those how many for a grant, and of those how many of one key. */
interface Room {
  readonly all: number;
  readonly ungranted: number;
  readonly ofKey: number;
}

const MOST = 1000; // each may have 272 kB: what waits fills no more of the disk

/**
 * Strangers leave a part to those who may speak, and one stranger the most of theirs to others. Before the campaign has
 * an owner, whoever is to be it is as strange as anybody.
 */
export const roomFor = (owner: string | undefined): Room =>
  owner === undefined
    ? { all: MOST, ungranted: MOST, ofKey: MOST }
    : { all: MOST, ungranted: 800, ofKey: 50 };

export interface Waiting {
  readonly record: Verified;
  readonly reason: HeldReason;
  readonly due: number;
}

/**
 * Keep what must wait, as far as there is room; all of it where none is given. What waits already stays: it was
 * acknowledged. Returns the ids of those that were not kept, and why, in words for their sender.
 */
export async function hold(
  tx: Tx,
  waiting: readonly Waiting[],
  room: Room | undefined,
): Promise<ReadonlyMap<string, string>> {
  const full = new Map<string, string>();
  if (waiting.length === 0) return full;
  const mine = tx.withTables<LogTables>();
  const here = await mine.selectFrom("held").select(["id", "reason", "entry"]).execute();
  const ids = new Set(here.map((r) => r.id));
  const authors = here.filter((r) => r.reason === "ungranted").map((r) => authorOf(r.entry));
  for (const { record, reason, due } of waiting) {
    const { id, entry, document, envelope } = record;
    if (ids.has(id)) continue;
    const why =
      room && whyFull(room, ids.size, reason === "ungranted" ? authors : [], envelope.author);
    if (why !== undefined || document === null) {
      full.set(id, why ?? NO_BODY);
      continue;
    }
    await mine.insertInto("held").values({ id, reason, due, entry, document }).execute();
    ids.add(id);
    if (reason === "ungranted") authors.push(envelope.author);
  }
  return full;
}

/** Those that wait for one of these reasons and may be tried now. */
export async function idsDue(
  db: Db,
  reasons: readonly HeldReason[],
  now: number,
): Promise<string[]> {
  const due = db.withTables<LogTables>().selectFrom("held").select("id");
  const rows = await due.where("reason", "in", reasons).where("due", "<=", now).execute();
  return rows.map((r) => r.id);
}

export const readHeld = (db: Db, ids: readonly string[]) =>
  db.withTables<LogTables>().selectFrom("held").selectAll().where("id", "in", ids).execute();

export async function dropHeld(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.withTables<LogTables>().deleteFrom("held").where("id", "in", ids).execute();
}

const NO_BODY =
  "Expected a record that must wait to have its body, got none. Send it again when it may be said.";

/** `authors` of what waits for a grant, for a record that would wait for one too. */
function whyFull(
  room: Room,
  all: number,
  authors: readonly string[],
  author: string,
): string | undefined {
  const lack = (n: number, what: string, when: string) =>
    `Expected at most ${n} records ${what}, got one more. Send it again ${when}.`;
  const granted = "once its author has one";
  if (all >= room.all) return lack(room.all, "to wait", "when fewer wait");
  if (authors.length >= room.ungranted) return lack(room.ungranted, "to wait for a grant", granted);
  if (authors.filter((a) => a === author).length >= room.ofKey)
    return lack(room.ofKey, "of one key to wait for a grant", granted);
  return undefined;
}

/** Of an entry that was verified when it was stored. */
const authorOf = (entry: Uint8Array): string =>
  (JSON.parse(Buffer.from(entry).toString()) as { envelope: Envelope }).envelope.author;
