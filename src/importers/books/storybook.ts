/**
 * Texts of the African Storybook initiative: Markdown in which `##` on its own line begins a page, and the last page says
 * the licence and who made it. Beside it lie its other languages, and `pictures/01.jpg`, the cover, and so on, one a page.
 */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { bookLines } from "../../platform/texts/book-lines.ts";
import { ArrivalError, type LeftOut } from "../site.ts";
import {
  fitting,
  MOST_PAGES,
  languageTag,
  licenceOf,
  oneLine,
  type ArrivingBook,
  type BookText,
  type Licence,
} from "./arriving.ts";

const MAX_TEXT = 200_000; // bytes of one text; a long one has ten thousand
const MOST_TEXTS = 500; // beside each other; the most translated book has a fifth of that

interface Story extends BookText {
  readonly file: string;
  readonly key: string;
  readonly licence: Licence;
  readonly text: string;
  readonly drawn: string;
  readonly notes: readonly string[];
}

/** Whether this is such a text, from its beginning. */
export const isStorybook = (text: string): boolean =>
  /^\uFEFF?\s{0,20}# /.test(text) && /\n##[^\S\n]{0,20}\r?\n/.test(text);

/** @param name of its file, for the language where the text names none @throws ArrivalError where a part is missing */
export function readStorybook(markdown: string, name: string): Omit<Story, "file" | "key"> {
  const parts: string[][] = [[]];
  for (const line of markdown.replace(/^\uFEFF/, "").split(/\r?\n/))
    if (line.trim() === "##") parts.push([]);
    else parts.at(-1)!.push(line);
  const [head = [], ...rest] = parts;
  const title = oneLine(head.join(" ").trim().replace(/^#+/, "")).slice(0, 500).trim();
  if (title === "") throw unreadable("a title such as “# Two hills” in its first line, found none");
  const said = new Map<string, string>();
  for (const line of rest.at(-1) ?? []) {
    const [, key, value] = /^\s{0,9}[*-] ([A-Za-z ]{1,40}):(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
      said.set(key.toLowerCase(), oneLine(value).slice(0, 500));
  }
  const licence = licenceOf(said.get("license") ?? said.get("licence") ?? "");
  if (!licence)
    throw unreadable(
      "its licence on the last page, such as “* License: [CC-BY]”, found none that lets us show it. Ask its makers",
    );
  const [text, drawn] = [said.get("text"), said.get("illustration")];
  if (!text || !drawn)
    throw unreadable(
      "who wrote it and who drew it on the last page (“* Text:”, “* Illustration:”)",
    );
  const language = languageTag(said.get("language") ?? "") ?? languageTag(name);
  if (language === undefined) throw unreadable(`a language such as en, found none`);
  const translator = ["translation", "translated by", "adaptation"].flatMap(
    (k) => said.get(k) ?? [],
  );
  if (rest.length - 1 > MOST_PAGES)
    throw unreadable(`at most ${MOST_PAGES} pages, found ${rest.length - 1}`);
  const notes: string[] = [];
  const pages = rest.slice(0, -1).map((lines, i) => {
    const sentences = bookLines(lines.join("\n"), language);
    const fit = fitting(sentences);
    if (!fit) throw unreadable(`at most 20 sentences on page ${i + 1}, found ${sentences.length}`);
    return { lines: fit };
  });
  if (pages.length === 0) throw unreadable("at least one page, found none");
  return {
    title,
    language,
    licence,
    text,
    drawn,
    pages,
    notes,
    ...(translator.length > 0 && { translator: translator.join("; ") }),
  };
}

const unreadable = (expected: string) => new ArrivalError("unreadable", `Expected ${expected}.`);

/**
 * The books of the texts beside each other: one whose pages are as many, under the same terms, is a translation of the
 * first; the others are books of their own, for no picture can be told to their pages.
 * @param files paths of texts of one book
 */
export async function storybooksOf(
  files: readonly string[],
): Promise<{ readonly books: ArrivingBook[]; readonly leftOut: LeftOut[] }> {
  const leftOut: LeftOut[] = [];
  const stories: Story[] = [];
  for (const file of files.slice(0, MOST_TEXTS).toSorted())
    try {
      if ((await stat(file)).size > MAX_TEXT)
        throw unreadable(`at most ${MAX_TEXT} bytes, found more`);
      const bytes = await readFile(file);
      const name = basename(file, ".md");
      const key = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
      stories.push({ ...readStorybook(bytes.toString("utf8"), name), file, key });
    } catch (error) {
      if (!(error instanceof ArrivalError)) throw error;
      leftOut.push({ what: file, why: error.message });
    }
  const groups = Map.groupBy(
    stories.toSorted((a, b) => rank(a) - rank(b)),
    ({ pages, licence }) => `${pages.length} ${licence.name}`,
  );
  const books: ArrivingBook[] = [];
  // The pictures are those of the first text; no other number of pages can be told to them.
  for (const group of groups.values()) books.push(await bookOf(group, books.length === 0));
  return { books, leftOut };
}

/** What was written first stands first: English where it is there, else what is no translation. */
const rank = ({ language, translator }: Story): number =>
  language === "en" ? 0 : translator === undefined ? 1 : 2;

async function bookOf(stories: readonly Story[], isFirst: boolean): Promise<ArrivingBook> {
  const [own, ...others] = stories as [Story, ...Story[]];
  const notes: string[] = [];
  const taken = new Set([own.language]);
  const translations = others.map((story): BookText => {
    const { file, title, pages, translator, text } = story;
    const bare = [story.language, languageTag(basename(file, ".md"))].find(
      (one) => one !== undefined && !taken.has(one),
    );
    const language = bare ?? languageTag(`${story.language}-x-t${taken.size}`)!;
    taken.add(language);
    // Whoever is named in this text alone is named with it.
    const more = text.split(/,\s*/).some((name) => !own.text.includes(name))
      ? `text: ${text}`
      : undefined;
    const who = [translator, more]
      .filter((one) => one !== undefined)
      .join("; ")
      .slice(0, 500);
    return { language, title, pages, ...(who !== "" && { translator: who }) };
  });
  const folder = await pictureFolder(own.file);
  const files = folder === undefined ? [] : await picturesIn(folder);
  const [cover, ...drawn] = files;
  const pictures = own.pages.map((_, i) => {
    const path = isFirst ? drawn[i] : undefined;
    return path === undefined ? undefined : { path };
  });
  if (!isFirst)
    notes.push(
      `it has ${own.pages.length} pages or terms of its own, unlike the texts beside it: it is a book of its own, with the cover alone`,
    );
  if (folder === undefined) notes.push("it has no folder of pictures");
  const without = pictures.flatMap((one, i) => (one ? [] : [i + 1]));
  if (isFirst && folder !== undefined && without.length > 0)
    notes.push(`no picture was found for page ${without.join(", ")}`);
  if (isFirst && drawn.length > own.pages.length)
    notes.push(
      `pictures after those of its pages were left out: ${drawn
        .slice(own.pages.length, own.pages.length + 10)
        .map((path) => basename(path))
        .join(", ")}`,
    );
  const at =
    basename(dirname(own.file)) === "text" ? dirname(dirname(own.file)) : dirname(own.file);
  return {
    name: `${basename(at)}: ${own.title}`,
    keys: stories.map(({ key }) => key),
    credits: {
      text: own.text,
      pictures: own.drawn,
      ...(own.translator !== undefined && { translation: own.translator }),
    },
    licence: own.licence,
    ...(cover !== undefined && { cover: { path: cover } }),
    texts: [own, ...translations],
    pictures,
    films: [],
    notes,
  };
}

/** Beside the text, or beside the folder `text`. */
async function pictureFolder(file: string): Promise<string | undefined> {
  for (const path of [join(dirname(file), "pictures"), join(dirname(file), "..", "pictures")])
    if ((await stat(path).catch(() => undefined))?.isDirectory()) return path;
  return undefined;
}

const picturesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => /^\d{1,4}\.(?:jpe?g|png|webp)$/i.test(name))
    .toSorted((a, b) => parseInt(a, 10) - parseInt(b, 10))
    .map((name) => join(folder, name));
