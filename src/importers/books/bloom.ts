/**
 * A book of Bloom: one page of HTML in which each `bloom-page` is a page, with its words in every language, its pictures,
 * its films of signers and the sentences as they were read aloud; `meta.json` beside it says the licence.
 */
import { createHash } from "node:crypto";
import { bookLines } from "../../platform/texts/book-lines.ts";
import { ArrivalError } from "../site.ts";
import {
  fitting,
  MOST_LANGUAGES,
  MOST_PAGES,
  languageTag,
  licenceOf,
  oneLine,
  type ArrivingBook,
  type BookText,
  type Licence,
} from "./arriving.ts";
import { pageOf, type BloomPage } from "./bloom-page.ts";
import { find, hasClass, htmlTree, wordsOf, type Element } from "./html-tree.ts";

const MAX_HTML = 20_000_000; // characters; pictures lie beside it
const MAX_META = 1_000_000;
const MOST_FILMS = 20; // of one page, as many as it may have sentences: each is made anew

/** The book, with the paths of its files as it says them. @throws ArrivalError where a part is missing */
export function readBloom(html: string, metaJson: string, name: string): ArrivingBook {
  if (html.length > MAX_HTML || metaJson.length > MAX_META)
    throw new ArrivalError(
      "too-large",
      `Expected a page of at most ${MAX_HTML} characters, found more.`,
    );
  const { root, programs } = htmlTree(html);
  const meta = metaOf(metaJson);
  const said = dataOf(root);
  const licence = licenceIn(meta, said);
  const notes: string[] = [];
  if (programs > 0) notes.push(`${programs} programs in it were left out`);
  const { cover, pages } = pagesOf(root, notes);
  if (pages.length === 0) throw missing("at least one page with words or a picture");
  if (pages.length > MOST_PAGES) throw tooMany(MOST_PAGES, "pages", pages.length);
  const own = languageIn(root, said, pages);
  const title = titleIn(said, own) ?? titleOfMeta(meta);
  if (title === undefined) throw missing("a title");
  const spoken = new Set(pages.flatMap(({ words }) => [...words.keys()]));
  if (spoken.size > MOST_LANGUAGES) throw tooMany(MOST_LANGUAGES, "languages", spoken.size);
  const others = [...spoken].filter((language) => language !== own).toSorted();
  const first = textOf(pages, own, title);
  const file = fileOf(cover, said);
  return {
    name,
    keys: [
      typeof meta["bookInstanceId"] === "string" && meta["bookInstanceId"] !== ""
        ? `bloom ${oneLine(meta["bookInstanceId"]).slice(0, 80)}`
        : createHash("sha256").update(html).digest("hex").slice(0, 32),
    ],
    credits: creditsOf(meta, said, own, pages),
    licence,
    ...(file && { cover: file }),
    texts: [
      first,
      ...others.map((language) => textOf(pages, language, titleIn(said, language) ?? title)),
    ],
    pictures: pages.map(({ picture, alts }) => {
      const alt = alts.get(own);
      return picture === undefined
        ? undefined
        : { path: picture, ...(alt !== undefined && { alt }) };
    }),
    films: pages.flatMap(({ films }, i) =>
      films.slice(0, MOST_FILMS).map((film) => ({ ...film, page: i + 1 })),
    ),
    ...signLanguage(meta),
    notes: [
      ...notes,
      ...pages.flatMap(({ films }, i) =>
        films.length > MOST_FILMS
          ? [`page ${i + 1}: ${films.length - MOST_FILMS} more films were left out`]
          : [],
      ),
      ...pages.flatMap((page, i) => page.notes.map((note) => `page ${i + 1}: ${note}`)),
      ...silent(pages, [own, ...others]),
    ],
  };
}

const tooMany = (most: number, what: string, found: number) =>
  new ArrivalError("too-large", `Expected at most ${most} ${what}, found ${found}.`);
const missing = (what: string) => new ArrivalError("unreadable", `Expected ${what}, found none.`);

type Meta = Readonly<Record<string, unknown>>;
function metaOf(json: string): Meta {
  try {
    const meta: unknown = JSON.parse(json.replace(/^\uFEFF/, "") || "{}");
    return typeof meta === "object" && meta !== null ? (meta as Meta) : {};
  } catch {
    return {}; // the page says the same
  }
}
const inMeta = (meta: Meta, key: string): string => {
  const value = meta[key];
  return typeof value === "string" ? oneLine(value).slice(0, 500).trim() : "";
};

/** What the book says of itself, by name and language; `*` is said in no language. */
type Said = ReadonlyMap<string, ReadonlyMap<string, string>>;
function dataOf(root: Element): Said {
  const said = new Map<string, Map<string, string>>();
  const [data] = find(root, ({ attributes }) => attributes["id"] === "bloomDataDiv");
  for (const one of data
    ? find(data, ({ attributes }) => attributes["data-book"] !== undefined)
    : []) {
    const key = one.attributes["data-book"]!;
    const words = oneLine(wordsOf(one)).slice(0, 2000).trim();
    if (words === "" && one.attributes["src"] === undefined) continue;
    const by = said.get(key) ?? new Map<string, string>();
    by.set(one.attributes["lang"] || "*", words || one.attributes["src"]!);
    said.set(key, by);
  }
  return said;
}
const saidIn = (said: Said, key: string, language: string): string | undefined => {
  const by = said.get(key);
  return by?.get(language) ?? by?.get("*") ?? by?.values().next().value;
};
const titleIn = (said: Said, language: string): string | undefined =>
  said.get("bookTitle")?.get(language)?.slice(0, 500).trim() || undefined;
