/** Places: the door. */
import type { Feature } from "../../platform/feature.ts";
import type { Place } from "./fold.ts";
import { placeFolder } from "./folder.ts";
import { Globe } from "./globe.tsx";
import { placeProjection } from "./projection.ts";
import { allPlaces, placeList, placesBySubject, type PlaceCard } from "./queries.ts";
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
export { allPlaces, Globe, placeList, placesBySubject, WorldMap };
export type { Place, PlaceCard };
