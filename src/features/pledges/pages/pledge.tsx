/** The page of a pledge: the promise, its figures over time, what stands behind each, and the exact words. */
import type { Html } from "../../../platform/web/route.ts";
import { Sources } from "../../../platform/web/sources.tsx";
import { formatDay } from "../../../platform/web/words.ts";
import { filled, foreign, linked } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import { datedText, leadWords } from "../amounts.ts";
import { entryOf } from "../goal.ts";
import { claimPath } from "../proof-address.ts";
import type { PledgeLine } from "../queries.ts";
import type { Parts } from "../towards.ts";
import { sendPath } from "../send-path.ts";
import { Chart } from "./chart.tsx";
import { Disputes } from "./disputes.tsx";
import { History } from "./history.tsx";
import { ThreeNumbers, WhatIsOpen } from "./numbers.tsx";
import { PaceLines } from "./pace.tsx";
import { ClaimPairs, WordingPairs } from "./pairs.tsx";
import { Linked } from "../../../platform/web/linked.tsx";
import { Section } from "../../../platform/web/heads.tsx";
import { CountsTowards, PartsOf } from "./parts.tsx";
import { Milestones } from "./milestones.tsx";
import { PartyName, sinceWords, With } from "../components/party.tsx";
import { sourcesOf } from "./source-list.ts";
import { StatusLine, type Shown } from "../components/status.tsx";
import { FiguresTable } from "./table.tsx";

export function PledgeMain(
  props: Shown & {
    readonly line: PledgeLine;
    readonly today: string;
    /** Whether `today` is a day that was asked for. */
    readonly isAsked?: boolean;
    /** What counts towards it, where something does. */
    readonly parts?: Parts;
  },
): Html {
  const { line, lang, own = lang, to, today, isAsked, parts } = props;
  const shown = { line, lang, own, to };
  const { page: say, list } = wordsIn(lang);
  const written = foreign(own, lang);
  const { pledge, status } = line;
  const { ledger, wordings } = pledge;
  const sources = sourcesOf(pledge);
  return (
    <article>
      <header class="row head">
        <h1 class="c10" {...written}>
          {pledge.title}
        </h1>
        <p class="stand c8" {...written}>
          {pledge.summary}
        </p>
        <div class="c8">
          <p class="meta">
            <span>
              <PartyName party={line.pledger} to={to} />,{" "}
              <With parties={line.with} lang={lang} to={to} />
              {sinceWords(line, lang)}
            </span>
            <CountsTowards {...shown} />
            <a href={to("/pledges")}>{list.all}</a>
            <a href={to(`/log/subjects/${line.subject}`)}>{say.records}</a>
          </p>
          {isAsked && (
            <p>
              {filled(list.asOf, { day: formatDay(today, lang) })}{" "}
              <a href={to(`/pledges/${line.slug}`)}>{list.today}</a>
            </p>
          )}
        </div>
      </header>
      <Numbers {...shown} />
      <HowAndWhere {...shown} />
      <Reached {...shown} />
      {ledger.length > 0 && <Evidence {...shown} />}
      <Disputes {...shown} />
      {parts && <PartsOf parts={parts} {...shown} />}
      <Milestones {...shown} today={today} />
      <History {...shown} today={today} />
      {wordings.length > 0 && (
        <Section id="wordings" title={wordings.length > 1 ? say.differently : say.inWords}>
          <WordingPairs {...shown} wordings={wordings} sources={sources} />
        </Section>
      )}
      {status?.searched && (
        <Section id="searched" title={say.searchedOn(formatDay(status.searched.on, lang))} mini>
          <ul class="lines" {...written}>
            {status.searched.where.map((where) => (
              <li>{where}</li>
            ))}
          </ul>
        </Section>
      )}
      {sources.length > 0 && (
        <Section id="sources" title={say.sources(sources.length)} mini>
          <Sources sources={sources} lang={lang} />
        </Section>
      )}
    </article>
  );
}

