/** The three measures of what a plan would build, as far as it can tell them; the rest is not known, and left out. */
import { PYTAL } from "../../../engines/costs/catalogue/sources.ts";
import { hoursWithout } from "../../../engines/propagation/outage.ts";
import type { Measures } from "../../places/api.ts";
import { worstOf } from "./air.ts";
import { monthlyPrice } from "./bill.ts";
import type { Found } from "./found.ts";
import { round, type Network } from "./network.ts";

const SOLAR_METHOD = {
  title: "IEEE 1562-2021: Recommended Practice for Sizing Stand-Alone Photovoltaic (PV) Systems",
  url: "https://standards.ieee.org/standard/1562-2021.html",
  publisher: "IEEE",
  note: "The method; sun and days are this plan's assumptions.",
};

const HOPS_METHOD = {
  title:
    "ITU-R P.530: Propagation data and prediction methods required for the design of terrestrial line-of-sight systems",
  url: "https://www.itu.int/rec/R-REC-P.530/en",
  publisher: "ITU",
};

/** Undefined where nobody would be connected. */
export function measuresOf(found: Found, network: Network): Measures | undefined {
  const { region, choice } = found;
  const price = monthlyPrice(region, choice.people, network.bill);
  if (price === undefined) return undefined;
  const backup = backupOf(found, network);
  const availability = availabilityOf(found, network);
  return {
    ...(availability && { seamless: { availability } }),
    ...(backup !== undefined && {
      secure: { backupPower: { value: backup, source: SOLAR_METHOD } },
    }),
    affordable: {
      price: {
        value: price,
        currency: region.money.currency,
        per: `a month for each household that subscribes: the price that would pay for the network, the households' equipment and transit to the internet over ${region.money.years} years if ${region.demand.takeUp * 100} % of households subscribe, calculated for this plan`,
        source: {
          ...PYTAL,
          note: "Prices of this study, of others and of assumptions: see the bill of materials.",
        },
      },
    },
  };
}

type Availability = NonNullable<Measures["seamless"]>["availability"];

function availabilityOf({ region: { air } }: Found, network: Network): Availability {
  const worst = air && worstOf(network);
  if (!worst || worst.below) return undefined; // of which `openOf` says that it is not known
  const { site, way, availability } = worst;
  const hops = way.length === 1 ? "over its only hop" : `over all ${way.length} hops`;
  return {
    value: availability,
    source: {
      ...HOPS_METHOD,
      note: `For ${site.name}, the mast with the least reliable path to its gateway, ${hops}: about ${round(hoursWithout(availability))} hours a year without a connection, calculated for this plan. This covers the radio hops only, not power, equipment or the last link to a house. Rain of ${air.rain} mm/h and a gradient of ${air.gradient} N-units/km by ${air.source.title}.`,
    },
  };
}

function backupOf({ region }: Found, { sites }: Network): string | undefined {
  const solar = sites.filter(({ power }) => power?.from === "sun").length;
  if (solar === 0) return undefined;
  return `panels with batteries for ${region.power.autonomy} days at ${solar} of ${sites.length} sites`;
}
