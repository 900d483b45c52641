/** What a programme's records say of it (rules PG1, PG2 and PG8 of README.md), and the tables of programmes: what each is, and which places and partners it names. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldLongTexts, lastSaid, type LongTexts } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  PROGRAMME_TRANSLATED,
  PROGRAMME_WITHDRAWN,
  ProgrammeBody,
  programmeKinds,
  type Programme,
} from "./records.ts";

/** Fold one programme's records, in reading order; `undefined` when withdrawn or never opened. */
export const foldProgramme = (records: readonly LogRecord[]): Programme | undefined =>
  lastSaid(records, ProgrammeBody, PROGRAMME_WITHDRAWN);

/** PG8: the last translation of its text into each language. */
export const foldProgrammeTexts = (records: readonly LogRecord[]): LongTexts =>
  foldLongTexts(records, { translated: PROGRAMME_TRANSLATED, body: ProgrammeBody });

const tables = {
  programme: table({ subject: text, state: text, translations: text }),
  /** Which place or partner (`about`) a programme names. */
  programme_subject: table(
    { subject: text, about: text },
    { key: ["about", "subject"], indexes: { programme_subject_subject: ["subject"] } },
  ),
};
export type ProgrammeTables = TablesOf<typeof tables>;

export const programmeProjection = rowProjection({
  name: "programmes",
  version: 3,
  kinds: programmeKinds,
  tables,
  fold: foldProgramme,
  rows(programme, records) {
    const { places = [], partners = [] } = programme;
    const translations = JSON.stringify(foldProgrammeTexts(records));
    return {
      programme: [{ state: JSON.stringify(programme), translations }],
      programme_subject: [...places, ...partners].map((about) => ({ about })),
    };
  },
});
