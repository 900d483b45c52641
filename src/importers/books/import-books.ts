/** Picture books of other systems come into a campaign folder, one after the other, to be read and then imported. */
import { appendFile, mkdir, mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { canonicalFiles } from "../../platform/folder/canonical.ts";
import { initFolder, questions, type Answers } from "../../platform/folder/init.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { fieldName, misfits, problemLine } from "../../platform/folder/problem.ts";
import { readFolder } from "../../platform/folder/read.ts";
import type { Fields } from "../../platform/folder/thing.ts";
import { copyInto, writeInto } from "../../platform/folder/write-into.ts";
import { freeSlug, slugFrom } from "../addresses.ts";
import { ArrivalError, type LeftOut } from "../site.ts";
import {
  forbids,
  type ArrivedBook,
  type ArrivedBooks,
  type ArrivingBook,
  type BookText,
} from "./arriving.ts";
import { openFiles, type Files } from "./files.ts";
import { booksReport } from "./report.ts";
import { sourcesIn } from "./sources.ts";

interface Arrival {
  /** A file, or a folder of books. */
  readonly from: string;
  /** The campaign folder; made when there is none. */
  readonly into: string;
  readonly parts: readonly FolderPart[];
  readonly today: string;
  readonly progress?: (done: number, total: number) => void;
}

/** Which texts came, a line each: key, blank, slug. A second run adds none of them, however its book was worded since. */
const KNOWN = ".imported-books";

/** Read every book of the source, and write what is new into the folder. @throws ArrivalError */
export async function bringBooks({
  from,
  into,
  parts,
  today,
  progress,
}: Arrival): Promise<ArrivedBooks> {
  const sources = await sourcesIn(from);
  const part = parts.find(({ space }) => space === "books")!;
  const isNew = await folderIsNew(into, parts);
  const known = await knownIn(into);
  const slugs = new Set(
    (await readdir(join(into, part.path)).catch(() => [])).map((name) => name.split(".")[0]!),
  );
  const books: ArrivedBook[] = [];
  const leftOut: LeftOut[] = [];
  let alreadyThere = 0;
  for (const [i, source] of sources.entries()) {
    progress?.(i, sources.length);
    const work = await realpath(await mkdtemp(join(tmpdir(), "cnd-books-")));
    try {
      const read = await source.read(work);
      leftOut.push(...read.leftOut);
      for (const book of read.books) {
        if (book.keys.some((key) => known.has(key))) {
          alreadyThere += 1;
          continue;
        }
        await using files = await openFiles({
          within: read.within,
          work: join(work, "made"),
        });
        const slug = freeSlug(slugOf(book), slugs);
        const came = await convert(book, { slug, part, files });
        if ("why" in came) {
          leftOut.push(came);
          continue;
        }
        if (isNew && books.length === 0) await newFolder(into, parts, today);
        await write(into, came);
        await appendFile(join(into, KNOWN), book.keys.map((key) => `${key} ${slug}\n`).join(""));
        for (const key of book.keys) known.add(key);
        slugs.add(slug);
        books.push(came.told);
      }
    } catch (error) {
      if (!(error instanceof ArrivalError)) throw error;
      leftOut.push({ what: source.name, why: error.message });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  const told = { books, alreadyThere, leftOut };
  if (books.length === 0) return told;
  const there = new Set((await readdir(into)).map((name) => name.replace(/\.md$/, "")));
  const report = `${freeSlug("import-report-books", there)}.md`;
  await writeInto(into, report, booksReport({ ...told, from, today }));
  return { ...told, report };
}

const slugOf = ({ name, texts, keys }: ArrivingBook): string => {
  const slug = slugFrom(texts[0].title) || slugFrom(name);
  return slug.length > 1 ? slug : `book-${slugFrom(keys[0]!).slice(0, 12)}`;
};

async function knownIn(into: string): Promise<Set<string>> {
  const text = await readFile(join(into, KNOWN), "utf8").catch(() => "");
  return new Set(text.split("\n").flatMap((line) => line.slice(0, line.lastIndexOf(" ")) || []));
}

/** @throws ArrivalError where it has mistakes */
async function folderIsNew(into: string, parts: readonly FolderPart[]): Promise<boolean> {
  if ((await readdir(into).catch(() => [])).length === 0) return true;
  const { problems } = await readFolder(into, parts);
  if (problems.length === 0) return false;
  throw new ArrivalError(
    "bad-folder",
    `${problems.slice(0, 10).map(problemLine).join("\n")}\nExpected a folder without mistakes in ${into}; nothing was written.`,
  );
}

/** With neutral answers: what it is called is a matter of its campaign.yaml. */
async function newFolder(into: string, parts: readonly FolderPart[], today: string): Promise<void> {
  const answers = questions.reduce<Partial<Answers>>(
    (earlier, { id, default: none }) => ({ ...earlier, [id]: none(earlier) }),
    {},
  );
  await initFolder(into, { answers: answers as Answers, parts, today });
}

interface Converted {
  readonly told: ArrivedBook;
  readonly written: Parameters<typeof canonicalFiles>[0][number];
  /** Path in the folder to where it lies now. */
  readonly files: ReadonlyMap<string, string>;
}

async function convert(
  book: ArrivingBook,
  { slug, part, files }: { slug: string; part: FolderPart; files: Files },
): Promise<Converted | LeftOut> {
  const notes = [...book.notes, ...forbids(book.licence)];
  const made = new Map<string, string>();
  const [own, ...others] = book.texts;
  const shown = async (one: ArrivingBook["cover"], name: string, alt: string, where: string) => {
    if (!one) return undefined;
    const found = await files.picture(one.path);
    if ("why" in found) {
      notes.push(`${where}: its picture was left out: ${found.why}`);
      return undefined;
    }
    const file = `media/books/${slug}-${name}.${found.kind}`;
    made.set(file, found.path);
    return { file, alt: one.alt ?? alt };
  };
  const cover = await shown(book.cover, "cover", own.title, "cover");
  const pages: Fields[] = [];
  const bare: number[] = [];
  for (const [i, { lines }] of own.pages.entries()) {
    const n = i + 1;
    const picture = await shown(
      book.pictures[i],
      String(n).padStart(2, "0"),
      `${own.title}, ${n}`,
      `page ${n}`,
    );
    if (!picture && lines.length === 0) bare.push(n);
    pages.push({
      ...(picture && { picture }),
      lines: !picture && lines.length === 0 ? ["…"] : [...lines],
    });
  }
  if (bare.length > 0)
    notes.push(
      `page ${bare.join(", ")} has neither words nor a picture here: three dots stand there`,
    );
  for (const [path, from] of await layFilms(book, slug, files, notes)) made.set(path, from);
  const { credits, licence, source } = book;
  const fields: Fields = {
    title: own.title,
    language: own.language,
    credits: { ...credits },
    licence: { ...licence },
    ...(source !== undefined && { source }),
    ...(cover && { cover }),
    pages,
  };
  const translations = others.map(translationOf);
  const [wrong] = [
    ...misfits(part.schema, fields),
    ...translations.flatMap((one) => misfits(part.translation!.schema, one.fields)),
  ];
  if (wrong)
    return {
      what: book.name,
      why: `it does not fit a book: ${fieldName(wrong.path)}: ${wrong.message}`,
    };
  return {
    told: {
      name: book.name,
      path: `${part.path}/${slug}.yaml`,
      pages: pages.length,
      languages: book.texts.map(({ language }) => language),
      pictures: [...made.keys()].filter((path) => path.startsWith("media/")).length,
      licence: licence.name,
      notes,
    },
    written: { part, slug, fields, translations },
    files: made,
  };
}

const translationOf = ({ language, title, translator, pages }: BookText) => ({
  lang: language,
  fields: {
    title,
    state: "person",
    ...(translator !== undefined && { translator }),
    pages: pages.map(({ lines, alt }) => ({
      ...(alt !== undefined && { alt }),
      lines: [...lines],
    })),
  },
});

/** Films lie beside, where no import reads: nobody is shown signing who is not named and has not agreed. */
async function layFilms(
  { films, signLanguage }: ArrivingBook,
  slug: string,
  files: Files,
  notes: string[],
): Promise<Map<string, string>> {
  const laid = new Map<string, string>();
  for (const { page, path, from, to } of films) {
    const found = await files.film(path);
    if ("why" in found) {
      notes.push(`page ${page}: its film was left out: ${found.why}`);
      continue;
    }
    const plain = `drafts/films/${slug}/page-${page}`;
    const name = laid.has(`${plain}.${found.kind}`) ? `${plain}-${laid.size + 1}` : plain;
    laid.set(`${name}.${found.kind}`, found.path);
    const until = to === undefined ? "its end" : `${to} s`;
    const cut = from === undefined ? "" : `, of which it shows ${from} s to ${until}`;
    const sign = signLanguage === undefined ? "" : ` in ${signLanguage}`;
    notes.push(
      `page ${page}: somebody signs it${sign}; the film lies in ${name}.${found.kind}${cut}. The file names nobody: ask who signs and whether they agree to be shown, put them into people.yaml with a consent to film, then add the signing at the desk`,
    );
  }
  return laid;
}

/** What it names lies there before it does. */
async function write(into: string, { written, files }: Converted): Promise<void> {
  for (const [path, from] of files) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    await copyInto(into, path, from);
  }
  for (const [path, text] of [...canonicalFiles([written])].toReversed())
    await writeInto(into, path, text);
}
