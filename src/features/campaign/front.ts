/** Everything that the front page shows, gathered in one snapshot for one day. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { filesOf } from "../../platform/web/player/choices.ts";
import type { Html, PageRequest } from "../../platform/web/route.ts";
import { nextEvent } from "../events/api.ts";
import {
  goalHistory,
  lastDay,
  pledgePart,
  pledgesBySubject,
  type GoalHistory,
  type PledgeLine,
} from "../pledges/api.ts";
import { lastWords } from "../hashtag/api.ts";
import { shownStories, storyCards, type Shown, type StoryCard } from "../stories/api.ts";
import { programmesBySubject, type ProgrammeCard } from "../programmes/api.ts";
import type { Campaign } from "./records.ts";
import { CHOSEN } from "./records.ts";
import { theCampaign } from "./queries.ts";

const PLEDGES = { looked: 24, shown: CHOSEN.pledges }; // the rest stands under /pledges
const PEOPLE = CHOSEN.people; // beside the one who leads; the rest stands under /stories

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
  /** Those that somebody chose for the front page. */
  readonly programmes: readonly ProgrammeCard[];
  /** By topic, where anything was said. */
  readonly lastWords: Awaited<ReturnType<typeof lastWords>>;
  /** The next event, where one comes. */
  readonly event?: Html;
  readonly until?: string;
}

/** @param asked the campaign as somebody looks at it before it is said; else as it stands */
export async function frontOf(request: PageRequest, asked?: Campaign): Promise<Front> {
  const { db, frame, lang, today } = request;
  const campaign = asked ?? (await theCampaign(db));
  const chosen = await chosenOf(db, campaign);
  const { stories, until } = await shownStories(db, today);
  const shownOf = (subject: string) => stories.find((s) => s.subject === subject);
  const lead = chosen.lead.flatMap((one) => shownOf(one) ?? [])[0] ?? firstOf(stories);
  const opening = stories.findLast((s) => isAboutTheCampaign(s) && s !== lead);
  const walks = frame.walks.map(({ id }) => id);
  const first = chosen.people.flatMap((one) => shownOf(one) ?? []);
  const people = peopleOf(stories, walks, lead, first);
  const told = [lead, opening, ...people].filter((s) => s !== undefined);
  const cards = new Map(
    (await storyCards(db, told, lang, today)).map((card) => [card.subject, card]),
  );
  const cardOf = (story: Shown | undefined) => story && cards.get(story.subject);
  const walksTold = new Set(stories.map(({ walk }) => walk));
  const ledger = await pledgePart(db, today, lang, { most: PLEDGES.looked });
  const picked = await pledgesBySubject(db, chosen.pledges, today, lang);
  const programmes = await programmesBySubject(db, chosen.programmes);
  const goal = await goalHistory(db, today, lang);
  const event = await nextEvent(request);
  const [leadCard, openingCard] = [cardOf(lead), cardOf(opening)];
  return {
    ...(campaign && { campaign }),
    ...(leadCard && { lead: leadCard }),
    ...(openingCard && { opening: openingCard }),
    ladders: await rungsOf(db, [...filesOf(campaign?.film), leadCard?.person?.photo?.file.media]),
    people: people.flatMap((story) => cardOf(story) ?? []),
    wanted: frame.walks.flatMap(({ id, many }) =>
      walksTold.has(id) || frame.unasked?.walks?.includes(id) ? [] : [many],
    ),
    stories: stories.length,
    places: new Set(stories.flatMap(({ place }) => place ?? [])).size,
    pledges: fewOf(picked.pledges, ledger.pledges, today),
    programmes: chosen.programmes.flatMap((one) => programmes.get(one) ?? []),
    pledged: ledger.count,
    goal,
    lastWords: await lastWords(request),
    ...(event.html && { event: event.html }),
    ...earliest([until, ledger.until, picked.until, goal.until, event.until]),
  };
}

/** What somebody chose for the front page, by its subjects. What is not there is passed over. */
async function chosenOf(db: Db, campaign: Campaign | undefined) {
  const { lead, people, pledges, programmes } = campaign?.front ?? {};
  const all = { lead: lead === undefined ? [] : [lead], people, pledges, programmes };
  const subjects = async (space: string, slugs: readonly string[] = []) => {
    const found: string[] = [];
    for (const slug of slugs) {
      const address = await subjectAt(db, space, slug);
      if (address) found.push(address.subject);
    }
    return found;
  };
  return {
    lead: await subjects("stories", all.lead),
    people: await subjects("stories", all.people),
    pledges: await subjects("pledges", all.pledges),
    programmes: await subjects("programmes", all.programmes),
  };
}

/** The story that leads where nobody chose one that may be shown. */
const firstOf = (stories: readonly Shown[]): Shown | undefined =>
  stories.find((s) => s.lead) ?? stories[0];

/** The chosen ones, then those that run, those whose day is past, history; in the ledger's order, each of another pledger. */
function fewOf(
  chosen: readonly PledgeLine[],
  lines: readonly PledgeLine[],
  today: string,
): readonly PledgeLine[] {
  if (chosen.length >= PLEDGES.shown) return chosen.slice(0, PLEDGES.shown);
  const late = ({ pledge: { historical, by } }: PledgeLine) =>
    historical ? 2 : by !== undefined && lastDay(by) < today ? 1 : 0;
  const first = lines.toSorted((a, b) => late(a) - late(b));
  const named = new Map(first.toReversed().map((line) => [line.pledger.name, line]));
  const others = first.filter((line) => named.get(line.pledger.name) === line);
  const isChosen = new Set(chosen.map(({ subject }) => subject));
  return [...chosen, ...others.filter(({ subject }) => !isChosen.has(subject))].slice(
    0,
    PLEDGES.shown,
  );
}

/** Those whom somebody chose, then someone of each walk of life and each of another place first, then whoever else is told of. */
function peopleOf(
  stories: readonly Shown[],
  walks: readonly string[],
  lead: Shown | undefined,
  chosen: readonly Shown[],
): readonly Shown[] {
  const others = stories.filter((s) => s !== lead && !isAboutTheCampaign(s));
  const named = others.filter(({ person, place }) => person !== null && place !== null);
  const placed = new Set([lead?.place]);
  const first = walks.flatMap((walk) => {
    const story = named.find((s) => s.walk === walk && !placed.has(s.place));
    placed.add(story?.place);
    return story ?? [];
  });
  const all = new Set([...chosen.filter((s) => s !== lead), ...first, ...named, ...others]);
  return [...all].slice(0, PEOPLE);
}

const isAboutTheCampaign = ({ person, place, walk }: Shown): boolean =>
  person === null && place === null && walk === null;

function earliest(days: readonly (string | undefined)[]): { until?: string } {
  const [first] = days.filter((day) => day !== undefined).toSorted();
  return first === undefined ? {} : { until: first };
}
