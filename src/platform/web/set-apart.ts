/**
 * White space between neighbours that only style sets apart: without style, in a copy or in a text browser, the last word
 * of one and the first word of the next would be one word.
 */

/** Elements at which a browser without style begins no line. Those of a sentence (`em`, `strong`, `sup`) are not among them. */
const NAMES =
  "a|abbr|article|aside|b|bdi|button|details|figcaption|figure|footer|form|header|i|img|input|label|legend|nav|output|section|select|small|span|summary|svg|time";
// bounded: one tag, whose attributes hold neither < nor >
const MEET = new RegExp(`(?:</(?:${NAMES})>|<(?:img|input)\\b[^<>]*>)(?=<(?:${NAMES})\\b)`, "g");

/** Small print and hints after words stand below or beside them, never in one word with them. */
const SMALL_PRINT = /<(?:small\b|span class="(?:hint|small)\b)/g;
const NOT_AFTER = /[\s>(]/;

/** Words of a drawing, which such browsers read one after the other. */
const IN_DRAWING = /<\/(?:text|title)>(?=<)|>(?=<text\b)/g;

/** @param html as the server writes it: no blanks in tags but before attributes, `<` and `>` escaped in those */
// A blank and no new line: lynx drops one at the end of an element that it does not know. Each begins with a letter to look
// for: to look behind at every letter of a page took a twentieth of the time that the page took.
export const setApart = (html: string): string =>
  html
    .replace(MEET, "$& ")
    .replace(SMALL_PRINT, (tag, at: number, whole: string) =>
      at === 0 || NOT_AFTER.test(whole[at - 1]!) ? tag : ` ${tag}`,
    )
    .replace(IN_DRAWING, "$& ");
