/** One form for what readers take for one word: without case, without accents, as wide as usual. Rule TK2. */

/**
 * Marks that readers leave out when they type: accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs and
 * hamza of Arabic, the dot below of Devanagari and its sisters. Vowel signs of Indic and South-East Asian scripts stay,
 * because words differ in nothing else.
 */
const LEFT_OUT =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u093c\u09bc\u0a3c\u0abc\u0b3c\u200b-\u200f\u00ad\u0640]/g;

/** Letters that no decomposition takes apart. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ı: "i",
  ς: "σ",
  ى: "ي",
  ة: "ه",
  ک: "ك",
  ی: "ي",
  "\u0901": "\u0902", // गाँव is often typed गांव
};
// bounded: one letter of a set
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");

const PLAIN = /^[a-z0-9]*$/;

export function fold(text: string): string {
  const small = text.toLowerCase();
  if (PLAIN.test(small)) return small;
  return small
    .normalize("NFKD")
    .toLowerCase()
    .replace(LEFT_OUT, "")
    .normalize("NFC")
    .replace(ALIKE_LETTERS, (letter) => ALIKE[letter]!);
}
