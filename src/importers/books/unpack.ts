/** A zip from outside, bounded: what is wanted of it comes into a folder for the work, and nothing else is unpacked. */
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ArrivalError } from "../site.ts";
import { contentOf, entriesOf, type ZipEntry } from "./zip-entries.ts";

const MAX_PACKED = 500_000_000; // bytes; read as a whole. A book with sign films has a tenth of that
const MAX_ENTRIES = 5000; // a book has some hundred
const MAX_ONE = 400_000_000; // bytes of one file, unpacked
const MAX_ALL = 1_000_000_000; // bytes
const MAX_RATIO = 200; // of a file beyond a megabyte; text has ten, films one

/**
 * @param wanted by the path within; asked of every file before any is unpacked
 * @returns the paths within that were wanted and came
 * @throws ArrivalError where it is no zip, leads outside, or unpacks to more than any book
 */
export async function unpackZip(
  file: string,
  into: string,
  wanted: (path: string) => boolean,
): Promise<string[]> {
  if ((await stat(file)).size > MAX_PACKED) throw tooLarge(`a file of at most ${MAX_PACKED} bytes`);
  const packed = await readFile(file);
  const entries = entriesWithin(packed, BOOK).filter(({ path }) => wanted(path));
  for (const entry of entries) {
    const bytes = broken(BOOK.whole, () => contentOf(packed, entry));
    const to = join(into, entry.path);
    try {
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, bytes);
    } catch (error) {
      // Where one is a folder to the other, or its name is longer than any disk takes.
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!/^(?:ENAMETOOLONG|ENOTDIR|EEXIST|EISDIR)$/.test(code)) throw error;
      throw unreadable(`files that can lie beside each other, found ${entry.path.slice(0, 100)}`);
    }
  }
  return entries.map(({ path }) => path);
}

/** What the zip is to be, in words. */
interface Wanted {
  readonly whole: string;
  readonly of: string;
}
const BOOK: Wanted = { whole: "a whole .bloompub (ZIP)", of: "a book" };

/** Its list, bounded; nothing is unpacked. @throws ArrivalError as above */
export const entriesWithin = (packed: Buffer, wanted: Wanted): ZipEntry[] =>
  broken(wanted.whole, () => look(packed, wanted.of));

function look(packed: Buffer, of: string): ZipEntry[] {
  const found = new Map<string, ZipEntry>();
  let all = 0;
  for (const entry of entriesOf(packed)) {
    const { path, size, packed: from } = entry;
    if (found.size >= MAX_ENTRIES) throw tooLarge(`at most ${MAX_ENTRIES} files in it`);
    if (/(?:^|\/)\.\.(?:\/|$)|^\/|[\\:\0]/.test(path))
      throw unreadable(
        `files within ${of.replace(/^an? /, "the ")}, found one that leads outside: ${path.slice(0, 100)}. Nothing of it was taken`,
      );
    if (found.has(path)) throw unreadable(`each file once, found ${path.slice(0, 100)} twice`);
    all += size;
    if (size > MAX_ONE || all > MAX_ALL || (size > 1_000_000 && size > from * MAX_RATIO))
      throw tooLarge(
        `${of}, found what unpacks to far more than any ${of.replace(/^an? /, "")} holds`,
      );
    if (!path.endsWith("/")) found.set(path, entry);
  }
  return [...found.values()];
}

function broken<T>(whole: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArrivalError) throw error;
    throw unreadable(`${whole}: ${(error as Error).message}`);
  }
}

const unreadable = (what: string) => new ArrivalError("unreadable", `Expected ${what}.`);
const tooLarge = (what: string) =>
  new ArrivalError("too-large", `Expected ${what}; nothing of it was taken.`);
