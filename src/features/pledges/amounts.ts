/** Amounts as people say them: 170 million people, 13,400 schools, 82 billion USD. Never rounded. */
import { directionOf, formatDay, formatNumber, localeOf } from "../../platform/web/words.ts";
import { wordsIn } from "./words.ts";

const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** `170 million`, `6.74 million`, `13,400`; what two decimals cannot say exactly stays in digits. */
export function amountWords(value: number, lang: string): string {
  if (lang.split("-")[0] !== "en") return shortNumber(value, lang);
  for (const [scale, word] of SCALES)
    if (value >= scale && Number.isInteger(value / (scale / 100)))
      return `${formatNumber(value / scale, lang)} ${word}`;
  return formatNumber(value, lang);
}

const FROM = 1e6; // smaller numbers are read at a glance
const shorts = new Map<string, Intl.NumberFormat>(); // one for each language, a millisecond to make

/** As the language shortens: 5亿, 50 करोड़, 500 millions; in digits where that would round. */
function shortNumber(value: number, lang: string): string {
  const digits = formatNumber(value, lang);
  if (value < FROM) return digits;
  let short = shorts.get(lang);
  if (!short) {
    const options = {
      notation: "compact",
      compactDisplay: "long",
      maximumFractionDigits: 2,
    } as const;
    shorts.set(lang, (short = new Intl.NumberFormat(localeOf(lang), options)));
  }
  const parts = short.formatToParts(value);
  const of = (type: string) => parts.flatMap((p) => (p.type === type ? [p.value] : [])).join("");
  const shown = Number(`${of("integer")}.${of("fraction")}`);
  const scale = 10 ** Math.round(Math.log10(value / shown));
  return Number((shown * scale).toPrecision(15)) === value
    ? `${directionOf(lang) === "rtl" ? "\u200f" : ""}${short.format(value)}` // a number after a Latin name stays in the order of the line
    : digits;
}

interface Figured {
  readonly value: number;
  readonly atLeast?: boolean | undefined;
  readonly unit: string;
}

/** `over 50 million people`. Read from right to left, a unit that is not in the language keeps its number before it. */
export function figureWords(figure: Figured, lang: string): string {
  const unit = unitWords(figure.unit, lang);
  if (directionOf(lang) === "ltr" || unit !== figure.unit)
    return `${valueWords(figure, lang)} ${unit}`;
  const whole = `${FIRST_STRONG}${amountWords(figure.value, lang)} ${unit}${END}`;
  return figure.atLeast ? wordsIn(lang).over(whole) : whole;
}
const [FIRST_STRONG, END] = ["\u2068", "\u2069"]; // isolates of Unicode, for text that stands in attributes and drawings, too

/** What is counted: the common units in the language, every other one as it was written. */
export function unitWords(unit: string, lang: string): string {
  const units: Readonly<Record<string, string>> = wordsIn(lang).units;
  return units[unit] ?? unit;
}

/** As large type sets it: people go without saying, every other unit is said. */
export function leadWords(figure: Figured, lang: string): string {
  return figure.unit === "people" ? valueWords(figure, lang) : figureWords(figure, lang);
}

export function valueWords({ value, atLeast }: Omit<Figured, "unit">, lang: string): string {
  const amount = amountWords(value, lang);
  return atLeast ? wordsIn(lang).over(amount) : amount;
}

/** What a figure counts, with the date it speaks of unless the words already end with it. */
export function datedText(
  { text, asOf }: { readonly text: string; readonly asOf: string },
  lang: string,
): string {
  const day = formatDay(asOf, lang);
  return text.includes(day.replace("\u200f", "")) ? text : `${text}, ${day}`;
}
