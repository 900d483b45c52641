/** A place of a plan: when it is reached and by which way, and what is known of it, how old, by whom. Rule PN9. */
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import type { Html } from "../../../platform/web/route.ts";
import { SourceLink } from "../../../platform/web/sources.tsx";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import { isUnknown, siteNamed, stepOf, wayTo } from "../numbers.ts";
import type { PlanCard } from "../queries.ts";
import type { PlannedPlace } from "../records.ts";
import { Fig, moneyWords, rounded, type Shown } from "../parts.tsx";

interface Props extends Shown {
  readonly card: PlanCard;
  readonly place: PlannedPlace;
  /** The path of its own page, where it has one. */
  readonly page: string | undefined;
}

export function PlanPlaceMain(props: Props): Html {
  const { card, place, page, words, own, to } = props;
  const { plan, slug } = card;
  return (
    <article>
      <header class="row head">
        <h1 class="c10">{place.name}</h1>
        <p class="meta c8">
          <a href={to(`/plans/${slug}`)} {...foreign(own, words.lang)}>
            {plan.title}
          </a>
          {page !== undefined && <a href={to(page)}>{words.thePlace}</a>}
        </p>
      </header>
      <Reached {...props} />
      <Section id="known" title={words.known} mini>
        <Inputs {...props} />
        {place.inputs.some(isUnknown) && (
          <p class="small">{linked(words.unmeasuredIs, to("/measure"))}</p>
        )}
      </Section>
    </article>
  );
}

function Reached({ card: { plan, slug }, place, words, own, to }: Props) {
  const step = stepOf(plan, place);
  const site = place.site === undefined ? undefined : siteNamed(plan, place.site);
  if (!step || !site) return <p class="stand">{words.reachedNot}</p>;
  const say = (n: number) => rounded(n, words);
  const way = wayTo(plan, site.id);
  return (
    <Section id="why" title={words.whyFirst} mini>
      <p class="stand">
        {filled(words.reachedBy, {
          step: formatNumber(step.order, words.lang),
          mast: spoken(own, words.lang, site.name),
        })}
      </p>
      <p>
        {words.inStep(formatNumber(step.people, words.lang), moneyWords(step.cost, plan, words))}
      </p>
      <dl class="facts">
        <dt>{words.distance}</dt>
        <dd>{words.km(say(distanceKm(site, place)))}</dd>
        {place.loss !== undefined && (
          <>
            <dt>{words.loss}</dt>
            <dd>
              <Fig>{words.db(say(place.loss))}</Fig>
            </dd>
          </>
        )}
        {place.margin !== undefined && (
          <>
            <dt>{words.marginHere}</dt>
            <dd>
              <Fig>{words.db(say(place.margin))}</Fig>
            </dd>
          </>
        )}
      </dl>
      {way.length > 0 && (
        <>
          <h3>{words.wayThere}</h3>
          <ol class="path">
            {way.map((hop) => (
              <li>
                <a href={to(`/plans/${slug}/hops/${plan.hops.indexOf(hop) + 1}`)}>
                  {filled(words.hopOf, {
                    from: spoken(own, words.lang, siteNamed(plan, hop.from)?.name),
                    to: spoken(own, words.lang, siteNamed(plan, hop.to)?.name),
                  })}
                </a>{" "}
                <small>{words.km(say(hop.km))}</small>
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function Inputs({ place, words, own }: Props) {
  const said = foreign(own, words.lang);
  return (
    <div class="scroll" role="region" aria-label={words.table(words.known)} tabindex={0}>
      <table>
        <thead>
          <tr>
            {[words.input, words.value, words.asOf, words.said].map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {place.inputs.map((input) => (
            <tr>
              <th scope="row" {...said}>
                {input.what}
              </th>
              {isUnknown(input) ? (
                <td class="wanted">{words.unmeasured}</td>
              ) : (
                <td {...said}>{input.value}</td>
              )}
              <td>{input.asOf !== undefined && formatDay(input.asOf, words.lang, "short")}</td>
              <td>{input.source && <SourceLink source={input.source} lang={words.lang} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
