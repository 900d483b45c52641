/** The one place that knows every feature. Read it first: it is the map of the house. */
import { folderParts } from "./folder-parts.ts";
import { registry } from "./models.ts";
import type { Feature } from "./platform/feature.ts";
import { atlas } from "./features/atlas/feature.ts";
import { books } from "./features/books/feature.ts";
import { courses } from "./features/courses/feature.ts";
import { classes } from "./features/classes/feature.ts";
import { badges } from "./features/badges/feature.ts";
import { listening } from "./features/listening/feature.ts";
import { captions } from "./features/captions/feature.ts";
import { campaignOf } from "./features/campaign/feature.ts";
import { contentOf } from "./features/content/feature.ts";
import { contributions } from "./features/contributions/feature.ts";
import { conversation } from "./features/conversation/feature.ts";
import { pageViews } from "./features/page-views/feature.ts";
import { openData } from "./features/open-data/feature.ts";
import { desk } from "./features/desk/feature.ts";
import { datasets } from "./features/datasets/feature.ts";
import { offline } from "./features/offline/feature.ts";
import { holdingsOf } from "./features/holdings/feature.ts";
import { fediverse } from "./features/fediverse/feature.ts";
import { events } from "./features/events/feature.ts";
import { openLetter } from "./features/open-letter/feature.ts";
import { measurements } from "./features/measurements/feature.ts";
import { moderation } from "./features/moderation/feature.ts";
import { opportunities } from "./features/opportunities/feature.ts";
import { partners } from "./features/partners/feature.ts";
import { photosAgreed } from "./features/people/api.ts";
import { people } from "./features/people/feature.ts";
import { pictures } from "./features/pictures/feature.ts";
import { placesShowing } from "./features/places/feature.ts";
import { plans } from "./features/plans/feature.ts";
import { pledges } from "./features/pledges/feature.ts";
import { rights } from "./features/rights/feature.ts";
import { programmes } from "./features/programmes/feature.ts";
import { projects } from "./features/projects/feature.ts";
import { hashtag } from "./features/hashtag/feature.ts";
import { questions } from "./features/questions/feature.ts";
import { run } from "./features/run/feature.ts";
import { search } from "./features/search/feature.ts";
import { translations } from "./features/translations/feature.ts";
import { stories } from "./features/stories/feature.ts";
import { editor } from "./features/editor/feature.ts";
import { newsletter } from "./features/newsletter/feature.ts";
import { privateParts } from "./models.ts";
import { ownFeatures } from "./own/features.ts";

const ours: readonly Feature[] = [
  campaignOf(privateParts),
  translations,
  pictures,
  placesShowing(photosAgreed),
  partners,
  people,
  programmes,
  stories,
  questions,
  contributions,
  pledges,
  plans,
  projects,
  opportunities,
  events,
  conversation,
  hashtag,
  openLetter,
  measurements,
  datasets,
  atlas,
  openData,
  search,
  offline,
  desk,
  moderation,
  rights,
  fediverse,
  editor,
  newsletter,
  captions,
  books,
  courses,
  classes,
  badges,
  listening,
  holdingsOf(folderParts, registry.kinds),
  pageViews,
  run,
  contentOf(folderParts),
];

/** In the order in which they meet on a page; those of an operator's own come last. */
export const features: readonly Feature[] = [...ours, ...ownFeatures(ours)];

/** What people send without an account. */
export const sentSorts = features.flatMap((f) => f.sent ?? []);
