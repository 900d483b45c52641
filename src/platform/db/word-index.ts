/**
 * An index of words, the one thing for which our databases have different SQL: FTS5 and tsvector. Both are given words
 * that were cut and folded before, so neither splits, stems or weighs anything, and both find the same.
 */
import { sql } from "kysely";
import { allRows } from "./all-rows.ts";
import { isSqlite } from "./dialect.ts";
import type { Db, Tx } from "./store.ts";

/** The words of one document, by how much they say of it. */
interface Indexed {
  /** A whole number below 2^53. */
  readonly id: number;
  readonly title: ReadonlySet<string>;
  readonly lead: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
}

/** Every one of these must be there; `begins` where a word that begins with it counts too, `or` what counts as well. */
type Asked = readonly {
  readonly word: string;
  readonly begins: boolean;
  readonly or?: readonly string[];
}[];

/** In which part of a document all the words must stand. */
export type Part = "title" | "title or lead" | "anywhere";

const ROWS = 200; // documents a statement
const WORD = /^[\p{L}\p{N}\p{M}]+$/u;

export async function createWordIndex(db: Db, table: string): Promise<void> {
  if (isSqlite(db)) {
    // Our words have no ASCII sign in them, and `ascii` takes every other character for a letter.
    await sql`create virtual table ${sql.table(table)} using fts5(title, lead, body, content='', contentless_delete=1, tokenize='ascii', detail='column')`.execute(
      db,
    );
    return;
  }
  await db.schema
    .createTable(table)
    .addColumn("rowid", "bigint", (c) => c.primaryKey())
    .addColumn("words", sql`tsvector`, (c) => c.notNull())
    .execute();
  await db.schema.createIndex(`${table}_words`).on(table).using("gin").column("words").execute();
}

/** Add these documents; none of them may be in the index. */
export async function indexWords(
  tx: Tx,
  table: string,
  documents: readonly Indexed[],
): Promise<void> {
  for (let i = 0; i < documents.length; i += ROWS) {
    const some = documents.slice(i, i + ROWS);
    await (isSqlite(tx)
      ? sql`insert into ${sql.table(table)} (rowid, title, lead, body) values ${sql.join(
          some.map(
            ({ id, title, lead, text }) =>
              sql`(${id}, ${joined(title)}, ${joined(lead)}, ${joined(text)})`,
          ),
        )}`.execute(tx)
      : sql`insert into ${sql.table(table)} (rowid, words) values ${sql.join(
          some.map((one) => sql`(${one.id}, ${vector(one)}::tsvector)`),
        )}`.execute(tx));
  }
}

export async function forgetWords(tx: Tx, table: string, ids: readonly number[]): Promise<void> {
  for (let i = 0; i < ids.length; i += ROWS)
    await sql`delete from ${sql.table(table)} where rowid in (${sql.join(ids.slice(i, i + ROWS))})`.execute(
      tx,
    );
}

/** The documents with all these words, in no order. */
export async function findWords(
  db: Db,
  table: string,
  asked: Asked,
  where: Part,
): Promise<number[]> {
  for (const word of asked.flatMap((one) => [one.word, ...(one.or ?? [])]))
    if (!WORD.test(word))
      throw new RangeError(`Expected a word of letters and digits, got ${JSON.stringify(word)}.`);
  if (asked.length === 0) return [];
  const { rows } = await (
    isSqlite(db)
      ? sql<{
          id: number;
        }>`select rowid as id from ${sql.table(table)} where ${sql.ref(table)} match ${matching(asked, where)}`
      : sql<{
          id: number;
        }>`select rowid as id from ${sql.table(table)} where words @@ ${query(asked, where)}::tsquery`
  ).execute(db);
  return rows.map(({ id }) => id);
}

/** The words that the most documents hold, at most so many, the most frequent first: the same on both databases. */
export async function frequentWords(db: Db, table: string, most: number): Promise<string[]> {
  if (isSqlite(db)) {
    await sql`create virtual table if not exists temp.cnd_vocabulary using fts5vocab('main', ${sql.raw(`'${table}'`)}, 'row')`.execute(
      db,
    );
    const { rows } = await sql<{
      term: string;
    }>`select term from temp.cnd_vocabulary order by doc desc, term limit ${most}`.execute(db);
    return rows.map(({ term }) => term);
  }
  const { rows } = await sql<{ word: string }>`
    select word from ts_stat(${`select words from ${table}`}) order by ndoc desc, word collate "C" limit ${most}`.execute(
    db,
  );
  return rows.map(({ word }) => word);
}

export interface IndexedWord {
  readonly id: number;
  readonly word: string;
  /** The last where the index is damaged. */
  readonly in: "title" | "lead" | "body" | "nowhere";
}

/** Every word of every document, in no order; for whom to ask of `db` see `allRows`. */
export async function* wordsIn(db: Db, table: string): AsyncGenerator<IndexedWord> {
  if (isSqlite(db)) {
    // A view on the index that this connection alone has; the file is not written.
    await sql`create virtual table if not exists temp.cnd_words using fts5vocab('main', ${sql.raw(`'${table}'`)}, 'instance')`.execute(
      db,
    );
    for await (const { doc, term, col } of allRows(db, "select doc, term, col from temp.cnd_words"))
      yield {
        id: Number(doc),
        word: String(term),
        in: col === "title" || col === "lead" || col === "body" ? col : "nowhere",
      };
    return;
  }
  const words = `select rowid, lexeme, weights from ${table}, unnest(words)`;
  for await (const { rowid, lexeme, weights } of allRows(db, words))
    for (const weight of (weights as readonly string[] | null) ?? [""])
      yield {
        id: Number(rowid),
        word: String(lexeme),
        in: PARTS[weight] ?? "nowhere",
      };
}

/** Is this table such an index? Asked of SQLite, where it can be told. */
export async function isWordIndex(db: Db, table: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from sqlite_schema where name = ${table} and sql like 'create virtual table%'`.execute(
    db,
  );
  return rows.length > 0;
}

const PARTS: Readonly<Record<string, "title" | "lead" | "body">> = {
  A: "title",
  B: "lead",
  D: "body",
};

const joined = (words: ReadonlySet<string>): string => [...words].join(" ");

const matching = (asked: Asked, where: Part): string => {
  const words = asked.map(anyOf).join(" AND ");
  return where === "anywhere"
    ? words
    : `{${where === "title" ? "title" : "title lead"}} : (${words})`;
};

const anyOf = ({ word, begins, or = [] }: Asked[number]): string => {
  const ways = [`"${word}"${begins ? " *" : ""}`, ...or.map((other) => `"${other}"`)];
  return ways.length === 1 ? ways[0]! : `(${ways.join(" OR ")})`;
};

/** As PostgreSQL writes such a value itself, so that its parser, which splits by its own locale, has no part in it. */
const vector = ({ title, lead, text }: Indexed): string =>
  [...new Set([...title, ...lead, ...text])]
    .map((word) => {
      const places = [title.has(word) && "1A", lead.has(word) && "2B", text.has(word) && "3"];
      return `'${word}':${places.filter(Boolean).join()}`;
    })
    .join(" ");

const query = (asked: Asked, where: Part): string => {
  const weights = where === "title" ? "A" : where === "title or lead" ? "AB" : "";
  const one = (word: string, flags: string) => `'${word}'${flags === "" ? "" : `:${flags}`}`;
  return asked
    .map(({ word, begins, or = [] }) => {
      const ways = [
        one(word, `${begins ? "*" : ""}${weights}`),
        ...or.map((other) => one(other, weights)),
      ];
      return `(${ways.join(" | ")})`;
    })
    .join(" & ");
};
