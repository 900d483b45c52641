/** Of every feature what the log is made of: the kinds of its records, and its tables. The log's thread loads this and no page. */
import { addressKinds, addresses, calledProjection } from "./platform/addresses/addresses.ts";
import { logKinds } from "./platform/log/kinds.ts";
import { showingProjection } from "./platform/media/showing.ts";
import type { Model } from "./platform/feature.ts";
import type { Registry } from "./platform/log/projection.ts";
import type { Kinds } from "./platform/records/kind.ts";
import type { PrivatePart } from "./platform/private/part.ts";
import { platformParts } from "./platform/private/private.ts";
import { campaignModel } from "./features/campaign/model.ts";
import { translationsModel } from "./features/translations/model.ts";
import { placesModel } from "./features/places/model.ts";
import { partnersModel } from "./features/partners/model.ts";
import { peopleModel } from "./features/people/model.ts";
import { picturesModel } from "./features/pictures/model.ts";
import { programmesModel } from "./features/programmes/model.ts";
import { storiesModel } from "./features/stories/model.ts";
import { pledgesModel } from "./features/pledges/model.ts";
import { plansModel } from "./features/plans/model.ts";
import { projectsModel } from "./features/projects/model.ts";
import { opportunitiesModel } from "./features/opportunities/model.ts";
import { eventsModel } from "./features/events/model.ts";
import { conversationModel } from "./features/conversation/model.ts";
import { letterModel } from "./features/open-letter/model.ts";
import { measurementsModel } from "./features/measurements/model.ts";
import { datasetsModel } from "./features/datasets/model.ts";
import { contributionsModel } from "./features/contributions/model.ts";
import { captionsModel } from "./features/captions/model.ts";
import { booksModel } from "./features/books/model.ts";
import { coursesModel } from "./features/courses/model.ts";
import { classesModel } from "./features/classes/model.ts";
import { badgesModel } from "./features/badges/model.ts";
import { listeningModel } from "./features/listening/model.ts";
import { fediverseModel } from "./features/fediverse/model.ts";
import { deskModel } from "./features/desk/model.ts";
import { newsletterModel } from "./features/newsletter/model.ts";
import { rightsModel } from "./features/rights/private.ts";
import { pageViewsModel } from "./features/page-views/model.ts";
import { contentModel } from "./features/content/private.ts";
import { searchModel } from "./features/search/model.ts";

/** What a table is filled from comes before it. */
const models: readonly Model[] = [
  campaignModel,
  translationsModel,
  picturesModel,
  placesModel,
  partnersModel,
  peopleModel,
  programmesModel,
  storiesModel,
  pledgesModel,
  plansModel,
  projectsModel,
  opportunitiesModel,
  eventsModel,
  conversationModel,
  letterModel,
  measurementsModel,
  datasetsModel,
  contributionsModel,
  captionsModel,
  booksModel,
  coursesModel,
  classesModel,
  badgesModel,
  listeningModel,
  fediverseModel,
  deskModel,
  newsletterModel,
  rightsModel,
  pageViewsModel,
  searchModel,
  contentModel,
];

const kinds: Record<string, Kinds[string]> = Object.assign(
  {},
  logKinds,
  addressKinds,
  ...models.map((model) => model.kinds),
);
const projections = [
  addresses,
  calledProjection(kinds, ["claim.made/1"]),
  showingProjection(kinds),
  ...models.flatMap((model) => model.projections),
];
const parts = [...platformParts, ...models.flatMap((model) => model.private ?? [])];

export const registry: Registry = { kinds, projections, rootKind: "campaign.opened/1" };

/** In the order in which a backup holds them. */
export const privateParts: readonly PrivatePart[] = parts;

/** One of an operator's own, before anything is opened with them (src/own/models.ts). */
export function addModel(model: Model): void {
  Object.assign(kinds, model.kinds);
  projections.push(...model.projections);
  parts.push(...(model.private ?? []));
}
