/** HTML as a small tree: elements with their attributes, and text; script and style are left where they are. */
import { Parser } from "htmlparser2";
import { ArrivalError } from "../site.ts";

const MAX_PARTS = 200_000; // elements; a book of forty pages has four thousand
const MAX_DEPTH = 100; // a page has some twenty
const UNSEEN = new Set(["script", "style", "noscript", "template", "iframe", "object", "svg"]);

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** @returns the root, and how many programs were left out @throws ArrivalError beyond what any book has */
export function htmlTree(html: string): { readonly root: Element; readonly programs: number } {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  let parts = 0;
  let programs = 0;
  let unseen = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        parts += 1;
        if (parts > MAX_PARTS || open.length > MAX_DEPTH)
          throw new ArrivalError(
            "too-large",
            `Expected a page of at most ${MAX_PARTS} parts, ${MAX_DEPTH} deep, found more.`,
          );
        if (name === "script") programs += 1;
        if (UNSEEN.has(name)) unseen += 1;
        const element: Element = { name, attributes, children: [] };
        if (unseen === 0) open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(text) {
        if (unseen === 0) open.at(-1)!.children.push(text);
      },
      onclosetag(name) {
        open.pop();
        if (UNSEEN.has(name)) unseen -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return { root, programs };
}

export const hasClass = ({ attributes }: Element, name: string): boolean =>
  (attributes["class"] ?? "").split(/\s+/).includes(name);

/** Elements that fit, in order; within one that fits none is looked for. */
export function find(within: Element, fits: (one: Element) => boolean): Element[] {
  return within.children.flatMap((child) =>
    typeof child === "string" ? [] : fits(child) ? [child] : find(child, fits),
  );
}

const APART = new Set(["p", "div", "br", "li", "h1", "h2", "h3", "tr"]);
/** Its words; a paragraph of its own stands apart by an empty line. */
export function wordsOf(element: Element | string): string {
  if (typeof element === "string") return element.replaceAll(/\s+/g, " ");
  const words = element.children.map(wordsOf).join("");
  if (element.name === "br") return "\n";
  return APART.has(element.name) ? `${words}\n\n` : words;
}
