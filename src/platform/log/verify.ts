/** Verify: read the whole log as a distrustful stranger would, and say what does not hold. */
import type { KeyObject } from "node:crypto";
import { parseCheckpoint } from "../../engines/tlog/checkpoint.ts";
import { leafHash, sameHash } from "../../engines/tlog/merkle.ts";
import { openNote } from "../../engines/tlog/note.ts";
import { tileWidth } from "../../engines/tlog/tiles.ts";
import { GrowingTree, type TileWrite } from "../../engines/tlog/tree.ts";
import { formatVkey } from "../../engines/tlog/vkey.ts";
import type { Db } from "../db/store.ts";
import { readDocument, readEntry } from "../records/record.ts";
import { LASTING } from "./kinds.ts";
import { logHead } from "./reading.ts";
import type { LogTables } from "./tables.ts";

const CHUNK = 500;

export interface Verification {
  readonly records: number;
  readonly bodies: number;
  readonly erased: number;
  readonly tiles: number;
  readonly media: number;
  /** One line for each thing that does not hold; empty when all is well. */
  readonly problems: readonly string[];
}

export interface VerifyOptions {
  readonly db: Db;
  /** The public key that signs this log's checkpoints. */
  readonly logKey: KeyObject;
  /** Says whether a media file is there and hashes to its name. */
  readonly mediaHolds: (media: string) => Promise<boolean>;
  readonly progress?: (done: number, total: number) => void;
}

/** Check every signature, hash, tile, the checkpoint, and that a body is missing exactly where an erasure covers it. */
export async function verifyLog(options: VerifyOptions): Promise<Verification> {
  const { db } = options;
  const problems: string[] = [];
  const head = await logHead(db);
  const size = head?.size ?? 0;
  const tree = GrowingTree.open(0, () => new Uint8Array());
  const tiles = new Map<string, TileWrite>();
  const erasures = await readErasures(db);
  let bodies = 0;
  let erased = 0;
  let next = 0;
  for (;;) {
    const rows = await recordsFrom(db, next);
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.idx !== next)
        problems.push(`record ${next}: expected it in the log, found ${row.idx}`);
      next = row.idx + 1;
      try {
        const { id, envelope } = readEntry(row.entry);
        if (id !== row.id || envelope.body !== row.body_hash || envelope.kind !== row.kind)
          problems.push(`record ${row.idx}: its columns differ from its signed bytes`);
        const covered =
          erasures.get(row.body_hash)?.has(row.subject) === true && !LASTING.has(row.kind);
        if (row.document === null) {
          erased++;
          if (!covered)
            problems.push(`record ${row.idx}: its body is missing and no erasure covers it`);
        } else {
          bodies++;
          readDocument(row.document, envelope.body);
          if (covered)
            problems.push(`record ${row.idx}: its body is here although an erasure covers it`);
        }
      } catch (error) {
        problems.push(`record ${row.idx}: ${(error as Error).message}`);
      }
    }
    for (const write of tree.append(rows.map((r) => leafHash(r.entry))))
      tiles.set(`${write.level}/${write.n}`, write);
    options.progress?.(next, size);
  }
  problems.push(
    ...checkHead(head, tree, options.logKey),
    ...(await checkTiles(db, tiles, tree.size)),
  );
  const media = await checkMedia(options, problems);
  return { records: next, bodies, erased, tiles: tiles.size, media, problems };
}

function recordsFrom(db: Db, next: number) {
  return db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["idx", "id", "kind", "subject", "body_hash", "entry", "document"])
    .where("idx", ">=", next)
    .orderBy("idx")
    .limit(CHUNK)
    .execute();
}

async function readErasures(db: Db): Promise<Map<string, Set<string>>> {
  const rows = await db.withTables<LogTables>().selectFrom("erased").selectAll().execute();
  const erasures = new Map<string, Set<string>>();
  for (const { hash, by } of rows) erasures.set(hash, (erasures.get(hash) ?? new Set()).add(by));
  return erasures;
}

function checkHead(
  head: Awaited<ReturnType<typeof logHead>>,
  tree: GrowingTree,
  logKey: KeyObject,
): string[] {
  if (!head) return tree.size === 0 ? [] : ["checkpoint: expected one, found none"];
  try {
    const vkey = formatVkey(head.origin, logKey);
    const checkpoint = parseCheckpoint(openNote(Buffer.from(head.checkpoint), [vkey]).text);
    const problems: string[] = [];
    if (checkpoint.origin !== head.origin)
      problems.push(`checkpoint: expected the origin ${head.origin}, found ${checkpoint.origin}`);
    if (checkpoint.size !== tree.size)
      problems.push(`checkpoint: expected ${tree.size} records, found ${checkpoint.size}`);
    else if (!sameHash(checkpoint.root, tree.root()))
      problems.push("checkpoint: its root differs from the root over the records");
    return problems;
  } catch (error) {
    return [`checkpoint: ${(error as Error).message}`];
  }
}

async function checkTiles(
  db: Db,
  expected: ReadonlyMap<string, TileWrite>,
  size: number,
): Promise<string[]> {
  const problems: string[] = [];
  const rows = await db.withTables<LogTables>().selectFrom("tile").selectAll().execute();
  for (const { level, n, hashes } of rows) {
    const tile = expected.get(`${level}/${n}`);
    if (!tile || hashes.length !== tileWidth(level, n, size) * 32 || !sameHash(hashes, tile.hashes))
      problems.push(`tile ${level}/${n}: its hashes differ from the records`);
  }
  if (rows.length !== expected.size)
    problems.push(`tiles: expected ${expected.size}, found ${rows.length}`);
  return problems;
}

async function checkMedia(options: VerifyOptions, problems: string[]): Promise<number> {
  const rows = await options.db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .select("media")
    .distinct()
    .execute();
  for (const { media } of rows)
    if (!(await options.mediaHolds(media)))
      problems.push(`media ${media}: a body names it, and it is missing or altered`);
  return rows.length;
}
