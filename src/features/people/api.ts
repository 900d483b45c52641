/** What other features and commands ask of people. */
export { coverChanges, type Covered, personCovers, restsOnConsent } from "./cover.ts";
export {
  allNames,
  peopleBySubject,
  peopleCover,
  type PersonCard,
  personPages,
  portrayedNames,
} from "./queries.ts";
export {
  type Channel,
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  PERSON_EDITED,
  PERSON_NAMED,
  PERSON_WITHDRAWN,
} from "./records.ts";
