/** Everything that the front page shows, gathered in one snapshot for one day. */
import { daysAfter } from "../../engines/calendar/day.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { filesOf } from "../../platform/web/player/choices.ts";
import type { Html, PageRequest } from "../../platform/web/route.ts";
import { nextEvent } from "../events/api.ts";
import {
  goalHistory,
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

const PEOPLE = CHOSEN.people; // beside the one who leads; the rest stands under /stories

export interface Front {
  readonly campaign?: Campaign;
  readonly lead?: StoryCard;
  /** What was made of the campaign's film, the lead's photo and their captions. */
  readonly ladders: ReadonlyMap<string, Ladder>;
  /** More people: of as many walks of life as there are, in the campaign's order. */
  readonly people: readonly StoryCard[];
  /** Somebody whom a connection reached, beside the goal. */
  readonly reached?: StoryCard;
  /** What the desk asks for today, and the question that is open or was the last. */
  readonly week?: Campaign["week"];
  readonly question?: Campaign["question"];
  /** Walks of life of which nobody has told yet. */
  readonly wanted: readonly string[];
  /** The campaign's own first post: the oldest story that is about nobody and nowhere in particular. */
  readonly opening?: StoryCard;
  /** How many there are, and of how many places they tell. */
  readonly stories: number;
  readonly places: number;
  /** Those that somebody chose; the rest stands under /pledges. */
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
  const [people, next] = peopleOf(stories, walks, lead, first);
  const shown = new Set([lead, ...people]);
  const reached =
    chosen.reached.flatMap((one) => shownOf(one) ?? []).find((s) => !shown.has(s)) ?? next;
  const told = [lead, opening, reached, ...people].filter((s) => s !== undefined);
  const cards = new Map(
    (await storyCards(db, told, lang, today)).map((card) => [card.subject, card]),
  );
  const cardOf = (story: Shown | undefined) => story && cards.get(story.subject);
  const walksTold = new Set(stories.map(({ walk }) => walk));
  const ledger = await pledgePart(db, today, lang, { most: 1 });
  const picked = await pledgesBySubject(db, chosen.pledges, today, lang);
  const programmes = await programmesBySubject(db, chosen.programmes);
  const goal = await goalHistory(db, today, lang);
  const event = await nextEvent(request);
  const [leadCard, openingCard, reachedCard] = [lead, opening, reached].map(cardOf);
  const { week, question } = campaign ?? {};
  const asks = week && today <= week.until ? week : undefined;
  const month = question && question.from <= today ? question : undefined;
  return {
    ...(campaign && { campaign }),
    ...(leadCard && { lead: leadCard }),
    ...(openingCard && { opening: openingCard }),
    ...(reachedCard && { reached: reachedCard }),
    ...(asks && { week: asks }),
    ...(month && { question: month }),
    ladders: await rungsOf(db, [
      ...filesOf(campaign?.film),
      campaign?.scene?.file.media,
      leadCard?.person?.photo?.file.media,
    ]),
    people: people.flatMap((story) => cardOf(story) ?? []),
    wanted: frame.walks.flatMap(({ id, many }) =>
      walksTold.has(id) || frame.unasked?.walks?.includes(id) ? [] : [many],
    ),
    stories: stories.length,
    places: new Set(stories.flatMap(({ place }) => place ?? [])).size,
    pledges: picked.pledges.slice(0, CHOSEN.pledges),
    programmes: chosen.programmes.flatMap((one) => programmes.get(one) ?? []),
    pledged: ledger.count,
    goal,
    lastWords: await lastWords(request),
    ...(event.html && { event: event.html }),
    ...earliest([
      until,
      ledger.until,
      picked.until,
      goal.until,
      event.until,
      ...daysOf(campaign, today),
    ]),
  };
}

/** What somebody chose for the front page, by its subjects. What is not there is passed over. */
async function chosenOf(db: Db, campaign: Campaign | undefined) {
  const { lead, reached, people, pledges, programmes } = campaign?.front ?? {};
  const one = (slug: string | undefined) => (slug === undefined ? [] : [slug]);
  const all = { lead: one(lead), reached: one(reached), people, pledges, programmes };
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
    reached: await subjects("stories", all.reached),
    people: await subjects("stories", all.people),
    pledges: await subjects("pledges", all.pledges),
    programmes: await subjects("programmes", all.programmes),
  };
}

/** The story that leads where nobody chose one that may be shown. */
const firstOf = (stories: readonly Shown[]): Shown | undefined =>
  stories.find((s) => s.lead) ?? stories[0];

/** The days on which what is asked for this week, or the question, reads differently. */
const daysOf = (campaign: Campaign | undefined, today: string): readonly string[] => {
  const { week, question } = campaign ?? {};
  const days = [
    week && daysAfter(week.until, 1),
    question?.from,
    question && daysAfter(question.until, 1),
  ];
  return days.filter((day) => day !== undefined && day > today) as string[];
};

/** Those whom somebody chose, then someone of each walk of life and each of another place first, then whoever else is told of. */
function peopleOf(
  stories: readonly Shown[],
  walks: readonly string[],
  lead: Shown | undefined,
  chosen: readonly Shown[],
): readonly [people: readonly Shown[], next: Shown | undefined] {
  const others = stories.filter((s) => s !== lead && !isAboutTheCampaign(s));
  const named = others.filter(({ person, place }) => person !== null && place !== null);
  const placed = new Set([lead?.place]);
  const first = walks.flatMap((walk) => {
    const story = named.find((s) => s.walk === walk && !placed.has(s.place));
    placed.add(story?.place);
    return story ?? [];
  });
  const all = new Set([...chosen.filter((s) => s !== lead), ...first, ...named, ...others]);
  const order = [...all];
  return [order.slice(0, PEOPLE), order[PEOPLE]];
}

const isAboutTheCampaign = ({ person, place, walk }: Shown): boolean =>
  person === null && place === null && walk === null;

function earliest(days: readonly (string | undefined)[]): { until?: string } {
  const [first] = days.filter((day) => day !== undefined).toSorted();
  return first === undefined ? {} : { until: first };
}