type LineProps = Shown & { readonly line: PledgeLine };

/** The figures over time. */
function Reached(props: LineProps) {
  const { line, lang, own = lang } = props;
  const { pledge } = line;
  const { ledger, note } = pledge;
  const say = wordsIn(lang).page;
  if (ledger.length === 0 && !note) return <></>;
  return (
    <Section id="reached" title={say.reached}>
      <div class="row">
        <Chart pledge={pledge} lang={lang} id="chart" />
        {note && (
          <p class="r4 aside">
            <b>{say.note}</b>{" "}
            <span {...foreign(own, lang)}>
              <Linked text={note} />
            </span>
          </p>
        )}
        <PaceLines pledge={pledge} lang={lang} />
        {ledger.length > 0 && <FiguresTable {...props} />}
      </div>
    </Section>
  );
}

/** What stands behind each figure, and how another is sent or signed. */
function Evidence(props: LineProps) {
  const { line, lang, to } = props;
  const { slug } = line;
  const say = wordsIn(lang).page;
  return (
    <>
      <Section id="evidence" title={say.claimToEvidence}>
        <ClaimPairs {...props} sources={sourcesOf(line.pledge)} />
        <p class="acts">
          <a class="button" href={to(sendPath(slug, "figure"))}>
            {say.sendFigure}
          </a>
          <a class="button quiet" href={to(sendPath(slug, "evidence"))}>
            {say.fileEvidence}
          </a>
          <a class="button quiet" href={to(sendPath(slug, "correction"))}>
            {say.correct}
          </a>
          <a class="button quiet" href={to(sendPath(slug, "dispute"))}>
            {say.dispute}
          </a>
        </p>
      </Section>
      <details id="sign">
        <summary>{say.sign}</summary>
        <p>{linked(say.signHow, to("/take-part"))}</p>
      </details>
    </>
  );
}

/** In the pledger's own words, where they said it. */
function HowAndWhere({ line, lang, own = lang }: LineProps) {
  const { where, counting, checking } = line.pledge;
  const say = wordsIn(lang).page;
  const facts = [
    [say.where, where],
    [say.counting, counting],
    [say.checking, checking],
  ].filter(([, words]) => words !== undefined);
  if (facts.length === 0) return <></>;
  return (
    <dl class="facts">
      {facts.map(([name, words]) => (
        <>
          <dt>{name}</dt>
          <dd {...foreign(own, lang)} dir="auto">
            {words}
          </dd>
        </>
      ))}
    </dl>
  );
}

/** P5: the three numbers, side by side. */
function Numbers(props: LineProps) {
  const { line, lang, own = lang, to } = props;
  const { page: say, firstFigure } = wordsIn(lang);
  const { pledge } = line;
  const lead = entryOf(pledge, pledge.lead);
  const send = to(sendPath(line.slug, "figure"));
  return (
    <div class="row">
      <div class="c8">
        {lead ? (
          <p class={`num ${lead.texture}`}>
            <span>
              <a href={to(claimPath(line.slug, lead.id))}>{leadWords(lead, lang)}</a>
            </span>
          </p>
        ) : (
          <p class="stand">
            <a class="wanted" href={send}>
              {firstFigure}
            </a>
          </p>
        )}
        {lead && <ThreeNumbers line={line} lang={lang} to={to} />}
        {lead && pledge.kind === "pledge" && <WhatIsOpen line={line} lang={lang} to={to} />}
      </div>
      <div class="r4">
        {lead && (
          <p>
            <span {...foreign(own, lang)}>{datedText(lead, own)}.</span>{" "}
            {say.saidBy(lead.saidBy, formatDay(lead.saidOn, lang))}.
            {pledge.kind === "pledge" && !lead.counts && ` ${say.notProgress}`}
          </p>
        )}
        <StatusLine line={line} lang={lang} to={to} isOwnPage />
      </div>
    </div>
  );
}
