/** What the open data asks of the other features. */
import { addressesIn, type Address } from "../../platform/addresses/addresses.ts";
import type { PageRequest, Uses } from "../../platform/web/route.ts";
import { pledgeAt, type PledgeLine } from "../pledges/api.ts";
import { LIST_USES, shownStories, storiesByPlace } from "../stories/api.ts";

/** Open data is made to be passed on, so a story is in it only where consent covers a feed. */
export const CHANNEL = "feed";

export const PLEDGE_USES: Uses = { projections: ["pledges", "partners", "addresses"] };
export const STORY_USES: Uses = { projections: [...LIST_USES, "partners", "programmes"] };

/** The pledge at an address; under an old slug, the address of today. */
export async function pledgeOf(
  { db, today, lang }: PageRequest,
  slug: string,
): Promise<{ line: PledgeLine; until?: string } | { moved: Address } | undefined> {
  const found = await pledgeAt(db, slug, today, lang);
  if (!found) return undefined;
  if (!("pledge" in found)) return { moved: found };
  const until = found.status?.until;
  return { line: found, ...(until !== undefined && { until }) };
}

interface ToldStory extends Address {
  readonly title: string;
}

/** The stories of each place that may be passed on, newest first. */
export async function storiesOfPlaces({
  db,
  today,
}: PageRequest): Promise<{ byPlace: ReadonlyMap<string, readonly ToldStory[]>; until?: string }> {
  const { stories, until } = await shownStories(db, today, CHANNEL);
  const slugs = new Map([...(await addressesIn(db, "stories"))].map(([slug, id]) => [id, slug]));
  const naming = await storiesByPlace(db);
  const byPlace = new Map(
    [...naming].map(([place, subjects]) => {
      const named = new Set(subjects);
      return [
        place,
        stories.flatMap(({ subject, title }) => {
          const slug = slugs.get(subject);
          return named.has(subject) && slug !== undefined ? [{ subject, slug, title }] : [];
        }),
      ] as const;
    }),
  );
  return { byPlace, ...(until !== undefined && { until }) };
}
