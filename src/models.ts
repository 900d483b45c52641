/** Of every feature what the log is made of: the kinds of its records, and its tables. The log's thread loads this and no page. */
import { addressKinds, addresses } from "./platform/addresses/addresses.ts";
import { logKinds } from "./platform/log/kinds.ts";
import type { Registry } from "./platform/log/projection.ts";
import { campaignModel } from "./features/campaign/model.ts";
import { translationsModel } from "./features/translations/model.ts";
import { placesModel } from "./features/places/model.ts";
import { partnersModel } from "./features/partners/model.ts";
import { peopleModel } from "./features/people/model.ts";
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
import { searchModel } from "./features/search/model.ts";

/** What a table is filled from comes before it. */
const models = [
  campaignModel,
  translationsModel,
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
  searchModel,
];

export const registry: Registry = {
  kinds: Object.assign({}, logKinds, addressKinds, ...models.map(({ kinds }) => kinds)),
  projections: [addresses, ...models.flatMap(({ projections }) => projections)],
  rootKind: "campaign.opened/1",
};
