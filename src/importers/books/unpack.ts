/** A zip from outside, bounded: what is wanted of it comes into a folder for the work, and nothing else is unpacked. */
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { whenUsed } from "../../platform/process/when-used.ts";
import { ArrivalError } from "../site.ts";

const fflate = whenUsed((from) => from("fflate") as typeof import("fflate"));

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
  const names = look(packed).filter(wanted);
  for (const path of names) {
    const { [path]: bytes } = unzip(packed, (one) => one === path);
    const to = join(into, path);
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to, bytes!);
  }
  return names;
}

function look(packed: Uint8Array): string[] {
  const names = new Set<string>();
  let all = 0;
  unzip(packed, (path, size, from) => {
    if (names.size >= MAX_ENTRIES) throw tooLarge(`at most ${MAX_ENTRIES} files in it`);
    if (/(?:^|\/)\.\.(?:\/|$)|^\/|[\\:\0]/.test(path))
      throw new ArrivalError(
        "unreadable",
        `Expected files within the book, found one that leads outside: ${path.slice(0, 100)}. Nothing of it was taken.`,
      );
    if (names.has(path))
      throw new ArrivalError(
        "unreadable",
        `Expected each file once, found ${path.slice(0, 100)} twice.`,
      );
    all += size;
    if (size > MAX_ONE || all > MAX_ALL || (size > 1_000_000 && size > from * MAX_RATIO))
      throw tooLarge("a book, found what unpacks to far more than any book holds");
    if (!path.endsWith("/")) names.add(path);
    return false;
  });
  return [...names];
}

function unzip(packed: Uint8Array, take: (path: string, size: number, from: number) => boolean) {
  try {
    // What a file unpacks to is written into as many bytes as it announced, and no more.
    return fflate().unzipSync(packed, {
      filter: ({ name, originalSize, size }) => take(name, originalSize, size),
    });
  } catch (error) {
    if (error instanceof ArrivalError) throw error;
    throw new ArrivalError(
      "unreadable",
      `Expected a whole .bloompub (ZIP): ${(error as Error).message}.`,
    );
  }
}

const tooLarge = (what: string) =>
  new ArrivalError("too-large", `Expected ${what}; nothing of it was taken.`);
