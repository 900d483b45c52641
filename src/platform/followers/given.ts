/** What a follower is given next: standing records behind a place of the log, imports where they close. */
import type { Db } from "../db/store.ts";
import { maySay } from "../log/authority.ts";
import { IMPORT_CLOSED } from "../log/kinds.ts";
import { closedBy, type Standing } from "../log/refold.ts";
import { readStanding } from "../log/standing.ts";
import type { LogTables } from "../log/tables.ts";
import type { JsonObject } from "../records/jcs.ts";
import { storedSay } from "../records/record.ts";

const A_BATCH = 100; // records in memory at once; each has at most 256 kB

/** A record as a follower is given it. */
export interface Followed {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly at: string;
  readonly author: string;
  /** null: erased meanwhile. */
  readonly body: JsonObject | null;
}
/** Records to be given together. */
interface Given {
  readonly records: readonly Followed[];
  /** Where the follower stands once they are dealt with: the last record's place and id. */
  readonly place: Place;
}
export interface Place {
  /** Position in the order of arrival; -1 before the first record. */
  readonly idx: number;
  /** Empty before the first record. */
  readonly id: string;
}

/** The next batches behind a place, and how far was looked; `more` says that others may follow. */
export async function givenAfter(
  db: Db,
  { idx: from }: Place,
  kinds: readonly string[],
): Promise<{ given: Given[]; looked: Place; more: boolean }> {
  const rows = await records(db)
    .where("idx", ">", from)
    .where("kind", "in", [...kinds, IMPORT_CLOSED])
    .limit(A_BATCH)
    .execute();
  const standing = await readStanding(db);
  const given: Given[] = [];
  let batch: Row[] = [];
  const give = (place: Place) => {
    given.push({ records: batch.map(followed), place });
    batch = [];
  };
  let before: Place | undefined;
  for (const row of rows) {
    if (row.kind === IMPORT_CLOSED && row.document !== null) {
      if (before && batch.length > 0) give(before);
      for (const part of await imported(db, row, kinds, standing)) {
        // Until the last part is dealt with, the follower stands before the import.
        if (batch.length > 0) give(before ?? { idx: from, id: "" });
        batch = part;
      }
      give(row);
    } else if (row.import === null && stands(row, standing)) batch.push(row);
    before = row;
  }
  if (before && batch.length > 0) give(before);
  const more = rows.length === A_BATCH;
  return { given, looked: more ? before! : await endOf(db), more };
}

/** The last record that the log holds. */
export async function endOf(db: Db): Promise<Place> {
  const row = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["idx", "id"])
    .orderBy("idx", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? { idx: -1, id: "" };
}

/** The place of a record; undefined where the log does not hold it. */
export async function placeOf(db: Db, id: string): Promise<Place | undefined> {
  if (id === "") return { idx: -1, id };
  return db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["idx", "id"])
    .where("id", "=", id)
    .executeTakeFirst();
}

type Row = Awaited<ReturnType<ReturnType<typeof records>["execute"]>>[number];
const records = (db: Db) =>
  db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["idx", "id", "kind", "subject", "at", "author", "import", "document"])
    .orderBy("idx");

/** What an import brought, in parts. */
async function imported(
  db: Db,
  closing: Row,
  kinds: readonly string[],
  standing: Standing,
): Promise<Row[][]> {
  const { import: name } = storedSay(closing.document!) as { import: string };
  if (!standing.closed.has(closedBy(name, closing.author))) return [];
  const rows = await records(db)
    .where("import", "=", name)
    .where("author", "=", closing.author)
    .where("kind", "in", [...kinds])
    .execute();
  const all = rows.filter((row) => stands(row, standing));
  return Array.from({ length: Math.ceil(all.length / A_BATCH) }, (_, i) =>
    all.slice(i * A_BATCH, (i + 1) * A_BATCH),
  );
}

const stands = ({ idx, kind, author }: Row, { authority }: Standing): boolean =>
  maySay(authority, author, kind, idx);

const followed = ({ id, kind, subject, at, author, document }: Row): Followed => ({
  id,
  kind,
  subject,
  at,
  author,
  body: document === null ? null : storedSay(document),
});
