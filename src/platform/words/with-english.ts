/** Marked words on a page: each stands in an element with its own language and direction. */
import { directionOf } from "../web/words.ts";
import { FROM, MARKED, MARKS, TO, unmarked } from "./fallback.ts";

/** What holds text alone, whole; a tag; or what is between tags. */
// bounded: a page, of which each letter is looked at once
const PIECES = /<(title|textarea|option|desc|script|style)\b[^>]*>[^<]*<\/\1>|<[^>]*>|[^<]+/g;
const EMPTY = /^<(?:!|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)|\/>$/;

const DEEPEST = 4; // elements within one another: a name in a sentence in a sentence; whoever sends marks sends more

/**
 * A page, in which each such message stands in a span with its own language and direction. Where no span can stand, the
 * element says it (`title`, `option`, an image with its `alt`), or nothing does (the name of something that holds more).
 * @param html as the server writes it: every element closed, `<` and `>` escaped in texts and attributes
 */
export function withEnglish(html: string): string {
  if (!MARKED.test(html)) return html;
  let depth = 0; // of elements that are open
  // Each within the one before; without a name where its language is that one's, so that no element is needed.
  const open: { readonly name: string; readonly at: number; readonly lang: string }[] = [];
  const endOf = ({ name }: { readonly name: string }) => (name === "" ? "" : `</${name}>`);
  let drawing = 0; // the depth of a drawing, which knows no `span`
  const close = (from: number): string => {
    let ends = "";
    for (let last = open.at(-1); last && last.at >= from; last = open.at(-1)) {
      ends += endOf(last);
      open.pop();
    }
    return ends;
  };
  const mark = (one: string, of: string | undefined): string => {
    if (one === FROM || of !== undefined) {
      const lang = of?.replace("!", "") ?? "en";
      const isSame = open.length >= DEEPEST || (open.at(-1)?.lang === lang && !of?.endsWith("!"));
      const name = isSame ? "" : drawing > 0 ? "tspan" : "span";
      open.push({ name, at: depth, lang });
      if (isSame) return "";
      const dir = drawing > 0 ? "direction" : "dir";
      return `<${name} lang="${lang}" ${dir}="${directionOf(lang)}"${of?.endsWith("!") && drawing === 0 ? ' translate="no"' : ""}>`;
    }
    const last = open.at(-1);
    if (one !== TO || last?.at !== depth) return "";
    open.pop();
    return endOf(last);
  };
  const marked = html.replace(PIECES, (piece, whole: string | undefined) => {
    if (whole) return inElement(piece);
    if (!piece.startsWith("<")) return piece.replaceAll(MARKS, mark);
    if (piece.startsWith("</")) {
      const before = close(depth);
      if (drawing === depth) drawing = 0;
      depth--;
      return before + piece;
    }
    if (!EMPTY.test(piece)) depth++;
    if (piece.startsWith("<svg")) drawing ||= depth;
    return inElement(piece);
  });
  return `${marked}${close(0)}`;
}

/** Words of one language and nothing beside them, as all of a text or of an attribute. */
// bounded: what stands between two marks
const ALONE =
  /[">](?:\uFDD0|\uFDD2([A-Za-z][A-Za-z0-9-]{0,34})!?\uFDD3)[^"<\uFDD0-\uFDD3]*\uFDD1["<]/;

/** The language of an element that can hold no span: said where nothing else is in it. */
function inElement(piece: string): string {
  const plain = unmarked(piece);
  if (plain === piece) return plain;
  const alone = ALONE.exec(piece);
  if (!alone) return plain;
  const [takes] = /^<(?:title|option|textarea|img|input|area)\b(?![^>]*\slang=)/.exec(piece) ?? [];
  const [, lang = "en"] = alone;
  return takes === undefined ? plain : `${takes} lang="${lang}"${plain.slice(takes.length)}`;
}
