/** What each candidate and each line would cost, from the catalogue in the region's money. */
import { costOf, type Cost } from "../../../engines/costs/bill.ts";
import { CATALOGUE, CATALOGUE_CURRENCY } from "../../../engines/costs/catalogue/catalogue.ts";
import { catalogueIn } from "../../../engines/costs/currency.ts";
import { itemOf, withPrices, type Catalogue, type Line } from "../../../engines/costs/item.ts";
import type { Terms } from "../../../engines/costs/present-value.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import { SUN_DEFAULTS } from "../../../engines/costs/solar.ts";
import {
  accessSite,
  gridPower,
  newMast,
  radioLink,
  rentedMast,
  solarPower,
  track,
} from "../../../engines/costs/technologies.ts";
import type { Candidate } from "./candidates.ts";
import { PlanningError, type Region } from "./region.ts";

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

export const termsOf = ({ money }: Region): Terms => ({
  years: money.years,
  discount: money.discount,
});

const ROUTER = 15; // W
const LINKS = 60; // W of the radio lines that end at a site, two of them

/** @param mast m, of its own choice of heights; @param sectors 0 where it carries alone */
export function siteLines(
  of: { readonly region: Region; readonly prices: Catalogue; readonly radio: Radio },
  candidate: Candidate,
  mast: number,
  sectors = 0,
): Line[] {
  const { prices, radio } = of;
  const equipment =
    sectors > 0
      ? accessSite(prices, radio, sectors)
      : [{ item: itemOf(prices, "router"), count: 1 }];
  const load = ROUTER + LINKS + sectors * radio.watts;
  if (candidate.kind === "gateway") return sectors > 0 ? equipment : [];
  if (candidate.kind === "existing mast")
    return [...rentedMast(prices), ...equipment, ...gridPower(prices, load, 0)];
  const ground = [...newMast(prices, mast), ...track(prices, candidate.far)];
  return [...ground, ...equipment, ...cheaperPower(of, candidate.far, load)];
}

/** From the grid, where the nearest place or road is taken to have it, or from the sun. */
function cheaperPower(
  { region, prices }: { readonly region: Region; readonly prices: Catalogue },
  far: number,
  load: number,
): Line[] {
  const terms = termsOf(region);
  const grid = gridPower(prices, load, Math.max(far, 0.05));
  const { sun, autonomy } = region.power;
  const solar = solarPower(prices, load, { ...SUN_DEFAULTS, hours: sun, autonomy });
  return costOf(grid, terms).presentValue <= costOf(solar, terms).presentValue ? grid : solar;
}

export const siteCost = (
  of: Parameters<typeof siteLines>[0],
  ...rest: [Candidate, number, number?]
): Cost => costOf(siteLines(of, ...rest), termsOf(of.region));

export const lineCost = (region: Region, prices: Catalogue, radio: Radio): Cost =>
  costOf(radioLink(prices, radio), termsOf(region));
