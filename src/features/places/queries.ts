/** What pages ask about places. */
import { slugsOf, subjectAt, type Address } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { localised } from "../../platform/texts/view.ts";
import { countryName } from "../../platform/web/words.ts";
import type { Place } from "./fold.ts";
import type { PlaceTables } from "./projection.ts";
import { stateSaid, type SaidState } from "./state.ts";
import { PLACE_WORDING } from "./records.ts";

export interface PlaceCard {
  readonly subject: string;
  readonly slug: string;
  readonly name: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly countryName: string;
  readonly region?: Place["region"];
  readonly lat: number;
  readonly lon: number;
  readonly note?: Place["note"];
  /** Absent where nobody says it. */
  readonly state?: SaidState;
  readonly cover?: Place["cover"];
  readonly sky?: Place["sky"];
}

/** The cards of these places; one that is withdrawn or has no address is left out. */
export async function placesBySubject(
  db: Db,
  subjects: readonly string[],
  lang = "en",
): Promise<Map<string, PlaceCard>> {
  const wanted = [...new Set(subjects)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .withTables<PlaceTables>()
    .selectFrom("place")
    .select(["subject", "state"])
    .where("subject", "in", wanted)
    .execute();
  return new Map((await cards(db, rows, lang)).map((card) => [card.subject, card]));
}

/** Every place, by name. */
export async function placeList(db: Db, lang = "en"): Promise<PlaceCard[]> {
  const rows = await db
    .withTables<PlaceTables>()
    .selectFrom("place")
    .select(["subject", "state"])
    .execute();
  const byName = new Intl.Collator(lang).compare;
  return (await cards(db, rows, lang)).toSorted((a, b) => byName(a.name, b.name) || order(a, b));
}

/** A place in full, with the address under which it stands today. */
export async function placeAt(
  db: Db,
  slug: string,
): Promise<(Address & { place: Place }) | undefined> {
  const address = await subjectAt(db, "places", slug);
  if (!address) return undefined;
  const row = await db
    .withTables<PlaceTables>()
    .selectFrom("place")
    .select("state")
    .where("subject", "=", address.subject)
    .executeTakeFirst();
  return row && { ...address, place: localised(db, PLACE_WORDING, JSON.parse(row.state) as Place) };
}

/** Every place in full, by slug: for the open data. */
export async function allPlaces(db: Db): Promise<(Address & { place: Place })[]> {
  const rows = await db
    .withTables<PlaceTables>()
    .selectFrom("place")
    .select(["subject", "state"])
    .execute();
  const slugs = await slugsOf(
    db,
    rows.map((r) => r.subject),
  );
  return rows
    .flatMap(({ subject, state }) => {
      const slug = slugs.get(subject);
      return slug === undefined
        ? []
        : [{ subject, slug, place: localised(db, PLACE_WORDING, JSON.parse(state) as Place) }];
    })
    .toSorted(order);
}

async function cards(
  db: Db,
  rows: readonly { subject: string; state: string }[],
  lang: string,
): Promise<PlaceCard[]> {
  const slugs = await slugsOf(
    db,
    rows.map((r) => r.subject),
  );
  return rows.flatMap(({ subject, state }) => {
    const slug = slugs.get(subject);
    if (slug === undefined) return [];
    const {
      name,
      country,
      region,
      lat,
      lon,
      note,
      cover,
      sky,
      state: is,
    } = localised(db, PLACE_WORDING, JSON.parse(state) as Place);
    return [
      {
        subject,
        slug,
        name,
        country,
        countryName: countryName(country, lang),
        lat,
        lon,
        ...(region !== undefined && { region }),
        ...(note !== undefined && { note }),
        ...(is !== undefined && { state: stateSaid(is) }),
        ...(cover !== undefined && { cover }),
        ...(sky !== undefined && { sky }),
      },
    ];
  });
}

const order = (a: { slug: string }, b: { slug: string }): number => (a.slug < b.slug ? -1 : 1);
