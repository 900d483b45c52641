/** Places: the door. */
import type { Feature } from "../../platform/feature.ts";
import { placeFolder } from "./folder.ts";
import { Globe } from "./globe.tsx";
import { currency, measures, type Measures } from "./measures.ts";
import { MeasuresBlock } from "./measures-block.tsx";
import { placeProjection } from "./projection.ts";
import { placeAt, placeList, placesBySubject, type PlaceCard } from "./queries.ts";
import { placeKinds } from "./records.ts";
import { placeRoutes } from "./routes.ts";
import { WorldMap } from "./world-map.tsx";

export const places: Feature = {
  name: "places",
  kinds: placeKinds,
  projections: [placeProjection],
  folder: [placeFolder],
  routes: placeRoutes,
};
export { currency, Globe, measures, MeasuresBlock, placeAt, placeList, placesBySubject, WorldMap };
export type { Measures, PlaceCard };
