/** What a plan costs: the sums, and the bill of materials. */
import { TableHead } from "../../../platform/web/table-head.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { SourceLink } from "../../../platform/web/sources.tsx";
import { formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { spoken } from "../../../platform/words/inline.tsx";
import type { PlanCard } from "../queries.ts";
import { Fig, moneyWords, rounded, type Shown } from "../parts.tsx";

interface Props extends Shown {
  readonly card: PlanCard;
}

export function Prices(props: Props): Html {
  const { card, words } = props;
  const { plan } = card;
  const { money } = plan;
  const say = (amount: number) => <Fig>{moneyWords(amount, plan, words)}</Fig>;
  return (
    <Section id="prices" title={words.prices} mini>
      <dl class="facts">
        <dt>{words.budget}</dt>
        <dd>{moneyWords(money.budget, plan, words)}</dd>
        <dt>{words.capex}</dt>
        <dd>{say(money.capex)}</dd>
        <dt>{words.opex}</dt>
        <dd>{say(money.opex)}</dd>
        <dt>{words.presentValue}</dt>
        <dd>{say(money.presentValue)}</dd>
        <dt>{words.years}</dt>
        <dd>{formatNumber(money.years, words.lang)}</dd>
        <dt>{words.discount}</dt>
        <dd>{words.percent(rounded(money.discount * 100, words))}</dd>
        {money.perHousehold !== undefined && (
          <>
            <dt>{words.household}</dt>
            <dd>{say(money.perHousehold)}</dd>
          </>
        )}
        {money.shareOfIncome !== undefined && (
          <>
            <dt>{words.share}</dt>
            <dd>
              <Fig>{words.percent(rounded(money.shareOfIncome, words))}</Fig>
            </dd>
          </>
        )}
      </dl>
      <details class="media report">
        <summary>
          <b>{words.materials}</b>
        </summary>
        <Materials {...props} />
      </details>
    </Section>
  );
}

function Materials({ card: { plan }, words, own }: Props) {
  return (
    <div class="scroll" role="region" aria-label={words.table(words.materials)} tabindex={0}>
      <table>
        <TableHead first={words.item} numbers={[words.number, words.price, words.sum]} />
        <tbody>
          {plan.materials.map(({ item, count, unit, price, source }) => (
            <tr>
              <th scope="row">
                {spoken(own, words.lang, item)}
                <small>
                  {source ? <SourceLink source={source} lang={words.lang} /> : words.noSource}
                </small>
              </th>
              <td class="n">
                {formatNumber(count, words.lang)} {spoken(own, words.lang, unit)}
              </td>
              <td class="n">{moneyWords(price, plan, words)}</td>
              <td class="n">{moneyWords(price * count, plan, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
