/** A number as somebody types it, in the form of their language. */
import { localeOf } from "./words.ts";

const BLANKS = /(?<=\d)[ \u00a0\u202f](?=\d{3})/g; // between groups of three
const ZEROS = [0x660, 0x6f0, 0x966]; // where Arabic, Persian and Hindi digits begin

// One group could be a decimal of another language; two or more could not.
const COMMAS = /^[+-]?\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;
const MANY_COMMAS = /^[+-]?\d{1,3}(?:,\d{2,3})+,\d{3}(?:\.\d+)?$/;
const POINTS = /^[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const MANY_POINTS = /^[+-]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/;

/** `1,250,000`, `12.5`; in Spanish `12.500` and `12,5`. Anything else stays as it was typed, which is no number. */
export function numberIn(typed: string, lang: string): number | string {
  const western = westernDigits(typed);
  const digits = western.replaceAll("\u066c", ",").replace("\u066b", ".").replaceAll(BLANKS, "");
  const plain = withoutGroups(digits, lang);
  return /^[+-]?\d+(?:\.\d+)?(?:e\d+)?$/i.test(plain) ? Number(plain) : typed;
}

/** The digits of Arabic, Persian and Hindi as those that programs read. */
export const westernDigits = (typed: string): string => typed.replaceAll(/\p{Nd}/gu, westernDigit);

function westernDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? digit : String(code - zero);
}

function withoutGroups(text: string, lang: string): string {
  const parts = new Intl.NumberFormat(localeOf(lang)).formatToParts(1_234_567.5);
  const sign = (type: "group" | "decimal") => parts.find((part) => part.type === type)!.value;
  const group = sign("group");
  if ((group === "," ? COMMAS : MANY_COMMAS).test(text)) return text.replaceAll(",", "");
  if ((group === "." ? POINTS : MANY_POINTS).test(text))
    return text.replaceAll(".", "").replace(",", ".");
  return text.replace(sign("decimal"), ".");
}
