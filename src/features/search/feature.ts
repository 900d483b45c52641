/** Search: the door. */
import type { Feature } from "../../platform/feature.ts";
import { searchModel } from "./model.ts";
import { searchAddress } from "./answering.ts";

export const search: Feature = {
  name: "search",
  model: searchModel,
  routes: [],
  machine: (serving) => ({ "GET /search": searchAddress(serving) }),
};
