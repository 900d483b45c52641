/** Countries and currencies, each by its name in a language: nobody types their codes. */
import * as v from "valibot";
import { country } from "../../../platform/folder/fields.ts";
import { localeOf } from "../../../platform/web/words.ts";

type Options = readonly (readonly [code: string, name: string])[];

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
const COUNTRIES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
const known = new Map<string, Options>();

export const countriesIn = (lang: string): Options =>
  named("region", lang, () => COUNTRIES.filter((code) => v.is(country, code)));

export const currenciesIn = (lang: string): Options =>
  named("currency", lang, () => Intl.supportedValuesOf("currency"));

function named(type: "region" | "currency", lang: string, codes: () => readonly string[]): Options {
  const key = `${type} ${lang}`;
  const before = known.get(key);
  if (before) return before;
  const locale = localeOf(lang);
  const names = new Intl.DisplayNames(locale, { type });
  const { compare } = new Intl.Collator(locale);
  const all = codes()
    .map((code) => [code, names.of(code) ?? code] as const)
    .toSorted(([, a], [, b]) => compare(a, b));
  known.set(key, all);
  return all;
}
