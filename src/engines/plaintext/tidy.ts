/**
 * A text as it can be shown to others: what nobody sees and what overflows its line is gone, every word stays.
 * Rules PX1 to PX5 of README.md.
 */
import { settleBidi } from "./bidi.ts";

/** Marks of no script of their own on one letter: as many as UTS #39 §5.4 lets pass. */
const MAX_MARKS = 4;
/** Marks and joiners on one letter in all; Burmese and Tibetan need up to nine. */
const MAX_RUN = 12;

const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const LINE = /[^\n]+/g;
const BLANK_END = /[^\S\n](?:\n|$)/;
/** At least two lines of blanks alone. */
const EMPTY_LINES = /\n(?:[^\S\n]*\n){2,}/g;
/** Never part of a word: controls, half characters, what is no character, notes between the lines. */
const NEVER = /(?!\n)[\p{Cc}\p{Cs}\p{NChar}\ufff9-\ufffc]/gu;

/** Scripts whose letters join: there a joiner, or its opposite, makes another word. */
const JOINING = ["Arab", "Syrc", "Mand", "Nkoo", "Adlm", "Rohg", "Mong", "Deva", "Beng", "Guru"]
  .concat(["Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh", "Khmr", "Mymr"])
  .map((script) => `\\p{scx=${script}}`)
  .join("");
/** Scripts without spaces, where an unseen one says where a line may end. */
const SPACELESS = "\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";

/** Where something unseen belongs to what is seen. */
const BELONGS = [
  "(?<=\\p{ExtPict}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=\\p{ExtPict})", // a family, a trade
  `(?<=(?!\\p{DI})(?=[\\p{L}\\p{M}])[${JOINING}])[\\u200c\\u200d]`,
  `(?<=[${SPACELESS}])\\u200b(?=[${SPACELESS}])`,
  "(?<=(?![0-9#*])\\p{Emoji})[\\ufe0e\\ufe0f]",
  "(?<=[0-9#*])\\ufe0f(?=\\u20e3)", // a key of a telephone
  "(?<=(?=[\\p{L}\\p{Sm}])[\\p{sc=Han}\\p{sc=Mymr}\\p{sc=Phag}\\p{Sm}])[\\ufe00-\\ufe0d]",
  "(?<=\\p{sc=Han})[\\u{e0100}-\\u{e01ef}]",
  "(?<=(?=\\p{L})\\p{sc=Mong})[\\u180b-\\u180f]",
  "(?<=\\u{1f3f4})[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}", // a country’s part
].join("|");
/** Directions are judged apart. */
// bounded: looks at one character and at most two beside it, but for the nine of a flag
const UNSEEN = new RegExp(
  `(?=\\p{DI})(?:(${BELONGS})|[^\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069])`,
  "gu",
);

/** Longer than MAX_MARKS: a shorter one stays as it is. */
const RUN = /[\p{M}\u200c\u200d]{5,}/gu;
const OF_NO_SCRIPT = /\p{sc=Zinh}/u;

/** What goes can bring together what did not touch before; no text of any test took a fourth look. */
const MAX_LOOKS = 6;

/** The same text in normal form C, never longer than that, and tidied twice as tidied once. */
export function tidy(text: string): string {
  let [before, after] = ["", text.replace(LINE_END, "\n").replaceAll("\t", " ").replace(NEVER, "")];
  for (let i = 0; i < MAX_LOOKS && before !== after; i++) [before, after] = [after, once(after)];
  return withoutBlankEnds(after.replace(EMPTY_LINES, "\n\n")).replace(/^\n{1,2}|\n{1,2}$/g, "");
}

/** What is no character, and never to be sent; a program may use it inside, so that nobody else’s may come in. */
export const withoutNoncharacters = (text: string): string => text.replace(NONCHARACTERS, "");
const NONCHARACTERS = /\p{NChar}/gu;

/** Each line without blanks at its end; looked at from there, for a search would begin again at each blank. */
const withoutBlankEnds = (text: string): string =>
  BLANK_END.test(text) ? text.replace(LINE, (line) => line.trimEnd()) : text;

/** Marks are counted before they are sorted too: sorting many takes the square of their number. */
function once(text: string): string {
  const seen = settleBidi(text.replace(UNSEEN, "$1"));
  return boundMarks(boundMarks(seen).normalize("NFC"));
}

const boundMarks = (text: string): string => text.replace(RUN, firstMarks);

function firstMarks(run: string): string {
  let [kept, all, ofNoScript] = ["", 0, 0];
  for (const mark of run) {
    if (all === MAX_RUN) break;
    if (OF_NO_SCRIPT.test(mark) && ++ofNoScript > MAX_MARKS) break;
    kept += mark;
    all += 1;
  }
  return kept;
}
