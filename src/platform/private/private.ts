/** Private tables: who they belong to, how they come to their present form, and the one door through which they are written. */
import {
  DeleteQueryNode,
  SelectQueryNode,
  UpdateQueryNode,
  ValueNode,
  type KyselyPlugin,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryId,
  type RootOperationNode,
} from "kysely";
import { isAway } from "../db/away.ts";
import { openTurn } from "../db/in-turn.ts";
import { xor } from "../db/row-hash.ts";
import { beginKeeping, keepSums, keptSums, sumOf, watchRows } from "../db/row-sums.ts";
import { once, type Db, type Store } from "../db/store.ts";
import type { LogTables } from "../log/tables.ts";
import { readState, writeState } from "../log/state.ts";
import { ending, isPassing, worksOf, type PrivatePart, type Privately } from "./part.ts";
import { accountsPart } from "./accounts.ts";
import { blocksPart } from "./blocks.ts";
import { breachesPart } from "./breaches.ts";
import { federationPart } from "./federation.ts";
import { FREEZE, freezing, frozenPart, THAW, thaw } from "./freezing.ts";
import { followersPart } from "./followers.ts";
import { importedPart } from "./imported.ts";
import { jobsPart } from "./jobs.ts";
import { laddersPart } from "./ladders.ts";
import { submissionsPart } from "./submissions.ts";
import { openTakenBack, takenBackPart } from "./taken-back.ts";
import { allEntries, type Entry } from "./taken-back-rows.ts";
import { trailPart } from "./trail.ts";
import { watching, type Seen } from "./watching.ts";
import { vouchersPart } from "./vouchers.ts";

/** Those that the platform itself keeps; `models.ts` adds those of the features. */
export const platformParts: readonly PrivatePart[] = [
  takenBackPart, // before what it is asked about
  submissionsPart,
  accountsPart,
  jobsPart,
  laddersPart,
  followersPart,
  importedPart,
  blocksPart,
  federationPart,
  vouchersPart,
  trailPart,
  breachesPart,
  frozenPart,
];

/** The operation by which somebody goes from the rows of all parts (forgetting.ts). */
export const FORGET = "forget";
const UNWATCHED: readonly string[] = ["restore", FREEZE, THAW]; // nothing is taken back by these

/** The list beside the data folder of what was taken back. */
interface Listing {
  /** By which its hashes are keyed. */
  readonly secret: string;
  /** Durable when it returns; what it throws is thrown by the operation, and is listed with the next one. */
  readonly add: (entries: readonly Entry[]) => void;
}

/**
 * Bring the tables to the form that this program knows. @param store is told of each operation that deletes
 * @param listing told what was taken back, before it is acknowledged; at first all that is known
 * @param wrote called after each operation that changed rows, before it is acknowledged, but for those that are nobody's business
 * @throws Error when a newer program made them
 */