const titleOfMeta = (meta: Meta): string | undefined => inMeta(meta, "title") || undefined;

function licenceIn(meta: Meta, said: Said): Licence {
  const url = saidIn(said, "licenseUrl", "*");
  const own = inMeta(meta, "license");
  const notes = saidIn(said, "licenseNotes", "*") ?? inMeta(meta, "licenseNotes");
  const licence =
    (url === undefined ? undefined : licenceOf(url)) ??
    licenceOf(own) ??
    (own === "custom" ? licenceOf(notes) : undefined);
  if (licence) return licence;
  throw new ArrivalError(
    "unreadable",
    "Expected a licence that lets us show it (licenseUrl, or license of meta.json), found none. Ask its makers",
  );
}

function pagesOf(root: Element, notes: string[]) {
  const pages: BloomPage[] = [];
  let cover: BloomPage | undefined;
  for (const element of find(root, (one) => hasClass(one, "bloom-page"))) {
    const part = element.attributes["data-xmatter-page"];
    if (part === "frontCover" || hasClass(element, "outsideFrontCover")) cover ??= pageOf(element);
    else if (
      part !== undefined ||
      hasClass(element, "bloom-frontMatter") ||
      hasClass(element, "bloom-backMatter")
    )
      continue;
    else if (element.attributes["data-activity"] || hasClass(element, "bloom-interactive-page"))
      notes.push(`a game or a quiz after page ${pages.length} was left out`);
    else {
      const page = pageOf(element);
      if (page.words.size === 0 && page.picture === undefined)
        notes.push(`an empty page after page ${pages.length} was left out`);
      else pages.push(page);
    }
  }
  return { cover, pages };
}

/** The language that the book calls its first, where it has words; else that of most pages. */
function languageIn(root: Element, said: Said, pages: readonly BloomPage[]): string {
  const [body] = find(root, ({ name }) => name === "body");
  const named = [body?.attributes["data-l1"], saidIn(said, "contentLanguage1", "*")];
  const spoken = Map.groupBy(
    pages.flatMap(({ words }) => [...words.keys()]),
    (language) => language,
  );
  const most = [...spoken].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
  const wanted = named.flatMap((one) => languageTag(one ?? "") ?? []);
  return wanted.find((one) => spoken.has(one)) ?? most ?? wanted[0] ?? "und";
}

function textOf(pages: readonly BloomPage[], language: string, title: string): BookText {
  return {
    language,
    title,
    pages: pages.map(({ words, alts }, i) => {
      const said = (words.get(language) ?? []).flatMap((one) =>
        typeof one === "string" ? bookLines(one, language) : one,
      );
      const lines = fitting(said);
      if (!lines)
        throw new ArrivalError(
          "too-large",
          `Expected at most 20 sentences on page ${i + 1}, found ${said.length}.`,
        );
      const alt = alts.get(language);
      return { lines, ...(alt !== undefined && { alt }) };
    }),
  };
}

function creditsOf(meta: Meta, said: Said, language: string, pages: readonly BloomPage[]) {
  const first = (...names: readonly (string | undefined)[]) =>
    names.find((one) => one !== undefined && one !== "");
  const rights = first(saidIn(said, "copyright", "*"), inMeta(meta, "copyright"));
  const wrote = first(
    inMeta(meta, "author"),
    saidIn(said, "author", language),
    saidIn(said, "smallCoverCredits", language),
    saidIn(said, "originalContributions", language),
  );
  const text = [wrote, rights]
    .filter((one) => one !== undefined)
    .join("; ")
    .slice(0, 500)
    .trim();
  if (text === "") throw missing("who wrote it: its copyright or its credits");
  const makers = [...new Set(pages.flatMap(({ makers: names }) => names))].join(", ");
  const pictures = first(makers, saidIn(said, "illustrator", language), text)!
    .slice(0, 500)
    .trim();
  const translation = saidIn(said, "versionAcknowledgments", language)?.slice(0, 500).trim();
  return { text, pictures, ...(translation && { translation }) };
}

function fileOf(cover: BloomPage | undefined, said: Said) {
  const named = saidIn(said, "coverImage", "*");
  const path = cover?.picture ?? (named && !/placeholder/i.test(named) ? named : undefined);
  const alt = cover?.alts.values().next().value;
  return path === undefined ? undefined : { path, ...(alt !== undefined && { alt }) };
}

/** `signLanguage:ase` among its features. */
function signLanguage(meta: Meta): { signLanguage?: string } {
  const features = Array.isArray(meta["features"]) ? meta["features"] : [];
  for (const one of features) {
    const [, tag] = /^signLanguage:(.+)$/.exec(String(one)) ?? [];
    const language = tag === undefined ? undefined : languageTag(tag);
    if (language !== undefined) return { signLanguage: language };
  }
  return {};
}

/** Pages on which a language of the book has no words, though another has. */
function silent(pages: readonly BloomPage[], languages: readonly string[]): string[] {
  return languages.flatMap((language) => {
    const without = pages.flatMap(({ words }, i) =>
      words.size > 0 && !words.has(language) ? [i + 1] : [],
    );
    return without.length === 0
      ? []
      : [`${language}: page ${without.join(", ")} has no words in it`];
  });
}
