/** A post as the older editor of Ghost keeps it (`mobiledoc` 0.3): sections of marked words, and cards, as HTML. */
import { quoted, type Notes } from "../shortcodes.ts";
import { cardHtml, escaped, textIn } from "./cards.ts";
import { parsed } from "./lexical.ts";

type List = readonly unknown[];
interface Document {
  readonly markups: List;
  readonly atoms: List;
  readonly cards: List;
  readonly sections: List;
}
/** Kinds of section, by their numbers. */
const [WORDS, PICTURE, LIST, CARD] = [1, 2, 3, 10];
const AN_ATOM = 1;
/** What a section may be called; anything else is a paragraph. */
const SECTION = /^(?:h[1-6]|blockquote|aside|pull-quote)$/;
const MARKUP = /^(?:a|b|strong|i|em|u|s|sub|sup|code|mark)$/;

const listIn = (value: unknown): List => (Array.isArray(value) ? value : []);

/** @throws RangeError where it is no such document */
export function fromMobiledoc(json: string, notes: Notes): string {
  const read = parsed(json) as Partial<Document> | null;
  if (!Array.isArray(read?.sections))
    throw new RangeError("expected a document of Ghost’s editor (mobiledoc), found other JSON");
  const of: Document = {
    markups: listIn(read.markups),
    atoms: listIn(read.atoms),
    cards: listIn(read.cards),
    sections: read.sections,
  };
  return of.sections.map((section) => sectionOf(listIn(section), of, notes)).join("");
}

function sectionOf([kind, first, second]: List, of: Document, notes: Notes): string {
  if (kind === PICTURE) return `<figure><img src="${quoted(textIn(first))}"></figure>`;
  if (kind === CARD) {
    const [name, payload] = listIn(of.cards[Number(first)]);
    const held = typeof payload === "object" && payload !== null ? payload : {};
    return name === undefined ? "" : cardHtml({ ...held, type: textIn(name) }, notes);
  }
  if (kind === LIST) {
    const items = listIn(second).map((item) => `<li>${marked(listIn(item), of)}</li>`);
    const tag = first === "ol" ? "ol" : "ul";
    return `<${tag}>${items.join("")}</${tag}>`;
  }
  if (kind !== WORDS) return "";
  const named = textIn(first).toLowerCase();
  const tag = !SECTION.test(named) ? "p" : named.startsWith("h") ? named : "blockquote";
  return `<${tag}>${marked(listIn(second), of)}</${tag}>`;
}

/** Each piece opens marks and closes the last so many; a mark that is not known opens nothing. */
function marked(pieces: List, { markups, atoms }: Document): string {
  const open: string[] = [];
  const html = pieces.map((piece) => {
    const [kind, opens, closes, value] = listIn(piece);
    let said = "";
    for (const at of listIn(opens)) {
      const [tag = "", attributes] = listIn(markups[Number(at)]);
      const name = MARKUP.test(textIn(tag)) ? textIn(tag) : "span";
      open.push(name);
      said += name === "a" ? `<a href="${quoted(hrefIn(listIn(attributes)))}">` : `<${name}>`;
    }
    said += kind === AN_ATOM ? atomOf(listIn(atoms[Number(value)])) : escaped(textIn(value));
    for (let n = Number(closes) || 0; n > 0 && open.length > 0; n--) said += `</${open.pop()}>`;
    return said;
  });
  return (
    html.join("") +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join("")
  );
}

const hrefIn = (attributes: List): string => textIn(attributes[attributes.indexOf("href") + 1]);

/** A line's end without words, or a thing with its own. */
const atomOf = ([name, words]: List): string =>
  name === "soft-return" ? "<br>" : escaped(textIn(words));
