/** Refold: read all standing records of the touched subjects and let every projection replace their rows. */
import type { Db, Tx } from "../db/store.ts";
import type { LogRecord } from "../records/record.ts";
import { storedSay } from "../records/record.ts";
import { maySay, type Authority } from "./authority.ts";
import type { Projection, ReadMedia } from "./projection.ts";
import type { LogTables } from "./tables.ts";

const CHUNK = 500; // subjects a statement; keeps memory flat and statements below the databases' limits

/** What decides whether a record in the log stands. */
export interface Standing {
  readonly authority: Authority;
  /** Imports that their own author closed (`closedBy`): records of an open import show nothing. */
  readonly closed: ReadonlySet<string>;
}

export const closedBy = (importId: string, author: string): string => `${importId} ${author}`;

/**
 * Refold these subjects in these projections.
 * @param said the kinds of the records that are new, where nothing else has changed: a projection's rows follow from
 * records of its own kinds alone, so one that reads none of them keeps its rows
 * @param from where the records are read, if not where the rows are written
 * @returns the names of the projections that know these subjects, whether or not their rows could change (a list of
 * pledges shows addresses too), and of the versions of the view keys they touched
 */
export async function refold(
  tx: Tx,
  projections: readonly Projection[],
  subjects: readonly string[],
  standing: Standing,
  readMedia: ReadMedia,
  said?: ReadonlySet<string>,
  from: Db = tx,
): Promise<Set<string>> {
  const touched = new Set<string>();
  const keys = new Map<Projection, Set<string>>();
  for (let i = 0; i < subjects.length; i += CHUNK) {
    const chunk = subjects.slice(i, i + CHUNK);
    const { standingRecords, kindsSeen } = await readSubjects(from, chunk, standing);
    for (const projection of projections) {
      if (!projection.kinds.some((kind) => kindsSeen.has(kind))) continue;
      const mine = new Set(projection.kinds);
      const theirs = new Map<string, LogRecord[]>();
      for (const subject of chunk) {
        const seen = kindsSeen.get(subject);
        if (seen && [...seen].some((kind) => mine.has(kind)))
          theirs.set(
            subject,
            (standingRecords.get(subject) ?? []).filter((r) => mine.has(r.kind)),
          );
      }
      if (theirs.size === 0) continue;
      touched.add(projection.name);
      if (said && !projection.kinds.some((kind) => said.has(kind))) continue;
      const changed = await projection.write(tx, theirs, readMedia);
      const all = keys.get(projection) ?? new Set();
      for (const key of changed) all.add(key);
      keys.set(projection, all);
    }
  }
  for (const [projection, changed] of keys) {
    await recompute(tx, projection, [...changed]);
    for (const key of changed) if (projection.versionOf) touched.add(projection.versionOf(key));
  }
  return touched;
}

/** The standing records of these subjects, in reading order, without erased ones. */
export async function standingOf(
  db: Db,
  subjects: readonly string[],
  standing: Standing,
): Promise<ReadonlyMap<string, readonly LogRecord[]>> {
  const { standingRecords } = await readSubjects(db, subjects, standing);
  const present = [...standingRecords].map(
    ([subject, records]) => [subject, records.filter((r) => r.body !== null)] as const,
  );
  return new Map(present);
}

async function recompute(tx: Tx, projection: Projection, keys: readonly string[]): Promise<void> {
  if (!projection.view) return;
  for (let i = 0; i < keys.length; i += CHUNK) await projection.view(tx, keys.slice(i, i + CHUNK));
}

async function readSubjects(db: Db, subjects: readonly string[], standing: Standing) {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["idx", "id", "kind", "subject", "at", "author", "import", "body_hash", "document"])
    .where("subject", "in", [...subjects])
    .orderBy("subject")
    .orderBy("at")
    .orderBy("id")
    .execute();
  const standingRecords = new Map<string, LogRecord[]>();
  const kindsSeen = new KindsSeen();
  for (const { idx, id, kind, subject, at, author, body_hash, document, import: of } of rows) {
    kindsSeen.add(subject, kind);
    if (of !== null && !standing.closed.has(closedBy(of, author))) continue; // an import that never closed
    if (!maySay(standing.authority, author, kind, idx)) continue; // revoked
    const records = standingRecords.get(subject);
    const body = document === null ? null : storedSay(document); // null: erased
    const record = { id, kind, subject, at, author, body, bodyHash: body_hash };
    if (records) records.push(record);
    else standingRecords.set(subject, [record]);
  }
  return { standingRecords, kindsSeen };
}

/** Which kinds each subject has in the log, standing or not: rows of what no longer stands must go too. */
class KindsSeen {
  readonly #bySubject = new Map<string, Set<string>>();
  readonly #all = new Set<string>();

  add(subject: string, kind: string): void {
    this.#all.add(kind);
    const seen = this.#bySubject.get(subject);
    if (seen) seen.add(kind);
    else this.#bySubject.set(subject, new Set([kind]));
  }
  has(kind: string): boolean {
    return this.#all.has(kind);
  }
  get(subject: string): ReadonlySet<string> | undefined {
    return this.#bySubject.get(subject);
  }
}
