/** A place of a plan: when it is reached and by which way, and what is known of it, how old, by whom. Rule PN9. */
import type { Html } from "../../../platform/web/route.ts";
import { SourceLink } from "../../../platform/web/sources.tsx";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import { clientOf } from "../antennas.ts";
import { isUnknown, siteNamed, stepOf, wayTo } from "../numbers.ts";
import type { PlanCard } from "../queries.ts";
import type { Plan, PlannedPlace, Site } from "../records.ts";
import { Fig, moneyWords, rounded, type Shown } from "../parts.tsx";
import { sheetWordsIn, type SheetWords } from "../sheet-words.ts";
import { azimuthSaid, Fact, kmSaid, tiltSaid } from "./aims.tsx";

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
          mast: (
            <a href={to(`/plans/${slug}/sites/${site.id}`)}>{spoken(own, words.lang, site.name)}</a>
          ),
        })}
      </p>
      <p>
        {words.inStep(formatNumber(step.people, words.lang), moneyWords(step.cost, plan, words))}
      </p>
      <Aimed place={place} site={site} plan={plan} words={words} own={own} to={to} slug={slug} />
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

/** What to set up the place's own antenna by. */
function Aimed(
  props: Shown & { readonly plan: Plan; slug: string; place: PlannedPlace; site: Site },
) {
  const { plan, slug, place, site, words, own, to } = props;
  const sheet = sheetWordsIn(words.lang);
  const said = { words, sheet };
  const { aim } = clientOf(plan, place, site);
  const { sector, rung, level, loss, margin, share } = place;
  return (
    <>
      <h3>{sheet.client}</h3>
      <dl class="facts">
        <Fact is={sheet.clientTo}>{aim && <b>{azimuthSaid(aim.azimuth, said)}</b>}</Fact>
        <Fact is={sheet.tilt}>{aim?.tilt !== undefined && <b>{tiltSaid(aim.tilt, said)}</b>}</Fact>
        <Fact is={words.distance}>{aim && kmSaid(aim, said)}</Fact>
        <Fact is={sheet.servedBy}>
          {sector !== undefined && (
            <a href={to(`/plans/${slug}/sites/${site.id}`)}>
              {sheet.sector(formatNumber(sector + 1, words.lang))}
            </a>
          )}
        </Fact>
        <Fact is={sheet.rung}>
          {rung !== undefined && (
            <Fig>
              <bdi {...foreign(own, words.lang)}>{rung}</bdi>
            </Fig>
          )}
        </Fact>
        <Fact is={words.level}>
          {level !== undefined && <Fig>{words.dbm(rounded(level, words))}</Fig>}
        </Fact>
        <Fact is={words.loss}>
          {loss !== undefined && <Fig>{words.db(rounded(loss, words))}</Fig>}
        </Fact>
        <Fact is={words.marginHere}>
          {margin !== undefined && <Fig>{words.db(rounded(margin, words))}</Fig>}
        </Fact>
        <Fact is={sheet.share}>{share && <Fig>{shareSaid(share, said)}</Fig>}</Fact>
      </dl>
      {share && <p class="small">{sheet.shareIs}</p>}
      <p class="small">
        {aim && sheet.azimuthIs} {aim && (aim.tilt === undefined ? sheet.noTilt : sheet.tiltIs)}
      </p>
    </>
  );
}

/** PN101: `70 to 90 % of 81 houses`. */
function shareSaid(
  { least, most, of, are }: NonNullable<PlannedPlace["share"]>,
  { words, sheet }: { readonly words: Shown["words"]; readonly sheet: SheetWords },
): string {
  const [low, high] = [least, most].map((one) => rounded(one * 100, words));
  const told = low === high ? words.percent(low!) : sheet.range(low!, high!);
  return (are === "houses" ? sheet.ofHouses : sheet.ofPoints)(of, told);
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
