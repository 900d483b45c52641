/** Projects one below the other, and the page of all of them. Rule B5. */
import type { Html } from "../../platform/web/route.ts";
import { PageHead } from "../../platform/web/heads.tsx";
import { foreign, linked, listedWords } from "../../platform/words/inline.tsx";
import type { ProjectCard } from "./queries.ts";
import type { ProjectWords } from "./words.ts";

/** How a page stands: its words, the language in which the campaign speaks, a path in the page's language. */
export interface Shown {
  readonly words: ProjectWords;
  readonly own: string;
  readonly to: (path: string) => string;
}

interface Props extends Shown {
  readonly projects: readonly ProjectCard[];
}

export function ProjectsMain(props: Props): Html {
  const { projects, words, to } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.about} />
      {projects.length > 0 ? (
        <>
          <h2 class="vh">{words.all}</h2>
          <ProjectIndex {...props} />
        </>
      ) : (
        <p class="stand">{linked(words.none, to("/take-part/opportunity"))}</p>
      )}
      <p class="acts">
        <a class="button quiet" href={to("/opportunities")}>
          {words.asked}
        </a>
      </p>
    </>
  );
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
