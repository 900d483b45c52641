/** What pages ask about opportunities. */
import type { LatLon } from "../../engines/terrain/grid.ts";
import { subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import { bySlug, withSlugs } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import { countryName } from "../../platform/web/words.ts";
import { placesBySubject } from "../places/api.ts";
import type { OpportunityTables } from "./projection.ts";
import type { Opportunity } from "./records.ts";
import { wordsIn } from "./words.ts";

export interface OpportunityCard extends Address {
  readonly opportunity: Opportunity;
  readonly where: Where;
}

interface Where {
  readonly name: string;
  /** The page of the place, where it has one. */
  readonly path?: string;
  readonly country?: string;
  readonly countryName?: string;
  readonly point?: LatLon;
  /** The point is rounded to 0.1°. */
  readonly isCoarse: boolean;
}

/** Every opportunity, by country and place. */
export async function opportunityList(db: Db, lang = "en"): Promise<OpportunityCard[]> {
  return cards(db, await opportunities(db).execute(), lang);
}

/** The opportunities whose place this is. */
export async function opportunitiesAt(
  db: Db,
  place: string,
  lang: string,
): Promise<OpportunityCard[]> {
  return cards(db, await opportunities(db).where("place", "=", place).execute(), lang);
}

/** The subject of an opportunity and its present address, also after it was withdrawn. */
export const opportunityAddress = (db: Db, slug: string): Promise<Address | undefined> =>
  subjectAt(db, "opportunities", slug);

const opportunities = (db: Db) =>
  db.withTables<OpportunityTables>().selectFrom("opportunity").select(["subject", "state"]);

async function cards(
  db: Db,
  rows: readonly { subject: string; state: string }[],
  lang: string,
): Promise<OpportunityCard[]> {
  const standing = (await withSlugs(db, rows)).map(({ subject, slug, state }) => ({
    subject,
    slug,
    opportunity: JSON.parse(state) as Opportunity,
  }));
  const places = await placesBySubject(
    db,
    standing.flatMap(({ opportunity }) => opportunity.place ?? []),
    lang,
  );
  const compare = new Intl.Collator(lang).compare;
  return standing
    .map((one) => ({ ...one, where: whereOf(one.opportunity, places, lang) }))
    .toSorted(
      (a, b) =>
        compare(a.where.countryName ?? "\u{10ffff}", b.where.countryName ?? "\u{10ffff}") ||
        compare(a.where.name, b.where.name) ||
        bySlug(a, b),
    );
}

function whereOf(
  { place, near, country, position }: Opportunity,
  places: Awaited<ReturnType<typeof placesBySubject>>,
  lang: string,
): Where {
  const card = place === undefined ? undefined : places.get(place);
  if (card)
    return {
      name: card.name,
      path: `/places/${card.slug}`,
      country: card.country,
      countryName: card.countryName,
      point: { lat: card.lat, lon: card.lon },
      isCoarse: false,
    };
  return {
    name: near ?? wordsIn(lang).unlisted,
    ...(country !== undefined && { country, countryName: countryName(country, lang) }),
    ...(position && { point: position }),
    isCoarse: true,
  };
}
