/** The page of a project: who builds what where, how far it has come, what shows it, and what it is like. */
import type { Html, Related } from "../../platform/web/route.ts";
import { Sources, SourceLink } from "../../platform/web/sources.tsx";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import { Section } from "../../platform/web/heads.tsx";
import { filled, foreign, linked, listed, spoken } from "../../platform/words/inline.tsx";
import { MeasuresBlock } from "../places/api.ts";
import { Technologies, type Shown } from "./list.tsx";
import type { Milestone, Project } from "./records.ts";

/** Something named, with the path of its page. */
export interface Named {
  readonly name: string;
  readonly path: string;
}

interface ProjectPageProps extends Shown {
  readonly project: Project;
  readonly places: readonly Named[];
  readonly partners: readonly Named[];
  readonly pledges: readonly Named[];
  readonly related: readonly Related[];
}

export function ProjectMain(props: ProjectPageProps): Html {
  const { project, places, partners, pledges, related, words, own } = props;
  const said = foreign(own, words.lang);
  const time = timeOf(project, words);
  return (
    <article>
      <header class="row head">
        <h1 class="c10" {...said}>
          {project.title}
        </h1>
        <div class="c8">
          <p class="meta">
            <span>{words.states[project.state]}</span>
            <Technologies of={project.technology} words={words} />
          </p>
        </div>
        <p class="stand c8" {...said}>
          {project.summary}
        </p>
      </header>
      <dl class="facts">
        <Names {...props} name={words.places} of={places} />
        <Names {...props} name={words.partners} of={partners} />
        <Names {...props} name={words.feeds} of={pledges} isSaid />
        {time !== undefined && (
          <>
            <dt>{words.time}</dt>
            <dd>{time}</dd>
          </>
        )}
        {project.people && (
          <>
            <dt>{words.people}</dt>
            <dd>
              <People people={project.people} words={words} own={own} />
            </dd>
          </>
        )}
        {project.budget && (
          <>
            <dt>{words.budget}</dt>
            <dd>
              <Budget budget={project.budget} words={words} />
            </dd>
          </>
        )}
      </dl>
      {project.milestones && (
        <Section id="milestones" title={words.milestones} mini>
          <ol class="path">
            {project.milestones.map((milestone) => (
              <Step milestone={milestone} words={words} own={own} />
            ))}
          </ol>
        </Section>
      )}
      <Section id="measures" title={words.measures} mini>
        <MeasuresBlock
          measures={project.measures}
          lacking={[
            ...(time === undefined ? [words.time] : []),
            ...(project.people ? [] : [words.people]),
            ...(project.budget ? [] : [words.budget]),
          ]}
          ask={linked(words.sendIt, props.to("/take-part#figure"))}
          lang={words.lang}
          own={own}
        />
      </Section>
      {project.note && (
        <p class="aside" {...said}>
          {project.note}
        </p>
      )}
      {related.map((part) => part.html)}
      {project.sources && (
        <Section id="sources" title={words.sources} mini>
          <Sources sources={project.sources} lang={words.lang} />
        </Section>
      )}
    </article>
  );
}

/** @param props.isSaid they are titles that the campaign gave, not names */
function Names(
  props: Shown & {
    readonly name: string;
    readonly of: readonly Named[];
    readonly isSaid?: boolean;
  },
) {
  const { name: heading, of, isSaid, words, own, to } = props;
  if (of.length === 0) return <></>;
  const said = isSaid && foreign(own, words.lang);
  const links = of.map(({ name, path }) => (
    <a href={to(path)} {...said}>
      {name}
    </a>
  ));
  return (
    <>
      <dt>{heading}</dt>
      <dd>{listed(links, words.lang)}</dd>
    </>
  );
}

type Speaking = Pick<Shown, "words" | "own">;

function timeOf({ from, by }: Project, words: Shown["words"]): string | undefined {
  const { lang } = words;
  const [begun, ends] = [from && formatDay(from, lang), by && formatDay(by, lang)];
  if (begun && ends) return words.fromTo(begun, ends);
  if (begun) return words.from(begun);
  return ends && words.by(ends);
}

// bounded: at most 200 characters, a line
const SPAN =
  /^(\d{4}(?:-\d{2}){0,2})?\s*(?:\.\.+|\u2026|\u2013|\/|-(?=\s*$))\s*(\d{4}(?:-\d{2}){0,2})?$/;

/** `2026..` as people say it; undefined where it is in words already. */
function spanOf(period: string, words: Shown["words"]): string | undefined {
  const [, from, to] = SPAN.exec(period.trim()) ?? [];
  const [first, last] = [from, to].map((one) => one && formatDay(one, words.lang));
  if (first && last) return words.range(first, last);
  return first ? words.since(first) : last && words.until(last);
}

/** B4: the range never stands without its source and the time it speaks of. */
function People({
  people,
  words,
  own,
}: Speaking & {
  readonly people: NonNullable<Project["people"]>;
}) {
  const { low, high, source, period } = people;
  const number = (n: number) => formatNumber(n, words.lang);
  return (
    <>
      {filled(words.counted, {
        figure:
          high === undefined || high === low ? number(low) : words.range(number(low), number(high)),
        period: spanOf(period, words) ?? spoken(own, words.lang, period),
      })}
      <br />
      <small>
        <SourceLink source={source} lang={words.lang} />
      </small>
    </>
  );
}

function Budget({
  budget,
  words,
}: Pick<Shown, "words"> & {
  readonly budget: NonNullable<Project["budget"]>;
}) {
  const { currency, amount, source } = budget;
  return (
    <>
      {currency} {formatNumber(amount, words.lang)}
      <br />
      <small>{source ? <SourceLink source={source} lang={words.lang} /> : words.noSource}</small>
    </>
  );
}

/** B3. */
function Step({ milestone, words, own }: Speaking & { readonly milestone: Milestone }) {
  const { title, due, reached, evidence = [] } = milestone;
  const day = (date: string) => formatDay(date, words.lang);
  const said = foreign(own, words.lang);
  return (
    <li class={reached === undefined ? undefined : "on"}>
      <b {...said}>{title}</b>
      <small>
        {reached !== undefined
          ? words.reached(day(reached))
          : due !== undefined && words.due(day(due))}
      </small>
      {evidence.map((piece) => (
        <small>
          <br />
          <SourceLink source={{ ...piece, publisher: piece.by }} lang={words.lang} />
        </small>
      ))}
    </li>
  );
}
