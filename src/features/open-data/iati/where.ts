/** Where an activity is and what it is about, as the standard asks each to say. Rule OD13. */
import { countryName } from "../../../platform/web/words.ts";
import type { PlaceCard } from "../../places/api.ts";
import { element, narrated, text, type Element } from "./elements.ts";

/**
 * One country is the recipient. Of several the shares are not known, and where it is not said which, nothing narrower
 * than the world is: then that is the region (UN M49), and the places that are known stand beside it.
 *
 * @param whole whether nothing of it is elsewhere
 */
export function whereOf(
  places: readonly PlaceCard[],
  { language, whole }: { readonly language: string; readonly whole: boolean },
): Element[] {
  const countries = [...new Set(places.map(({ country }) => country))];
  return [
    whole && countries.length === 1
      ? element("recipient-country", { code: countries[0] })
      : narrated("recipient-region", countryName(WORLD, language), {
          code: WORLD,
          vocabulary: M49,
        }),
    ...places.map(({ name, lat, lon }) =>
      element(
        "location",
        {},
        element("location-reach", { code: "1" }), // where the activity is
        narrated("name", name),
        element("point", { srsName: WGS84 }, element("pos", {}, text(`${lat} ${lon}`))),
        element("exactness", { code: "2" }), // approximate
      ),
    ),
  ];
}

/** What nobody classified says so: we do not guess the sector of others' work. */
export const sectorOf = (code = NOT_SPECIFIED): Element =>
  element("sector", { vocabulary: DAC, code });

const WORLD = "001";
const M49 = "2"; // of the list of region vocabularies
const DAC = "1"; // of the list of sector vocabularies: purpose codes of five digits
const NOT_SPECIFIED = "99810";
const WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326";
