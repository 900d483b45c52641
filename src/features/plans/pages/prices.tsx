/** What a plan costs: its sums by part, the month's price, the bill of materials, and what feeds each mast. Rule PN61. */
import { TableHead } from "../../../platform/web/table-head.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { SourceLink } from "../../../platform/web/sources.tsx";
import { formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { spoken } from "../../../platform/words/inline.tsx";
import { billedIn, costsOf } from "../sums.ts";
import type { PlanCard } from "../queries.ts";
import { PARTS, type Plan } from "../records.ts";
import { Fig, inCents, moneyWords, rounded, type Shown } from "../parts.tsx";

interface Props extends Shown {
  readonly card: PlanCard;
}

export function Prices(props: Props): Html {
  const { card, words } = props;
  const { plan } = card;
  const { money } = plan;
  const say = (amount: number | undefined) =>
    amount !== undefined && <Fig>{moneyWords(amount, plan, words)}</Fig>;
  const count = (n: number | undefined) => n !== undefined && formatNumber(n, words.lang);
  const isOlder = money.besides === undefined;
  const facts = [
    [words.budget, moneyWords(money.budget, plan, words)],
    [words.years, count(money.years)],
    [words.discount, words.percent(rounded(money.discount * 100, words))],
    [words.person, say(money.perPerson)],
    [words.household, say(money.perHousehold)],
    [words.households, count(money.households)],
    [words.subscribers, count(money.subscribers)],
    [words.priceMonth, say(money.priceMonth)],
    [
      words.share,
      money.shareOfIncome !== undefined && (
        <Fig>{words.percent(rounded(money.shareOfIncome, words))}</Fig>
      ),
    ],
  ] as const;
  return (
    <Section id="prices" title={words.prices} mini>
      <Sums {...props} />
      <dl class="facts">
        {facts
          .filter(([, value]) => value !== false)
          .map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
      </dl>
      <Folded
        title={words.materials}
        words={words}
        before={!isOlder && <p>{words.amountsIn(money.currency)}</p>}
      >
        {isOlder ? <OlderBill {...props} /> : <Bill {...props} />}
      </Folded>
      {plan.sites.some(({ power }) => power) && (
        <Folded title={words.feeds.title} words={words} before={<p>{words.feeds.is}</p>}>
          <Feeds {...props} />
        </Folded>
      )}
    </Section>
  );
}

/** A table behind its name. */
function Folded(of: {
  readonly title: string;
  readonly words: Shown["words"];
  readonly before?: unknown;
  readonly children: unknown;
}): Html {
  return (
    <details class="media report">
      <summary>
        <b>{of.title}</b>
      </summary>
      {of.before}
      <div class="scroll" role="region" aria-label={of.words.table(of.title)} tabindex={0}>
        {of.children}
      </div>
    </details>
  );
}

function Sums({ card: { plan }, words }: Props) {
  const say = (amount: number) => <Fig>{moneyWords(amount, plan, words)}</Fig>;
  return (
    <>
      <div class="scroll" role="region" aria-label={words.table(words.prices)} tabindex={0}>
        <table>
          <TableHead first={words.part} numbers={[words.capex, words.opex, words.presentValue]} />
          <tbody>
            {costsOf(plan).map(([part, { capex, opex, presentValue }]) => (
              <tr>
                <th scope="row">{words.parts[part]}</th>
                <td class="n">{say(capex)}</td>
                <td class="n">{say(opex)}</td>
                <td class="n">{say(presentValue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.money.besides && <p>{words.budgetIs}</p>}
    </>
  );
}

type Material = Plan["materials"][number];

const Item = ({ row, words, own }: Shown & { readonly row: Material }) => (
  <th scope="row">
    {spoken(own, words.lang, row.item)}
    <small>
      {row.source ? <SourceLink source={row.source} lang={words.lang} /> : words.noSource}
    </small>
  </th>
);

const Count = ({ row: { count, unit }, words, own }: Shown & { readonly row: Material }) => (
  <td class="n">
    {formatNumber(count, words.lang)} {spoken(own, words.lang, unit)}
  </td>
);

/** Part by part, each with its sum: purchases in one column, yearly costs in another. */
function Bill(props: Props) {
  const { card, words } = props;
  const { plan } = card;
  const say = (amount = 0) => amount > 0 && inCents(amount, words);
  return (
    <table>
      <TableHead
        first={words.item}
        numbers={[words.number, words.price, words.priceYearly, words.capex, words.opex]}
      />
      {PARTS.map((part) => {
        const rows = plan.materials.filter((row) => row.part === part);
        const sums = billedIn(plan, part);
        return (
          rows.length > 0 && (
            <tbody>
              {rows.map((row) => (
                <tr>
                  <Item {...props} row={row} />
                  <Count {...props} row={row} />
                  <td class="n">{say(row.price)}</td>
                  <td class="n">{say(row.priceYearly)}</td>
                  <td class="n">{say(row.purchase)}</td>
                  <td class="n">{say(row.yearly)}</td>
                </tr>
              ))}
              <tr>
                <th scope="rowgroup" colspan={4}>
                  {words.parts[part]}
                </th>
                <td class="n">
                  <b>{inCents(sums.purchase, words)}</b>
                </td>
                <td class="n">
                  <b>{inCents(sums.yearly, words)}</b>
                </td>
              </tr>
            </tbody>
          )
        );
      })}
    </table>
  );
}

/** Of a plan that does not tell purchases from yearly costs. */
function OlderBill(props: Props) {
  const { card, words } = props;
  const { plan } = card;
  return (
    <table>
      <TableHead first={words.item} numbers={[words.number, words.price, words.sum]} />
      <tbody>
        {plan.materials.map((row) => (
          <tr>
            <Item {...props} row={row} />
            <Count {...props} row={row} />
            <td class="n">{moneyWords(row.price, plan, words)}</td>
            <td class="n">{moneyWords(row.price * row.count, plan, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Feeds({ card: { plan }, words, own }: Props) {
  const { feeds } = words;
  return (
    <table>
      <TableHead
        first={words.mast}
        numbers={[feeds.from, feeds.draws, feeds.panels, feeds.battery]}
      />
      <tbody>
        {plan.sites.map(
          ({ name, power }) =>
            power && (
              <tr>
                <th scope="row">{spoken(own, words.lang, name)}</th>
                <td class="n">{feeds[power.from]}</td>
                <td class="n">{feeds.watts(formatNumber(power.watts, words.lang))}</td>
                <td class="n">
                  {power.panels !== undefined && feeds.kilowatts(rounded(power.panels, words, 2))}
                </td>
                <td class="n">
                  {power.battery !== undefined && feeds.hours(rounded(power.battery, words))}
                </td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
