/** Tables as they are against the same ones as they should be, row by row, in whatever order and on whichever database. */
import { sql } from "kysely";
import { allRows, type AnyRow } from "../../db/all-rows.ts";
import { isSqlite } from "../../db/dialect.ts";
import { numberOf, numberOfWord, xor } from "../../db/row-hash.ts";
import type { Db } from "../../db/store.ts";
import { isWordIndex, wordsIn, type IndexedWord } from "../../db/word-index.ts";
import type { Help, Problems } from "./problems.ts";

const NAMED = 5; // rows of a table; the remedy is the same for all of them

/**
 * @param live the database that is looked at @param right the one that is known to be right, on SQLite
 * @returns how many rows the table should have
 */
export async function compareTable(
  live: Db,
  right: Db,
  table: string,
  help: Help,
  problems: Problems,
  columns = "*",
): Promise<number> {
  if (await isWordIndex(right, table)) return compareWords(live, right, table, help, problems);
  const rows = `select ${columns} from ${table}`;
  const [is, should] = [await sumUp(live, rows), await sumUp(right, rows)];
  if (is.n === should.n && is.sum === should.sum) return should.n;
  // What differs is looked for only now: numbers of rows that are in both take each other away.
  const key = await keyColumns(right, table);
  const left = new Map<number, { n: number; what: string }>();
  for (const [db, one] of [
    [right, 1],
    [live, -1],
  ] as const)
    for await (const row of allRows(db, rows)) {
      const number = numberOfRow(row);
      const before = left.get(number);
      if (before?.n === -one) left.delete(number);
      else left.set(number, { n: (before?.n ?? 0) + one, what: nameOf(row, key) });
    }
  const byName = Map.groupBy(left.values(), ({ what }) => what);
  let named = 0;
  for (const [name, these] of byName) {
    if (named++ === NAMED) break;
    const [missing, extra] = [these.some(({ n }) => n > 0), these.some(({ n }) => n < 0)];
    problems.add(
      `table ${table}: the row ${name} ${missing && extra ? "differs from what the records say" : missing ? "is missing" : "follows from no record"}`,
      help,
    );
  }
  if (byName.size > NAMED)
    problems.add(`table ${table}: ${byName.size - NAMED} more rows differ`, help);
  return should.n;
}

const sumUp = (db: Db, rows: string) => summed(allRows(db, rows), numberOfRow);

/** How many there are, and the sum of their numbers, in whatever order they come. */
async function summed<T>(
  all: AsyncIterable<T>,
  numberOfOne: (one: T) => number,
): Promise<{ n: number; sum: number }> {
  let [n, sum] = [0, 0];
  for await (const one of all) {
    n += 1;
    sum = xor(sum, numberOfOne(one));
  }
  return { n, sum };
}

const numberOfRow = (row: AnyRow): number =>
  numberOf(
    Object.keys(row)
      .toSorted()
      .flatMap((name) => [name, plain(row[name])]),
  );

const plain = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value;

/** The columns of its primary key; its first one where it has none. Asked of SQLite. */
async function keyColumns(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string; pk: number }>`
    select name, pk from pragma_table_info(${table}) order by pk, cid`.execute(db);
  const key = rows.filter(({ pk }) => pk > 0);
  return (key.length > 0 ? key : rows.slice(0, 1)).map(({ name }) => name);
}

const nameOf = (row: AnyRow, key: readonly string[]): string =>
  key.map((name) => `${name}=${String(plain(row[name])).slice(0, 64)}`).join(" ");

async function compareWords(
  live: Db,
  right: Db,
  table: string,
  help: Help,
  problems: Problems,
): Promise<number> {
  // Beside the words SQLite keeps how many there are of each document, and how the index is made. In which of its pieces
  // (`origin`) a document lies follows from what came when.
  if (isSqlite(live)) {
    await compareTable(live, right, `${table}_docsize`, help, problems, "id, sz");
    await compareTable(live, right, `${table}_config`, help, problems);
  }
  const [is, should] = [await sumUpWords(live, table), await sumUpWords(right, table)];
  if (is.n === should.n && is.sum === should.sum) return should.n;
  problems.add(
    `table ${table}: its words differ from those of the stories (${should.n} expected, ${is.n} found), so search finds others`,
    help,
  );
  return should.n;
}

const sumUpWords = (db: Db, table: string) => summed(wordsIn(db, table), numberOfIndexed);

const numberOfIndexed = ({ id, word, in: where }: IndexedWord): number =>
  numberOfWord(word + AFTER[where], id);
const AFTER = { title: " ", lead: "   ", body: "", nowhere: "  " } as const; // no word ends in a blank
