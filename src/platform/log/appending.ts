/** One append, inside its transaction: what is new is inserted, the tree grows, and the subjects it touched are refolded. */
import type { GrowingTree } from "../../engines/tlog/tree.ts";
import type { Db, Tx } from "../db/store.ts";
import { RecordError } from "../records/record.ts";
import { ownedAfter, reasonToWait, type Source } from "./admission.ts";
import { applyErasures, expectBodies, readErased } from "./erasure.ts";
import { keysConcerned } from "./authority.ts";
import { hold, roomFor, type Accepted, type Waiting } from "./holding.ts";
import type { HeldReason, Verified } from "./incoming.ts";
import { insertRecords, knownIds } from "./inserting.ts";
import {
  ERASURE_MADE,
  GRANT_GIVEN,
  GRANT_REVOKED,
  IMPORT_CLOSED,
  outlivesRestore,
  takesBack,
} from "./kinds.ts";
import { ownerAt } from "./ownership.ts";
import type { ReadMedia, Registry } from "./projection.ts";
import { refold, type Standing } from "./refold.ts";
import { DECIDING, readStanding } from "./standing.ts";
import { EPOCH, nextCommit, raiseVersions } from "./state.ts";
import type { LogTables } from "./tables.ts";
import { growTree, type LogSigner } from "./tree.ts";

/**
 * What is said of what was read holds only while nobody has said more of it: nothing is appended where one of these was spoken of after
 * the log had this size.
 */
export interface Unless {
  readonly about: readonly string[];
  readonly size: number;
}

export interface Appended extends Accepted {
  /** Per record given: in the log now, or waiting and why, or refused because too many wait already or more was said meanwhile. */
  readonly results: readonly {
    readonly id: string;
    readonly is: "accepted" | "known" | HeldReason | "full" | "overtaken";
    /** Why there was no room, and what to do. */
    readonly message?: string;
  }[];
  /** The log's size after this append. */
  readonly size: number;
}

/** What the log keeps in memory of its database; both move together. */
export interface LogMemory {
  tree: GrowingTree;
  standing: Standing;
}

interface AppendOptions {
  readonly registry: Registry;
  readonly signer: LogSigner;
  readonly now: () => number;
  readonly readMedia: ReadMedia;
}

export async function appendVerified(
  tx: Tx,
  memory: LogMemory,
  verified: readonly Verified[],
  from: Source,
  { registry, signer, now, readMedia }: AppendOptions,
): Promise<Appended & { commit: number }> {
  const { tree } = memory;
  const commit = await nextCommit(tx);
  const room =
    from === "waiting"
      ? undefined
      : roomFor(ownerAt(memory.standing.authority.ownership, tree.size));
  const known = await knownIds(tx, verified);
  const { results, fresh, held } = admitted(memory, verified, known, from, registry, now());
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
  if (decides) memory.standing = await readStanding(tx);
  const subjects = decides
    ? await subjectsDecided(tx, fresh, memory.standing)
    : [...new Set(fresh.map((r) => r.subject))];
  const said = new Set(fresh.map((r) => r.envelope.kind));
  const any = decides || said.has(ERASURE_MADE); // what stands or has a body may change for records of any kind
  const touched = await refold(
    tx,
    registry.projections,
    subjects,
    memory.standing,
    readMedia,
    any ? undefined : said,
  );
  if (decides || droppedMedia.erased) touched.add(EPOCH);
  await raiseVersions(tx, touched, commit);
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

/** The same, where nothing more was said meanwhile of what it speaks of. */
export async function appendUnless(
  tx: Tx,
  memory: LogMemory,
  verified: readonly Verified[],
  from: Source,
  { unless, ...options }: AppendOptions & { readonly unless: Unless | undefined },
): Promise<Appended & { commit: number }> {
  if (!unless || !(await isOvertaken(tx, unless)))
    return appendVerified(tx, memory, verified, from, options);
  return {
    added: 0,
    results: verified.map(({ id }) => ({ id, is: "overtaken" as const })),
    size: memory.tree.size,
    erasures: [],
    outlives: false,
    takesBack: false,
    droppedMedia: [],
    commit: await nextCommit(tx),
  };
}

const CHUNK = 500; // subjects

async function isOvertaken(tx: Db, { about, size }: Unless): Promise<boolean> {
  for (let i = 0; i < about.length; i += CHUNK) {
    const later = await tx
      .withTables<LogTables>()
      .selectFrom("record")
      .select("id")
      .where("subject", "in", about.slice(i, i + CHUNK))
      .where("idx", ">=", size)
      .limit(1)
      .executeTakeFirst();
    if (later) return true;
  }
  return false;
}

/** Which are new and which must wait; each that is new may change who owns the log for those after it. */
function admitted(
  memory: LogMemory,
  verified: readonly Verified[],
  known: Set<string>,
  from: Source,
  { kinds, rootKind }: Registry,
  now: number,
) {
  const results: Appended["results"][number][] = [];
  const fresh: Verified[] = [];
  const held: Waiting[] = [];
  for (const record of verified) {
    if (known.has(record.id)) {
      results.push({ id: record.id, is: "known" });
      continue;
    }
    known.add(record.id);
    const index = memory.tree.size + fresh.length;
    const ownership = ownedAfter(
      memory.standing.authority.ownership,
      record,
      index,
      from,
      rootKind,
    );
    if (ownership instanceof RecordError) {
      if (from === "outside") throw ownership;
      continue; // it waited, and never may it be said: it waits no more
    }
    const authority = { ...memory.standing.authority, ownership };
    const reason =
      from === "backup" ? undefined : reasonToWait(authority, record, index, kinds, now);
    if (reason) held.push({ record, ...reason });
    else {
      fresh.push(record);
      memory.standing = { ...memory.standing, authority };
    }
    results.push({ id: record.id, is: reason?.reason ?? "accepted" });
  }
  return { results, fresh, held };
}

/**
 * Which subjects a change of authority, or the end of an import, makes stand or fall: those on which the keys concerned spoke,
 * and those of the import.
 */
async function subjectsDecided(
  tx: Tx,
  fresh: readonly Verified[],
  { authority }: Standing,
): Promise<string[]> {
  const subjects = new Set(fresh.map((r) => r.subject));
  const all = tx.withTables<LogTables>().selectFrom("record").select("subject").distinct();
  const closed = fresh.flatMap((r) =>
    r.envelope.kind === IMPORT_CLOSED ? (r.body as { import: string }).import : [],
  );
  const changed = fresh.flatMap((r) => {
    if (r.envelope.kind === GRANT_GIVEN) return r.id;
    return r.envelope.kind === GRANT_REVOKED ? (r.body as { grant: string }).grant : [];
  });
  const spoke = [...keysConcerned(authority, new Set(changed))];
  const found = [
    ...(closed.length > 0 ? await all.where("import", "in", closed).execute() : []),
    ...(spoke.length > 0 ? await all.where("author", "in", spoke).execute() : []),
  ];
  for (const { subject } of found) subjects.add(subject);
  return [...subjects];
}
