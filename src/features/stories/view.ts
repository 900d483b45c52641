/** Everything that a story's page shows, gathered for one day and one language. */
import { rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { filesOf } from "../../platform/web/player/choices.ts";
import { localised } from "../../platform/texts/view.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { partnersBySubject, type PartnerCard } from "../partners/api.ts";
import {
  consentChanges,
  peopleBySubject,
  mayBeShown,
  restsOnConsent,
  type PersonCard,
} from "../people/api.ts";
import { filmFiles, placesBySubject, type PlaceCard } from "../places/api.ts";
import { programmesBySubject, type ProgrammeCard } from "../programmes/api.ts";
import { neighbours, type Neighbours } from "./along.ts";
import { inOwnWords, unmarked } from "../../platform/words/fallback.ts";
import type { Story } from "./fold.ts";
import { STORY_WORDING } from "./records.ts";
import { storyAt, type ToldStory } from "./queries.ts";
import { earliest, LIST_USES, shownStories, type Shown } from "./shown.ts";
import { rulesFor, withPhoto, withShown } from "./pictures.ts";
import { headIn, languagesOf, textIn, type Head, type Text } from "./text.ts";

export interface StoryView {
  readonly subject: string;
  readonly slug: string;
  readonly story: Story;
  readonly text: Text;
  /** Title, summary and next step, which may be in the language of the address where the text is not. */
  readonly head: Head;
  readonly category: string;
  /** Languages that it can be read in at an address here, its own first. */
  readonly languages: readonly string[];
  readonly people: readonly PersonCard[];
  readonly authors: readonly PersonCard[];
  readonly places: readonly PlaceCard[];
  readonly partners: readonly PartnerCard[];
  readonly programmes: readonly ProgrammeCard[];
  readonly walk?: string;
  readonly along: Neighbours;
  readonly related: readonly Related[];
  /** What was made of its pictures, films and captions, by media name. */
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly until?: string;
}

const STORIES_USES = { projections: LIST_USES };

/** The story at the address, the present slug when the address is an old one, or nothing that may be shown. */
export async function storyView(
  request: PageRequest,
): Promise<StoryView | { to: string } | undefined> {
  const { db, today } = request;
  const told = await storyAt(db, request.params["slug"] ?? "");
  if (!told) return undefined;
  const { subject, slug } = told;
  const { bySubject, stories, until } = await request.remember(
    "stories",
    STORIES_USES,
    async () => {
      const all = await shownStories(db, today);
      return { ...all, bySubject: new Map(all.stories.map((s) => [s.subject, s])) };
    },
  );
  const shown = bySubject.get(subject);
  if (!shown) return undefined;
  if (slug !== request.params["slug"]) return { to: `/stories/${slug}` };
  return gathered(request, told, { shown, stories, until });
}

/**
 * A story that no record says yet, as its page will show it among those that stand.
 * @param unsaid people whom no record names yet either
 */
export async function draftView(
  request: PageRequest,
  told: ToldStory,
  unsaid: ReadonlyMap<string, PersonCard> = new Map(),
): Promise<StoryView> {
  const { story, subject } = told;
  const { stories, until } = await shownStories(request.db, request.today);
  const people = await peopleBySubject(request.db, story.people ?? []);
  const [person = null] = story.people ?? [];
  const walk = story.walk ?? (person === null ? undefined : people.get(person)?.walk) ?? null;
  const { title, language, published, lead = false } = story;
  const place = story.places?.[0] ?? null;
  const shown = { subject, title, language, published, lead, person, place, walk };
  const others = stories.filter((one) => one.subject !== subject);
  return gathered(request, told, { shown, stories: [shown, ...others], until, unsaid });
}

interface Among {
  readonly unsaid?: ReadonlyMap<string, PersonCard>;
  readonly shown: Shown;
  readonly stories: readonly Shown[];
  readonly until: string | undefined;
}

async function gathered(
  request: PageRequest,
  { subject, slug, story: told }: ToldStory,
  { shown, stories, until, unsaid = new Map() }: Among,
): Promise<StoryView> {
  const { db, lang, today, frame } = request;
  const said = await peopleBySubject(db, [...(told.people ?? []), ...told.authors]);
  const known = new Map([...said, ...unsaid]);
  const named = cards(told.people, known);
  const related = await request.related(subject);
  const text = textIn(told, lang, named, today);
  const rules = await rulesFor(db, [told], named, { today, lang: text.lang });
  const story = withShown(told, rules, text.lang);
  const people = named.map((one) => withPhoto(one, rules));
  const places = cards(story.places, await placesBySubject(db, story.places ?? [], lang)).map(
    (place) => (text.lang === lang ? place : calledIn(lang, place)),
  );
  return {
    subject,
    slug,
    story,
    text,
    category: localised(db, STORY_WORDING, { category: story.category }).category,
    head: headIn(db, story, text, { lang, people, today }),
    languages: languagesOf(story, people, today).filter(
      (one, i) => i === 0 || frame.languages.includes(one),
    ),
    people,
    // An author who set an end to being named is not named after it.
    authors: cards(story.authors, known).filter(
      (a) => !restsOnConsent(a) || mayBeShown(a, "story", story.language, today),
    ),
    places,
    partners: cards(story.partners, await partnersBySubject(db, story.partners ?? [])),
    programmes: cards(story.programmes, await programmesBySubject(db, story.programmes ?? [])),
    ...(shown.walk !== null && { walk: shown.walk }),
    along: await neighbours(request, stories, subject),
    related,
    ladders: await rungsOf(db, [
      ...mediaOf(story),
      ...filmFiles(places[0]),
      ...people.map((one) => one.photo?.file.media),
    ]),
    ...earliest([
      until,
      rules.until,
      ...[...known.values()].map((one) => consentChanges(one, today)),
    ]),
  };
}

/** A place is called as in the language of the address; beside a text in another one its names are marked with that. */
const calledIn = (lang: string, place: PlaceCard): PlaceCard => ({
  ...place,
  name: inOwnWords(unmarked(place.name), lang),
  countryName: inOwnWords(place.countryName, lang),
  ...(place.region !== undefined && { region: inOwnWords(unmarked(place.region), lang) }),
});

function mediaOf({ cover, film, sign, pictures = [] }: Story): (string | undefined)[] {
  const ours = film && "file" in film ? film : undefined;
  const inText = pictures.map((one) => one.file.media);
  return [cover?.file.media, sign?.file.media, ...inText, ...filesOf(ours)];
}

function cards<T>(subjects: readonly string[] | undefined, known: ReadonlyMap<string, T>): T[] {
  return (subjects ?? []).flatMap((subject) => known.get(subject) ?? []);
}
