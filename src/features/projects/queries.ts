/** What pages ask about projects. */
import { byWords, addressedThings, type Addressed } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
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

const projects = addressedThings<Project>("project", PROJECT_WORDING);

/** A project in full, with the address under which it stands today. */
export const projectAt = projects.at;

/** Every project, by title. */
export async function projectList(db: Db, lang = "en"): Promise<ProjectCard[]> {
  return cards(await projects.all(db), lang);
}

/** The projects that name this place, partner, pledge or plan, by title. */
export async function projectsAbout(db: Db, about: string, lang: string): Promise<ProjectCard[]> {
  return cards(await projects.naming(db, "project_subject", "about", about), lang);
}

const cards = (found: readonly Addressed<Project>[], lang: string): ProjectCard[] =>
  found
    .map(({ subject, slug, thing: { title, summary, state, technology = [], plan } }) => ({
      subject,
      slug,
      title,
      summary,
      state,
      technology,
      plan,
    }))
    .toSorted(byWords(lang, ({ title }) => title));
