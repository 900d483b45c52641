/** Projects on the page of a place, a partner or a pledge that they name. Rule B6. */
import { pathIn } from "../../platform/web/frame.ts";
import { foreign } from "../../platform/words/inline.tsx";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { ProjectIndex } from "./list.tsx";
import { projectsAbout } from "./queries.ts";

export async function relatedProjects(
  { db, frame, lang }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const projects = await projectsAbout(db, subject, "en");
  if (projects.length === 0) return undefined;
  return {
    uses: { projections: ["projects"] },
    html: (
      <section aria-labelledby="projects-here" {...foreign("en", lang)}>
        <h2 class="knot mini" id="projects-here">
          Projects
        </h2>
        <ProjectIndex projects={projects} to={(path) => pathIn(frame, lang, path)} />
      </section>
    ),
  };
}
