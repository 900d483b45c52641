/** Projects on the page of a place, a partner, a pledge or a plan that they name. Rule B6. */
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { ProjectIndex } from "./list.tsx";
import { projectsAbout } from "./queries.ts";
import { wordsIn } from "./words.ts";

export async function relatedProjects(
  { db, frame, lang }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const projects = await projectsAbout(db, subject, frame.language);
  if (projects.length === 0) return undefined;
  const words = wordsIn(lang);
  return {
    uses: { projections: ["projects"] },
    html: (
      <Section
        id="projects-here"
        title={projects.some(({ plan }) => plan === subject) ? words.ofPlan : words.title}
        mini
      >
        <ProjectIndex
          projects={projects}
          words={words}
          own={frame.own}
          to={toIn({ frame, lang })}
        />
      </Section>
    ),
  };
}
