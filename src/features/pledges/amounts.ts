/** Amounts as people say them: 170 million people, 13,400 schools, 82 billion USD. Never rounded. */
import { formatDay, formatNumber } from "../../platform/web/words.ts";

const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** `170 million`, `6.74 million`, `13,400`; what two decimals cannot say exactly stays in digits. */
export function amountWords(value: number, lang: string): string {
  for (const [scale, word] of SCALES)
    if (value >= scale && Number.isInteger(value / (scale / 100)))
      return `${formatNumber(value / scale, lang)} ${word}`;
  return formatNumber(value, lang);
}

export interface Figured {
  readonly value: number;
  readonly atLeast?: boolean | undefined;
  readonly unit: string;
}

/** `over 50 million people`. */
export function figureWords(figure: Figured, lang: string): string {
  return `${valueWords(figure, lang)} ${figure.unit}`;
}

/** As large type sets it: people go without saying, every other unit is said. */
export function leadWords(figure: Figured, lang: string): string {
  return figure.unit === "people" ? valueWords(figure, lang) : figureWords(figure, lang);
}

export function valueWords({ value, atLeast }: Omit<Figured, "unit">, lang: string): string {
  return `${atLeast ? "over " : ""}${amountWords(value, lang)}`;
}

/** What a figure counts, with the date it speaks of unless the words already end with it. */
export function datedText(
  { text, asOf }: { readonly text: string; readonly asOf: string },
  lang: string,
): string {
  const day = formatDay(asOf, lang);
  return text.includes(day) ? text : `${text}, ${day}`;
}
