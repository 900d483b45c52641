/**
 * English among words of another language. A message without a translation carries two marks that no text has; where it
 * leaves the house they become its language, or nothing where there is no place for one.
 */

// Unicode keeps these for the use inside of a program; they are never to be sent.
const FROM = "\uFDD0";
const TO = "\uFDD1";
const MARKS = /[\uFDD0\uFDD1]/g;

export const inEnglish = (text: string): string => FROM + text + TO;

/** For what is no page: a mail, a feed, an answer to a program. */
export const unmarked = (text: string): string =>
  text.includes(FROM) || text.includes(TO) ? text.replaceAll(MARKS, "") : text;

/** The same for what is signed and kept. @param value as JSON can hold it */
export function unmarkedIn<T>(value: T): T {
  const text = JSON.stringify(value);
  const plain = unmarked(text);
  return plain === text ? value : (JSON.parse(plain) as T);
}

/** What holds text alone, whole; a tag; or what is between tags. */
// bounded: a page, of which each letter is looked at once
const PIECES = /<(title|textarea|option|desc|script|style)\b[^>]*>[^<]*<\/\1>|<[^>]*>|[^<]+/g;
const EMPTY = /^<(?:!|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)|\/>$/;

/**
 * A page, in which each such message stands in a span with its own language and direction. Where no span can stand, the
 * element says it (`title`, `option`, an image with its `alt`), or nothing does (the name of something that holds more).
 * @param html as the server writes it: every element closed, `<` and `>` escaped in texts and attributes
 */
export function withEnglish(html: string): string {
  if (!html.includes(FROM) && !html.includes(TO)) return html;
  let depth = 0; // of elements that are open
  let span: { readonly name: string; readonly at: number; within: number } | undefined;
  let drawing = 0; // the depth of a drawing, which knows no `span`
  const close = (): string => {
    const end = span ? `</${span.name}>` : "";
    span = undefined;
    return end;
  };
  const mark = (one: string): string => {
    if (one === FROM && span) span.within++;
    else if (one === FROM) {
      span = { name: drawing > 0 ? "tspan" : "span", at: depth, within: 0 };
      return drawing > 0 ? '<tspan lang="en" direction="ltr">' : '<span lang="en" dir="ltr">';
    } else if (span && span.within > 0) span.within--;
    else if (span?.at === depth) return close();
    return "";
  };
  const marked = html.replace(PIECES, (piece, whole: string | undefined) => {
    if (whole) return inElement(piece);
    if (!piece.startsWith("<")) return piece.replaceAll(MARKS, mark);
    if (piece.startsWith("</")) {
      const before = span && span.at >= depth ? close() : "";
      if (drawing === depth) drawing = 0;
      depth--;
      return before + piece;
    }
    if (!EMPTY.test(piece)) depth++;
    if (piece.startsWith("<svg")) drawing ||= depth;
    return inElement(piece);
  });
  return `${marked}${close()}`;
}

/** The language of an element that can hold no span: said where nothing else is in it. */
function inElement(piece: string): string {
  const plain = unmarked(piece);
  if (plain === piece) return piece;
  const [takes] = /^<(?:title|option|textarea|img|input|area)\b(?![^>]*\slang=)/.exec(piece) ?? [];
  return takes === undefined ? plain : `${takes} lang="en"${plain.slice(takes.length)}`;
}
