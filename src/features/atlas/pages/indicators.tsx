/** The figures under the map: who is offline, beside what the pledges that count have reached, and every country's figure. */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes, formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import type { DatasetCard } from "../../datasets/api.ts";
import {
  amountWords,
  rangeWords,
  figureWords,
  type GoalHistory,
  type PledgeLine,
} from "../../pledges/api.ts";
import type { Indicator, Indicators } from "../queries.ts";
import { wordsIn, type AtlasWords } from "../words.ts";
import { Countries } from "./countries.tsx";

export interface IndicatorsProps {
  readonly indicators: Indicators;
  readonly goal: GoalHistory;
  /** Series of the ledger that count the same: what others estimate for the world. */
  readonly series: readonly PledgeLine[];
  readonly lang: string;
  /** The campaign's language, in which datasets and pledges are named. */
  readonly own: string;
  readonly to: (path: string) => string;
}

export function IndicatorSections(props: IndicatorsProps): Html {
  const { indicators, lang, own } = props;
  const { use, offline, all } = indicators;
  const words = wordsIn(lang).indicators;
  return (
    <>
      <Section id="indicators" title={words.title}>
        <p class="stand">{words.about}</p>
        {(use ?? offline) && (
          <details>
            <summary id="countries">{words.byCountry}</summary>
            <Countries use={use} offline={offline} lang={lang} own={own} />
          </details>
        )}
      </Section>
      {offline && <Need {...props} offline={offline} />}
      <Section id="datasets" title={words.from}>
        {all.length === 0 ? (
          <p class="stand">{words.noDataset}</p>
        ) : (
          all.map((card) => <About card={card} lang={lang} own={own} />)
        )}
      </Section>
    </>
  );
}

/** Rule AT5: the need beside the pledges, each with its own date, and neither subtracted from the other. */
function Need(props: IndicatorsProps & { readonly offline: Indicator }) {
  const { offline, goal, series, lang, own, to } = props;
  const words = wordsIn(lang).indicators;
  const values = [...offline.figures.values()];
  const years = values.map(({ date }) => date.slice(0, 4)).toSorted();
  const sum = values.reduce((total, { value }) => total + value, 0);
  const [first = "", last = ""] = [years[0], years.at(-1)];
  const total = goal.totals.find(({ unit }) => unit === "people");
  return (
    <Section id="need" title={words.need}>
      <dl class="facts">
        <dt>{words.offline}</dt>
        <dd>
          {words.estimate(
            values.length,
            amountWords(Math.round(sum / 1e6) * 1e6, lang),
            formatDay(first, lang),
            formatDay(last, lang),
          )}
          <br />
          <small>
            {filled(words.workedOut, {
              source: (
                <a href={offline.dataset.source.url}>
                  {offline.dataset.source.publisher ?? offline.dataset.source.title}
                </a>
              ),
            })}
          </small>
        </dd>
        {series.map((line) => (
          <Series line={line} lang={lang} own={own} to={to} />
        ))}
        <dt>{words.pledges}</dt>
        <dd>
          {total ? reachedWords(total, words, lang) : words.none}
          <br />
          <small>
            <a href={to("/pledges")}>{words.ledger}</a>
          </small>
        </dd>
      </dl>
      <p class="small">{words.notSubtracted}</p>
    </Section>
  );
}

function reachedWords(
  total: GoalHistory["totals"][number],
  words: AtlasWords["indicators"],
  lang: string,
): string {
  const { pledges, claimed, evidenced, attested, latest } = total;
  const [said, shown, signed] = [claimed, evidenced, attested].map((one) => rangeWords(one, lang));
  const reached = words.reached(pledges, said!, shown!, signed!);
  return latest === undefined ? reached : words.upToYear(reached, latest);
}

function Series(props: {
  readonly line: PledgeLine;
  readonly lang: string;
  readonly own: string;
  readonly to: (path: string) => string;
}) {
  const { line, lang, own, to } = props;
  const latest = line.pledge.ledger.toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1);
  if (!latest) return <></>;
  return (
    <>
      <dt {...foreign(own, lang)}>{line.pledge.title}</dt>
      <dd>
        {figureWords(latest, lang)}, {formatDay(latest.asOf, lang)}
        <br />
        <small>
          <a href={to(`/pledges/${line.slug}`)}>
            {wordsIn(lang).indicators.earlier(latest.saidBy)}
          </a>
        </small>
      </dd>
    </>
  );
}

/** Rule AT6: nothing of a dataset is shown without whose it is, its licence and its dates. */
function About(props: { readonly card: DatasetCard; readonly lang: string; readonly own: string }) {
  const { card, lang, own } = props;
  const { dataset, held, slug } = card;
  const { source, rows, leftOut = 0, file } = dataset;
  const words = wordsIn(lang).indicators;
  return (
    <article aria-labelledby={slug}>
      <h3 id={slug} {...foreign(own, lang)}>
        {dataset.title}
      </h3>
      <p>
        <a href={source.url}>{source.title}</a>
        {source.publisher && <>, {spoken(own, lang, source.publisher)}</>}. {dataset.licence}.{" "}
        {words.dataOf(formatDay(dataset.date, lang))}
        {dataset.retrieved && `; ${words.retrieved(formatDay(dataset.retrieved, lang))}`}.
      </p>
      {dataset.note && (
        <p class="small" {...foreign(own, lang)}>
          {dataset.note}
        </p>
      )}
      <p class="small">
        {[
          words.kinds[dataset.kind],
          words.rows(rows),
          leftOut > 0 && words.leftOut(formatNumber(leftOut, lang)),
          held < rows && words.held(formatNumber(held, lang)),
        ]
          .filter(Boolean)
          .join(" · ")}
        <br />
        <a href={`/media/${file.media}`}>{words.file(formatBytes(file.bytes, lang))}</a>
      </p>
    </article>
  );
}
