/** The table of people. */
import { integer, orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { restsOnConsent } from "./consent.ts";
import { foldPerson, holdsIn } from "./fold.ts";
import { heldKinds, personKinds } from "./records.ts";

const tables = {
  /** `role` is 1 where a public role is documented; `consent` is JSON of all that was agreed, and of how far the role goes. They stand apart so that lists need not read whole people. */
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
  version: 5,
  kinds: personKinds,
  tables,
  fold: foldPerson,
  rows(person) {
    const { walk = null, role, consent, consents, refused, held } = person;
    const agreed = { consent, consents, refused, held };
    const { text: _, source: _source, weighed: _weighed, ...ground } = role ?? {};
    const decides = { ...agreed, ...(Object.keys(ground).length > 0 && { ground }) };
    const row = {
      walk,
      role: role ? 1 : 0,
      consent: restsOnConsent(agreed) || "ground" in decides ? JSON.stringify(decides) : null,
      state: JSON.stringify(person),
    };
    return { person: [row] };
  },
});

/** `holds` has what holds the person, with blanks between. */
const heldTables = { person_held: table({ subject: text, holds: text }) };
export type HeldTables = TablesOf<typeof heldTables>;

/** PE13: whose name stands nowhere. A projection of its own, so that every page rests on it and none on what else is said of people. */
export const heldProjection = rowProjection({
  name: "held",
  version: 2,
  kinds: heldKinds,
  tables: heldTables,
  fold(records) {
    const holds = holdsIn(records);
    return holds.length > 0 ? { holds } : undefined;
  },
  rows: ({ holds }) => ({ person_held: [{ holds: holds.join(" ") }] }),
});
