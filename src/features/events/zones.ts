/** Time zones as they are typed: by their own name, or by the city that it ends with. */
import { isZone } from "../../engines/calendar/zone.ts";
import { folded } from "../../platform/addresses/addresses.ts";
import { zoneWords } from "./words.ts";

/** Every one that the runtime knows. */
export const zones = (): readonly string[] => Intl.supportedValuesOf("timeZone").filter(isZone);

/** `Africa/Johannesburg` of `johannesburg`; undefined where no zone, or several, are called so. */
export function zoneTyped(text: string): string | undefined {
  if (isZone(text)) return text;
  const all = zones();
  const same = all.filter((one) => folded(one) === folded(text));
  const found =
    same.length > 0 ? same : all.filter((one) => folded(zoneWords(one)) === folded(text));
  return found.length === 1 ? found[0] : undefined;
}
