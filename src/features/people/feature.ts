/** People: who is portrayed, who writes, and who may be shown on a day. */
import type { Feature } from "../../platform/feature.ts";
import { peopleModel } from "./model.ts";
import { coverChanges, personCovers, restsOnConsent, type Covered } from "./cover.ts";
import {
  allNames,
  peopleBySubject,
  peopleCover,
  personPages,
  portrayedNames,
  type PersonCard,
} from "./queries.ts";
import {
  ConsentGiven,
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  PERSON_NAMED,
  PERSON_EDITED,
  PERSON_WITHDRAWN,
  type Channel,
} from "./records.ts";
import { peopleRoutes } from "./routes.ts";

export const people: Feature = {
  name: "people",
  model: peopleModel,
  routes: peopleRoutes,
};

export {
  allNames,
  coverChanges,
  peopleBySubject,
  peopleCover,
  personCovers,
  personPages,
  portrayedNames,
  restsOnConsent,
};
export {
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  ConsentGiven,
  PERSON_EDITED,
  PERSON_NAMED,
  PERSON_WITHDRAWN,
};
export type { Channel, Covered, PersonCard };
