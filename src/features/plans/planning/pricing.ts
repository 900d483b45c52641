/** What each candidate and each line would cost, from the catalogue in the region's money. */
import { costOf, type Cost } from "../../../engines/costs/bill.ts";
import { CATALOGUE, CATALOGUE_CURRENCY } from "../../../engines/costs/catalogue/catalogue.ts";
import { catalogueIn } from "../../../engines/costs/currency.ts";
import { itemOf, withPrices, type Catalogue, type Line } from "../../../engines/costs/item.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import {
  accessSite,
  newMast,
  radioLink,
  rentedMast,
  track,
} from "../../../engines/costs/technologies.ts";
import type { Candidate } from "./candidates.ts";
import { ownWatts, type Feed } from "./power.ts";
import { PlanningError, type Region } from "./region.ts";
import { termsOf } from "./terms.ts";

/** The catalogue in the region's currency, with the prices that the region file gives instead. @throws PlanningError */
export function pricesOf({ money }: Region): Catalogue {
  try {
    const { currency, rates = [], prices = [] } = money;
    const list = catalogueIn(
      CATALOGUE,
      CATALOGUE_CURRENCY,
      currency,
      rates.map(({ source, ...rate }) => ({
        ...rate,
        ...(source && { source: sourceOf(source) }),
      })),
    );
    const own = prices.map(({ item, price, yearly, life, source, note }) => {
      const before = itemOf(list, item);
      const years = life ?? before.life;
      const { life: _, ...rest } = before;
      return {
        ...rest,
        price,
        yearly: yearly ?? before.yearly,
        ...(years !== undefined && { life: years }),
        basis: source
          ? { source: sourceOf(source) }
          : { assumption: note ?? "A price of the region file, without a source." },
      };
    });
    return withPrices(list, own);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlanningError(`money: ${error.message}`, { cause: error });
  }
}

const sourceOf = (source: NonNullable<NonNullable<Region["money"]["income"]>["source"]>) => ({
  title: source.title,
  url: source.url,
  ...(source.publisher !== undefined && { publisher: source.publisher }),
  ...(source.date !== undefined && { date: source.date }),
});

/** @param mast m, of the candidate's own choice of heights; @param sectors 0 where it carries alone. Without the ends of its hops. */
export function siteLines(
  of: { readonly region: Region; readonly prices: Catalogue; readonly radio: Radio },
  { kind, far }: Candidate,
  mast: number,
  sectors: number,
  { fixed, lines }: Feed,
): Line[] {
  const { prices, radio } = of;
  if (kind === "gateway" && sectors === 0) return [];
  const ground =
    kind === "gateway"
      ? []
      : kind === "existing mast"
        ? rentedMast(prices)
        : [...newMast(prices, mast), ...track(prices, far)];
  const equipment =
    sectors > 0
      ? accessSite(prices, radio, sectors)
      : [{ item: itemOf(prices, "router"), count: 1 }];
  return [...ground, ...equipment, ...fixed, ...lines(ownWatts(of, sectors))];
}

export const siteCost = (
  of: Parameters<typeof siteLines>[0],
  ...rest: [Candidate, number, number, Feed]
): Cost => costOf(siteLines(of, ...rest), termsOf(of.region));

/** The radios of a hop, and what feeds its two ends. */
export const lineCost = (
  { region, prices }: { readonly region: Region; readonly prices: Catalogue },
  radio: Radio,
  ends: readonly [Feed, Feed],
): Cost =>
  costOf(
    [...radioLink(prices, radio), ...ends.flatMap(({ lines }) => lines(radio.watts))],
    termsOf(region),
  );
