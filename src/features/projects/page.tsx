/** The page of a project: who builds what where, how far it has come, what shows it, and what it is like. */
import { safeLink } from "../../platform/web/links.ts";
import type { Html, Related } from "../../platform/web/route.ts";
import { Sources, SourceLink } from "../../platform/web/sources.tsx";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import { MeasuresBlock } from "../places/feature.ts";
import type { Milestone, Project } from "./records.ts";

/** Something named, with the path of its page. */
export interface Named {
  readonly name: string;
  readonly path: string;
}

export interface ProjectPageProps {
  readonly project: Project;
  readonly places: readonly Named[];
  readonly partners: readonly Named[];
  readonly pledges: readonly Named[];
  readonly related: readonly Related[];
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function ProjectMain(props: ProjectPageProps): Html {
  const { project, places, partners, pledges, related, lang, to } = props;
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{project.title}</h1>
        <div class="c8">
          <p class="meta">
            <span>{project.state}</span>
            {project.technology && <span>{project.technology.join(", ")}</span>}
          </p>
        </div>
        <p class="stand c8">{project.summary}</p>
      </header>
      <dl class="facts">
        <Names name="Places" of={places} to={to} />
        <Names name="Partners" of={partners} to={to} />
        <Names name="Feeds the pledge" of={pledges} to={to} />
        <dt>Time</dt>
        <dd>{timeOf(project, lang)}</dd>
        <dt>People</dt>
        <dd>
          <People people={project.people} lang={lang} />
        </dd>
        <dt>Budget</dt>
        <dd>
          <Budget budget={project.budget} lang={lang} />
        </dd>
      </dl>
      {project.milestones && (
        <section aria-labelledby="milestones">
          <h2 class="knot mini" id="milestones">
            Milestones
          </h2>
          <ol class="path">
            {project.milestones.map((milestone) => (
              <Step milestone={milestone} lang={lang} />
            ))}
          </ol>
        </section>
      )}
      <section aria-labelledby="measures">
        <h2 class="knot mini" id="measures">
          What the connection is like
        </h2>
        <MeasuresBlock measures={project.measures} lang={lang} />
        <p class="small">
          “Not known” is what no source has told us yet.{" "}
          <a href={to("/take-part#figure")}>Have the figure? Send it.</a>
        </p>
      </section>
      {project.note && <p class="aside">{project.note}</p>}
      {related.map((part) => part.html)}
      {project.sources && (
        <section aria-labelledby="sources">
          <h2 class="knot mini" id="sources">
            Sources
          </h2>
          <Sources sources={project.sources} lang={lang} />
        </section>
      )}
    </article>
  );
}

function Names(props: {
  readonly name: string;
  readonly of: readonly Named[];
  readonly to: (path: string) => string;
}) {
  if (props.of.length === 0) return <></>;
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        {props.of.map(({ name, path }, i) => (
          <>
            {i > 0 && ", "}
            <a href={props.to(path)}>{name}</a>
          </>
        ))}
      </dd>
    </>
  );
}

function timeOf({ from, by }: Project, lang: string): string {
  const [begun, ends] = [from && formatDay(from, lang), by && formatDay(by, lang)];
  if (begun && ends) return `from ${begun}, by ${ends}`;
  if (begun) return `from ${begun}`;
  return ends ? `by ${ends}` : "not known";
}

/** B4: the range never stands without its source and the time it speaks of. */
function People({ people, lang }: { people: Project["people"]; lang: string }) {
  if (!people) return <span class="wanted">not known</span>;
  const { low, high, source, period } = people;
  const range = [low, ...(high !== undefined && high !== low ? [high] : [])];
  return (
    <>
      {range.map((n) => formatNumber(n, lang)).join(" to ")}, {period}
      <br />
      <small>
        <SourceLink source={source} lang={lang} />
      </small>
    </>
  );
}

function Budget({ budget, lang }: { budget: Project["budget"]; lang: string }) {
  if (!budget) return <span class="wanted">not known</span>;
  return (
    <>
      {budget.currency} {formatNumber(budget.amount, lang)}
      <br />
      <small>
        {budget.source ? <SourceLink source={budget.source} lang={lang} /> : "No source is given."}
      </small>
    </>
  );
}

/** B3. */
function Step({ milestone, lang }: { milestone: Milestone; lang: string }) {
  const { title, due, reached, evidence = [] } = milestone;
  return (
    <li class={reached === undefined ? undefined : "on"}>
      <b>{title}</b>
      <small>
        {reached !== undefined
          ? `reached ${formatDay(reached, lang)}`
          : due !== undefined
            ? `due ${formatDay(due, lang)}; whether it was reached is not known here`
            : "not known when"}
      </small>
      {evidence.map((piece) => (
        <small>
          <br />
          {safeLink(piece.url) ? <a href={piece.url}>{piece.title}</a> : piece.title}. {piece.by},{" "}
          {formatDay(piece.date, lang)}.
        </small>
      ))}
    </li>
  );
}
