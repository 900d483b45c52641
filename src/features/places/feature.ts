/** Places: the door. */
import type { Feature } from "../../platform/feature.ts";
import { placesModel } from "./model.ts";
import type { Place } from "./fold.ts";
import { filmFiles, PlaceFilm, WatchFilm } from "./film.tsx";
import { placeLabels } from "./map-labels.ts";
import { Globe } from "./globe.tsx";
import type { Measures } from "./measures.ts";
import { MeasuresBlock } from "./measures-block.tsx";
import { allPlaces, placeAt, placeList, placesBySubject, type PlaceCard } from "./queries.ts";
import { PLACE_NAMED, PLACE_WITHDRAWN, PlaceBody } from "./records.ts";
import { placeRoutes } from "./routes.ts";
import {
  firstSky,
  skiesOf,
  Glimpse,
  GlimpsesOf,
  Sky,
  skyOf,
  skyOfSeveral,
  skyOnCard,
  skySays,
} from "./sky-picture.tsx";
import { PLACE_STATES, type PlaceState, type SaidState } from "./state.ts";
import { stateWords } from "./words.ts";
import { WorldMap } from "./world-map.tsx";

export const places: Feature = {
  name: "places",
  model: placesModel,
  routes: placeRoutes,
};
export {
  allPlaces,
  filmFiles,
  firstSky,
  skiesOf,
  Glimpse,
  GlimpsesOf,
  Globe,
  MeasuresBlock,
  PLACE_NAMED,
  PLACE_STATES,
  PLACE_WITHDRAWN,
  PlaceBody,
  placeAt,
  PlaceFilm,
  placeLabels,
  placeList,
  placesBySubject,
  Sky,
  skyOf,
  skyOfSeveral,
  skyOnCard,
  skySays,
  stateWords,
  WatchFilm,
  WorldMap,
};
export type { Measures, Place, PlaceCard, PlaceState, SaidState };
