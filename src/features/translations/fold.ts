/** What a language's records say. Rules TX1 to TX3 of README.md. */
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { TRANSLATIONS_WITHDRAWN, TranslationsBody } from "./records.ts";

/** What pages look up. */
export interface Spoken {
  readonly language: string;
  /** By space: text and translation, each text once. */
  readonly texts: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  /** Some of it was made by a machine, and nobody has reviewed it. */
  readonly isUnreviewed: boolean;
}

/** Fold one language's records, in reading order; `undefined` when they are withdrawn or were never said. */
export function foldTranslations(records: readonly LogRecord[]): Spoken | undefined {
  const last = lastSaid(records, TranslationsBody, TRANSLATIONS_WITHDRAWN);
  if (!last) return undefined;
  const shown = last.messages.filter(({ said, fuzzy }) => said !== "" && !fuzzy);
  const spaces = new Map<string, Map<string, string>>();
  for (const { key, text, said } of shown) {
    const space = key.split(".", 1)[0]!;
    const of = spaces.get(space) ?? new Map<string, string>();
    if (!of.has(text)) of.set(text, said);
    spaces.set(space, of);
  }
  return {
    language: last.language,
    texts: Object.fromEntries([...spaces].map(([space, of]) => [space, [...of]])),
    isUnreviewed: shown.some(({ machine }) => machine === true),
  };
}
