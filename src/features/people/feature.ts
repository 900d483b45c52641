/** People: who is portrayed, who writes, and who may be shown on a day. */
import type { Feature } from "../../platform/feature.ts";
import { peopleModel } from "./model.ts";
import { agreedPortraits, hidesPhotos } from "./files.ts";
import { heldPeople, hiddenNames } from "./queries.ts";
import { peopleRoutes } from "./routes.ts";

export const people: Feature = {
  name: "people",
  model: peopleModel,
  routes: peopleRoutes,
  heldBack: async (db) => (await heldPeople(db)).map(({ subject }) => subject),
  heldNames: async (db) => (await hiddenNames(db)) ?? [],
  agreedFiles: agreedPortraits,
  hidesFiles: hidesPhotos,
};
