/**
 * The log: the only door through which anything is written.
 *
 * append → verify → insert once → grow the tree → refold the subjects it touched, all in one transaction.
 * The promise of `append` resolves only after the database has made the transaction durable.
 */
import { openTurn } from "../db/in-turn.ts";
import type { Db, Store, Tx } from "../db/store.ts";
import type { Source } from "./admission.ts";
import {
  appendUnless,
  appendVerified,
  type Appended,
  type LogMemory,
  type Unless,
} from "./appending.ts";
import { both, dropHeld, idsDue, NOTHING, readHeld, type Accepted } from "./holding.ts";
import { verifyIncoming, type HeldReason, type Incoming, type Verified } from "./incoming.ts";
import { GRANT_GIVEN, OWNER_REKEYED } from "./kinds.ts";
import type { ReadMedia, Registry } from "./projection.ts";
import type { Rebuilt } from "./rebuild.ts";
import { readStanding } from "./standing.ts";
import { nextCommit, outdated, raiseVersions, readState } from "./state.ts";
import { migrateLog } from "./tables.ts";
import { openTree, type LogSigner } from "./tree.ts";

interface LogOptions {
  readonly db: Db;
  readonly store: Store;
  readonly registry: Registry;
  readonly signer: LogSigner;
  readonly now: () => number;
  /** Where projections read the files that records name; none are here without it. */
  readonly readMedia?: ReadMedia;
  /** Called after a commit and before its acknowledgement, with the commit's number. */
  readonly onCommit?: (commit: number) => void;
  /** Called where the log is found shorter than it was; then nothing more may be written. */
  readonly onWentBack?: (error: LogWentBack) => void;
}

/** A database that is behind was put in the place of the log's: going on would be a second history under its name. */
class LogWentBack extends Error {
  override name = "LogWentBack";
  constructor(origin: string, size: number, committed: number) {
    super(
      `The database has ${size} records of ${origin}, where ${committed} were acknowledged: a copy that is behind has taken its place. Nothing was written. Name the newest one by CND_DATABASE, and start again.`,
    );
  }
}

export interface Log {
  /** @param unless more was said meanwhile: then nothing comes into the log, and every result says `overtaken` */
  append(records: readonly Incoming[], unless?: Unless): Promise<Appended>;
  /** Append records that this log had accepted before (a restore): verified, but nothing is made to wait. */
  replay(records: readonly Incoming[]): Promise<Appended>;
  /** Append records that this log had let wait before (a restore): there is room for all of them. */
  keepWaiting(records: readonly Incoming[]): Promise<Appended>;
  /** Rebuild all tables from the records, beside the ones that serve, and swap. */
  rebuild(progress?: (done: number, total: number) => void): Promise<Rebuilt>;
  /** Something beside the records changed on which pages rest under these names: they are made anew. */
  touch(names: readonly string[]): Promise<void>;
  /** Accept what waited for its time, where that has come. */
  retryHeld(): Promise<Accepted>;
  /** What was accepted of what waited, when the log was opened. */
  readonly atOpening: Accepted;
}

