/**
 * A form of the desk as it was sent, with the files in it. Which fields there are follows from what was typed, so any name of
 * a field of this thing is read, and no other.
 */
import type { IncomingMessage } from "node:http";
import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Readable } from "node:stream";
import { block } from "../../platform/folder/front-matter.ts";
import { takeFile, type Taken } from "../../platform/media/intake.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { typedText } from "../../platform/web/form-body.ts";
import { takeTable, TableRefused } from "./tables/intake.ts";
import { openParts } from "../../platform/web/form-parts.ts";
import { leaving } from "../../platform/web/leaving.ts";
import { isBody, readBody } from "../../platform/web/read-body.ts";

const MOST_FORM = 3_000_000; // bytes of words; 500 figures of a pledge, nine bytes a character where it is percent-encoded
const MOST_FILE = 45_000_000; // bytes; a photo has at most 40 MB, a table less: each is refused by itself before
const MOST_SENT = 300_000_000; // bytes, read and mostly thrown away: who sends a table that is far too long is told so
const MOST_DOCUMENT = 40_000_000; // bytes; it is read once and kept nowhere
const MOST_FIELDS = 12_000;
const MOST_ENTRIES = 3000; // of all lists together; each is a dozen fields of the page that comes back
const MOST_FILES = 40; // chosen in one form; a picture book has as many pages
const SIDE = 2048; // pixels; more than any screen shows
const DRAIN = 10_000; // ms in which the rest of what is too large is thrown away; after them the line is cut
const FIELD = /^[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_ -]{1,100}){0,8}$/; // bounded: at most 200 characters, looked at first

export interface Posted {
  readonly typed: Readonly<Record<string, string>>;
  /** By the field in which they were chosen. */
  readonly files: ReadonlyMap<string, Pick<Taken, "path">>;
  /** SHA-256 of a document, in hexadecimal, by the field in which it was chosen. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Why a file was not taken, by its field. */
  readonly refused: ReadonlyMap<string, MediaError | TableRefused>;
}
interface Unread {
  readonly status: 400 | 408 | 413 | 503;
}

/** What is taken in a field of the form: a document is read for its fingerprint. */
export type FileSort = "picture" | "table" | "document";

/**
 * @param sortOf what is taken in this field
 * @param open holds what was taken, so that nothing of it stays in the folder for the work
 * @param work a folder for it, on the disk of the data
 * @param isBlock whether blanks before the first word of this field mean something
 */
