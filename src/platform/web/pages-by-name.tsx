/** Pages of this site by the names under which people know them: chosen where a form asks for a page, instead of typed. */
import { folded } from "../addresses/addresses.ts";
import { catalogue } from "../words/catalogue.ts";
import { chromeIn, NAV } from "./chrome.ts";
import type { Frame } from "./frame.ts";

const en = {
  lang: "en",
  pages: {
    "/take-part/story": "Tell your own story",
    "/take-part/opportunity?kind=need": "Ask for something",
    "/take-part/opportunity": "Offer something",
    "/take-part/pledge": "Make a pledge",
    "/measure": "Measure a connection",
    "/atlas": "Map of the world",
    "/organisations": "Organisations",
    "/opportunities": "Where next",
    "/courses": "Courses",
    "/books": "Books",
    "/events": "Events",
    "/letter": "Open letter",
    "/newsletters": "Newsletter",
  },
};
export const pageNamesIn = catalogue("pages-by-name", en);

/** By its path, each with a name that no other has. */
export type PagesByName = ReadonlyMap<string, string>;

interface OtherPage {
  readonly path: string;
  readonly name: string;
}

/** @param lang of the desk @param others pages of things, such as programmes */
export function pagesByName(
  frame: Pick<Frame, "pages">,
  lang: string,
  others: readonly OtherPage[],
): PagesByName {
  const chrome = chromeIn(lang);
  const all: readonly OtherPage[] = [
    ...Object.entries(pageNamesIn(lang).pages).map(([path, name]) => ({ path, name })),
    ...NAV.map((path) => ({ path, name: chrome.nav[path] })),
    ...frame.pages.map((one) => ({
      path: one.path,
      name: "standing" in one ? chrome[one.standing] : one.title,
    })),
    ...others,
  ];
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { path, name } of all) {
    if (names.has(path)) continue;
    const own = taken.has(folded(name)) ? `${name} (${path})` : name;
    taken.add(folded(own));
    names.set(path, own);
  }
  return names;
}

/** What a browser offers in the field. */
export const PageNames = ({ id, pages }: { readonly id: string; readonly pages: PagesByName }) => (
  <datalist id={id}>
    {[...pages.values()].map((name) => (
      <option value={name} />
    ))}
  </datalist>
);

/** What stands in the field: the name of a page that has one, else the address. */
export const pageShown = (pages: PagesByName, path: string): string => pages.get(path) ?? path;

/** The page that was named, or what was typed as it is: an address. */
export function pageMeant(pages: PagesByName, typed: string): string {
  if (/^(?:\/|https?:)/.test(typed)) return typed;
  const found = [...pages].find(([, name]) => folded(name) === folded(typed));
  return found?.[0] ?? typed;
}
