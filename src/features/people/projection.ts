/** The table of people. */
import { integer, orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { restsOnConsent } from "./consent.ts";
import { foldPerson } from "./fold.ts";
import { personKinds } from "./records.ts";

const tables = {
  /** `role` is 1 where a public role is documented; `consent` is JSON of all that was agreed. They stand apart so that lists need not read whole people. */
  person: table({
    subject: text,
    walk: orNull(text),
    role: integer,
    consent: orNull(text),
    state: text,
  }),
};
export type PeopleTables = TablesOf<typeof tables>;

export const peopleProjection = rowProjection({
  name: "people",
  version: 3,
  kinds: personKinds,
  tables,
  fold: foldPerson,
  rows(person) {
    const { walk = null, role, consent, consents, refused } = person;
    const agreed = { consent, consents, refused };
    const row = {
      walk,
      role: role ? 1 : 0,
      consent: restsOnConsent(agreed) ? JSON.stringify(agreed) : null,
      state: JSON.stringify(person),
    };
    return { person: [row] };
  },
});
