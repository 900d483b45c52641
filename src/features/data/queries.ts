/** What the open data asks of the other features. */
import { addressesIn, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { PageRequest, Uses } from "../../platform/web/route.ts";
import { pledgeLedger, type PledgeLine } from "../pledges/feature.ts";
import { LIST_USES, shownStories, storiesByPlace } from "../stories/feature.ts";

/** Open data is made to be passed on, so a story is in it only where consent covers a feed. */
export const CHANNEL = "feed";

export const PLEDGE_USES: Uses = { projections: ["pledges", "partners", "addresses"] };
export const STORY_USES: Uses = { projections: [...LIST_USES, "partners", "programmes"] };

export interface Pledges {
  /** Pledges, then series, in the order of the ledger. */
  readonly lines: readonly PledgeLine[];
  readonly bySubject: ReadonlyMap<string, PledgeLine>;
  readonly until?: string;
}

/** Every pledge on the request's day; worked out once for all addresses that show them. */
export function pledgesOf({ db, today, lang, remember }: PageRequest): Promise<Pledges> {
  return remember(`open data pledges ${lang}`, PLEDGE_USES, async () => {
    const { pledges, series, until } = await pledgeLedger(db, today, lang);
    const lines = [...pledges, ...series];
    const bySubject = new Map(lines.map((line) => [line.subject, line]));
    return { lines, bySubject, ...(until !== undefined && { until }) };
  });
}

/** The pledge at an address; under an old slug, the address of today. */
export async function pledgeOf(
  request: PageRequest,
  slug: string,
): Promise<{ line: PledgeLine; until?: string } | { moved: Address } | undefined> {
  const address = await subjectAt(request.db, "pledges", slug);
  if (!address) return undefined;
  const line = (await pledgesOf(request)).bySubject.get(address.subject);
  if (!line) return undefined;
  if (address.slug !== slug) return { moved: address };
  return { line, ...(line.status?.until !== undefined && { until: line.status.until }) };
}

export interface ToldStory extends Address {
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
