/**
 * The log: the only door through which anything is written.
 *
 * append → verify → insert once → grow the tree → refold the subjects it touched, all in one transaction.
 * The promise of `append` resolves only after the database has made the transaction durable.
 */
import { openTurn } from "../db/in-turn.ts";
import type { Db, Store, Tx } from "../db/store.ts";
import type { Kinds } from "../records/kind.ts";
import { RecordError } from "../records/record.ts";
import { ownedAfter, reasonToWait, type Source } from "./admission.ts";
import { subjectsDecided } from "./deciding.ts";
import { applyErasures, expectBodies, readErased } from "./erasure.ts";
import { both, hold, NOTHING, roomFor, type Accepted } from "./holding.ts";
import { verifyIncoming, type HeldReason, type Incoming, type Verified } from "./incoming.ts";
import { knownIds, insertRecords } from "./inserting.ts";
import { ERASURE_MADE, GRANT_GIVEN, outlivesRestore, OWNER_REKEYED, takesBack } from "./kinds.ts";
import { ownerAt } from "./ownership.ts";
import type { Projection, ReadMedia } from "./projection.ts";
import { outdated, rebuildProjections, type Rebuilt } from "./rebuild.ts";
import { refold } from "./refold.ts";
import { DECIDING, readStanding } from "./standing.ts";
import { EPOCH, raiseVersions, readState, writeState } from "./state.ts";
import { migrateLog, type LogTables } from "./tables.ts";
import { growTree, openTree, type LogSigner } from "./tree.ts";

/** What the log is made of: which kinds exist and which tables follow from them. */
export interface Registry {
  readonly kinds: Kinds;
  readonly projections: readonly Projection[];
  /** The kind that opens the campaign; its author owns the log. */
  readonly rootKind: string;
}

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

export interface Appended extends Accepted {
  /** Per record given: in the log now, or waiting and why, or refused because too many wait already. */
  readonly results: readonly {
    readonly id: string;
    readonly is: "accepted" | "known" | HeldReason | "full";
    /** Why there was no room, and what to do. */
    readonly message?: string;
  }[];
  /** The log's size after this append. */
  readonly size: number;
}

export interface Log {
  append(records: readonly Incoming[]): Promise<Appended>;
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
  const { rootKind } = registry;
  await migrateLog(db, store);
  const origin = (await readState(db, "origin")) ?? options.signer.origin; // a log's name is set once
  const signer = { ...options.signer, origin };
  let tree = await openTree(db, Number((await readState(db, "size")) ?? 0));
  let standing = await readStanding(db);
  const inTurn = openTurn(); // the tree in memory and the database move together

  let isStale = false; // the tree in memory may not be the database's
  let committed = tree.size; // records, at least