export async function openLog(options: LogOptions): Promise<Log> {
  const { db, store, registry, now, readMedia = async () => undefined } = options;
  await migrateLog(db, store);
  const origin = (await readState(db, "origin")) ?? options.signer.origin; // a log's name is set once
  const memory: LogMemory = {
    tree: await openTree(db, Number((await readState(db, "size")) ?? 0)),
    standing: await readStanding(db),
  };
  const appending = { registry, signer: { ...options.signer, origin }, now, readMedia };
  const inTurn = openTurn(); // the tree in memory and the database move together
  const { write, sizeIn } = openWriting(options, origin, memory);

  async function take(records: readonly Incoming[], from: Source, unless?: Unless) {
    const verifying = verifyIncoming(records, registry.kinds); // while an earlier append is written
    verifying.catch(() => undefined); // its turn says so
    const done = await inTurn(async () => {
      const read = await verifying;
      return write((tx) => appendUnless(tx, memory, read, from, { ...appending, unless }));
    });
    if (done.erasures.length > 0) store.forgot();
    if (!(await verifying).some(mayFree)) return done;
    return { ...done, ...both(done, await retryAll()), added: done.added };
  }

  /** Whether what waits for a grant may be said from now on. */
  const mayFree = ({ envelope: { kind } }: Verified): boolean =>
    kind === GRANT_GIVEN || kind === OWNER_REKEYED || kind === registry.rootKind;

  /** Where a grant came, or a program that may know more kinds: what waited for it may itself be a grant. */
  async function retryAll(): Promise<Accepted> {
    const done = await retryWaiting(["early", "ungranted", "unknown-kind"]);
    return done.added === 0 ? done : both(done, await retryAll());
  }

  async function retryHeld(): Promise<Accepted> {
    await inTurn(() => sizeIn(db));
    const done = await retryWaiting(["early"]);
    return done.added === 0 ? done : both(done, await retryAll()); // a grant may be among them
  }

  /** What cannot be accepted is not tried: a stranger's flood would be written again each time. */
  async function retryWaiting(reasons: readonly HeldReason[]): Promise<Accepted> {
    const ids = await idsDue(db, reasons, now());
    let done = NOTHING;
    for (let i = 0; i < ids.length; i += A_FEW)
      done = both(done, await retry(ids.slice(i, i + A_FEW)));
    if (done.erasures.length > 0) store.forgot();
    return done;
  }

  async function retry(ids: readonly string[]): Promise<Accepted> {
    const waiting = await readHeld(db, ids);
    const verified = (await Promise.all(waiting.map(orNothing))).flat();
    return inTurn(() =>
      write(async (tx) => {
        await dropHeld(tx, ids);
        return appendVerified(tx, memory, verified, "waiting", appending);
      }),
    );
  }

  /** What waited may not fit the version that now knows its kind; such a record is dropped, and others go on. */
  const orNothing = (record: Incoming): Promise<Verified[]> =>
    verifyIncoming([record], registry.kinds).catch(() => []);

  const rebuild: Log["rebuild"] = async (progress = () => undefined) => {
    const { rebuildProjections } = await import("./rebuild.ts"); // seldom asked for
    return rebuildProjections({
      projections: registry.projections,
      db,
      inTurn: (work) => inTurn(() => write(work)),
      standing: () => memory.standing,
      readMedia,
      progress,
    });
  };

  async function touch(names: readonly string[]): Promise<void> {
    await inTurn(() =>
      write(async (tx) => {
        const commit = await nextCommit(tx);
        await raiseVersions(tx, names, commit);
        return { commit };
      }),
    );
  }

  if (await outdated(db, registry.projections)) await rebuild();
  return {
    append: (records, unless) => take(records, "outside", unless),
    keepWaiting: (records) => take(records, "waiting"),
    replay: (records) => take(records, "backup"),
    rebuild,
    touch,
    retryHeld,
    atOpening: await retryAll(),
  };
}

const A_FEW = 50; // waiting records in memory at once: each may have 272 kB

function openWriting(
  { db, store, onCommit, onWentBack }: LogOptions,
  origin: string,
  memory: LogMemory,
) {
  let isStale = false; // what is in memory may not be the database's
  let committed = memory.tree.size; // records, at least

  async function write<T extends { commit: number }>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await store.write(db, (tx) => begun(tx, work), { inTurn: true });
    isStale = false;
    committed = memory.tree.size;
    onCommit?.(done.commit);
    return done;
  }

  /** What failed before, or was cut off at its commit, leaves the database to be asked how far the log has come. */
  async function begun<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const size = await sizeIn(tx);
    if (isStale || size !== memory.tree.size) {
      memory.tree = await openTree(tx, size);
      memory.standing = await readStanding(tx);
    }
    isStale = true; // until it is committed
    return work(tx);
  }

  /** @throws LogWentBack where the database lacks what it had committed, as a copy does that took its place */
  async function sizeIn(at: Db): Promise<number> {
    const size = Number((await readState(at, "size")) ?? 0);
    if (size >= committed) return size;
    const wentBack = new LogWentBack(origin, size, committed);
    onWentBack?.(wentBack);
    throw wentBack;
  }

  return { write, sizeIn };
}
