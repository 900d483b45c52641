/** Plans at the desk. */
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Tick,
  Words as Text,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { foreign } from "../../../platform/words/inline.tsx";
import { costOf, peopleOf } from "../project-bodies.ts";
import type { Typed } from "../desk-form.ts";
import type { PlanDeskWords } from "../desk-words.ts";
import type { PlanCard } from "../queries.ts";
import type { Plan } from "../records.ts";
import { REGIONS } from "./region-list.tsx";

interface Shown {
  readonly words: PlanDeskWords;
  readonly own: string;
}

export function PlansDesk(props: Shown & { readonly plans: readonly PlanCard[] }): Html {
  const { words, own, plans } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      <p>
        <a href={REGIONS}>{words.region}</a>
      </p>
      {plans.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="lines">
          {plans.map(({ slug, plan }) => (
            <li>
              <a href={`/desk/plans/${slug}`} {...foreign(own, words.lang)}>
                {plan.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Props extends Shown {
  readonly card: PlanCard;
  readonly partners: readonly { readonly slug: string; readonly name: string }[];
  /** How many of its places have no page. */
  readonly bare: number;
  readonly typed: Typed;
  readonly problems?: Readonly<Record<string, string>>;
}

export function PlanDesk(props: Props): Html {
  const { card, words, own, bare, typed, problems = {} } = props;
  const { plan, slug } = card;
  const field = { typed, problems };
  return (
    <>
      <header class="row head tight">
        <h1 class="c10" {...foreign(own, words.lang)}>
          <a href={`/plans/${slug}`}>{plan.title}</a>
        </h1>
      </header>
      <NothingSent problems={problems} lang={words.lang} />
      {plan.steps.length > 0 && (
        <form method="post" class="row">
          <div class="c7 telling">
            <h2 class="knot mini">{words.become}</h2>
            <p>{words.becomeIs}</p>
            <Line name="title" {...field} required>
              {words.name}
            </Line>
            <Line name="slug" maxlength={80} {...field}>
              {words.slug}
              <Hint>{words.slugHint}</Hint>
            </Line>
            <Text name="summary" rows={4} {...field}>
              {words.summary}
            </Text>
            <Choice
              name="steps"
              options={stepsOf(plan, words)}
              lang={words.lang}
              required
              {...field}
            >
              {words.upTo}
            </Choice>
            <Line name="partners" {...field}>
              {words.partners}
              <Hint>{words.partnersHint}</Hint>
            </Line>
            <Partners {...props} />
            {bare > 0 && (
              <Tick name="places" {...field}>
                {words.nameThem(bare)}
              </Tick>
            )}
            <Pledge {...props} />
            <p class="acts field">
              <button type="submit" name="do" value="become">
                {words.say}
              </button>
            </p>
          </div>
        </form>
      )}
      <form method="post">
        <h2 class="knot mini">{words.back}</h2>
        <p>{words.backIs}</p>
        <label class="tick">
          <input type="checkbox" name="sure" value="yes" required /> {words.backSure}
        </label>
        <p class="acts">
          <button type="submit" class="quiet" name="do" value="withdraw">
            {words.backButton}
          </button>
        </p>
      </form>
    </>
  );
}

/** To choose from. */
function Partners({ words, own, partners }: Props) {
  if (partners.length === 0) return <></>;
  return (
    <details class="names">
      <summary>{words.partnersAre}</summary>
      <ul class="lines" lang={own}>
        {partners.map(({ name }) => (
          <li>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Pledge({ words, own, partners, typed, problems = {} }: Props) {
  const field = { typed, problems };
  const options = partners.map(({ slug, name }) => [slug, name, own] as const);
  return (
    <fieldset>
      <legend>{words.pledge}</legend>
      <p class="small">{words.pledgeIs}</p>
      <Choice name="pledger" options={options} none={words.nobody} lang={words.lang} {...field}>
        {words.pledger}
      </Choice>
      <Line name="by" type="date" {...field}>
        {words.by}
      </Line>
      <Tick name="agreed" {...field}>
        {words.agreed}
      </Tick>
    </fieldset>
  );
}

const stepsOf = (plan: Plan, words: PlanDeskWords) =>
  plan.steps.map((_, i) => {
    const n = i + 1;
    const say = (amount: number) => formatNumber(amount, words.lang);
    const money = `${plan.money.currency} ${say(costOf(plan, n))}`;
    return [String(n), words.steps(n, say(peopleOf(plan, n)), money)] as const;
  });
