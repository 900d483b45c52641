/** The countries that somebody can choose, in the order of the language that they are named in. */
import * as v from "valibot";
import { country } from "../../platform/folder/fields.ts";
import { countryName, localeOf } from "../../platform/web/words.ts";

const LETTERS = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
/** Of ISO 3166, without groups such as the European Union. */
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => v.is(country, code) && !["EU", "EZ", "UN", "QO", "XA", "XB"].includes(code),
);

const known = new Map<string, readonly (readonly [code: string, name: string])[]>();

export function countriesIn(lang: string): readonly (readonly [code: string, name: string])[] {
  let list = known.get(lang);
  if (list) return list;
  const { compare } = new Intl.Collator(localeOf(lang));
  list = CODES.map((code) => [code, countryName(code, lang)] as const).toSorted(([, a], [, b]) =>
    compare(a, b),
  );
  known.set(lang, list);
  return list;
}