export async function openPrivate(
  db: Db,
  parts: readonly PrivatePart[],
  store: Pick<Store, "write" | "forgot"> = {
    write: (own, work) => once(own, work),
    forgot: () => undefined,
  },
  listing: Listing = { secret: "", add: () => undefined },
  wrote: () => void = () => undefined,
): Promise<Privately> {
  if (!parts.includes(takenBackPart))
    return openPrivate(db, [takenBackPart, ...parts], store, listing, wrote);
  const kept = (await keptSums(db)) ?? new Map<string, number>();
  for (const part of parts) await migrate(db, part, kept);
  await watchRows(db, tablesOf(parts));
  const operations = new Map<string, (tx: Db, argument: never) => Promise<unknown>>();
  const takenBack = openTakenBack(parts, listing.secret);
  operations.set("restore", restoring(parts, takenBack.restorable));
  operations.set("end", ending(parts));
  operations.set(FORGET, async (tx, what) => {
    const { forgetting } = await import("./forgetting.ts"); // seldom asked for
    return forgetting(parts)(tx, what);
  });
  operations.set(FREEZE, freezing(parts)).set(THAW, thaw);
  for (const part of parts)
    for (const [verb, work] of Object.entries(worksOf(part)))
      operations.set(`${part.name}.${verb}`, work);
  operations.set("taken-back.isErased", takenBack.isErased);
  const unheard = new Set(
    parts.flatMap(({ name, unheard: verbs = [] }) => verbs.map((verb) => `${name}.${verb}`)),
  );
  const inTurn = openTurn();
  let owed: readonly Entry[] = await allEntries(db); // what was committed and could not be listed is listed with the next
  const list = (taken: readonly Entry[] = []) => {
    owed = [...owed, ...taken];
    if (owed.length > 0) listing.add(owed);
    owed = [];
  };
  try {
    listing.add(owed); // it is there from the first day: where it is missing, it was lost
    owed = [];
  } catch {
    // On a full disk pages are served all the same.
  }
  return async (operation, argument) => {
    const work = operations.get(operation);
    if (!work) throw new Error(`Expected a private operation, got ${operation}.`);
    const changes = new Changes();
    return inTurn(async () => {
      const done = await store.write(db, async (tx) => {
        await beginKeeping(tx);
        const seen: Seen[] = []; // a new one where the transaction is begun anew
        const counted = tx.withPlugin(changes);
        const watched = counted.withPlugin(watching(takenBack.endings, seen));
        const answer = await work(
          UNWATCHED.includes(operation) ? counted : watched,
          argument as never,
        );
        return { answer, taken: await takenBack.note(tx, { operation, argument }, seen) };
      });
      if (changes.deleted) store.forgot();
      if (changes.were && !unheard.has(operation)) wrote();
      list(done.taken);
      return done.answer;
    });
  };
}

/**
 * Answers what only reads from a snapshot, and has the rest done: a page of the desk waits for no import. Where the database
 * is away, the writer waits for it, whatever is asked.
 */
export function readingApart(
  parts: readonly PrivatePart[],
  snapshot: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  write: Privately,
): Privately {
  const questions = new Map<string, (db: Db, argument: never) => Promise<unknown>>(
    parts.flatMap(({ name, questions: own = {} }) =>
      Object.entries(own).map(([verb, answer]) => [`${name}.${verb}`, answer] as const),
    ),
  );
  return (operation, argument) => {
    const answer = questions.get(operation);
    if (!answer) return write(operation, argument);
    return snapshot((db) => answer(db, argument as never)).catch((error: unknown) => {
      if (!isAway(error)) throw error;
      return write(operation, argument);
    });
  };
}

/** Notes whether rows were changed, and whether one was deleted or a field emptied: somebody's words may have stood there, whatever the operation is called. */
class Changes implements KyselyPlugin {
  were = false;
  deleted = false;
  readonly #writing = new WeakSet<QueryId>();
  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    if (!SelectQueryNode.is(node)) this.#writing.add(queryId);
    this.deleted ||= DeleteQueryNode.is(node) || (UpdateQueryNode.is(node) && empties(node));
    return node;
  }
  /** A statement that answers with the rows that it changed gives no number of them on SQLite. */
  transformResult({ result, queryId }: PluginTransformResultArgs) {
    const { numAffectedRows = BigInt(result.rows.length) } = result;
    this.were ||= this.#writing.has(queryId) && numAffectedRows > 0n;
    return Promise.resolve(result);
  }
}

function empties({ updates = [] }: UpdateQueryNode): boolean {
  return updates.some(({ value }) => {
    const left = ValueNode.is(value) ? value.value : undefined;
    return left === null || left === "";
  });
}

/** Have all tables the form that this program knows? Asked before one reads of them without having opened them. */
export async function privateIsOpen(db: Db, parts: readonly PrivatePart[]): Promise<boolean> {
  for (const { name, migrations } of parts)
    if (Number((await readState(db, `private:${name}`)) ?? 0) !== migrations.length) return false;
  return true;
}

