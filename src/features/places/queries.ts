/** What pages ask about places. */
import { byWords, addressedThings, type Addressed } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import { countryName } from "../../platform/web/words.ts";
import type { Place } from "./records.ts";
import { stateSaid, type SaidState } from "./standing.ts";
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
  readonly sky?: Place["sky"];
}

const places = addressedThings<Place>("place", PLACE_WORDING);

/** A place in full, with the address under which it stands today. */
export const placeAt = places.at;
/** Every place in full, by slug: for the open data. */
export const allPlaces = places.all;

/** The cards of these places; one that is withdrawn or has no address is left out. */
export async function placesBySubject(
  db: Db,
  subjects: readonly string[],
  lang = "en",
): Promise<Map<string, PlaceCard>> {
  const found = await places.some(db, subjects);
  return new Map(found.map((one) => [one.subject, cardOf(one, lang)]));
}

/** Every place, by name. */
export async function placeList(db: Db, lang = "en"): Promise<PlaceCard[]> {
  const all = await places.all(db);
  return all.map((one) => cardOf(one, lang)).toSorted(byWords(lang, ({ name }) => name));
}

function cardOf({ subject, slug, thing }: Addressed<Place>, lang: string): PlaceCard {
  const { name, country, region, lat, lon, note, sky, state } = thing;
  return {
    subject,
    slug,
    name,
    country,
    countryName: countryName(country, lang),
    lat,
    lon,
    ...(region !== undefined && { region }),
    ...(note !== undefined && { note }),
    ...(state !== undefined && { state: stateSaid(state) }),
    ...(sky !== undefined && { sky }),
  };
}
