/** Plans one below the other, and the page of all of them. Rule PN4. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { filled, foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import { totalsOf } from "../numbers.ts";
import type { PlanCard } from "../queries.ts";
import { Fig, moneyWords, type Shown } from "./parts.tsx";

interface Props extends Shown {
  readonly plans: readonly PlanCard[];
}

export function PlansMain(props: Props): Html {
  const { plans, words, to } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.about} />
      {plans.length > 0 ? (
        <>
          <h2 class="vh">{words.all}</h2>
          <PlanIndex {...props} />
        </>
      ) : (
        <>
          <p class="stand">{linked(words.none, to("/take-part/opportunity?kind=need"))}</p>
          <p>{filled(words.noneHow, { command: <code dir="ltr">cnd plan REGION.yaml</code> })}</p>
        </>
      )}
    </>
  );
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
                  <small>
                    <br />
                    {words.computed}
                  </small>
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
