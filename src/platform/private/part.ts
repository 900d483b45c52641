/** What one sort of private thing brings: its tables, how they come to their form, what is done with them, and what ends them. */
import type { ExpressionBuilder, SelectQueryBuilder } from "kysely";
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import type { Value } from "../db/replace-rows.ts";
import type { Db } from "../db/store.ts";
import { createTables, type Tables } from "../db/table.ts";
import type { After, Held, Until } from "./kept.ts";
import type { Key } from "../records/keys.ts";

export interface PrivatePart {
  /** Names the part in `state` and before its operations: `submissions.add`. */
  readonly name: string;
  /** In the backup, in the order in which a restore fills them; columns hold text and whole numbers only. Each says what outlives a restore, and how long it is kept. */
  readonly tables: Readonly<Record<string, Ending | Passing>>;
  /** Forward only; the number of those that have run is kept. */
  readonly migrations: readonly ((db: Db) => Promise<void>)[];
  /** What only reads: answered from a reading snapshot, which waits for nothing that is written. */
  readonly questions?: Works;
  /** Each runs in a writing transaction, and no other meanwhile; argument and result cross to another thread, so they are plain data. */
  readonly operations: Works;
  /** The files that its rows name. */
  readonly media?: (db: Db) => Promise<readonly string[]>;
  /** Of its operations those that answer with the files that they name no more, or with nothing. */
  readonly lettingGo?: readonly string[];
  /** The one that is told which files were deleted. */
  readonly afterMedia?: string;
  /**
   * By table, the columns that say whose a row is; `about.name` is a field of a column of JSON. A row goes with the person who
   * is named there, and with those whose contact it is; anywhere else only the name is taken out.
   */
  readonly whose?: Readonly<Record<string, readonly string[]>>;
  /** What it keeps in place of what somebody says: the hashes of a contact or a code. @param secrets as of the data folder */
  readonly hashes?: (said: string, secrets: Key) => readonly string[] | Promise<readonly string[]>;
  /** Of its operations those after which nobody has anything to do: a heartbeat. Nothing that rests until something is written hears of them. */
  readonly unheard?: readonly string[];
  /** Of its operations those that let in rows that another instance, or an earlier day, had: none of what was taken back here. */
  readonly bringing?: readonly string[];
}

/** No backup holds its rows and no restore brings them back: who is signed in, links that work once, and what is made again. */
export interface Passing {
  readonly passes: true;
  readonly keeps: Keeps;
}

/** What stands in the rows of one table, and what ends them. `/privacy` tells it; the work of every hour does it (`ending`). */
export type Keeps = { readonly what: Held } & Partial<Lasting> &
  (Pick<Lasting, "until"> | Pick<Lasting, "ends"> | Pick<Lasting, "with">);
interface Lasting {
  /** Where something that happens ends a row, whatever its age. */
  readonly until: Until;
  readonly ends: readonly End[];
  /** Columns, each with the table whose key it holds: a row goes with that one, within the hour. */
  readonly with: Readonly<Record<string, string>>;
}

/** When rows have been here for long enough. */
export type End = {
  /** Whole days; 0 where the column itself says until when. */
  readonly days: number;
  readonly after: After;
  /** Of those rows alone in which each of these columns says one of these. */
  readonly where?: Readonly<Record<string, readonly Value[]>>;
  /** And in which none of these says one of these. */
  readonly unless?: Readonly<Record<string, readonly Value[]>>;
  /** The row stays, and these columns say this from then on. */
  readonly empties?: Stored;
  /** The operation, with the name of its part, that does it every hour, as more hangs on the row than rows. */
  readonly by?: string;
} & (
  | /** The column that says since when, in UTC milliseconds. */ { readonly ms: string }
  | /** The one that says it as a UTC day, or a moment that begins with one. */ {
      readonly day: string;
    }
);

/**
 * What outlives a restore of an older backup, of the rows of one table. What is named here is noted by itself whenever an
 * operation does it, under keyed hashes (`taken-back.ts`): no column of `stands` may hold anything that somebody typed.
 */
export interface Ending {
  /** The columns by which a row is known. One that was deleted comes back by no restore. */
  readonly key?: readonly string[];
  /** Operations, with the name of the part, whose deletions do not count: what goes is elsewhere from then on. */
  readonly but?: readonly string[];
  /** Columns, each with the table whose key it holds: with that row this one stays away. */
  readonly of?: Readonly<Record<string, string>>;
  /** Columns that say after a restore what they said last, where that was one of these. */
  readonly stands?: Readonly<Record<string, readonly (string | number | null)[] | "any">>;
  /** Columns with secrets, or their hashes: one that was replaced opens nothing, and this stands in its place. */
  readonly spent?: Readonly<Record<string, string | null>>;
  /** What people call a row, whatever its key: an import asks by it whether one that was deleted was the same. */
  readonly known?: KnownBy;
  /** Why a restore may bring back what is not named above. */
  readonly returns?: string;
  readonly keeps: Keeps;
}

export const isPassing = (one: Ending | Passing): one is Passing => "passes" in one;
/** A learner by class and name, a subscriber by mail address: no import lets in again what was deleted under it (V85). */
export interface KnownBy {
  /** Shared by all tables in which the same is known: `subscriber`. */
  readonly sort: string;
  readonly by: readonly string[];
  /** Operations, with the name of the part, by which the person says yes anew. All others that add such rows are `bringing`. */
  readonly yes?: readonly string[];
}

/** A migration that makes these tables. What is added to them later is a migration of its own. */
export const creating =
  (tables: Tables) =>
  (db: Db): Promise<void> =>
    createTables(db, tables);

type Works = Readonly<Record<string, (tx: Db, argument: never) => Promise<unknown>>>;

