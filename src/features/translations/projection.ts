/** What a language's records say, and the table of translations: one row a language. Rules TX1 to TX3 of README.md. */
import type * as v from "valibot";
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { translationKinds, TRANSLATIONS_WITHDRAWN, TranslationsBody } from "./records.ts";

type Said = v.InferOutput<typeof TranslationsBody>;

/** What pages look up. */
export interface Spoken {
  readonly language: string;
  /** By space: text and translation, each text once. */
  readonly texts: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** Some of it was made by a machine, and nobody has reviewed it. */
  readonly isUnreviewed: boolean;
}

/** Fold one language's records, in reading order; `undefined` when they are withdrawn or were never said. */
export const foldTranslations = (records: readonly LogRecord[]): Said | undefined =>
  lastSaid(records, TranslationsBody, TRANSLATIONS_WITHDRAWN);

/** As pages look it up. */
export function spokenIn({ language, messages }: Said): Spoken {
  const shown = messages.filter(({ said, fuzzy }) => said !== "" && !fuzzy);
  const spaces = new Map<string, Map<string, string>>();
  for (const { key, text: original, said } of shown) {
    const space = key.split(".", 1)[0]!;
    const of = spaces.get(space) ?? new Map<string, string>();
    if (!of.has(original)) of.set(original, said);
    spaces.set(space, of);
  }
  return {
    language,
    texts: Object.fromEntries([...spaces].map(([space, of]) => [space, [...of]])),
    isUnreviewed: shown.some(({ machine }) => machine === true),
  };
}

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
  rows(said, records) {
    const row = { language: said.language, at: records.at(-1)!.at };
    return { translation: [{ ...row, state: JSON.stringify(spokenIn(said)) }] };
  },
});
