/** The tables of programmes: what each is, and which places and partners it names. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldProgramme, foldProgrammeTexts } from "./fold.ts";
import { programmeKinds } from "./records.ts";

export type ProgrammeTables = {
  programme: { subject: string; state: string; translations: string };
  /** Which place or partner (`about`) a programme names. */
  programme_subject: { subject: string; about: string };
};

const ROWS = 10_000; // of two parameters each, below the databases' limit of one statement

export const programmeProjection: Projection = {
  name: "programmes",
  version: 3,
  kinds: Object.keys(programmeKinds),
  tables: ["programme", "programme_subject"],

  async create(db) {
    await db.schema
      .createTable("programme")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("state", "text", (c) => c.notNull())
      .addColumn("translations", "text", (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("programme_subject")
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("about", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("programme_subject_pk", ["about", "subject"])
      .execute();
    await db.schema
      .createIndex("programme_subject_subject")
      .on("programme_subject")
      .column("subject")
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<ProgrammeTables>();
    const names = [...subjects.keys()];
    await mine.deleteFrom("programme").where("subject", "in", names).execute();
    await mine.deleteFrom("programme_subject").where("subject", "in", names).execute();
    const standing = [...subjects].flatMap(([subject, records]) => {
      const programme = foldProgramme(records);
      return programme ? [{ subject, programme, texts: foldProgrammeTexts(records) }] : [];
    });
    const rows = standing.map(({ subject, programme, texts }) => ({
      subject,
      state: JSON.stringify(programme),
      translations: JSON.stringify(texts),
    }));
    if (rows.length > 0) await mine.insertInto("programme").values(rows).execute();
    const links = standing.flatMap(({ subject, programme: { places = [], partners = [] } }) =>
      [...new Set([...places, ...partners])].map((about) => ({ subject, about })),
    );
    for (let i = 0; i < links.length; i += ROWS)
      await mine
        .insertInto("programme_subject")
        .values(links.slice(i, i + ROWS))
        .execute();
    return [];
  },
};
