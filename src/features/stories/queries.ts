/** What pages ask about stories. */
import {
  everySlugOf,
  slugsOf,
  subjectAt,
  type Address,
} from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { localised } from "../../platform/texts/view.ts";
import type { PictureFile } from "../../platform/web/picture.tsx";
import type { Focus } from "../../platform/web/stills.tsx";
import {
  consentChanges,
  peopleBySubject,
  mayBeShown,
  type Channel,
  type PersonCard,
} from "../people/api.ts";
import { placesBySubject, type PlaceCard } from "../places/api.ts";
import { shownFrom, type Story } from "./fold.ts";
import { filmPurpose } from "./film-purpose.ts";
import { whenOf } from "./moments.ts";
import type { StoryTables } from "./projection.ts";
import { earliest, shownStories, storiesNaming, type Shown } from "./shown.ts";
import { rulesFor, withPhoto, withShown } from "./pictures.ts";
import { STORY_WORDING } from "./records.ts";
import { headIn, languagesOf, minutesToRead, textIn } from "./text.ts";

export interface StoryCard extends Address {
  readonly title: string;
  readonly summary: string;
  /** A number of its own, and what it is of. */
  readonly figure?: Story["figure"];
  /** The language of title and summary as shown, and the story's own. */
  readonly lang: string;
  readonly language: string;
  /** Every language in which it may be read, its own first. */
  readonly languages: readonly string[];
  readonly category: string;
  readonly published: string;
  readonly updated?: string;
  /** When it was changed last, or came out, for those who look again. */
  readonly changed: string;
  readonly minutes: number;
  readonly sources: number;
  /** Id of the walk of life. */
  readonly walk?: string;
  readonly person?: PersonCard;
  readonly place?: PlaceCard;
  readonly cover?: Story["cover"];
  /** The person where that may be seen, else what the story shows: for lists. */
  readonly face?: StoryFace;
  readonly film?: Story["film"];
}

export interface StoryFace {
  readonly picture: PictureFile;
  readonly ladder: Ladder | undefined;
  readonly focus: Focus | undefined;
}

export interface StoryFilter {
  readonly today: string;
  /** The language to show titles in, where there is a translation. */
  readonly lang: string;
  readonly walk?: string;
  readonly topic?: string;
  /** Languages that the story can be read in. */
  readonly language?: string;
  /** Subjects. */
  readonly place?: string;
  readonly programme?: string;
  readonly partner?: string;
  readonly person?: string;
  readonly author?: string;
  readonly channel?: Channel;
  readonly page?: number;
  readonly size?: number;
}
export interface StoryList {
  readonly cards: readonly StoryCard[];
  /** How many stories fit the filter, on all pages together. */
  readonly total: number;
  readonly until?: string;
}

const LINKED = ["topic", "language", "place", "programme", "partner", "person", "author"] as const;

/** One page of the stories that may be shown and fit the filter, newest first. */
export async function storyList(db: Db, filter: StoryFilter): Promise<StoryList> {
  const { page = 1, size = 24, today, lang, walk } = filter;
  const { stories, until } = await shownStories(db, today, filter.channel);
  let fitting = walk === undefined ? stories : stories.filter((s) => s.walk === walk);
  for (const kind of LINKED) {
    const key = filter[kind];
    if (key === undefined) continue;
    const naming = await storiesNaming(db, kind, key);
    fitting = fitting.filter((s) => naming.has(s.subject));
  }
  const cards = await storyCards(db, fitting.slice((page - 1) * size, page * size), lang, today);
  return { cards, total: fitting.length, ...(until !== undefined && { until }) };
}

/** The story that leads the front page: the newest of those that may, else the newest of all. */
export async function leadStory(
  db: Db,
  today: string,
  lang = "en",
): Promise<StoryCard | undefined> {
  const { stories } = await shownStories(db, today);
  const lead = stories.find((s) => s.lead) ?? stories[0];
  return lead && (await storyCards(db, [lead], lang, today))[0];
}

