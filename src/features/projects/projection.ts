/** The tables of projects: what each says, and which places, partners, pledges and plan it names. */
import type { Projection } from "../../platform/log/projection.ts";
import { foldProject } from "./fold.ts";
import { projectKinds } from "./records.ts";

export type ProjectTables = {
  project: { subject: string; state: string };
  /** `about`: the subject of a place, a partner, a pledge or a plan. */
  project_subject: { subject: string; about: string };
};

const ROWS = 10_000; // of two parameters each, below the databases' limit of one statement

export const projectProjection: Projection = {
  name: "projects",
  version: 2,
  kinds: Object.keys(projectKinds),
  tables: ["project", "project_subject"],

  async create(db) {
    await db.schema
      .createTable("project")
      .addColumn("subject", "text", (c) => c.primaryKey())
      .addColumn("state", "text", (c) => c.notNull())
      .execute();
    await db.schema
      .createTable("project_subject")
      .addColumn("subject", "text", (c) => c.notNull())
      .addColumn("about", "text", (c) => c.notNull())
      .addPrimaryKeyConstraint("project_subject_pk", ["subject", "about"])
      .execute();
    await db.schema
      .createIndex("project_subject_about")
      .on("project_subject")
      .column("about")
      .execute();
  },

  async write(tx, subjects) {
    const mine = tx.withTables<ProjectTables>();
    const names = [...subjects.keys()];
    await mine.deleteFrom("project").where("subject", "in", names).execute();
    await mine.deleteFrom("project_subject").where("subject", "in", names).execute();
    const standing = [...subjects].flatMap(([subject, records]) => {
      const project = foldProject(records);
      return project ? [{ subject, project }] : [];
    });
    if (standing.length === 0) return [];
    const rows = standing.map(({ subject, project }) => ({
      subject,
      state: JSON.stringify(project),
    }));
    await mine.insertInto("project").values(rows).execute();
    const named = standing.flatMap(({ subject, project }) => {
      const { places = [], partners = [], pledges = [], plan } = project;
      const all = [...places, ...partners, ...pledges, ...(plan === undefined ? [] : [plan])];
      return [...new Set(all)].map((about) => ({
        subject,
        about,
      }));
    });
    for (let i = 0; i < named.length; i += ROWS)
      await mine
        .insertInto("project_subject")
        .values(named.slice(i, i + ROWS))
        .execute();
    return [];
  },
};
