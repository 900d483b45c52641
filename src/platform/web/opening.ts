/** The sentence with which a page opens elsewhere: one with a figure, which is a reason to open it. Rule WB14. */

const MOST = 150; // characters; a card has room for no more
const DIGIT = /\p{Nd}/u;
/** Numbers that English writes out. */
const ENGLISH =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?)\b/i;

/** @returns the first sentence with a figure, or the first one; undefined where none is short enough */
export function openingOf(text: string, lang: string): string | undefined {
  const cut = new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text);
  const fit = [...cut].map(({ segment }) => segment.trim()).filter(({ length }) => length <= MOST);
  const hasFigure = (sentence: string) =>
    DIGIT.test(sentence) || (/^en\b/.test(lang) && ENGLISH.test(sentence));
  return fit.find(hasFigure) ?? fit.find((sentence) => sentence !== "");
}
