/** Projects one below the other, and all of them. Rule B5. */
import { toIn } from "../../platform/web/frame.ts";
import type { Html, PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { foreign, linked, listedWords } from "../../platform/words/inline.tsx";
import { projectList, type ProjectCard } from "./queries.ts";
import { wordsIn, type ProjectWords } from "./words.ts";

/** How a page stands: its words, the language in which the campaign speaks, a path in the page's language. */
export interface Shown {
  readonly words: ProjectWords;
  readonly own: string;
  readonly to: (path: string) => string;
}

interface Props extends Shown {
  readonly projects: readonly ProjectCard[];
}

/** The projects as a part of *Where next*. */
export async function projectsPart({ db, frame, lang }: PageRequest): Promise<Related> {
  const projects = await projectList(db, frame.language);
  const words = wordsIn(lang);
  const to = toIn({ frame, lang });
  return {
    uses: { projections: ["projects", "addresses"] },
    html: (
      <Section id="projects" title={words.title}>
        <p>{words.about}</p>
        {projects.length > 0 ? (
          <ProjectIndex projects={projects} words={words} own={frame.own} to={to} />
        ) : (
          <p>{linked(words.none, to("/take-part/opportunity"))}</p>
        )}
      </Section>
    ),
  };
}

export function ProjectIndex({ projects, words, own, to }: Props): Html {
  const said = foreign(own, words.lang);
  return (
    <ul class="index">
      {projects.map(({ slug, title, summary, state, technology }) => (
        <li>
          <p class="meta">
            <span>{words.states[state]}</span>
            <Technologies of={technology} words={words} />
          </p>
          <h3>
            <a href={to(`/projects/${slug}`)} {...said}>
              {title}
            </a>
          </h3>
          <p {...said}>{summary}</p>
        </li>
      ))}
    </ul>
  );
}

export function Technologies({
  of = [],
  words: { technologies, lang },
}: Pick<Shown, "words"> & { readonly of: ProjectCard["technology"] | undefined }): Html {
  if (of.length === 0) return <></>;
  const names = of.map((one) => technologies[one]);
  return <span>{listedWords(names, lang)}</span>;
}
