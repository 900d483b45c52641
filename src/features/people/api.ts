/** What other features and commands ask of people. */
export {
  consentChanges,
  type Consenting,
  lapses,
  mayBeMachine,
  mayBeServed,
  mayBeShown,
  photosUntil,
  restsOnConsent,
} from "./consent.ts";
export { photosAgreed } from "./photos.ts";
export {
  allNames,
  consentingOf,
  groundless,
  heldPeople,
  hiddenNames,
  holdsOn,
  isNamesakes,
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
  PERSON,
  PERSON_EDITED,
  PERSON_HELD,
  PERSON_NAMED,
  PERSON_RELEASED,
  PERSON_WITHDRAWN,
} from "./records.ts";
