/** The records themselves, in order: signatures, bodies, the tree; and what the log's own tables must hold because of them. */
import * as v from "valibot";
import { leafHash } from "../../../engines/tlog/merkle.ts";
import { GrowingTree } from "../../../engines/tlog/tree.ts";
import type { Db } from "../../db/store.ts";
import { readDocument, readEntry, type Envelope } from "../../records/record.ts";
import { mediaIn } from "../../records/jcs.ts";
import { dueTime } from "../incoming.ts";
import { ERASURE_MADE, ErasureMade, LASTING, LOG_CONTINUED } from "../kinds.ts";
import { ABOUT_KEYS, keysAfter, opened, UNOWNED, type Ownership } from "../ownership.ts";
import type { LogTables } from "../tables.ts";
import type { Problems } from "./problems.ts";

const CHUNK = 500;

export interface ReadRecords {
  readonly records: number;
  readonly bodies: number;
  readonly erased: number;
  readonly tiles: number;
  /** The tree over all records. */
  readonly tree: GrowingTree;
  /** Its root when it had so many records. */
  readonly roots: ReadonlyMap<number, Uint8Array>;
  /** Who owned the log from which place on. */
  readonly ownership: Ownership;
}

interface Options {
  readonly db: Db;
  /** An empty log on SQLite, where what follows is put. */
  readonly scratch: Db;
  /** Sizes of which the root is wanted. */
  readonly rootsAt: readonly number[];
  readonly problems: Problems;
  readonly progress: (done: number) => void;
}

/** One row of `record` with its signed bytes. */
type Row = LogTables["record"];

export async function readRecords(options: Options): Promise<ReadRecords> {
  const { db, scratch, problems } = options;
  const tree = GrowingTree.open(0, () => new Uint8Array());
  const [tiles, roots] = [new Set<string>(), new Map<number, Uint8Array>()];
  const erasures = await readErasures(db, scratch);
  let [bodies, erased, next] = [0, 0, 0];
  let ownership = UNOWNED;
  for (;;) {
    const rows = await recordsFrom(db, next);
    if (rows.length === 0) break;
    const named: LogTables["media_ref"][] = [];
    for (const row of rows) {
      if (row.idx !== next)
        problems.add(`record ${next}: expected it in the log, found ${row.idx}`, "backup");
      next = row.idx + 1;
      await problems.attempt(`record ${row.idx}`, "backup", () => {
        const { id, envelope } = readEntry(row.entry);
        const index = row.idx;
        if (ownership.campaign === undefined) {
          const isCampaign = envelope.kind !== LOG_CONTINUED;
          ownership = opened(ownership, { id, author: envelope.author, index, isCampaign });
        }
        for (const column of otherColumns(row, id, envelope))
          problems.add(
            `record ${row.idx}: its column ${column} differs from its signed bytes`,
            "copy",
          );
        const subject = envelope.subject ?? id;
        const covered =
          erasures.get(envelope.body)?.has(subject) === true && !LASTING.has(envelope.kind);
        if (row.document === null) {
          erased++;
          if (!covered) throw new Error("its body is missing and no erasure covers it");
          return;
        }
        bodies++;
        const body = readDocument(row.document, envelope.body);
        for (const media of new Set(mediaIn(body))) named.push({ media, body_hash: envelope.body });
        if (covered) throw new Error("its body is here although an erasure covers it");
        if (!ABOUT_KEYS.has(envelope.kind)) return;
        const after = keysAfter(ownership, { ...envelope, subject, body, index });
        if (typeof after === "string")
          throw new Error(`what it says of keys does not hold: ${after}`);
        ownership = after;
      });
    }
    await put(scratch, "media_ref", named);
    for (const leaves of cut(rows, tree.size, options.rootsAt)) {
      const writes = tree.append(leaves.map((r) => leafHash(r.entry)));
      for (const { level, n } of writes) tiles.add(`${level}/${n}`);
      for (const write of writes)
        await scratch
          .withTables<LogTables>()
          .insertInto("tile")
          .values({ level: write.level, n: write.n, hashes: write.hashes })
          .onConflict((c) => c.columns(["level", "n"]).doUpdateSet({ hashes: write.hashes }))
          .execute();
      if (options.rootsAt.includes(tree.size)) roots.set(tree.size, tree.root());
    }
    options.progress(next);
  }
  return { records: next, bodies, erased, tiles: tiles.size, tree, roots, ownership };
}

