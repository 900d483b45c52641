/**
 * An index of words, the one thing for which our databases have different SQL: FTS5 and tsvector. Both are given words
 * that were cut and folded before, so neither splits, stems or weighs anything, and both find the same.
 */
import { sql } from "kysely";
import { allRows } from "./all-rows.ts";
import { isSqlite } from "./dialect.ts";
import type { Db, Tx } from "./store.ts";

/** The words of one document, by how much they say of it. */
export interface Indexed {
  /** A whole number below 2^53. */
  readonly id: number;
  readonly title: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
}

/** Every one of these must be there; `begins` where a word that begins with it counts too. */
export type Asked = readonly { readonly word: string; readonly begins: boolean }[];

const ROWS = 200; // documents a statement
const WORD = /^[\p{L}\p{N}\p{M}]+$/u;

export async function createWordIndex(db: Db, table: string): Promise<void> {
  if (isSqlite(db)) {
    // Our words have no ASCII sign in them, and `ascii` takes every other character for a letter.
    await sql`create virtual table ${sql.table(table)} using fts5(title, body, content='', contentless_delete=1, tokenize='ascii', detail='column')`.execute(
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
      ? sql`insert into ${sql.table(table)} (rowid, title, body) values ${sql.join(
          some.map(({ id, title, text }) => sql`(${id}, ${joined(title)}, ${joined(text)})`),
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

/** The documents with all these words, in no order; `where` says whether the title must hold them. */
export async function findWords(
  db: Db,
  table: string,
  asked: Asked,
  where: "title" | "anywhere",
): Promise<number[]> {
  for (const { word } of asked)
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

export interface IndexedWord {
  readonly id: number;
  readonly word: string;
  /** The last where the index is damaged. */
  readonly in: "title" | "body" | "nowhere";
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
        in: col === "title" || col === "body" ? col : "nowhere",
      };
    return;
  }
  const words = `select rowid, lexeme, weights from ${table}, unnest(words)`;
  for await (const { rowid, lexeme, weights } of allRows(db, words))
    for (const weight of (weights as readonly string[] | null) ?? [""])
      yield {
        id: Number(rowid),
        word: String(lexeme),
        in: weight === "A" ? "title" : weight === "D" ? "body" : "nowhere",
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

const joined = (words: ReadonlySet<string>): string => [...words].join(" ");

const matching = (asked: Asked, where: "title" | "anywhere"): string => {
  const words = asked.map(({ word, begins }) => `"${word}"${begins ? " *" : ""}`).join(" AND ");
  return where === "title" ? `{title} : (${words})` : words;
};

/** As PostgreSQL writes such a value itself, so that its parser, which splits by its own locale, has no part in it. */
const vector = ({ title, text }: Indexed): string =>
  [...new Set([...title, ...text])]
    .map(
      (word) =>
        `'${word}':${[title.has(word) && "1A", text.has(word) && "2"].filter(Boolean).join()}`,
    )
    .join(" ");

const query = (asked: Asked, where: "title" | "anywhere"): string =>
  asked
    .map(({ word, begins }) => {
      const flags = `${begins ? "*" : ""}${where === "title" ? "A" : ""}`;
      return `'${word}'${flags === "" ? "" : `:${flags}`}`;
    })
    .join(" & ");
