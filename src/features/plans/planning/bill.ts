/**
 * The bill of a plan in three parts: the network, which the budget pays for and the choice weighs; what stands at the
 * houses that subscribe; and transit, the capacity that gateways buy from the internet.
 */
import { priceThatCovers, shareOfIncome } from "../../../engines/costs/affordability.ts";
import { cents, costOf, gathered, plus, type Cost } from "../../../engines/costs/bill.ts";
import type { Item, Line } from "../../../engines/costs/item.ts";
import { subscriberKits, transit } from "../../../engines/costs/technologies.ts";
import type { Choice } from "../../../engines/selection/problem.ts";
import type { Source } from "../../../platform/folder/fields.ts";
import { PARTS, type Part, type Plan } from "../records.ts";
import type { Asked } from "./asking.ts";
import { householdsOf } from "./demand.ts";
import type { Region } from "./region.ts";
import { termsOf } from "./terms.ts";

export type Bill = Readonly<Record<Part, { readonly lines: readonly Line[]; readonly cost: Cost }>>;

/** @param network all that is bought for it, item by item */
export function billOf(of: Asked, choice: Choice, network: readonly Line[]): Bill {
  const { prices, radio, region } = of;
  const inPart = (lines: readonly Line[]) => ({ lines, cost: costOf(lines, termsOf(region)) });
  return {
    network: inPart(network),
    households: inPart(subscriberKits(prices, radio, subscribersOf(choice.people, region))),
    // Whatever has a way to the internet of its own, with the load of all that lies behind it.
    transit: inPart(
      choice.built.flatMap(({ hop, load }) => (hop === undefined ? transit(prices, load) : [])),
    ),
  };
}

/** Whole households that subscribe among so many people covered: people / household × take-up, at least one where anybody does. */
export function subscribersOf(people: number, region: Region): number {
  const subscribing = householdsOf(people, region) * region.demand.takeUp;
  return subscribing > 0 ? Math.max(1, Math.round(subscribing)) : 0;
}

/**
 * The price a month of a household that subscribes, at which all of them carry all three parts over the plan's years,
 * to the cent of the region's currency: `priceThatCovers`. Undefined where nobody subscribes.
 * @param people covered
 */
export function monthlyPrice(region: Region, people: number, bill: Bill): number | undefined {
  const { presentValue } = PARTS.map((part) => bill[part].cost).reduce(plus);
  const price = priceThatCovers(presentValue, subscribersOf(people, region), termsOf(region));
  return price === undefined ? undefined : cents(price);
}

/** The plan's sums: capex, opex and present value are the network's, as the budget is; `besides` holds what comes on top. */
export function moneyOf({ region }: Asked, people: number, bill: Bill): Plan["money"] {
  const { currency, years, discount, budget, income } = region.money;
  const households = householdsOf(people, region);
  const price = monthlyPrice(region, people, bill);
  const { presentValue } = bill.network.cost;
  return {
    currency,
    years,
    discount,
    budget,
    ...inCents(bill.network.cost),
    besides: { households: inCents(bill.households.cost), transit: inCents(bill.transit.cost) },
    ...(people > 0 && {
      households: Math.round(households),
      subscribers: subscribersOf(people, region),
      perPerson: cents(presentValue / people),
      perHousehold: cents(presentValue / households),
    }),
    ...(price !== undefined && {
      priceMonth: price,
      ...(income && { shareOfIncome: cents(shareOfIncome(price, income.value)) }),
    }),
  };
}

const inCents = ({ capex, opex, presentValue }: Cost) => ({
  capex,
  opex,
  presentValue: cents(presentValue),
});

/** What is bought, part by part; purchases and yearly costs of a part's rows add up to its sums, to the cent. */
export const materialsOf = ({ radio, radios }: Asked, bill: Bill): Plan["materials"] =>
  PARTS.flatMap((part) =>
    gathered(bill[part].lines).map(({ item, count, purchase, yearly }) => {
      const used = [radio, ...radios].find((one) => [one.item, one.kit].includes(item.id));
      return {
        item: item.name,
        ...(used && { radio: used.id }),
        part,
        count,
        unit: item.unit,
        price: unitPrice(item.price),
        priceYearly: unitPrice(item.yearly),
        purchase,
        yearly,
        ...sourceOf(item),
      };
    }),
  );

/** To a hundredth of a cent: a kWh costs a few cents. */
const unitPrice = (price: number): number => Math.round(price * 1e4) / 1e4;

function sourceOf({ basis }: Item): { source?: Source } {
  return "source" in basis ? { source: { ...basis.source } } : {};
}
