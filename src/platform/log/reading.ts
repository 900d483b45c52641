/** The reading side of the log: what pages, exports and other people's verifiers ask of it. */
import { entryBundle } from "../../engines/tlog/bundle.ts";
import { HASH_SIZE } from "../../engines/tlog/merkle.ts";
import { parseTilePath, TILE_WIDTH, tileWidth } from "../../engines/tlog/tiles.ts";
import { addressesIn } from "../addresses/addresses.ts";
import { countRows } from "../db/all-rows.ts";
import type { Db } from "../db/store.ts";
import { timeIso } from "../records/clock.ts";
import type { LogRecord } from "../records/record.ts";
import { standingOf } from "./refold.ts";
import { readStanding } from "./standing.ts";
import { readState } from "./state.ts";
import type { LogTables } from "./tables.ts";
import { readTile } from "./tree.ts";

const CHUNK = 500;

interface StandingThing {
  readonly subject: string;
  readonly records: readonly LogRecord[];
  /** The kinds of which something about it was erased. */
  readonly erased: ReadonlySet<string>;
}

/** Every subject of a space by its slug, with its standing records of these kinds in reading order. */
export async function thingsIn(
  db: Db,
  space: string,
  kinds: readonly string[],
): Promise<Map<string, StandingThing>> {
  const standing = await readStanding(db);
  const addresses = [...(await addressesIn(db, space))];
  const things = new Map<string, StandingThing>();
  for (let i = 0; i < addresses.length; i += CHUNK) {
    const chunk = addresses.slice(i, i + CHUNK);
    const subjects = chunk.map(([, subject]) => subject);
    const records = await standingOf(db, subjects, standing);
    const gone = await db
      .withTables<LogTables>()
      .selectFrom("record")
      .select(["subject", "kind"])
      .distinct()
      .where("subject", "in", subjects)
      .where("document", "is", null)
      .execute();
    const erased = Map.groupBy(gone, (row) => row.subject);
    for (const [slug, subject] of chunk)
      things.set(slug, {
        subject,
        records: (records.get(subject) ?? []).filter((r) => kinds.includes(r.kind)),
        erased: new Set(erased.get(subject)?.map(({ kind }) => kind)),
      });
  }
  return things;
}

/** Which subject a record is about, and the hash of its body; undefined when the log does not hold it. */
export async function recordById(
  db: Db,
  id: string,
): Promise<{ subject: string; bodyHash: string } | undefined> {
  const row = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["subject", "body_hash"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { subject: row.subject, bodyHash: row.body_hash };
}

/** Is every one of these bodies forgotten? */
export async function areForgotten(db: Db, bodies: readonly string[]): Promise<boolean> {
  const kept = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("id")
    .where("body_hash", "in", [...bodies])
    .where("document", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return kept === undefined;
}

export interface LogHead {
  readonly origin: string;
  readonly size: number;
  /** The latest signed checkpoint, a C2SP signed note. */
  readonly checkpoint: string;
}

/** The log's name, size and latest checkpoint; undefined before the first record. */
export async function logHead(db: Db): Promise<LogHead | undefined> {
  const checkpoint = await readState(db, "checkpoint");
  if (checkpoint === undefined) return undefined;
  return {
    origin: (await readState(db, "origin")) ?? "",
    size: Number(await readState(db, "size")),
    checkpoint,
  };
}

/** The bytes at `tile/…` of the log's address; undefined when the log has no such tile (yet). */
export async function tileBytes(db: Db, path: string): Promise<Uint8Array | undefined> {
  const address = parseTilePath(path);
  const head = await logHead(db);
  if (!address || !head) return undefined;
  const level = address.level === "entries" ? 0 : address.level;
  const width = address.width ?? TILE_WIDTH;
  if (width > tileWidth(level, address.n, head.size)) return undefined;
  if (address.level !== "entries")
    return (await readTile(db, level, address.n)).subarray(0, width * HASH_SIZE);
  const first = address.n * TILE_WIDTH;
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("entry")
    .where("idx", ">=", first)
    .where("idx", "<", first + width)
    .orderBy("idx")
    .execute();
  return entryBundle(rows.map((r) => r.entry));
}

/** A public body by its hash: its bytes, `erased` when an erasure covers it, undefined when the log names no such body. */
export async function bodyBytes(db: Db, hash: string): Promise<Uint8Array | "erased" | undefined> {
  const row = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("document")
    .where("body_hash", "=", hash)
    .where("audience", "=", "public")
    .orderBy((eb) => eb("document", "is", null)) // another subject's, which nobody erased, comes first
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return row.document ?? "erased";
}

/** The subjects of the records that have this body. */
export async function subjectsOf(db: Db, hash: string): Promise<string[]> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("subject")
    .distinct()
    .where("body_hash", "=", hash)
    .execute();
  return rows.map(({ subject }) => subject);
}

export interface LogCounts {
  readonly records: number;
  readonly erased: number;
  readonly held: Readonly<Record<string, number>>;
}

/** Sizes for operators: records, erased bodies, and what waits, by reason. */
export async function logCounts(db: Db): Promise<LogCounts> {
  const mine = db.withTables<LogTables>();
  const held = await mine
    .selectFrom("held")
    .select((eb) => ["reason", eb.fn.countAll<number>().as("n")] as const)
    .groupBy("reason")
    .execute();
  return {
    records: Number((await readState(db, "size")) ?? 0),
    erased: await countRows(mine.selectFrom("erased")),
    held: Object.fromEntries(held.map((r) => [r.reason, r.n])),
  };
}

/** When something was said last about each of these subjects: ISO 8601, UTC. One that nothing was said about is absent. */
export async function lastSaidAbout(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(subjects)];
  const last = new Map<string, string>();
  for (let i = 0; i < wanted.length; i += CHUNK) {
    const rows = await db
      .withTables<LogTables>()
      .selectFrom("record")
      .select((eb) => ["subject", eb.fn.max("at").as("at")] as const)
      .where("subject", "in", wanted.slice(i, i + CHUNK))
      .groupBy("subject")
      .execute();
    for (const { subject, at } of rows) last.set(subject, timeIso(at));
  }
  return last;
}

/** What stands of what was said about a subject, in reading order, without what is erased. */
export async function standingAbout(db: Db, subject: string): Promise<readonly LogRecord[]> {
  const found = await standingOf(db, [subject], await readStanding(db));
  return found.get(subject) ?? [];
}

/** The kinds of which something about a subject was erased. */
export async function erasedAbout(db: Db, subject: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("kind")
    .distinct()
    .where("subject", "=", subject)
    .where("document", "is", null)
    .execute();
  return new Set(rows.map(({ kind }) => kind));
}

/** Everything that was said about a subject, in reading order: kind, time, hash of the body. */
export async function recordsAbout(
  db: Db,
  subject: string,
): Promise<{ kind: string; at: string; body: string }[]> {
  return db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["kind", "at", "body_hash as body"])
    .where("subject", "=", subject)
    .orderBy("at")
    .orderBy("id")
    .execute();
}

/** The latest time among the records that came last; undefined in an empty log. */
export async function lastTime(db: Db): Promise<string | undefined> {
  const newest = db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("at")
    .orderBy("idx", "desc")
    .limit(CHUNK);
  return (await newest.execute())
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
}

/** The time of the last record about a subject; undefined before the first. */
export async function lastTimeAbout(db: Db, subject: string): Promise<string | undefined> {
  const last = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select("at")
    .where("subject", "=", subject)
    .orderBy("at", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.at;
}
