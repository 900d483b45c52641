/** Every text of every story as the words by which it is found. Rules Q1 and Q3 of README.md. */
import { createHash } from "node:crypto";
import { replaceRows } from "../../platform/db/replace-rows.ts";
import { bigint, createTables, table, text, type TablesOf } from "../../platform/db/table.ts";
import { createWordIndex, forgetWords, indexWords } from "../../platform/db/word-index.ts";
import type { Projection } from "../../platform/log/projection.ts";
import { foldStory, storiesModel, type Story } from "../stories/model.ts";
import { wordsOf } from "./stems.ts";

const tables = {
  /** One text: a story in one language. */
  search_doc: table(
    { id: bigint, subject: text, lang: text },
    { indexes: { search_doc_subject: ["subject"] } },
  ),
};
export type SearchTables = TablesOf<typeof tables>;

export const WORDS = "search_text";

export const searchProjection: Projection = {
  name: "search",
  version: 2,
  kinds: Object.keys(storiesModel.kinds),
  tables: ["search_doc", WORDS],

  async create(db) {
    await createTables(db, tables);
    await createWordIndex(db, WORDS);
  },

  async write(tx, subjects) {
    const texts = [...subjects].flatMap(([subject, records]) => {
      const story = foldStory(records);
      return story ? textsOf(subject, story) : [];
    });
    const { key } = tables.search_doc;
    const of = { table: "search_doc", column: "subject", values: [...subjects.keys()], key };
    const rows = texts.map(({ id, subject, lang }) => ({ id, subject, lang }));
    const before = await replaceRows(tx, of, rows);
    if (before.length > 0)
      await forgetWords(
        tx,
        WORDS,
        before.map(({ id }) => Number(id)),
      );
    await indexWords(tx, WORDS, texts);
    return [];
  },
};

function textsOf(subject: string, story: Story) {
  const own = { lang: story.language, ...story };
  const others = Object.entries(story.translations).map(([lang, said]) => ({ ...said, lang }));
  return [own, ...others].map(({ lang, title, summary, markdown }) => ({
    id: idOf(subject, lang),
    subject,
    lang,
    title: wordsOf(title, lang),
    lead: wordsOf(summary, lang),
    text: wordsOf(plainText(markdown), lang),
  }));
}

/**
 * A number that follows from what it names, so that rows do not depend on the order of arrival. Of 52 bits: among
 * 100,000 texts two share one with a probability of one in a million, and then the second append fails.
 */
const idOf = (subject: string, lang: string): number =>
  Number.parseInt(createHash("sha256").update(`${subject} ${lang}`).digest("hex").slice(0, 13), 16);

/** A story's Markdown as the words that a reader sees, one line a paragraph. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[\^\d+\]/g, "")
    .replace(/!?\[([^[\]]*)\]\([^)[]*\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[-+*]|\d+[.)])[ \t]+/gm, "")
    .replace(/^[-=|: \t]{3,}$/gm, "")
    .replace(/[*_`|]+/g, (signs) => (signs.includes("|") ? " " : ""))
    .replace(/[ \t]+/g, " ")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
