/** The log's tree in the database: its tiles, its root, its signed checkpoint (C2SP tlog-tiles). */
import type { KeyObject } from "node:crypto";
import { formatCheckpoint } from "../../engines/tlog/checkpoint.ts";
import { leafHash } from "../../engines/tlog/merkle.ts";
import { signNote } from "../../engines/tlog/note.ts";
import { HASH_SIZE } from "../../engines/tlog/merkle.ts";
import { rightEdge, type ReadTile } from "../../engines/tlog/tiles.ts";
import { GrowingTree } from "../../engines/tlog/tree.ts";
import type { Db, Tx } from "../db/store.ts";
import { writeState } from "./state.ts";
import type { LogTables } from "./tables.ts";

/** What signs checkpoints: the log's name, set once, and its own key (never the one that says records). */
export interface LogSigner {
  readonly origin: string;
  readonly privateKey: KeyObject;
}

/** Open the tree of a log of `size` records for appending. */
export async function openTree(db: Db, size: number): Promise<GrowingTree> {
  const edge = rightEdge(size).filter(({ width }) => width > 0);
  const tiles = new Map<string, Uint8Array>();
  for (const { level, n } of edge) tiles.set(`${level}/${n}`, await readTile(db, level, n));
  return GrowingTree.open(size, fromMap(tiles));
}

/** Append entries and sign the new checkpoint, in the transaction that stores them. */
export async function growTree(
  tx: Tx,
  tree: GrowingTree,
  entries: readonly Uint8Array[],
  signer: LogSigner,
): Promise<void> {
  const writes = tree.append(entries.map(leafHash));
  for (let i = 0; i < writes.length; i += 100)
    await tx
      .withTables<LogTables>()
      .insertInto("tile")
      .values(writes.slice(i, i + 100).map(({ level, n, hashes }) => ({ level, n, hashes })))
      .onConflict((c) =>
        c.columns(["level", "n"]).doUpdateSet((eb) => ({ hashes: eb.ref("excluded.hashes") })),
      )
      .execute();
  const text = formatCheckpoint({ origin: signer.origin, size: tree.size, root: tree.root() });
  await writeState(tx, {
    origin: signer.origin, // set with the first record; a log that has a name is opened under it
    size: String(tree.size),
    checkpoint: signNote(text, signer.origin, signer.privateKey),
  });
}

/** The bytes of one tile as far as the log has grown. @throws Error when it is not there */
export async function readTile(db: Db, level: number, n: number): Promise<Uint8Array> {
  const row = await db
    .withTables<LogTables>()
    .selectFrom("tile")
    .select("hashes")
    .where("level", "=", level)
    .where("n", "=", n)
    .executeTakeFirst();
  if (!row) throw new Error(`Expected tile ${level}/${n} of the log, found none.`);
  return row.hashes;
}

/** Work that reads tiles: it is run blindly first, because which tiles it reads depends on the numbers alone. */
export async function readTilesFor<T>(db: Db, work: (read: ReadTile) => T): Promise<T> {
  const tiles = new Map<string, Uint8Array>();
  const asked: [level: number, n: number][] = [];
  work((level, n, width) => {
    asked.push([level, n]);
    return new Uint8Array(width * HASH_SIZE);
  });
  for (const [level, n] of asked) tiles.set(`${level}/${n}`, await readTile(db, level, n));
  return work(fromMap(tiles));
}

function fromMap(tiles: ReadonlyMap<string, Uint8Array>): ReadTile {
  return (level, n, width) => {
    const hashes = tiles.get(`${level}/${n}`);
    if (!hashes) throw new Error(`Expected tile ${level}/${n} of the log, found none.`);
    return hashes.subarray(0, width * HASH_SIZE);
  };
}
