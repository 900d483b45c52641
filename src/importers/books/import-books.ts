/** Picture books of other systems come into a campaign folder, one after the other, to be read and then imported. */
import { appendFile, mkdir, mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { canonicalFiles } from "../../platform/folder/canonical.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { copyInto, writeInto } from "../../platform/folder/write-into.ts";
import { freeSlug, slugFrom } from "../addresses.ts";
import { folderAt, newFolder } from "../into-folder.ts";
import { ArrivalError, type LeftOut } from "../site.ts";
import type { ArrivedBook, ArrivedBooks, ArrivingBook } from "./arriving.ts";
import { convert, type Converted } from "./convert.ts";
import { openFiles } from "./files.ts";
import { booksReport } from "./report.ts";
import { checkSigner } from "./signing.ts";
import { sourcesIn } from "./sources.ts";

interface Arrival {
  /** A file, or a folder of books. */
  readonly from: string;
  /** The campaign folder; made when there is none. */
  readonly into: string;
  readonly parts: readonly FolderPart[];
  readonly today: string;
  /** Who signs its films: an id of people.yaml, of somebody who agrees. */
  readonly signer?: string;
  /** The sign language, where the book does not say it. */
  readonly sign?: string;
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
  signer,
  sign,
  progress,
}: Arrival): Promise<ArrivedBooks> {
  const sources = await sourcesIn(from);
  const folder = await folderAt(into, parts);
  if (signer !== undefined) checkSigner(folder, signer, today);
  const known = await knownIn(into);
  const slugs = new Set(
    (await readdir(join(into, "books")).catch(() => [])).map((name) => name.split(".")[0]!),
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
        const how = {
          parts,
          files,
          work,
          ...(signer !== undefined && { signer }),
          ...(sign !== undefined && { sign }),
        };
        const remember = (slug: string) =>
          appendFile(join(into, KNOWN), book.keys.map((key) => `${key} ${slug}\n`).join(""));
        const wanted = slugOf(book);
        const first = await convert(book, { ...how, slug: wanted });
        if (!("why" in first) && slugs.has(wanted) && (await isWritten(into, first))) {
          await remember(wanted);
          alreadyThere += 1;
          continue;
        }
        const slug = freeSlug(wanted, slugs);
        const came = slug === wanted ? first : await convert(book, { ...how, slug });
        if ("why" in came) {
          leftOut.push(came);
          continue;
        }
        if (folder.things.length === 0 && books.length === 0) await newFolder(into, parts, today);
        await write(into, came);
        await remember(slug);
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

const MOST_SLUG = 60; // letters: a signing is called after its book and its language, in 80

const slugOf = ({ name, texts, keys }: ArrivingBook): string => {
  const title = slugFrom(texts[0].title) || slugFrom(name);
  const slug = title.slice(0, MOST_SLUG).replace(/-$/, "");
  return slug.length > 1 ? slug : `book-${slugFrom(keys[0]!).slice(0, 12)}`;
};

async function knownIn(into: string): Promise<Set<string>> {
  const text = await readFile(join(into, KNOWN), "utf8").catch(() => "");
  return new Set(text.split("\n").flatMap((line) => line.slice(0, line.lastIndexOf(" ")) || []));
}

/** What it names lies there before it does. */
async function write(into: string, { written, files, texts }: Converted): Promise<void> {
  for (const [path, from] of files) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    await copyInto(into, path, from);
  }
  for (const [path, text] of [...texts, ...[...canonicalFiles(written)].toReversed()])
    await writeInto(into, path, text);
}

/** Whether the folder says the same already: an earlier run ended before it could remember the book. */
async function isWritten(into: string, { written }: Converted): Promise<boolean> {
  for (const [path, text] of canonicalFiles(written))
    if ((await readFile(join(into, path), "utf8").catch(() => undefined)) !== text) return false;
  return true;
}
