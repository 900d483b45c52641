/**
 * Sign languages by their names, which the runtime does not know: those of ISO 639-3 that are used today. They have names in
 * English; in other languages they are said by the country in which they are signed, which has a name everywhere.
 */
import { catalogue } from "../words/catalogue.ts";
import { say } from "../words/message.ts";
import { countryName, localeOf } from "./words.ts";

const en = { lang: "en", signOf: say("Sign language of {country}") };
export const wordsIn = catalogue("languages", en);

/** @param tag BCP 47: `xki` @returns "Kenyan Sign Language", "Lugha ya ishara ya Kenya"; undefined where it is none of these */
export function signLanguageName(tag: string, lang: string): string | undefined {
  const english = SIGN_LANGUAGES.get(tag);
  const words = wordsIn(lang);
  const [country, beside] = SIGNED_IN.get(tag) ?? [];
  if (words.lang === "en" || country === undefined) return english;
  const name = words.signOf(countryName(country, words.lang));
  if (beside === undefined) return name;
  const written = new Intl.DisplayNames(localeOf(words.lang), { type: "language" }).of(beside);
  return `${name} (${written})`;
}

/** Tag and name, without "Sign Language"; with `=` the whole name. */
const NAMES = `
ads Adamorobe | aed Argentine | aen Armenian | afg Afghan | ajs Algerian Jewish | ase American | asf =Auslan
| asp Algerian | asq Austrian | asw Australian Aborigines | bfi British | bfk Ban Khor | bog Bamako | bqn
Bulgarian | bqy Bengkala | bvl Bolivian | bzs Brazilian | cds Chadian | csc Catalan | csd Chiangmai | cse
Czech | csf Cuba | csg Chilean | csl Chinese | csn Colombian | csq Croatia | csr Costa Rican | csx Cambodian
| doq Dominican | dse Dutch | dsl Danish | dsz Mardin | ecs Ecuadorian | ehs Miyakubo | esl Egypt | esn
Salvadoran | eso Estonian | eth Ethiopian | fcs Quebec | fse Finnish | fsl French | fss Finland-Swedish |
gds Ghandruk | gse Ghanaian | gsg German | gsm Guatemalan | gss Greek | gus Guinean | hab Hanoi | haf
Haiphong | hds Honduras | hks Hong Kong | hos Ho Chi Minh City | hps Hawai’i | hsh Hungarian | hsl Hausa |
icl Icelandic | iks Inuit | inl Indonesian | ins Indian | ise Italian | isg Irish | isr Israeli | jcs
Jamaican Country | jhs Jhankot | jks Amami Koniya | jls Jamaican | jos Jordanian | jsl Japanese | jus Jumla
| kgi Selangor | kvk Korean | lbs Libyan | lls Lithuanian | lsb Burundian | lsc Albarradas | lsl Latvian |
lsn Tibetan | lso Laos | lsp Panamanian | lst Trinidad and Tobago | lsv Sivia | lsw Seychelles | lsy
Mauritian | lws Malawian | mdl Maltese | mfs Mexican | msd Yucatec Maya | msr Mongolian | mzc Madagascar |
mzg Monastic | mzy Mozambican | nbs Namibian | ncs Nicaraguan | nsi Nigerian | nsl Norwegian | nsp Nepalese
| nsr Maritime | nzs New Zealand | pgz Papua New Guinean | pks Pakistan | prl Peruvian | prz Providencia |
psc Iranian | psd Plains Indian | psg Penang | psl Puerto Rican | pso Polish | psp Philippine | psr
Portuguese | pys Paraguayan | rib Bribri | rms Romanian | rnb Brunca | rsl Russian | rsm Miriwoong | rsn
Rwandan | sdl Saudi Arabian | sfb =Langue des signes de Belgique Francophone | sfs South African | sgg
Swiss-German | sgx Sierra Leone | slf Swiss-Italian | sls Singapore | sqk Albanian | sqs Sri Lankan | sqx
Kufr Qassem | ssp Spanish | ssr Swiss-French | svk Slovakian | swl Swedish | syy Al-Sayyid Bedouin | szs
Solomon Islands | tse Tunisian | tsm Turkish | tsq Thai | tss Taiwan | tsy Tebul | tza Tanzanian | ugn
Ugandan | ugy Uruguayan | ukl Ukrainian | uks Urubú-Kaapor | vgt =Vlaamse Gebarentaal | vsi Moldova | vsl
Venezuelan | vsv Valencian | wbs West Bengal | xki Kenyan | xml Malaysian | xms Moroccan | ygs Yolŋu | yhs
Yan-nhaŋu | ysl Yugoslavian | ysm Myanmar | zib Zimbabwe | zsl Zambian
`;

/** By tag, in English, as ISO 639-3 names them. */
export const SIGN_LANGUAGES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split("|")
    .map((entry) => {
      const one = entry.trim();
      const [tag, name] = [one.slice(0, 3), one.slice(4).replaceAll("\n", " ")];
      return [tag, name.startsWith("=") ? name.slice(1) : `${name} Sign Language`] as const;
    }),
);

/** `xki KE`; a second sign language of a country with the written language beside which it is signed. */
const SIGNED_IN: ReadonlyMap<string, readonly string[]> = new Map(
  `ase US|aed AR|aen AM|afg AF|asf AU|asp DZ|asq AT|bfi GB|bqn BG|bvl BO|bzs BR|cds TD|csc ES ca|cse CZ|csf CU|csg CL|csl CN|csn CO|csq HR|csr CR|csx KH
doq DO|dse NL|dsl DK|ecs EC|esl EG|esn SV|eso EE|eth ET|fcs CA fr|fse FI|fsl FR|fss FI sv|gse GH|gsg DE|gsm GT|gss GR|gus GN|hds HN|hks HK|hsh HU
icl IS|inl ID|ins IN|isg IE|ise IT|isr IL|jls JM|jos JO|jsl JP|kvk KR|lbs LY|lls LT|lsb BI|lsl LV|lso LA|lsp PA|lst TT|lsw SC|lsy MU|lws MW|mdl MT
mfs MX|msr MN|mzc MG|mzy MZ|nbs NA|ncs NI|nsi NG|nsl NO|nsp NP|nzs NZ|pgz PG|pks PK|prl PE|psc IR|psl PR|pso PL|psp PH|psr PT|pys PY|rms RO|rsl RU
rsn RW|sdl SA|sfb BE fr|sfs ZA|sgg CH de|sgx SL|slf CH it|sls SG|sqk AL|sqs LK|ssp ES|ssr CH fr|svk SK|swl SE|szs SB|tse TN|tsm TR|tsq TH|tss TW
tza TZ|ugn UG|ugy UY|ukl UA|vgt BE nl|vsi MD|vsl VE|vsv ES ca-valencia|xki KE|xml MY|xms MA|ysm MM|zib ZW|zsl ZM`
    .split(/[|\n]/)
    .map((entry): [string, string[]] => [entry.slice(0, 3), entry.slice(4).split(" ")]),
);
