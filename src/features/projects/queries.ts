/** What pages ask about projects. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { localised } from "../../platform/texts/view.ts";
import type { ProjectTables } from "./projection.ts";
import { PROJECT_WORDING, type Project } from "./records.ts";

export interface ProjectCard {
  readonly subject: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly state: Project["state"];
  readonly technology: NonNullable<Project["technology"]>;
  /** The subject of the plan that it came of. */
  readonly plan: string | undefined;
}

/** Every project, by title. */
export async function projectList(db: Db, lang = "en"): Promise<ProjectCard[]> {
  const rows = await db
    .withTables<ProjectTables>()
    .selectFrom("project")
    .select(["subject", "state"])
    .execute();
  return cards(db, rows, lang);
}

/** The projects that name this place, partner, pledge or plan, by title. */
export async function projectsAbout(db: Db, about: string, lang: string): Promise<ProjectCard[]> {
  const rows = await db
    .withTables<ProjectTables>()
    .selectFrom("project_subject")
    .innerJoin("project", "project.subject", "project_subject.subject")
    .select(["project.subject", "project.state"])
    .where("project_subject.about", "=", about)
    .execute();
  return cards(db, rows, lang);
}

/** A project in full, with the address under which it stands today. */
export async function projectAt(
  db: Db,
  slug: string,
): Promise<(Address & { project: Project }) | undefined> {
  const address = await subjectAt(db, "projects", slug);
  if (!address) return undefined;
  const row = await db
    .withTables<ProjectTables>()
    .selectFrom("project")
    .select("state")
    .where("subject", "=", address.subject)
    .executeTakeFirst();
  return (
    row && { ...address, project: localised(db, PROJECT_WORDING, JSON.parse(row.state) as Project) }
  );
}

async function cards(
  db: Db,
  rows: readonly { subject: string; state: string }[],
  lang: string,
): Promise<ProjectCard[]> {
  const slugs = await slugsOf(
    db,
    rows.map((r) => r.subject),
  );
  const byTitle = new Intl.Collator(lang).compare;
  return rows
    .flatMap((row) => {
      const slug = slugs.get(row.subject);
      if (slug === undefined) return [];
      const {
        title,
        summary,
        state,
        technology = [],
        plan,
      } = localised(db, PROJECT_WORDING, JSON.parse(row.state) as Project);
      return [{ subject: row.subject, slug, title, summary, state, technology, plan }];
    })
    .toSorted((a, b) => byTitle(a.title, b.title) || (a.slug < b.slug ? -1 : 1));
}
