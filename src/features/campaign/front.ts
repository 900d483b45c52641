/** Everything that the front page shows, gathered in one snapshot for one day. */
import { rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import type { Html, PageRequest } from "../../platform/web/route.ts";
import { nextEvent } from "../events/feature.ts";
import { partnerList, type PartnerCard } from "../partners/feature.ts";
import { placesBySubject, type PlaceCard } from "../places/feature.ts";
import { goalHistory, pledgePart, type GoalHistory, type Ledger } from "../pledges/feature.ts";
import { lastWords } from "../room/feature.ts";
import { programmeList, type ProgrammeCard } from "../programmes/feature.ts";
import { shownStories, storyCards, type Shown, type StoryCard } from "../stories/feature.ts";
import type { Campaign } from "./fold.ts";
import { theCampaign } from "./queries.ts";

const ON_THE_FRONT = 4; // pledges; the rest stands under /pledges
const ON_THE_MAP = 24; // places; more names than that cover one another

export interface Front {
  readonly campaign?: Campaign;
  readonly lead?: StoryCard;
  /** What was made of the campaign's film, the lead's photo and their captions. */
  readonly ladders: ReadonlyMap<string, Ladder>;
  /** By walk of life, in the campaign's order; a walk without a story is wanted. */
  readonly walks: readonly {
    readonly id: string;
    readonly many: string;
    readonly story?: StoryCard;
  }[];
  /** The campaign's own first post: the oldest story that is about nobody and nowhere in particular. */
  readonly opening?: StoryCard;
  readonly stories: number;
  readonly places: readonly PlaceCard[];
  readonly programmes: readonly ProgrammeCard[];
  readonly partners: readonly PartnerCard[];
  readonly ledger: Ledger;
  readonly goal: GoalHistory;
  /** By topic, where anything was said. */
  readonly lastWords: Awaited<ReturnType<typeof lastWords>>;
  /** The next event, where one comes. */
  readonly event?: Html;
  readonly until?: string;
}

export async function frontOf(request: PageRequest): Promise<Front> {
  const { db, frame, lang, today } = request;
  const campaign = await theCampaign(db);
  const { stories, until } = await shownStories(db, today);
  const lead = stories.find((s) => s.lead) ?? stories[0];
  const opening = stories.findLast((s) => isAboutTheCampaign(s) && s !== lead);
  const ofWalk = new Map(frame.walks.map(({ id }) => [id, stories.find((s) => s.walk === id)]));
  const wanted = [lead, opening, ...ofWalk.values()].filter((s) => s !== undefined);
  const cards = new Map(
    (await storyCards(db, [...new Set(wanted)], lang, today)).map((card) => [card.subject, card]),
  );
  const cardOf = (story: Shown | undefined) => story && cards.get(story.subject);
  const placed = [...new Set(stories.flatMap(({ place }) => place ?? []))].slice(0, ON_THE_MAP);
  const ledger = await pledgePart(db, today, lang, { most: ON_THE_FRONT });
  const goal = await goalHistory(db, today, lang);
  const event = await nextEvent(request);
  const [leadCard, openingCard] = [cardOf(lead), cardOf(opening)];
  return {
    ...(campaign && { campaign }),
    ...(leadCard && { lead: leadCard }),
    ...(openingCard && { opening: openingCard }),
    ladders: await rungsOf(db, [...filmFiles(campaign?.film), leadCard?.person?.photo?.file.media]),
    walks: frame.walks.map(({ id, many }) => {
      const story = cardOf(ofWalk.get(id));
      return { id, many, ...(story && { story }) };
    }),
    stories: stories.length,
    places: [...(await placesBySubject(db, placed, lang)).values()],
    programmes: await programmeList(db, lang),
    partners: await partnerList(db, lang),
    ledger,
    goal,
    lastWords: await lastWords(request),
    ...(event.html && { event: event.html }),
    ...earliest([until, ledger.until, goal.until, event.until]),
  };
}

/** What of a film may have a ladder or words. */
const filmFiles = (film: Campaign["film"]): (string | undefined)[] =>
  film
    ? [film, ...(film.texts ?? [])].flatMap((one) => [
        ...("file" in one ? [one.file.media] : []),
        one.captions?.media,
        one.descriptions?.media,
      ])
    : [];

const isAboutTheCampaign = ({ person, place, walk }: Shown): boolean =>
  person === null && place === null && walk === null;

function earliest(days: readonly (string | undefined)[]): { until?: string } {
  const [first] = days.filter((day) => day !== undefined).toSorted();
  return first === undefined ? {} : { until: first };
}
