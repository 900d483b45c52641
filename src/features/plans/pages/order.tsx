/** The steps of a plan in their order, each with its places, people and money; then the places that it does not reach. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { listed, spoken } from "../../../platform/words/inline.tsx";
import { isServed, siteNamed, type Step } from "../numbers.ts";
import type { PlanCard } from "../queries.ts";
import { Fig, moneyWords, type Shown } from "../parts.tsx";

interface Props extends Shown {
  readonly card: PlanCard;
}

export function Order(props: Props): Html {
  const { card, words } = props;
  const { plan } = card;
  const missed = plan.places.filter((place) => !isServed(plan, place));
  return (
    <Section id="order" title={words.order}>
      <p>{words.orderIs}</p>
      <div class="scroll" role="region" aria-label={words.table(words.order)} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              <th scope="col">{words.placesHere}</th>
              <th scope="col" class="n">
                {words.peopleHere}
              </th>
              <th scope="col" class="n">
                {words.cost}
              </th>
              <th scope="col" class="n">
                {words.eachPerson}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.steps.map((step) => (
              <Row step={step} {...props} />
            ))}
            {missed.length > 0 && (
              <tr>
                <th scope="row">{words.notReached}</th>
                <td>
                  <Places of={missed.map(({ id }) => id)} {...props} />
                </td>
                <td class="n">
                  {formatNumber(
                    missed.reduce((sum, { people }) => sum + people, 0),
                    words.lang,
                  )}
                </td>
                <td></td>
                <td></td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Row(props: Props & { readonly step: Step }) {
  const { step, card, words, own } = props;
  const { plan } = card;
  const site = siteNamed(plan, step.site);
  const served = step.relays.filter((id) => siteNamed(plan, id)?.serves).length;
  return (
    <tr>
      <th scope="row">
        {formatNumber(step.order, words.lang)}
        {". "}
        {spoken(own, words.lang, site?.name)}
        <small>
          {site && words.kinds[site.kind]}
          {served > 0 && ` ${words.alsoMasts(served)}`}
          {step.relays.length > served && ` ${words.relays(step.relays.length - served)}`}
        </small>
      </th>
      <td>
        <Places of={step.places} {...props} />
      </td>
      <td class="n">
        <Fig>{formatNumber(step.people, words.lang)}</Fig>
      </td>
      <td class="n">
        <Fig>{moneyWords(step.cost, plan, words)}</Fig>
      </td>
      <td class="n">
        {step.people > 0 && <Fig>{moneyWords(step.cost / step.people, plan, words)}</Fig>}
      </td>
    </tr>
  );
}

function Places({ of, card, words, to }: Props & { readonly of: readonly string[] }) {
  const { plan, slug } = card;
  const names = new Map(plan.places.map(({ id, name }) => [id, name]));
  return listed(
    of.map((id) => <a href={to(`/plans/${slug}/places/${id}`)}>{names.get(id) ?? id}</a>),
    words.lang,
  );
}
