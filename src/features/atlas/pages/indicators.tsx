/** The indicators: who is offline, beside what the pledges that count have reached, and every country's figure. */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, formatDay, formatNumber, plural } from "../../../platform/web/words.ts";
import type { DatasetCard } from "../../datasets/feature.ts";
import {
  amountWords,
  rangeWords,
  figureWords,
  type GoalHistory,
  type PledgeLine,
} from "../../pledges/feature.ts";
import type { Indicator, Indicators } from "../queries.ts";
import { Countries } from "./countries.tsx";

export interface IndicatorsProps {
  readonly indicators: Indicators;
  readonly goal: GoalHistory;
  /** Series of the ledger that count the same: what others estimate for the world. */
  readonly series: readonly PledgeLine[];
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function IndicatorsMain({ indicators, goal, series, lang, to }: IndicatorsProps): Html {
  const { use, offline, all } = indicators;
  return (
    <>
      <header class="row head">
        <h1 class="c8">Who is without a connection?</h1>
        <p class="stand c8">
          Figures by country, each with its year, whose it is and when it was fetched. Years differ,
          so countries are not ranked.
        </p>
      </header>
      {offline && <Need offline={offline} goal={goal} series={series} lang={lang} to={to} />}
      {(use ?? offline) && (
        <section aria-labelledby="countries">
          <h2 class="knot" id="countries">
            By country
          </h2>
          <Countries use={use} offline={offline} lang={lang} />
          <p>
            <a class="more" href={to("/atlas")}>
              The same on the map
            </a>
          </p>
        </section>
      )}
      <section aria-labelledby="datasets">
        <h2 class="knot" id="datasets">
          Where the figures come from
        </h2>
        {all.length === 0 ? (
          <p class="stand">No dataset has been brought in yet.</p>
        ) : (
          all.map((card) => <About card={card} lang={lang} />)
        )}
      </section>
    </>
  );
}

/** Rule A5: the need beside the pledges, each with its own date, and neither subtracted from the other. */
function Need(props: {
  readonly offline: Indicator;
  readonly goal: GoalHistory;
  readonly series: readonly PledgeLine[];
  readonly lang: string;
  readonly to: (path: string) => string;
}) {
  const { offline, goal, series, lang, to } = props;
  const values = [...offline.figures.values()];
  const years = values.map(({ date }) => date.slice(0, 4)).toSorted();
  const sum = values.reduce((total, { value }) => total + value, 0);
  const total = goal.totals.find(({ unit }) => unit === "people");
  return (
    <section aria-labelledby="need">
      <h2 class="knot" id="need">
        The need and the pledges
      </h2>
      <dl class="facts">
        <dt>People offline</dt>
        <dd>
          {amountWords(Math.round(sum / 1e6) * 1e6, lang)}, an estimate: the sum over{" "}
          {values.length} countries, by their figures of {years[0]} to {years.at(-1)}
          <br />
          <small>
            worked out from{" "}
            <a href={offline.dataset.source.url}>
              {offline.dataset.source.publisher ?? offline.dataset.source.title}
            </a>
          </small>
        </dd>
        {series.map((line) => (
          <Series line={line} lang={lang} to={to} />
        ))}
        <dt>Pledges that count towards the goal</dt>
        <dd>
          {total ? (
            <>
              {total.pledges} {plural(total.pledges, "pledge", "pledges")}:{" "}
              {rangeWords(total.claimed, lang)} people claimed, {rangeWords(total.evidenced, lang)}{" "}
              evidenced, {rangeWords(total.attested, lang)} attested
              {total.latest !== undefined && `, by figures up to ${total.latest}`}
            </>
          ) : (
            "none in this ledger so far"
          )}
          <br />
          <small>
            <a href={to("/pledges")}>The ledger</a>
          </small>
        </dd>
      </dl>
      <p class="small">
        None is subtracted from another: they speak of different dates, countries’ latest figures
        may be years old, and a person newly connected by one pledge may be among those of another.
      </p>
    </section>
  );
}

function Series(props: {
  readonly line: PledgeLine;
  readonly lang: string;
  readonly to: (path: string) => string;
}) {
  const { line, lang, to } = props;
  const latest = line.pledge.ledger.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1);
  if (!latest) return <></>;
  return (
    <>
      <dt>{line.pledge.title}</dt>
      <dd>
        {figureWords(latest, lang)}, {formatDay(latest.asOf, lang)}
        <br />
        <small>
          <a href={to(`/pledges/${line.slug}`)}>{latest.saidBy}, with earlier estimates</a>
        </small>
      </dd>
    </>
  );
}

const KINDS = {
  "country-indicator": "an indicator by country",
  tiles: "measured speed by tile",
  schools: "a list of schools",
} as const;

/** Rule A6: nothing of a dataset is shown without whose it is, its licence and its dates. */
function About({ card, lang }: { readonly card: DatasetCard; readonly lang: string }) {
  const { dataset, held, slug } = card;
  const { source, rows, leftOut = 0, file } = dataset;
  return (
    <article aria-labelledby={slug}>
      <h3 id={slug}>{dataset.title}</h3>
      <p>
        <a href={source.url}>{source.title}</a>
        {source.publisher && `, ${source.publisher}`}. {dataset.licence}. Data of{" "}
        {formatDay(dataset.date, lang)}
        {dataset.retrieved && `, retrieved ${formatDay(dataset.retrieved, lang)}`}.
      </p>
      {dataset.note && <p class="small">{dataset.note}</p>}
      <p class="small">
        {formatNumber(rows, lang)} {plural(rows, "row", "rows")} of {KINDS[dataset.kind]}
        {leftOut > 0 &&
          `; ${formatNumber(leftOut, lang)} left out, because they do not fit the form`}
        {held < rows && `; ${formatNumber(held, lang)} of them are on this server`}.{" "}
        <a href={`/media/${file.media}`}>The file as it came, CSV · {formatBytes(file.bytes)}</a>
      </p>
    </article>
  );
}
