/** Projects one below the other, and the page of all of them. Rule B5. */
import type { Html } from "../../platform/web/route.ts";
import type { ProjectCard } from "./queries.ts";

interface Props {
  readonly projects: readonly ProjectCard[];
  /** A path of the site in the page's language. */
  readonly to: (path: string) => string;
}

export function ProjectsMain({ projects, to }: Props): Html {
  return (
    <>
      <header class="row head">
        <h1 class="c10">Projects</h1>
        <p class="stand c8">
          Connections that are planned, being built, or working: who builds them, for how many
          people, and what shows it.
        </p>
      </header>
      {projects.length > 0 ? (
        <>
          <h2 class="vh">All projects</h2>
          <ProjectIndex projects={projects} to={to} />
        </>
      ) : (
        <p class="stand">
          No project is described here yet.{" "}
          <a href={to("/take-part/opportunity")}>Tell us of a place without a connection</a>, or of
          one that you are building.
        </p>
      )}
      <p class="acts">
        <a class="button quiet" href={to("/opportunities")}>
          What is asked and offered
        </a>
      </p>
    </>
  );
}

export function ProjectIndex({ projects, to }: Props): Html {
  return (
    <ul class="index">
      {projects.map(({ slug, title, summary, state, technology }) => (
        <li>
          <p class="meta">
            <span>{state}</span>
            {technology.length > 0 && <span>{technology.join(", ")}</span>}
          </p>
          <h3>
            <a href={to(`/projects/${slug}`)}>{title}</a>
          </h3>
          <p>{summary}</p>
        </li>
      ))}
    </ul>
  );
}