/** Records that wait: as they were signed, and for what they say. */
export async function readHeld(db: Db, problems: Problems): Promise<void> {
  const mine = db.withTables<LogTables>();
  const ids = await mine.selectFrom("held").select("id").orderBy("id").execute();
  for (const { id } of ids)
    await problems.attempt(`waiting record ${id}`, "backup", async () => {
      const row = await mine
        .selectFrom("held")
        .selectAll()
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const read = readEntry(row.entry);
      readDocument(row.document, read.envelope.body);
      const due = row.reason === "early" ? dueTime(read.envelope.at, 0) : 0;
      const known = ["early", "ungranted", "unknown-kind"].includes(row.reason);
      if (read.id !== id || !known || row.due !== due)
        throw new Error("its columns differ from its signed bytes");
    });
}

/** The columns that repeat the envelope, and do not. */
function otherColumns(row: Row, id: string, envelope: Envelope): string[] {
  const expected: Partial<Row> = {
    id,
    kind: envelope.kind,
    subject: envelope.subject ?? id,
    at: envelope.at,
    author: envelope.author,
    audience: envelope.audience,
    import: envelope.import ?? null,
    body_hash: envelope.body,
  };
  return Object.entries(expected).flatMap(([name, value]) =>
    row[name as keyof Row] === value ? [] : [name],
  );
}

function recordsFrom(db: Db, next: number): Promise<Row[]> {
  return db
    .withTables<LogTables>()
    .selectFrom("record")
    .selectAll()
    .where("idx", ">=", next)
    .orderBy("idx")
    .limit(CHUNK)
    .execute();
}

/** What the erasures in the log cover: a body's hash, and the subjects whose body it was. */
async function readErasures(db: Db, scratch: Db): Promise<Map<string, Set<string>>> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["entry", "document"])
    .where("kind", "=", ERASURE_MADE)
    .execute();
  const erasures = new Map<string, Set<string>>();
  for (const { entry, document } of rows) {
    const said = document && v.safeParse(Erasure, parsed(document));
    const subject = v.safeParse(OfSubject, parsed(entry));
    if (!said?.success || !subject.success) continue; // what is wrong with it is said in its turn
    for (const hash of said.output.say.bodies)
      erasures.set(hash, (erasures.get(hash) ?? new Set()).add(subject.output.envelope.subject));
  }
  await put(
    scratch,
    "erased",
    [...erasures].flatMap(([hash, subjects]) => [...subjects].map((by) => ({ hash, by }))),
  );
  return erasures;
}

const Erasure = v.looseObject({ say: ErasureMade });
const OfSubject = v.looseObject({ envelope: v.looseObject({ subject: v.string() }) });

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

async function put(
  scratch: Db,
  table: "erased" | "media_ref",
  rows: readonly Readonly<Record<string, string>>[],
): Promise<void> {
  for (let i = 0; i < rows.length; i += CHUNK)
    await scratch
      .withTables<Record<string, Record<string, string>>>()
      .insertInto(table)
      .values(rows.slice(i, i + CHUNK))
      .onConflict((c) => c.doNothing())
      .execute();
}

/** The rows in pieces, so that the tree stops at each of these sizes. */
function cut(rows: readonly Row[], size: number, stops: readonly number[]): Row[][] {
  const at = stops.map((stop) => stop - size).filter((n) => n > 0 && n < rows.length);
  const edges = [0, ...at.toSorted((a, b) => a - b), rows.length];
  return edges.slice(1).map((end, i) => rows.slice(edges[i], end));
}
