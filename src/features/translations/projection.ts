/** The table of translations: one row a language. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldTranslations } from "./fold.ts";
import { translationKinds } from "./records.ts";

const tables = {
  /** `at` is that of the last record: by it a reader knows whether it has the row already. */
  translation: table({ subject: text, language: text, at: text, state: text }),
};
export type TranslationTables = TablesOf<typeof tables>;

export const translationProjection = rowProjection({
  name: "translations",
  version: 1,
  kinds: translationKinds,
  tables,
  fold: foldTranslations,
  rows(spoken, records) {
    const row = { language: spoken.language, at: records.at(-1)!.at };
    return { translation: [{ ...row, state: JSON.stringify(spoken) }] };
  },
});
