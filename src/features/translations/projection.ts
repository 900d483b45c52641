/** The table of translations: one row a language. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldTranslations } from "./fold.ts";
import { translationKinds } from "./records.ts";

export type TranslationTables = {
  /** `at` is that of the last record: by it a reader knows whether it has the row already. */
  translation: { subject: string; language: string; at: string; state: string };
};

export const translationProjection: Projection = {
  name: "translations",
  version: 1,
  kinds: Object.keys(translationKinds),
  tables: ["translation"],

  async create(db) {
    await db.schema
      .createTable("translation")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("language", "text", (c) => c.notNull())
      .addColumn("at", "text", (c) => c.notNull())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<TranslationTables>();
    await mine
      .deleteFrom("translation")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const spoken = foldTranslations(records);
      if (!spoken) return [];
      const { language } = spoken;
      return [{ subject, language, at: records.at(-1)!.at, state: JSON.stringify(spoken) }];
    });
    if (rows.length > 0) await mine.insertInto("translation").values(rows).execute();
    return [];
  },
};
