/** Where books lie: a file, or a folder and all folders within, each book read when its turn comes. */
import { open, readdir, readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, sep } from "node:path";
import { ArrivalError, type LeftOut } from "../site.ts";
import type { ArrivingBook } from "./arriving.ts";
import { readBloom } from "./bloom.ts";
import { isStorybook, storybooksOf } from "./storybook.ts";
import { unpackZip } from "./unpack.ts";

const MAX_DEPTH = 8; // folders within folders
const MAX_FOUND = 200_000; // files of books; a whole collection has some ten thousand texts

/** What makes one book, or several where texts beside each other differ. */
export interface Source {
  /** What the report calls it. */
  readonly name: string;
  /** @param work an empty folder for what is unpacked */
  read(work: string): Promise<{
    readonly books: readonly ArrivingBook[];
    readonly leftOut: readonly LeftOut[];
    /** The folder in which their files lie. */
    readonly within: string;
  }>;
}

/** @throws ArrivalError where nothing of the kind is there */
export async function sourcesIn(from: string): Promise<Source[]> {
  const found = await stat(from).catch(() => undefined);
  if (!found)
    throw new ArrivalError("not-found", `Expected a file or a folder at ${from}, found none.`);
  const sources = found.isDirectory() ? await inFolder(from) : await ofFile(from);
  if (sources.length > 0) return sources;
  throw new ArrivalError(
    "unknown-form",
    `Expected a book in ${from}: a .bloompub, a .htm of Bloom in its folder, or texts of African Storybook (.md), found none.`,
  );
}

const ZIP = /\.(?:bloompub|bloomd|bloomsource)$/i;
const PAGE = /\.html?$/i;

async function ofFile(file: string): Promise<Source[]> {
  if (ZIP.test(file)) return [packed(file)];
  if (PAGE.test(file)) return [page(file)];
  if (extname(file).toLowerCase() !== ".md" || !(await isText(file))) return [];
  return texts(dirname(file));
}

async function inFolder(root: string): Promise<Source[]> {
  const sources: Source[] = [];
  async function look(dir: string, depth: number): Promise<void> {
    if (sources.length >= MAX_FOUND || depth > MAX_DEPTH) return;
    const entries = (await readdir(dir, { withFileTypes: true })).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    const files = entries.filter((one) => one.isFile()).map(({ name }) => name);
    for (const name of files) if (ZIP.test(name)) sources.push(packed(join(dir, name)));
    const [html] = files.filter((name) => PAGE.test(name));
    if (html !== undefined && (await isBloom(join(dir, html)))) {
      sources.push(page(join(dir, html)));
      return;
    }
    if (files.some((name) => name.endsWith(".md"))) sources.push(...(await texts(dir)));
    for (const one of entries)
      if (one.isDirectory() && !one.name.startsWith("."))
        await look(join(dir, one.name), depth + 1);
  }
  await look(root, 0);
  return sources;
}

const beginning = async (file: string): Promise<string> => {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(20_000) });
  return buffer.toString("utf8", 0, bytesRead);
};
const isText = async (file: string): Promise<boolean> => isStorybook(await beginning(file));
const isBloom = async (file: string): Promise<boolean> => /bloom/i.test(await beginning(file));

/** The texts beside each other are one book. */
async function texts(dir: string): Promise<Source[]> {
  const files: string[] = [];
  for (const name of await readdir(dir))
    if (name.endsWith(".md") && (await isText(join(dir, name)))) files.push(join(dir, name));
  if (files.length === 0) return [];
  const whole = basename(dir) === "text" ? dirname(dir) : dir;
  return [
    {
      name: basename(whole),
      read: async () => ({ ...(await storybooksOf(files)), within: await realpath(dirname(dir)) }),
    },
  ];
}

function page(file: string): Source {
  const name = basename(dirname(file));
  return {
    name,
    async read() {
      const dir = await realpath(dirname(file));
      return { books: [await bloomIn(dir, basename(file), name)], leftOut: [], within: dir };
    },
  };
}

function packed(file: string): Source {
  const name = basename(file);
  return {
    name,
    async read(work) {
      const names = await unpackZip(file, work, (path) =>
        /^[^/]+\.html?$|^meta\.json$/i.test(path),
      );
      const html =
        names.find((one) => /^index\.html?$/i.test(one)) ?? names.find((one) => PAGE.test(one));
      if (html === undefined)
        throw new ArrivalError("unreadable", `Expected a page (index.htm) in ${name}, found none.`);
      const book = await bloomIn(work, html, name);
      const wanted = new Set(filesOf(book));
      await unpackZip(file, work, (path) => wanted.has(join(work, path)));
      return { books: [book], leftOut: [], within: work };
    },
  };
}

const filesOf = ({ cover, pictures, films }: ArrivingBook): string[] =>
  [cover, ...pictures, ...films].flatMap((one) => one?.path ?? []);

/** The book with the paths of its files on this machine, none of them outside its folder. */
async function bloomIn(dir: string, html: string, name: string): Promise<ArrivingBook> {
  const text = await bounded(join(dir, html));
  const meta = await bounded(join(dir, "meta.json")).catch(() => "");
  const book = readBloom(text, meta, name);
  const at = <F extends { readonly path: string }>(file: F): F => ({
    ...file,
    path: join(dir, file.path),
  });
  const { cover, pictures, films } = book;
  return {
    ...book,
    ...(cover && { cover: at(cover) }),
    pictures: pictures.map((one) => one && at(one)),
    films: films.map(at),
  };
}

const MAX_PAGE = 20_000_000; // bytes
async function bounded(file: string): Promise<string> {
  if ((await stat(file)).size > MAX_PAGE)
    throw new ArrivalError(
      "too-large",
      `Expected at most ${MAX_PAGE} bytes in ${basename(file)}, found more.`,
    );
  return readFile(file, "utf8");
}

/** A file that is there, and within the folder of the book whatever links lead where. */
export async function fileWithin(path: string, dir: string): Promise<string | undefined> {
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || !(await stat(real)).isFile()) return undefined;
  return real.startsWith(dir + sep) ? real : undefined;
}
