/** Everything that the front page shows, gathered in one snapshot for one day. */
import { rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { filesOf } from "../../platform/web/player/choices.ts";
import type { Html, PageRequest } from "../../platform/web/route.ts";
import { nextEvent } from "../events/api.ts";
import {
  goalHistory,
  lastDay,
  pledgePart,
  type GoalHistory,
  type PledgeLine,
} from "../pledges/api.ts";
import { lastWords } from "../hashtag/api.ts";
import { shownStories, storyCards, type Shown, type StoryCard } from "../stories/api.ts";
import type { Campaign } from "./fold.ts";
import { theCampaign } from "./queries.ts";

const PLEDGES = { looked: 24, shown: 2 }; // the rest stands under /pledges
const PEOPLE = 4; // beside the one who leads; the rest stands under /stories

export interface Front {
  readonly campaign?: Campaign;
  readonly lead?: StoryCard;
  /** What was made of the campaign's film, the lead's photo and their captions. */
  readonly ladders: ReadonlyMap<string, Ladder>;
  /** More people: of as many walks of life as there are, in the campaign's order. */
  readonly people: readonly StoryCard[];
  /** Walks of life of which nobody has told yet. */
  readonly wanted: readonly string[];
  /** The campaign's own first post: the oldest story that is about nobody and nowhere in particular. */
  readonly opening?: StoryCard;
  /** How many there are, and of how many places they tell. */
  readonly stories: number;
  readonly places: number;
  readonly pledges: readonly PledgeLine[];
  /** How many pledges there are. */
  readonly pledged: number;
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
  const walks = frame.walks.map(({ id }) => id);
  const people = peopleOf(stories, walks, lead);
  const asked = [lead, opening, ...people].filter((s) => s !== undefined);
  const cards = new Map(
    (await storyCards(db, asked, lang, today)).map((card) => [card.subject, card]),
  );
  const cardOf = (story: Shown | undefined) => story && cards.get(story.subject);
  const told = new Set(stories.map(({ walk }) => walk));
  const ledger = await pledgePart(db, today, lang, { most: PLEDGES.looked });
  const goal = await goalHistory(db, today, lang);
  const event = await nextEvent(request);
  const [leadCard, openingCard] = [cardOf(lead), cardOf(opening)];
  return {
    ...(campaign && { campaign }),
    ...(leadCard && { lead: leadCard }),
    ...(openingCard && { opening: openingCard }),
    ladders: await rungsOf(db, [...filesOf(campaign?.film), leadCard?.person?.photo?.file.media]),
    people: people.flatMap((story) => cardOf(story) ?? []),
    wanted: frame.walks.flatMap(({ id, many }) => (told.has(id) ? [] : [many])),
    stories: stories.length,
    places: new Set(stories.flatMap(({ place }) => place ?? [])).size,
    pledges: fewOf(ledger.pledges, today),
    pledged: ledger.count,
    goal,
    lastWords: await lastWords(request),
    ...(event.html && { event: event.html }),
    ...earliest([until, ledger.until, goal.until, event.until]),
  };
}

/** Those that run come first, then those whose day is past, then history; in the ledger's order, each of another pledger. */
function fewOf(lines: readonly PledgeLine[], today: string): readonly PledgeLine[] {
  const late = ({ pledge: { historical, by } }: PledgeLine) =>
    historical ? 2 : by !== undefined && lastDay(by) < today ? 1 : 0;
  const first = lines.toSorted((a, b) => late(a) - late(b));
  const named = new Map(first.toReversed().map((line) => [line.pledger.name, line]));
  return first.filter((line) => named.get(line.pledger.name) === line).slice(0, PLEDGES.shown);
}

/** Someone of each walk of life and each of another place first, then whoever else is told of. */
function peopleOf(
  stories: readonly Shown[],
  walks: readonly string[],
  lead: Shown | undefined,
): readonly Shown[] {
  const others = stories.filter((s) => s !== lead && !isAboutTheCampaign(s));
  const named = others.filter(({ person, place }) => person !== null && place !== null);
  const placed = new Set([lead?.place]);
  const first = walks.flatMap((walk) => {
    const story = named.find((s) => s.walk === walk && !placed.has(s.place));
    placed.add(story?.place);
    return story ?? [];
  });
  return [...new Set([...first, ...named, ...others])].slice(0, PEOPLE);
}

const isAboutTheCampaign = ({ person, place, walk }: Shown): boolean =>
  person === null && place === null && walk === null;

function earliest(days: readonly (string | undefined)[]): { until?: string } {
  const [first] = days.filter((day) => day !== undefined).toSorted();
  return first === undefined ? {} : { until: first };
}