export async function readPosted(
  req: IncomingMessage,
  open: AsyncDisposableStack,
  work: string,
  sortOf: (field: string) => FileSort = () => "picture",
  isBlock: (field: string) => boolean = () => false,
): Promise<Posted | Unread> {
  const read = (name: string, value: string) => (isBlock(name) ? block : typedText)(value);
  const type = (req.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
  if (type === "multipart/form-data") return readParts(req, open, work, { sortOf, read });
  if (type !== "application/x-www-form-urlencoded") return { status: 400 };
  const body = await readBody(req, MOST_FORM);
  if (!isBody(body)) return { status: body.status };
  const typed: Record<string, string> = {};
  const pairs = [...new URLSearchParams(body.toString("utf8"))];
  if (pairs.length > MOST_FIELDS) return { status: 413 };
  for (const [name, value] of pairs) {
    if (!isField(name) || Object.hasOwn(typed, name)) return { status: 400 };
    typed[name] = read(name, value);
  }
  if (entriesIn(typed) > MOST_ENTRIES) return { status: 413 };
  return { typed, files: new Map(), hashes: new Map(), refused: new Map() };
}

/** How many entries all lists have together. */
export function entriesIn(typed: Readonly<Record<string, string>>): number {
  const entries = new Set<string>();
  for (const name of Object.keys(typed))
    for (const { index } of name.matchAll(/\.\d+(?=\.|$)/g)) {
      const end = name.indexOf(".", index + 1);
      entries.add(end === -1 ? name : name.slice(0, end));
    }
  return entries.size;
}

const isField = (name: string): boolean => name.length <= 200 && FIELD.test(name);

async function readParts(
  req: IncomingMessage,
  open: AsyncDisposableStack,
  work: string,
  {
    sortOf,
    read,
  }: {
    readonly sortOf: (field: string) => FileSort;
    readonly read: (field: string, value: string) => string;
  },
): Promise<Posted | Unread> {
  await mkdir(work, { recursive: true, mode: 0o700 });
  if (!(Number(req.headers["content-length"]) <= MOST_SENT)) {
    req.resume();
    setTimeout(() => req.destroy(), DRAIN).unref(); // a browser reads no answer before it has sent all
    return { status: 413 };
  }
  // More than is taken is read on by the parser, and left out without a word: of each a bit more is let through, and refused.
  const limits = {
    fields: MOST_FIELDS + 1,
    fieldSize: MOST_FORM + 1,
    files: MOST_ENTRIES, // a field in which nothing was chosen comes as one, too
    fileSize: MOST_FILE,
  };
  const parser = openParts(req, { ...limits, headerPairs: 20 });
  if (!parser) return { status: 400 };
  using left = leaving(req);
  const typed: Record<string, string> = {};
  const files = new Map<string, Pick<Taken, "path">>();
  const hashes = new Map<string, string>();
  const refused = new Map<string, MediaError | TableRefused>();
  const coming: { readonly from: Readable; readonly done: Promise<void> }[] = [];
  const trouble: unknown[] = [];
  let [length, fields, chosen] = [0, 0, 0];
  let isOdd = false;
  let isLong = false;
  parser.on("field", (name: string, value: string) => {
    length += value.length;
    isLong ||= ++fields > MOST_FIELDS || length > MOST_FORM;
    isOdd ||= !isField(name) || Object.hasOwn(typed, name);
    if (!isOdd && !isLong) typed[name] = read(name, value);
  });
  parser.on("file", (name: string, from: Readable, fileName: string | undefined) => {
    from.on("error", () => undefined); // whoever reads it is told, and nobody may read it any more
    if (!isField(name) || (fileName ?? "") === "") {
      from.resume(); // a field in which nothing was chosen
      return;
    }
    isLong ||= ++chosen > MOST_FILES;
    if (isLong) {
      from.resume();
      return;
    }
    const bytes = from.iterator({ destroyOnReturn: false });
    const picture = { what: ["picture"] as const, side: SIDE, work, signal: left.signal };
    const sort = sortOf(name);
    const taking =
      sort === "document"
        ? fingerprint(bytes).then((hash) => void hashes.set(name, hash))
        : (sort === "table" ? takeTable(bytes, work) : takeFile(bytes, picture)).then(
            (taken) => void files.set(name, open.use(taken)),
          );
    const done = taking.catch((error: unknown) => {
      if (error instanceof MediaError || error instanceof TableRefused) refused.set(name, error);
      else trouble.push(error);
      from.resume(); // what follows it is still read
    });
    coming.push({ from, done });
  });
  try {
    await pipeline(req, parser);
  } catch {
    for (const { from } of coming) from.destroy(new Error("The form was cut off."));
    await Promise.all(coming.map(({ done }) => done));
    return { status: 408 };
  }
  await Promise.all(coming.map(({ done }) => done));
  if (trouble.length > 0) throw trouble[0];
  if (isLong || entriesIn(typed) > MOST_ENTRIES) return { status: 413 };
  return isOdd ? { status: 400 } : { typed, files, hashes, refused };
}

/** SHA-256 in hexadecimal of what comes. @throws MediaError where it is nothing, or more than is taken */
async function fingerprint(from: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of from) {
    bytes += chunk.length;
    if (bytes > MOST_DOCUMENT)
      throw new MediaError("too-large", "This file is too large. At most 40 MB can be taken here.");
    hash.update(chunk);
  }
  if (bytes === 0)
    throw new MediaError("empty", "This file is empty (0 bytes). Please choose it again.");
  return hash.digest("hex");
}
