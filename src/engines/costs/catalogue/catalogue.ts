/** The catalogue: every item with its price in US dollars, and where the price comes from. */
import type { Catalogue } from "../item.ts";
import { CIVIL } from "./civil.ts";
import { NETWORK } from "./network.ts";
import { POWER } from "./power.ts";

export const CATALOGUE_CURRENCY = "USD";
export const CATALOGUE: Catalogue = new Map(
  [...CIVIL, ...POWER, ...NETWORK].map((item) => [item.id, item]),
);
