/** Time zones as they are typed: by their own name, or by the city that it ends with. */
import { isZone } from "../../engines/calendar/zone.ts";
import { folded } from "../../platform/addresses/addresses.ts";
import { zoneWords } from "./words.ts";

/** Every one that the runtime knows. */
export const zones = (): readonly string[] => Intl.supportedValuesOf("timeZone").filter(isZone);

/** The types of the language do not know yet what the runtime does. */
type ZonedLocale = Intl.Locale & { readonly getTimeZones?: () => readonly string[] | undefined };

/** Where all of a country has one clock. @param country two letters */
export function zoneOfCountry(country: string): string | undefined {
  const place: ZonedLocale = new Intl.Locale("und", { region: country });
  const found = place.getTimeZones?.() ?? [];
  return found.length === 1 ? found.find(isZone) : undefined;
}

/** `Africa/Johannesburg` of `johannesburg`; undefined where no zone, or several, are called so. */
export function zoneTyped(text: string): string | undefined {
  if (isZone(text)) return text;
  const all = zones();
  const same = all.filter((one) => folded(one) === folded(text));
  const found =
    same.length > 0 ? same : all.filter((one) => folded(zoneWords(one)) === folded(text));
  return found.length === 1 ? found[0] : undefined;
}
