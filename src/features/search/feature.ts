/** Search: the door. */
import type { Feature } from "../../platform/feature.ts";
import { searchAddress } from "./answering.ts";
import { searchProjection } from "./indexing.ts";

export const search: Feature = {
  name: "search",
  kinds: {},
  projections: [searchProjection],
  routes: [],
  machine: (serving) => ({ "GET /search": searchAddress(serving) }),
};
