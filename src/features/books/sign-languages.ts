/**
 * What a sign language is called. CLDR, which names all others here, names one of them; of the rest this says in which country
 * it is signed (ISO 639-3, each tag with its ISO 3166 country), and the country has a name in every language.
 */
import { countryName, localeOf } from "../../platform/web/words.ts";
import { wordsIn } from "./words.ts";

/** @param tag BCP 47: `xki` @returns in the reader's language: "Sign language of Kenya" */
export function signLanguageName(tag: string, lang: string): string {
  const words = wordsIn(lang);
  const language = withoutPrivate(tag);
  const named = nameOf(language, words.lang);
  if (named !== language) return named;
  const [country, beside] = SIGNED_IN.get(language) ?? [];
  if (country === undefined) return words.signTag(language);
  const name = words.signOf(countryName(country, words.lang));
  return beside === undefined ? name : `${name} (${nameOf(beside, words.lang)})`;
}

/** `xki` of `xki-x-amina`, as a second signing in one language is called. */
export const withoutPrivate = (tag: string): string => tag.split("-x-")[0]!;

/** A written language in the reader's language: "Swahili". */
export const nameOf = (tag: string, lang: string): string => {
  try {
    return new Intl.DisplayNames(localeOf(lang), { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

/** `xki KE`; a second sign language of a country with the written language beside which it is signed. */
const SIGNED_IN = new Map(
  `aed AR|aen AM|afg AF|asf AU|asp DZ|asq AT|bfi GB|bqn BG|bvl BO|bzs BR|cds TD|csc ES ca|cse CZ|csf CU|csg CL|csl CN|csn CO|csq HR|csr CR|csx KH
doq DO|dse NL|dsl DK|ecs EC|esl EG|esn SV|eso EE|eth ET|fcs CA fr|fse FI|fsl FR|fss FI sv|gse GH|gsg DE|gsm GT|gss GR|gus GN|hds HN|hks HK|hsh HU
icl IS|inl ID|ins IN|isg IE|ise IT|isr IL|jls JM|jos JO|jsl JP|kvk KR|lbs LY|lls LT|lsb BI|lsl LV|lso LA|lsp PA|lst TT|lsw SC|lsy MU|lws MW|mdl MT
mfs MX|msr MN|mzc MG|mzy MZ|nbs NA|ncs NI|nsi NG|nsl NO|nsp NP|nzs NZ|pgz PG|pks PK|prl PE|psc IR|psl PR|pso PL|psp PH|psr PT|pys PY|rms RO|rsl RU
rsn RW|sdl SA|sfb BE fr|sfs ZA|sgg CH de|sgx SL|slf CH it|sls SG|sqk AL|sqs LK|ssp ES|ssr CH fr|svk SK|swl SE|szs SB|tse TN|tsm TR|tsq TH|tss TW
tza TZ|ugn UG|ugy UY|ukl UA|vgt BE nl|vsi MD|vsl VE|vsv ES ca-valencia|xki KE|xml MY|xms MA|ysm MM|zib ZW|zsl ZM`
    .split(/[|\n]/)
    .map((entry): [string, string[]] => [entry.slice(0, 3), entry.slice(4).split(" ")]),
);

/** Every sign language of which is known where it is signed. */
export const SIGN_LANGUAGES: readonly string[] = [...SIGNED_IN.keys()];
