/** Marked words on a page: each stands in an element with its own language and direction. */
import { directionOf } from "../web/words.ts";
import { FROM, MARKED, MARKS, TO, unmarked } from "./fallback.ts";

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
  if (!MARKED.test(html)) return html;
  let depth = 0; // of elements that are open
  let span: { readonly name: string; readonly at: number; within: number } | undefined;
  let drawing = 0; // the depth of a drawing, which knows no `span`
  const close = (): string => {
    const end = span ? `</${span.name}>` : "";
    span = undefined;
    return end;
  };
  const mark = (one: string, of: string | undefined): string => {
    const begins = one === FROM || of !== undefined;
    if (begins && span) span.within++;
    else if (begins) {
      const name = drawing > 0 ? "tspan" : "span";
      span = { name, at: depth, within: 0 };
      const lang = of?.replace("!", "") ?? "en";
      const dir = drawing > 0 ? "direction" : "dir";
      return `<${name} lang="${lang}" ${dir}="${directionOf(lang)}"${of?.endsWith("!") && drawing === 0 ? ' translate="no"' : ""}>`;
    } else if (one !== TO) return "";
    else if (span && span.within > 0) span.within--;
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

/** Words of one language and nothing beside them, as all of a text or of an attribute. */
// bounded: what stands between two marks
const ALONE =
  /[">](?:\uFDD0|\uFDD2([A-Za-z][A-Za-z0-9-]{0,34})!?\uFDD3)[^"<\uFDD0-\uFDD3]*\uFDD1["<]/;

/** The language of an element that can hold no span: said where nothing else is in it. */
function inElement(piece: string): string {
  const plain = unmarked(piece);
  const alone = ALONE.exec(piece);
  if (plain === piece || !alone) return plain;
  const [takes] = /^<(?:title|option|textarea|img|input|area)\b(?![^>]*\slang=)/.exec(piece) ?? [];
  const [, lang = "en"] = alone;
  return takes === undefined ? plain : `${takes} lang="${lang}"${plain.slice(takes.length)}`;
}
