/** Plans one below the other, and all of them. Rule PN4. */
import { toIn } from "../../platform/web/frame.ts";
import type { Html, PageRequest, Related } from "../../platform/web/route.ts";
import { formatDay } from "../../platform/web/words.ts";
import { Section } from "../../platform/web/heads.tsx";
import { filled, foreign, linked, spoken } from "../../platform/words/inline.tsx";
import { totalsOf } from "./numbers.ts";
import { planList, type PlanCard } from "./queries.ts";
import { billWords, Fig, moneyWords, type Shown } from "./parts.tsx";
import { wordsIn } from "./words.ts";

interface Props extends Shown {
  readonly plans: readonly PlanCard[];
}

/** The plans as a part of *Where next*. */
export async function plansPart({ db, frame, lang }: PageRequest): Promise<Related> {
  const plans = await planList(db, frame.language);
  const words = wordsIn(lang);
  const to = toIn({ frame, lang });
  return {
    uses: { projections: ["plans", "addresses"] },
    html: (
      <Section id="plans" title={words.title}>
        <p>{words.about}</p>
        {plans.length > 0 ? (
          <PlanIndex plans={plans} words={words} own={frame.own} to={to} />
        ) : (
          <p>{linked(words.none, to("/take-part/opportunity?kind=need"))}</p>
        )}
      </Section>
    ),
  };
}

export function PlanIndex({ plans, words, own, to }: Props): Html {
  const said = foreign(own, words.lang);
  return (
    <ul class="index">
      {plans.map(({ slug, plan }) => {
        const { people, places, sites, perPerson } = totalsOf(plan);
        return (
          <li>
            <p class="meta">
              {plan.example && <span>{words.example}</span>}
              <span>
                {filled(words.madeBy, {
                  day: formatDay(plan.made, words.lang),
                  who: spoken(own, words.lang, plan.by),
                })}
              </span>
            </p>
            <h3>
              <a href={to(`/plans/${slug}`)} {...said}>
                {plan.title}
              </a>
            </h3>
            <p>
              {people === 0 ? (
                words.nobody
              ) : (
                <>
                  <Fig>{words.would(people)}</Fig> {words.places(places)} {words.masts(sites)}
                  {perPerson !== undefined && (
                    <>
                      {", "}
                      <Fig>
                        {filled(words.perPersonIs, { money: moneyWords(perPerson, plan, words) })}
                      </Fig>
                    </>
                  )}
                  {plan.money.priceMonth !== undefined && (
                    <>
                      {", "}
                      <Fig>
                        {filled(words.monthlyIs, {
                          money: billWords(plan.money.priceMonth, plan, words),
                        })}
                      </Fig>
                    </>
                  )}
                  <br />
                  <span class="state claimed">{words.computed}</span>
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
