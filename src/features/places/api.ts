/** What other features and commands ask of places. */
export { filmFiles, PlaceFilm, WatchFilm } from "./film.tsx";
export { Globe } from "./globe.tsx";
export { placeLabels } from "./map-labels.ts";
export { MeasuresBlock } from "./measures-block.tsx";
export type { Measures } from "./standing.ts";
export { allPlaces, type PlaceCard, placeList, placesBySubject } from "./queries.ts";
export { PLACE_NAMED, PLACE_WITHDRAWN, PlaceBody } from "./records.ts";
export {
  firstSky,
  Glimpse,
  skiesOf,
  Sky,
  skyOf,
  skyOfSeveral,
  skyOnCard,
  skySays,
} from "./sky-picture.tsx";
export { PLACE_STATES, type PlaceState, type SaidState } from "./standing.ts";
export { stateWords } from "./words.ts";
export { WorldMap } from "./world-map.tsx";