/** The names of parts that were opened here once and are not among these: of features of one's own, which are not loaded. */
export async function partsUnknown(db: Db, parts: readonly PrivatePart[]): Promise<string[]> {
  const known = new Set(parts.map(({ name }) => `private:${name}`));
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("state")
    .select("key")
    .where("key", "like", "private:%")
    .execute();
  return rows
    .map(({ key }) => key)
    .filter((key) => !known.has(key))
    .map((key) => key.slice(8));
}

async function migrate(
  db: Db,
  { name, migrations, tables }: PrivatePart,
  kept: ReadonlyMap<string, number>,
): Promise<void> {
  const key = `private:${name}`;
  const from = Number((await readState(db, key)) ?? 0);
  if (from > migrations.length)
    throw new Error(
      `This data was written by a newer program (${name} ${from}, this one knows ${migrations.length}). Update the program.`,
    );
  const names = Object.keys(tables);
  if (from === migrations.length && names.every((table) => kept.has(table))) return;
  await db.transaction().execute(async (tx) => {
    const off = new Map<string, number>(); // a table that does not hold is not made to hold by a migration
    for (const table of names)
      if (kept.has(table)) off.set(table, xor(kept.get(table)!, await sumOf(tx, table)));
    for (const work of migrations.slice(from)) await work(tx);
    await keepSums(tx, names, off);
    await writeState(tx, { [key]: String(migrations.length) });
  });
}

const tablesOf = (parts: readonly PrivatePart[]) =>
  parts.flatMap(({ tables }) => Object.keys(tables));
const passingOf = (parts: readonly PrivatePart[]) =>
  new Set(
    parts.flatMap(({ tables }) => Object.keys(tables).filter((name) => isPassing(tables[name]!))),
  );

/** The files that private rows name, but for those that the platform made itself: no record does yet, and no sweep may take them. */
export async function mediaNamed(db: Db, parts: readonly PrivatePart[]): Promise<string[]> {
  const named: string[] = [];
  for (const { media } of parts) named.push(...((await media?.(db)) ?? []));
  return named;
}

/** The private tables whose rows differ from what this program wrote; undefined where no checksums are kept yet. */
export async function alteredPrivately(
  db: Db,
  parts: readonly PrivatePart[],
): Promise<string[] | undefined> {
  const kept = await keptSums(db);
  if (!kept) return undefined;
  const altered: string[] = [];
  for (const table of tablesOf(parts))
    if (kept.get(table) !== (await sumOf(db, table))) altered.push(table);
  return altered;
}

export interface PrivateRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** Every private row, for a backup; a part whose tables were never made has none. */
export async function* privateRows(
  db: Db,
  parts: readonly PrivatePart[],
): AsyncGenerator<PrivateRow> {
  const passing = passingOf(parts);
  for (const { name, tables } of parts) {
    if ((await readState(db, `private:${name}`)) === undefined) continue;
    for (const table of Object.keys(tables).filter((t) => !passing.has(t)))
      for (const row of await any(db).selectFrom(table).selectAll().execute()) yield { table, row };
  }
}

function restoring(
  parts: readonly PrivatePart[],
  restorable: ReturnType<typeof openTakenBack>["restorable"],
) {
  const [known, passing] = [new Set(tablesOf(parts)), passingOf(parts)];
  return async (tx: Db, rows: readonly PrivateRow[]): Promise<void> => {
    for (const { table } of rows)
      if (!known.has(table))
        throw new Error(
          `The backup holds a private table, ${table}, that this program does not know.`,
        );
    // Those that pass are in older backups.
    for (const { table, row } of await restorable(
      tx,
      rows.filter((one) => !passing.has(one.table)),
    )) {
      await any(tx).insertInto(table).values(row).execute();
    }
  };
}

const any = (db: Db) => db.withTables<Record<string, PrivateRow["row"]>>();