/** Carries out an operation, or answers a question, by its name; its argument and result are plain data. */
export type Privately = (operation: string, argument: unknown) => Promise<unknown>;

/** What a part does and answers, as it is asked for from anywhere: without the transaction. */
export type Asked<P extends PrivatePart> = AskedOf<
  P["operations"] & (P extends { readonly questions: infer Questions } ? Questions : unknown)
>;
type AskedOf<W> = {
  readonly [Verb in keyof W]: W[Verb] extends (tx: Db, ...argument: infer Argument) => infer Answer
    ? (...argument: Argument) => Answer
    : never;
};

/**
 * How a part is asked: `const askDrafts = asking(draftsPart)`, then `await askDrafts(log.private).get(id)`, which knows
 * what it takes and what it answers. Between them goes the name alone.
 */
export function asking<P extends PrivatePart>(part: P): (privately: Privately) => Asked<P> {
  const verbs = Object.keys(worksOf(part));
  return (privately) =>
    Object.fromEntries(
      verbs.map((verb) => [
        verb,
        (argument: unknown = null) => privately(`${part.name}.${verb}`, argument),
      ]),
    ) as Asked<P>;
}

/** Both its operations and its questions, by their names. */
export const worksOf = ({ operations, questions }: PrivatePart): Works => ({
  ...questions,
  ...operations,
});

type Some<R> = { readonly [C in keyof R]?: R[C] };
export type Stored = Readonly<Record<string, Value>>;

/**
 * Rows of one private table, by what stands in some of their columns; null is equal to null. For example `const jobs = rowsOf<Job>("job")`, then `await jobs.change(tx, { id }, { state: "done" })`.
 */
export function rowsOf<R extends object>(table: string) {
  const mine = (db: Db) => db.withTables<Record<string, Stored>>();
  const isEqual = (equal: Some<R>) => equal as Stored;
  /** In no order until one is asked for; all of them where nothing is said. */
  const of = (db: Db, equal: Some<R> = {}) =>
    mine(db)
      .selectFrom(table)
      .selectAll()
      .where((eb) => eb.and(isEqual(equal))) as unknown as SelectQueryBuilder<{ it: R }, "it", R>;
  return {
    of,
    one: (db: Db, equal: Some<R>): Promise<R | undefined> => of(db, equal).executeTakeFirst(),
    async add(tx: Db, row: R): Promise<void> {
      await mine(tx).insertInto(table).values(row).execute();
    },
    /** @returns how many */
    async change(tx: Db, equal: Some<R>, set: Some<R>): Promise<number> {
      const { numUpdatedRows } = await mine(tx)
        .updateTable(table)
        .set(set as Stored)
        .where((eb) => eb.and(isEqual(equal)))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    /** @returns how many */
    async drop(tx: Db, equal: Some<R>): Promise<number> {
      const { numDeletedRows } = await mine(tx)
        .deleteFrom(table)
        .where((eb) => eb.and(isEqual(equal)))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/**
 * The operation `end`. Its argument is now, in UTC milliseconds by the clock for ages; what a jump of the clock would end waits,
 * as nobody calls it meanwhile. It answers how many rows went or were emptied.
 */
export function ending(parts: readonly PrivatePart[]) {
  const tables = parts.flatMap((part) => Object.entries(part.tables));
  const keys = new Map(
    tables.map(([table, one]) => [table, "key" in one ? one.key?.[0] : undefined]),
  );
  return async (tx: Db, now: number): Promise<number> => {
    let gone = 0;
    for (const [table, { keeps }] of tables) {
      for (const end of keeps.ends ?? [])
        if (end.by === undefined) gone += await over(tx, table, end, now);
      for (const [column, parent] of Object.entries(keeps.with ?? {})) {
        const key = keys.get(parent); // of a part that is not opened nothing is known to be gone
        if (key !== undefined) gone += await orphaned(tx, table, column, { parent, key });
      }
    }
    return gone;
  };
}

type Rows = Record<string, Stored>;
type Of = ExpressionBuilder<Rows, string>;

async function over(tx: Db, table: string, end: End, now: number): Promise<number> {
  const isOver = (eb: Of) =>
    eb.and([
      isOld(eb, end, now),
      ...Object.entries(end.where ?? {}).map(isOneOf(eb)),
      ...Object.entries(end.unless ?? {}).map((one) => eb.not(isOneOf(eb)(one))),
    ]);
  const mine = tx.withTables<Rows>();
  if (!end.empties) {
    const { numDeletedRows } = await mine.deleteFrom(table).where(isOver).executeTakeFirst();
    return Number(numDeletedRows);
  }
  const set = end.empties;
  // What is empty already is not written again each hour.
  const isFull = (eb: Of) =>
    eb.or(Object.entries(set).map(([column, blank]) => eb.not(isOneOf(eb)([column, [blank]]))));
  const { numUpdatedRows } = await mine
    .updateTable(table)
    .set(set)
    .where(isOver)
    .where(isFull)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A day goes when it has been over for so long, so that whatever its hour nothing goes too early. */
const isOld = (eb: Of, end: End, now: number) => {
  const before = now - end.days * A_DAY;
  return "ms" in end ? eb(end.ms, "<", before) : eb(end.day, "<", dayAt(before));
};

const isOneOf =
  (eb: Of) =>
  ([column, values]: readonly [string, readonly Value[]]) =>
    eb.or(values.map((one) => (one === null ? eb(column, "is", null) : eb(column, "=", one))));

async function orphaned(
  tx: Db,
  table: string,
  column: string,
  { parent, key }: { readonly parent: string; readonly key: string },
): Promise<number> {
  const mine = tx.withTables<Rows>();
  const { numDeletedRows } = await mine
    .deleteFrom(table)
    .where(column, "not in", mine.selectFrom(parent).select(key))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
