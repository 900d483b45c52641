/** The table of people. */
import type { Projection } from "../../platform/log/projection.ts";
import { restsOnConsent } from "./cover.ts";
import { foldPerson } from "./fold.ts";
import { personKinds } from "./records.ts";

export type PeopleTables = {
  /** `role` is 1 where a public role is documented; `consent` is JSON of all that was agreed. They stand apart so that lists need not read whole people. */
  person: {
    subject: string;
    walk: string | null;
    role: number;
    consent: string | null;
    state: string;
  };
};

export const peopleProjection: Projection = {
  name: "people",
  version: 2,
  kinds: Object.keys(personKinds),
  tables: ["person"],

  async create(db) {
    await db.schema
      .createTable("person")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("walk", "text")
      .addColumn("role", "integer", (c) => c.notNull())
      .addColumn("consent", "text")
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<PeopleTables>();
    await mine
      .deleteFrom("person")
      .where("subject", "in", [...subjects.keys()])
      .execute();
    const rows = [...subjects].flatMap(([subject, records]) => {
      const person = foldPerson(records);
      if (!person) return [];
      const { walk = null, role, consent, consents, refused } = person;
      const agreed = { consent, consents, refused };
      return [
        {
          subject,
          walk,
          role: role ? 1 : 0,
          consent: restsOnConsent(agreed) ? JSON.stringify(agreed) : null,
          state: JSON.stringify(person),
        },
      ];
    });
    if (rows.length > 0) await mine.insertInto("person").values(rows).execute();
    return [];
  },
};
