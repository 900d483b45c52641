/** The page of a plan: people first, then places, then money; where, in which order and why, and how sure. Rules PN5–PN14. */
import type { Html, Related } from "../../../platform/web/route.ts";
import { Sources } from "../../../platform/web/sources.tsx";
import { countryName, formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import { MeasuresBlock } from "../../places/api.ts";
import { totalsOf } from "../numbers.ts";
import type { PlanCard } from "../queries.ts";
import { Curve } from "./curve.tsx";
import { PlanMap } from "./map.tsx";
import { Order } from "./order.tsx";
import { billWords, Fig, moneyWords, rounded, type Shown } from "../parts.tsx";
import { sheetWordsIn } from "../sheet-words.ts";
import { Line } from "./line.tsx";
import { Prices } from "./prices.tsx";
import { Rests } from "./rests.tsx";

interface PlanPageProps extends Shown {
  readonly card: PlanCard;
  readonly related: readonly Related[];
}

export function PlanMain(props: PlanPageProps): Html {
  const { card, related, words, own, to } = props;
  const { plan } = card;
  const said = foreign(own, words.lang);
  return (
    <article>
      <Head {...props} />
      <Section id="where" title={words.where}>
        <div class="row">
          <PlanMap plan={plan} words={words} />
          <MapKey {...props} />
        </div>
      </Section>
      <Order card={card} words={words} own={own} to={to} />
      <Line card={card} words={words} own={own} to={to} />
      <Section id="curve" title={words.curve}>
        <div class="row">
          <div class="c8">
            <Curve plan={plan} words={words} />
          </div>
          <Proof {...props} />
        </div>
      </Section>
      <Prices card={card} words={words} own={own} to={to} />
      <Section id="measures" title={words.measures} mini>
        <MeasuresBlock
          measures={plan.measures}
          lacking={plan.money.shareOfIncome === undefined ? [words.share] : []}
          ask={linked(words.sendIt, to("/take-part#figure"))}
          lang={words.lang}
          own={own}
        />
      </Section>
      <Section id="open" title={words.couldNot} mini>
        {plan.open.length === 0 ? (
          <p>{words.couldAll}</p>
        ) : (
          <ul class="lines" {...said}>
            {plan.open.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        )}
      </Section>
      <Rests card={card} words={words} own={own} to={to} />
      <Take {...props} />
      <Section id="build" title={words.build} mini>
        <p class="stand">{words.buildIs}</p>
        <p class="acts">
          <a class="button" href={to("/take-part/opportunity?kind=partner")}>
            {words.buildAsk}
          </a>
        </p>
      </Section>
      {related.map((part) => part.html)}
      {plan.sources && (
        <Section id="sources" title={words.sources} mini>
          <Sources sources={plan.sources} lang={words.lang} />
        </Section>
      )}
    </article>
  );
}

function Head(props: PlanPageProps) {
  const { card, words, own } = props;
  const { plan } = card;
  const said = foreign(own, words.lang);
  const { people, places, sites, perPerson } = totalsOf(plan);
  return (
    <>
      <header class="row head">
        <h1 class="c10" {...said}>
          {plan.title}
        </h1>
        <div class="c8">
          <p class="meta">
            {plan.country !== undefined && <span>{countryName(plan.country, words.lang)}</span>}
            <span>
              {filled(words.madeBy, {
                day: formatDay(plan.made, words.lang),
                who: spoken(own, words.lang, plan.by),
              })}
            </span>
          </p>
        </div>
        <p class="stand c8" {...said}>
          {plan.summary}
        </p>
        {plan.example && <p class="aside c8">{words.exampleIs}</p>}
      </header>
      {people === 0 ? (
        <p class="stand">{words.nobody}</p>
      ) : (
        <div class="row">
          <div class="c8">
            <p class="num claimed">
              <span>{formatNumber(people, words.lang)}</span>
            </p>
            <p>
              {words.people} {words.places(places)}, {words.masts(sites)}
            </p>
            <p class="small">
              <span class="state claimed">{words.computed}</span>
            </p>
          </div>
          {perPerson !== undefined && (
            <div class="r4">
              <p class="num mid claimed">
                <span>{moneyWords(perPerson, plan, words)}</span>
              </p>
              <p>
                {words.perPerson}, {words.overYears(plan.money.years)}
              </p>
              <Monthly {...props} />
            </div>
          )}
        </div>
      )}
    </>
  );
}

/** What a subscriber pays, and how many they are; an older plan does not say it. */
function Monthly({ card: { plan }, words }: PlanPageProps) {
  const { priceMonth, households, subscribers } = plan.money;
  if (priceMonth === undefined || households === undefined || subscribers === undefined)
    return undefined;
  const count = (n: number) => formatNumber(n, words.lang);
  return (
    <>
      <p>
        <Fig>{billWords(priceMonth, plan, words)}</Fig> {words.monthly}
      </p>
      <p class="small">{words.subscribing(count(subscribers), count(households))}</p>
    </>
  );
}

/** What the marks of the map mean, and the way to a link of one's own. */
function MapKey({ card: { plan, slug }, words, to }: PlanPageProps) {
  const { key } = words;
  const marks = [
    [key.gateway, <circle class="halo" cx="21" cy="10.5" r="10" />, <Pin />],
    [key.mast, <Pin />],
    [key.relay, <circle class="pin open" cx="21" cy="10.5" r="5" />],
    [key.reached, <circle class="cell" cx="21" cy="10.5" r="6" />],
    [key.missed, <circle class="ring dots" cx="21" cy="10.5" r="6" />],
  ] as const;
  return (
    <div class="r4">
      <ul class="chips legend">
        {marks.map(([name, ...mark]) => (
          <li>
            <svg viewBox="0 0 42 21" aria-hidden="true">
              {mark}
            </svg>
            {name}
          </li>
        ))}
      </ul>
      {plan.ground && (
        <p>
          <a class="button quiet" href={to(`/plans/${slug}/link`)}>
            {words.tryLink}
          </a>
        </p>
      )}
    </div>
  );
}

const Pin = () => <circle class="pin" cx="21" cy="10.5" r="5" />;

/** PN10: in plain words, the bound before the share that is left. */
function Proof({ card: { plan }, words, own }: PlanPageProps) {
  const { objective, value, bound, gap, method } = plan.proof;
  const say = (n: number) => formatNumber(Math.floor(n), words.lang);
  // What is weighed is no number of people.
  const { best, within } =
    Math.floor(value) === totalsOf(plan).people ? words.proof : words.weighed;
  return (
    <div class="r4">
      <h3>{words.howGood}</h3>
      <p>
        {gap === 0
          ? best(say(value))
          : within(say(value), say(bound), rounded(gap * 100, words, 1))}
      </p>
      <p class="small">
        {words.proofWhat} {spoken(own, words.lang, objective)}.
        <br />
        {words.proofHow} {spoken(own, words.lang, method)}.
      </p>
    </div>
  );
}

/** PN13. */
function Take({ card: { plan, slug, subject }, words, own, to }: PlanPageProps) {
  const sheet = sheetWordsIn(words.lang);
  return (
    <Section id="take" title={words.take} mini>
      <ul class="lines">
        <li>
          <a href={`/plans/${slug}.geojson`}>{words.geojson}</a>
        </li>
        <li>
          <a href={`/plans/${slug}.kml`}>{sheet.kml}</a>
        </li>
        <li>
          <a href={`/plans/${slug}/antennas.csv`}>{sheet.csv}</a>
        </li>
        <li>
          <a href={`/plans/${slug}/materials.csv`}>{words.csv}</a>
        </li>
        {plan.map && (
          <li>
            <a href={`/media/${plan.map.coverage.media}`}>{words.coverageFile}</a>
          </li>
        )}
        <li>
          <a href={to(`/log/subjects/${subject}`)}>{words.signed}</a>
        </li>
      </ul>
      {plan.map && (
        <p class="small">
          {filled(sheet.coverageTif, { by: <bdi {...foreign(own, words.lang)}>{plan.by}</bdi> })}
        </p>
      )}
      <p class="small">{words.print}</p>
    </Section>
  );
}