  async function write<T extends { commit: number }>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await store.write(db, (tx) => begun(tx, work), { inTurn: true });
    isStale = false;
    committed = tree.size;
    options.onCommit?.(done.commit);
    return done;
  }

  /** What failed before, or was cut off at its commit, leaves the database to be asked how far the log has come. */
  async function begun<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
    const size = await sizeIn(tx);
    if (isStale || size !== tree.size) {
      tree = await openTree(tx, size);
      standing = await readStanding(tx);
    }
    isStale = true; // until it is committed
    return work(tx);
  }

  /** @throws LogWentBack where the database lacks what it had committed, as a copy does that took its place */
  async function sizeIn(at: Db): Promise<number> {
    const size = Number((await readState(at, "size")) ?? 0);
    if (size >= committed) return size;
    const wentBack = new LogWentBack(origin, size, committed);
    options.onWentBack?.(wentBack);
    throw wentBack;
  }

  async function take(records: readonly Incoming[], from: Source): Promise<Appended> {
    const verifying = verifyIncoming(records, registry.kinds); // while an earlier append is written
    verifying.catch(() => undefined); // its turn says so
    const { done, verified } = await inTurn(async () => {
      const read = await verifying;
      return { done: await write((tx) => appendVerified(tx, read, from)), verified: read };
    });
    if (done.erasures.length > 0) store.forgot();
    if (!verified.some(mayFree)) return done;
    return { ...done, ...both(done, await retryAll()), added: done.added };
  }

  /** Whether what waits for a grant may be said from now on. */
  const mayFree = ({ envelope: { kind } }: Verified): boolean =>
    kind === GRANT_GIVEN || kind === OWNER_REKEYED || kind === rootKind;

  async function appendVerified(
    tx: Tx,
    verified: readonly Verified[],
    from: Source,
  ): Promise<Appended & { commit: number }> {
    const commit = Number((await readState(tx, "commit")) ?? 0) + 1;
    const room =
      from === "waiting" ? undefined : roomFor(ownerAt(standing.authority.ownership, tree.size));
    const known = await knownIds(tx, verified);
    const results: Appended["results"][number][] = [];
    const fresh: Verified[] = [];
    const held: { record: Verified; reason: HeldReason; due: number }[] = [];
    for (const record of verified) {
      if (known.has(record.id)) {
        results.push({ id: record.id, is: "known" });
        continue;
      }
      known.add(record.id);
      const index = tree.size + fresh.length;
      const ownership = ownedAfter(standing.authority.ownership, record, index, from, rootKind);
      if (ownership instanceof RecordError) {
        if (from === "outside") throw ownership;
        continue; // it waited, and never may it be said: it waits no more
      }
      const authority = { ...standing.authority, ownership };
      const reason =
        from === "backup"
          ? undefined
          : reasonToWait(authority, record, index, registry.kinds, now());
      if (reason) held.push({ record, ...reason });
      else {
        fresh.push(record);
        standing = { ...standing, authority };
      }
      results.push({ id: record.id, is: reason?.reason ?? "accepted" });
    }
    const full = await hold(tx, held, room);
    const erased = await readErased(tx, fresh);
    await insertRecords(tx, fresh, tree.size, erased);
    const droppedMedia = await applyErasures(tx, fresh);
    if (from !== "backup") await expectBodies(tx, [...fresh, ...held.map((h) => h.record)]);
    const size = tree.size + fresh.length;
    if (fresh.length > 0)
      await growTree(
        tx,
        tree,
        fresh.map((r) => r.entry),
        signer,
      );
    const decides = fresh.some((r) => DECIDING.has(r.envelope.kind));
    if (decides) standing = await readStanding(tx);
    const subjects = decides
      ? await subjectsDecided(tx, fresh)
      : [...new Set(fresh.map((r) => r.subject))];
    const said = new Set(fresh.map((r) => r.envelope.kind));
    const any = decides || said.has(ERASURE_MADE); // what stands or has a body may change for records of any kind
    const touched = await refold(
      tx,
      registry.projections,
      subjects,
      standing,
      readMedia,
      any ? undefined : said,
    );
    if (decides || droppedMedia.erased) touched.add(EPOCH);
    await raiseVersions(tx, touched, commit);
    await writeState(tx, { commit: String(commit) });
    return {
      added: fresh.length,
      results: results.map((r) =>
        full.has(r.id) ? { id: r.id, is: "full" as const, message: full.get(r.id)! } : r,
      ),
      size,
      erasures: fresh.filter((r) => r.envelope.kind === ERASURE_MADE).map((r) => r.id),
      outlives: fresh.some((r) => outlivesRestore(r.envelope.kind)),
      takesBack: fresh.some((r) => takesBack(r.envelope.kind)),
      droppedMedia: droppedMedia.media,
      commit,
    };
  }

  async function rebuild(progress?: (done: number, total: number) => void): Promise<Rebuilt> {
    return rebuildProjections({
      projections: registry.projections,
      db,
      inTurn: (work) => inTurn(() => write(work)),
      standing: () => standing,
      readMedia,
      progress: progress ?? (() => undefined),
    });
  }

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
    const due = await db
      .withTables<LogTables>()
      .selectFrom("held")
      .select("id")
      .where("reason", "in", reasons)
      .where("due", "<=", now())
      .execute();
    const ids = due.map((r) => r.id);
    let done = NOTHING;
    for (let i = 0; i < ids.length; i += A_FEW)
      done = both(done, await retry(ids.slice(i, i + A_FEW)));
    if (done.erasures.length > 0) store.forgot();
    return done;
  }

  async function retry(ids: readonly string[]): Promise<Accepted> {
    const held = db.withTables<LogTables>().selectFrom("held").selectAll();
    const waiting = await held.where("id", "in", ids).execute();
    const verified = (await Promise.all(waiting.map(orNothing))).flat();
    return inTurn(() =>
      write(async (tx) => {
        await tx.withTables<LogTables>().deleteFrom("held").where("id", "in", ids).execute();
        return appendVerified(tx, verified, "waiting");
      }),
    );
  }

  async function touch(names: readonly string[]): Promise<void> {
    await inTurn(() =>
      write(async (tx) => {
        const commit = Number((await readState(tx, "commit")) ?? 0) + 1;
        await raiseVersions(tx, names, commit);
        await writeState(tx, { commit: String(commit) });
        return { commit };
      }),
    );
  }

  /** What waited may not fit the version that now knows its kind; such a record is dropped, and others go on. */
  const orNothing = (record: Incoming): Promise<Verified[]> =>
    verifyIncoming([record], registry.kinds).catch(() => []);

  if (await outdated(db, registry.projections)) await rebuild();
  return {
    append: (records) => take(records, "outside"),
    keepWaiting: (records) => take(records, "waiting"),
    replay: (records) => take(records, "backup"),
    rebuild,
    touch,
    retryHeld,
    atOpening: await retryAll(),
  };
}

const A_FEW = 50; // waiting records in memory at once: each may have 272 kB
