/** One page of a book of Bloom: its words by language, its picture, its films, and what of it cannot be taken. */
import { languageTag, oneLine } from "./arriving.ts";
import { find, hasClass, wordsOf, type Element } from "./html-tree.ts";

export interface BloomPage {
  /** By language: each a text, or sentences where they were marked. */
  readonly words: ReadonlyMap<string, readonly (string | readonly string[])[]>;
  /** Of its picture, by language. */
  readonly alts: ReadonlyMap<string, string>;
  /** Its path as the book says it. */
  readonly picture?: string;
  /** Who drew or photographed. */
  readonly makers: readonly string[];
  readonly films: readonly {
    readonly path: string;
    readonly from?: number;
    readonly to?: number;
  }[];
  readonly notes: readonly string[];
}

export function pageOf(page: Element): BloomPage {
  const words = new Map<string, (string | readonly string[])[]>();
  const alts = new Map<string, string>();
  let heard = false;
  for (const group of find(page, (one) => hasClass(one, "bloom-translationGroup"))) {
    const isDescription = hasClass(group, "bloom-imageDescription");
    for (const text of find(group, (one) => hasClass(one, "bloom-editable"))) {
      const language = languageTag(text.attributes["lang"] ?? "");
      const said = wordsOf(text).trim();
      if (language === undefined || language === "z" || said === "") continue;
      heard ||= marked(text).length > 0;
      if (isDescription)
        alts.set(language, alts.get(language) ?? oneLine(said).slice(0, 2000).trim());
      else words.set(language, [...(words.get(language) ?? []), sentencesIn(text) ?? said]);
    }
  }
  const pictures = picturesIn(page);
  const [picture, ...more] = pictures;
  const notes = [
    ...(heard ? ["its recorded voice was left out: a book here is signed"] : []),
    ...(more.length > 0 ? [`${more.length} more pictures were left out: a page has one`] : []),
    ...pictures.flatMap(({ terms }) =>
      terms === ""
        ? []
        : [`its picture names terms of its own (${terms}): see whether it may be shown`],
    ),
  ];
  return {
    words,
    alts,
    ...(picture && { picture: picture.path }),
    makers: [...new Set(pictures.flatMap(({ maker }) => (maker === "" ? [] : [maker])))],
    films: filmsIn(page),
    notes: [...new Set(notes)],
  };
}

const marked = (text: Element): Element[] =>
  find(
    text,
    (one) =>
      one.name === "span" &&
      (hasClass(one, "audio-sentence") || hasClass(one, "bloom-highlightSegment")),
  );

/** The sentences as they were marked for reading aloud, where they are all of the text. */
function sentencesIn(text: Element): string[] | undefined {
  const sentences = marked(text).flatMap((one) => oneLine(wordsOf(one)) || []);
  const bare = (words: string) => words.replaceAll(/\s+/g, "");
  return sentences.length > 0 && bare(sentences.join("")) === bare(wordsOf(text))
    ? sentences
    : undefined;
}

// bounded: at most 2,000 characters, looked at first
const BACKGROUND = /background-image:\s*url\(\s*['"]?([^'")]{1,500})/i;

interface Found {
  readonly path: string;
  readonly maker: string;
  readonly terms: string;
}
function picturesIn(page: Element): Found[] {
  const found = new Map<string, Found>();
  const holds = (one: Element) =>
    (one.name === "img" && !hasClass(one, "branding") && !hasClass(one, "licenseImage")) ||
    BACKGROUND.test((one.attributes["style"] ?? "").slice(0, 2000));
  const look = (within: Element): void => {
    for (const one of within.children) {
      if (typeof one === "string") continue;
      const style = BACKGROUND.exec((one.attributes["style"] ?? "").slice(0, 2000));
      const said = one.name === "img" ? one.attributes["src"] : style?.[1];
      const path = holds(one) && said !== undefined ? inBook(said) : undefined;
      if (path !== undefined && !/placeholder/i.test(path) && !found.has(path))
        found.set(path, {
          path,
          maker: oneLine(one.attributes["data-creator"] ?? "").slice(0, 100),
          terms: termsOf(one),
        });
      look(one);
    }
  };
  look(page);
  return [...found.values()];
}

/** Of a picture: said only where they are none of Creative Commons that lets everybody show it. */
function termsOf({ attributes }: Element): string {
  const said = oneLine(attributes["data-license"] ?? "").slice(0, 100);
  return /^(?:cc-?(?:by|by-sa|0)|cc0)?$/i.test(said) ? "" : said;
}

/** A path within the book, without what an address carries behind it; undefined for what leads elsewhere. */
function inBook(said: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(said.split(/[?#]/)[0]!.replaceAll("&#39;", "'"));
  } catch {
    return undefined;
  }
  return path === "" || /(?:^|\/)\.\.(?:\/|$)|^\/|[\\:\0]/.test(path)
    ? undefined
    : path.slice(0, 300);
}

function filmsIn(page: Element): BloomPage["films"] {
  const containers = find(page, (one) => hasClass(one, "bloom-videoContainer"));
  return containers.flatMap((container) =>
    find(
      container,
      ({ name, attributes }) =>
        (name === "source" || name === "video") && attributes["src"] !== undefined,
    )
      .slice(0, 1)
      .flatMap(({ attributes }) => {
        const src = attributes["src"]!.slice(0, 500);
        const path = inBook(src);
        if (path === undefined) return [];
        const [, from, to] =
          /#t=(\d{1,5}(?:\.\d{1,6})?)(?:,(\d{1,5}(?:\.\d{1,6})?))?$/.exec(src) ?? [];
        return [
          {
            path,
            ...(from !== undefined && { from: Number(from) }),
            ...(to !== undefined && { to: Number(to) }),
          },
        ];
      }),
  );
}
