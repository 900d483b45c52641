/** The page of a pledge: the promise, its figures over time, what stands behind each, and the exact words. */
import type { Html } from "../../../platform/web/route.ts";
import { Sources } from "../../../platform/web/sources.tsx";
import { formatDay, plural } from "../../../platform/web/words.ts";
import { datedText, leadWords } from "../amounts.ts";
import { entryOf } from "../goal.ts";
import { proofPath } from "../proof-address.ts";
import type { Parts, PledgeLine } from "../queries.ts";
import { sendPath } from "../send-path.ts";
import { Chart } from "./chart.tsx";
import { Disputes } from "./disputes.tsx";
import { History } from "./history.tsx";
import { ThreeNumbers } from "./numbers.tsx";
import { PaceLines } from "./pace.tsx";
import { ClaimPairs, WordingPairs } from "./pairs.tsx";
import { Linked } from "./linked.tsx";
import { CountsTowards, PartsOf } from "./parts.tsx";
import { Milestones } from "./milestones.tsx";
import { PartyName, sinceWords, With } from "./party.tsx";
import { sourcesOf } from "./source-list.ts";
import { StatusLine, type Shown } from "./status.tsx";
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
  const { line, lang, to, today, isAsked, parts } = props;
  const { pledge, slug, status } = line;
  const { ledger, wordings, note } = pledge;
  const sources = sourcesOf(pledge);
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{pledge.title}</h1>
        <p class="stand c8">{pledge.summary}</p>
        <div class="c8">
          <p class="meta">
            <span>
              <PartyName party={line.pledger} to={to} />, <With parties={line.with} to={to} />
              {sinceWords(line, lang)}
            </span>
            <CountsTowards line={line} to={to} />
            <a href={to("/pledges")}>All pledges, in the same words</a>
            <a href={to(`/log/subjects/${line.subject}`)}>The records behind this page</a>
          </p>
          {isAsked && (
            <p>
              As it stands on {formatDay(today, lang)}.{" "}
              <a href={to(`/pledges/${line.slug}`)}>Today</a>
            </p>
          )}
        </div>
      </header>
      <Numbers line={line} lang={lang} to={to} />
      {(ledger.length > 0 || note) && (
        <section aria-labelledby="reached">
          <h2 class="knot" id="reached">
            Said and reached
          </h2>
          <div class="row">
            <Chart pledge={pledge} lang={lang} id="chart" />
            {note && (
              <p class="r4 aside">
                <b>Note.</b> <Linked text={note} />
              </p>
            )}
            <PaceLines pledge={pledge} lang={lang} />
            {ledger.length > 0 && <FiguresTable line={line} lang={lang} to={to} />}
          </div>
        </section>
      )}
      {ledger.length > 0 && (
        <section aria-labelledby="evidence">
          <h2 class="knot" id="evidence">
            Claim to evidence
          </h2>
          <ClaimPairs line={line} sources={sources} lang={lang} to={to} />
          <p class="acts">
            <a class="button" href={to(sendPath(slug, "figure"))}>
              Send a figure
            </a>
            <a class="button quiet" href={to(sendPath(slug, "evidence"))}>
              File evidence
            </a>
            <a class="button quiet" href={to(sendPath(slug, "correction"))}>
              Correct a figure
            </a>
            <a class="button quiet" href={to(sendPath(slug, "dispute"))}>
              Dispute a figure
            </a>
          </p>
        </section>
      )}
      {ledger.length > 0 && (
        <details id="sign">
          <summary>Sign for a figure</summary>
          <p>
            Whoever is not a pledger of it, and has a key here, can sign for a figure without a
            connection and send the signature later:
          </p>
          <pre>
            <code>
              {`npx cnd attest --key FILE --pledge ${line.subject} --claim ID --value N --unit U --as-of DATE --statement TEXT`}
            </code>
          </pre>
        </details>
      )}
      <Disputes line={line} lang={lang} to={to} />
      {parts && <PartsOf parts={parts} to={to} />}
      <Milestones line={line} today={today} lang={lang} />
      <History line={line} today={today} lang={lang} />
      {wordings.length > 0 && (
        <section aria-labelledby="wordings">
          <h2 class="knot" id="wordings">
            {wordings.length > 1 ? "Worded differently" : "In these words"}
          </h2>
          <WordingPairs wordings={wordings} sources={sources} lang={lang} to={to} />
        </section>
      )}
      {status?.searched && (
        <section aria-labelledby="searched">
          <h2 class="knot mini" id="searched">
            Where we searched on {formatDay(status.searched.on, lang)}
          </h2>
          <ul class="lines">
            {status.searched.where.map((where) => (
              <li>{where}</li>
            ))}
          </ul>
        </section>
      )}
      {sources.length > 0 && (
        <section aria-labelledby="sources">
          <h2 class="knot mini" id="sources">
            {plural(sources.length, "Source", "Sources")}
          </h2>
          <Sources sources={sources} lang={lang} />
        </section>
      )}
    </article>
  );
}

/** P5: the three numbers, side by side; what is open invites. */
function Numbers({ line, lang, to }: Shown & { readonly line: PledgeLine }) {
  const { pledge } = line;
  const lead = entryOf(pledge, pledge.lead);
  const send = to(sendPath(line.slug, "figure"));
  const proof = (id: string) => to(proofPath(line.slug, id));
  return (
    <div class="row">
      <div class="c8">
        {lead ? (
          <p class={`num ${lead.texture}`}>
            <span>
              <a href={proof(lead.id)}>{leadWords(lead, lang)}</a>
            </span>
          </p>
        ) : (
          <p class="stand">
            <a class="wanted" href={send}>
              A first figure is wanted
            </a>
          </p>
        )}
        {lead && <ThreeNumbers line={line} lang={lang} to={to} />}
      </div>
      <div class="r4">
        {lead && (
          <p>
            {datedText(lead, lang)}. Said by {lead.saidBy}, {formatDay(lead.saidOn, lang)}.
            {pledge.kind === "pledge" &&
              !lead.counts &&
              " Not stated there as progress towards the promise."}
          </p>
        )}
        <StatusLine line={line} lang={lang} to={to} own />
      </div>
    </div>
  );
}
