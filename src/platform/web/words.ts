/** Days, numbers, weights and names as people read them, in the language of the page. */

const BYTES_A_SECOND = 24_000; // 2G (EDGE) as reckoned on every page of the site

/** A day, month or year: `2026-11-24`, `2026-11` and `2026` read `24 November 2026`, `November 2026` and `2026`. */
export function formatDay(day: string, lang: string, month: "long" | "short" = "long"): string {
  const [, year, monthNumber, date] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(day) ?? [];
  if (year === undefined) return day; // a day in words stays as it was said
  const at = Date.UTC(Number(year), Number(monthNumber ?? 1) - 1, Number(date ?? 1));
  const parts = date ? "day" : monthNumber ? "month" : "year";
  const said = remembered(days, `${lang} ${parts} ${month}`, () => {
    const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
    if (parts !== "year") options.month = month;
    if (parts === "day") options.day = "numeric";
    return new Intl.DateTimeFormat(localeOf(lang), options);
  }).format(at);
  return directionOf(lang) === "rtl" ? RIGHT + said : said;
}

/** Keeps a number that follows a Latin name in the order of the line around it. */
const RIGHT = "\u200f";

/** `120000000` reads `120,000,000`. */
export function formatNumber(n: number, lang: string): string {
  return remembered(numbers, lang, () => new Intl.NumberFormat(localeOf(lang))).format(n);
}

/** A weight as a button or a line shows it: `640 bytes`, `8.6 kB`, `24 kB`, `3.1 MB`. */
export function formatBytes(n: number, lang = "en"): string {
  if (n < 1000) {
    const whole = Math.round(n);
    return english(lang)
      ? `${whole} ${plural(n, "byte", "bytes")}`
      : inUnit(whole, "byte", lang, "long");
  }
  const [size, unit, short] =
    n < 999_500
      ? ([n / 1000, "kilobyte", "kB"] as const)
      : ([n / 1_000_000, "megabyte", "MB"] as const);
  const rounded = size < 19.95 ? Math.round(size * 10) / 10 : Math.round(size);
  return english(lang) ? `${rounded} ${short}` : inUnit(rounded, unit, lang);
}

/** How long that many bytes take on 2G: `1 s`, `40 s`, `2 min`. */
export function timeOn2G(bytes: number, lang = "en"): string {
  const seconds = Math.max(1, Math.round(bytes / BYTES_A_SECOND));
  if (seconds >= 90) return formatMinutes(Math.round(seconds / 60), lang);
  return english(lang) ? `${seconds} s` : inUnit(seconds, "second", lang);
}

/** `45` seconds read `0:45`, an hour and more `1:02:05`. */
export function formatLength(seconds: number): string {
  const [s, m, h] = [seconds % 60, Math.floor(seconds / 60) % 60, Math.floor(seconds / 3600)];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `4 min`. */
export const formatMinutes = (n: number, lang: string): string =>
  english(lang) ? `${n} min` : inUnit(n, "minute", lang);

const english = (lang: string): boolean => lang.split("-")[0] === "en";

function inUnit(n: number, unit: string, lang: string, display: "short" | "long" = "short") {
  return remembered(
    numbers,
    `${lang} ${unit} ${display}`,
    () => new Intl.NumberFormat(localeOf(lang), { style: "unit", unit, unitDisplay: display }),
  ).format(n);
}

/** The name of a country (ISO 3166 alpha-2) or a region (UN M49); the code itself where it has no name. */
export function countryName(alpha2: string, lang: string): string {
  if (!/^(?:[A-Z]{2}|\d{3})$/.test(alpha2)) return alpha2;
  const names = remembered(
    countries,
    lang,
    () => new Intl.DisplayNames(localeOf(lang), { type: "region", fallback: "code" }),
  );
  return names.of(alpha2) ?? alpha2;
}

/** A language by its own name, or by its name in another: `fr` reads `français`, in English `French`; a code without a name stays a code. */
export function languageName(lang: string, said = lang): string {
  try {
    return new Intl.DisplayNames(said, { type: "language" }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

/** The word for that many, without the number: `plural(2, "source", "sources")` is `sources`. */
export function plural(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

/** The direction in which a language is written. */
export function directionOf(lang: string): "ltr" | "rtl" {
  const [language = "", ...rest] = lang.split("-");
  const script = rest.find((part) => part.length === 4)?.toLowerCase();
  if (script) return RTL_SCRIPTS.has(script) ? "rtl" : "ltr";
  return RTL_LANGUAGES.has(language.toLowerCase()) ? "rtl" : "ltr";
}

const RTL_SCRIPTS = new Set(["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg", "mand"]);
const RTL_LANGUAGES = new Set(
  "ar arc azb bal ckb dv fa he iw ji khw ks lrc mzn nqo pnb ps rhg sd sdh skr syr ug ur yi".split(
    " ",
  ),
);

const days = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const countries = new Map<string, Intl.DisplayNames>();

/** Formatters cost a millisecond to make; the keys are a campaign's few languages. */
function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let value = known.get(key);
  if (!value) {
    value = make();
    if (known.size >= 200) known.clear();
    known.set(key, value);
  }
  return value;
}

/** International English writes the day before the month; a tag that is none falls back to it. */
export function localeOf(lang: string): string {
  if (lang === "en") return "en-GB";
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}