/** These stories as cards, in the same order; one without an address is left out. */
export async function storyCards(
  db: Db,
  shown: readonly Shown[],
  lang: string,
  today: string,
): Promise<StoryCard[]> {
  if (shown.length === 0) return [];
  const subjects = shown.map((s) => s.subject);
  const states = await storiesBySubject(db, subjects);
  const slugs = await slugsOf(db, subjects);
  const people = await peopleBySubject(
    db,
    [...states.values()].flatMap((story) => story.people ?? []),
  );
  const places = await placesBySubject(
    db,
    shown.map((s) => s.place).filter((p) => p !== null),
    lang,
  );
  const rules = await rulesFor(db, [...states.values()], [...people.values()], { today, lang });
  const ladders = await rungsOf(
    db,
    [...states.values()].flatMap(({ cover, people: [first] = [] }) => [
      cover?.file.media,
      people.get(first ?? "")?.photo?.file.media,
    ]),
  );
  return shown.flatMap(({ subject, person, place, walk }) => {
    const [told, slug] = [states.get(subject), slugs.get(subject)];
    if (!told || slug === undefined) return [];
    const story = withShown(told, rules, lang);
    const named = person === null ? undefined : people.get(person);
    const who = named && withPhoto(named, rules);
    const where = place === null ? undefined : places.get(place);
    const everybody = (story.people ?? []).flatMap((one) => people.get(one) ?? []);
    const text = textIn(story, lang, everybody, today);
    const { film } = story;
    const when = whenOf(story);
    const photo = who && mayBeShown(who, "photo", text.lang, today) ? who.photo : undefined;
    const picture = photo ?? (story.cover?.night === undefined ? story.cover : undefined);
    const isCovered = (one: PersonCard) => mayBeShown(one, filmPurpose(film!), text.lang, today);
    return [
      {
        subject,
        slug,
        ...headIn(db, story, text, { lang, people: everybody, today }),
        language: story.language,
        languages: languagesOf(story, everybody, today),
        category: localised(db, STORY_WORDING, { category: story.category }).category,
        published: story.published,
        ...(story.updated !== undefined && { updated: story.updated }),
        changed: when.updated ?? when.published,
        minutes: minutesToRead(text.markdown),
        sources: story.sources?.length ?? 0,
        ...(walk !== null && { walk }),
        ...(who && { person: who }),
        ...(where && { place: where }),
        ...(story.cover && { cover: story.cover }),
        ...(picture && {
          face: {
            picture,
            ladder: ladders.get(picture.file.media),
            focus: rules.focus(picture.file.media),
          },
        }),
        ...(film && everybody.every(isCovered) && { film }),
      },
    ];
  });
}

/** These stories in full, whether or not they may be shown. */
export async function storiesBySubject(
  db: Db,
  subjects: readonly string[],
): Promise<Map<string, Story>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story")
    .select(["subject", "state"])
    .where("subject", "in", [...new Set(subjects)])
    .execute();
  return new Map(rows.map((r) => [r.subject, JSON.parse(r.state) as Story]));
}

export interface ToldStory extends Address {
  readonly story: Story;
}

/** A story by address, whether or not it may be shown; an old slug gives the present one. */
export async function storyAt(db: Db, slug: string): Promise<ToldStory | undefined> {
  const address = await subjectAt(db, "stories", slug);
  if (!address) return undefined;
  const row = await db
    .withTables<StoryTables>()
    .selectFrom("story")
    .select("state")
    .where("subject", "=", address.subject)
    .executeTakeFirst();
  return row && { ...address, story: JSON.parse(row.state) as Story };
}

/** The same where it may be shown on this day, and the first day on which that may be otherwise. Rules S5 and S6. */
export async function shownStoryAt(
  db: Db,
  slug: string,
  today: string,
): Promise<(ToldStory & { readonly until?: string }) | undefined> {
  const told = await storyAt(db, slug);
  if (!told || shownFrom(told.story) > today) return undefined;
  const { language, people: named = [] } = told.story;
  const known = await peopleBySubject(db, named);
  const people = named.flatMap((one) => known.get(one) ?? []);
  const covered = people.filter((one) => mayBeShown(one, "story", language, today));
  if (covered.length < named.length) return undefined; // somebody whose record was withdrawn is covered by nothing
  return { ...told, ...earliest(people.map((one) => consentChanges(one, today))) };
}

/** It stood here, and its page says that it is gone. */
export const isGoneAt = async (db: Db, slug: string, today: string): Promise<boolean> =>
  (await gapAt(db, slug)) !== undefined || isTakenBackAt(db, slug, today);

/** Somebody in it took back that they may be told of: it stood here, and is gone. Rule S8. */
export async function isTakenBackAt(db: Db, slug: string, today: string): Promise<boolean> {
  const told = await storyAt(db, slug);
  if (!told || shownFrom(told.story) > today) return false;
  const named = told.story.people ?? [];
  const known = await peopleBySubject(db, named);
  return named.some((one) => known.get(one)?.refused ?? !known.has(one));
}

/** What is left of a story that somebody took back. */
export async function gapAt(db: Db, slug: string): Promise<StoryTables["story_gap"] | undefined> {
  const address = await subjectAt(db, "stories", slug);
  if (!address) return undefined;
  return db
    .withTables<StoryTables>()
    .selectFrom("story_gap")
    .selectAll()
    .where("subject", "=", address.subject)
    .executeTakeFirst();
}

/** Every address of every story that was taken back. */
export async function slugsTakenBack(db: Db): Promise<string[]> {
  const gaps = await db
    .withTables<StoryTables>()
    .selectFrom("story_gap")
    .select("subject")
    .execute();
  return (await Promise.all(gaps.map(({ subject }) => everySlugOf(db, subject)))).flat();
}
