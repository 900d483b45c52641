/** The one line: stories in the order of their places, west to east. */
import type { PageRequest } from "../../platform/web/route.ts";
import { placesBySubject } from "../places/api.ts";
import { storyCards, type StoryCard } from "./queries.ts";
import { LIST_USES, type Shown } from "./shown.ts";

export interface Neighbours {
  readonly before?: StoryCard;
  readonly next?: StoryCard;
}

/** The stories before and after this one on the line; one without a place stands on no line. */
export async function neighbours(
  { db, lang, today, remember }: PageRequest,
  stories: readonly Shown[],
  subject: string,
): Promise<Neighbours> {
  const { line, places } = await remember(
    "line of stories",
    { projections: LIST_USES },
    async () => {
      const sorted = await westToEast(db, stories);
      return { line: sorted, places: new Map(sorted.map((s, i) => [s.subject, i])) };
    },
  );
  const at = places.get(subject);
  if (at === undefined) return {};
  const beside = [line[at - 1], line[at + 1]];
  const cards = await storyCards(
    db,
    beside.filter((s) => s !== undefined),
    lang,
    today,
  );
  const [before, next] = beside.map((s) => cards.find((card) => card.subject === s?.subject));
  return { ...(before && { before }), ...(next && { next }) };
}

async function westToEast(db: PageRequest["db"], stories: readonly Shown[]): Promise<Shown[]> {
  const placed = stories.flatMap((story) => (story.place === null ? [] : [story.place]));
  const places = await placesBySubject(db, placed);
  return stories
    .flatMap((story) => {
      const place = story.place === null ? undefined : places.get(story.place);
      return place ? [{ story, lon: place.lon }] : [];
    })
    .toSorted((a, b) => a.lon - b.lon || (a.story.subject < b.story.subject ? -1 : 1))
    .map(({ story }) => story);
}
