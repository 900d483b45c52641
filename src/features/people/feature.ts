/** People: who is portrayed, who writes, and who may be shown on a day. */
import type { Feature } from "../../platform/feature.ts";
import { peopleFolder } from "./folder.ts";
import { peopleProjection } from "./projection.ts";
import { personKinds } from "./records.ts";
import { peopleRoutes } from "./routes.ts";

export { coverChanges, personCovers, type Covered } from "./cover.ts";
export { peopleBySubject, peopleCover, personAt, type PersonCard } from "./queries.ts";
export type { Channel } from "./records.ts";

export const people: Feature = {
  name: "people",
  kinds: personKinds,
  projections: [peopleProjection],
  folder: [peopleFolder],
  routes: peopleRoutes,
};
