/** The tables of programmes: what each is, and which places and partners it names. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldProgramme, foldProgrammeTexts } from "./fold.ts";
import { programmeKinds } from "./records.ts";

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
