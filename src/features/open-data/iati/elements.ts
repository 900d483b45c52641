/** XML elements as IATI 2.03 writes them. A child that is `undefined` is left out; text is escaped. */
import { xml } from "../../../platform/web/feed.ts";

/** Written XML, so that nothing unescaped slips in. */
export interface Element {
  readonly xml: string;
}
type Attributes = Readonly<Record<string, string | number | undefined>>;
type Child = Element | undefined | readonly (Element | undefined)[];

export function element(name: string, attributes: Attributes, ...children: Child[]): Element {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xml(String(value)).replace(/\s+/g, " ")}"`);
  const inside = children.flat().map((child) => child?.xml ?? "");
  const text = inside.join("");
  return {
    xml: text === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${text}</${name}>`,
  };
}

export const text = (words: string): Element => ({ xml: xml(words) });

/** An element that holds words for people. */
export const narrated = (name: string, words: string, attributes: Attributes = {}): Element =>
  element(name, attributes, element("narrative", {}, text(words)));

/** A source as a document that can be opened. `code` is of the list of document categories. */
export function documentLink(
  source: { readonly title: string; readonly url: string; readonly date?: string | undefined },
  code: "A02" | "A08" | "A12",
): Element {
  const { title, url, date } = source;
  return element(
    "document-link",
    { url: new URL(url).href, format: /\.pdf$/i.test(new URL(url).pathname) ? PDF : "text/html" },
    narrated("title", title),
    element("category", { code }),
    date?.length === 10 ? element("document-date", { "iso-date": date }) : undefined,
  );
}

const PDF = "application/pdf";
