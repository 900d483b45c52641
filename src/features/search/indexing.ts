/** Every text of every story as the words by which it is found. Rules Q1 and Q3 of README.md. */
import { createHash } from "node:crypto";
import { createWordIndex, forgetWords, indexWords } from "../../platform/db/word-index.ts";
import type { Projection } from "../../platform/log/projection.ts";
import { foldStory, storiesModel, type Story } from "../stories/model.ts";
import { plainText } from "./plain.ts";
import { wordsOf } from "./stems.ts";

export type SearchTables = {
  /** One text: a story in one language. */
  search_doc: { id: number; subject: string; lang: string };
};

export const WORDS = "search_text";
const ROWS = 5000; // of three parameters each, below the databases' limit of one statement

export const searchProjection: Projection = {
  name: "search",
  version: 2,
  kinds: Object.keys(storiesModel.kinds),
  tables: ["search_doc", WORDS],

  async create(db) {
    await db.schema
      .createTable("search_doc")
      .addColumn("id", "bigint", (c) => c.primaryKey())
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("lang", "text", (c) => c.notNull())
      .execute();
    await db.schema.createIndex("search_doc_subject").on("search_doc").column("subject").execute();
    await createWordIndex(db, WORDS);
  },

  async write(tx, subjects) {
    const mine = tx.withTables<SearchTables>();
    const names = [...subjects.keys()];
    const before = await mine
      .selectFrom("search_doc")
      .select("id")
      .where("subject", "in", names)
      .execute();
    if (before.length > 0) {
      await mine.deleteFrom("search_doc").where("subject", "in", names).execute();
      await forgetWords(
        tx,
        WORDS,
        before.map(({ id }) => id),
      );
    }
    const texts = [...subjects].flatMap(([subject, records]) => {
      const story = foldStory(records);
      return story ? textsOf(subject, story) : [];
    });
    for (let i = 0; i < texts.length; i += ROWS)
      await mine
        .insertInto("search_doc")
        .values(texts.slice(i, i + ROWS).map(({ id, subject, lang }) => ({ id, subject, lang })))
        .execute();
    await indexWords(tx, WORDS, texts);
    return [];
  },
};

function textsOf(subject: string, story: Story) {
  const own = { lang: story.language, ...story };
  const others = Object.entries(story.translations).map(([lang, text]) => ({ ...text, lang }));
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
