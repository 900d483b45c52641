/** The files of a campaign folder: which there are, and their text. Nothing outside the folder is ever read. */
import { constants, type Dirent } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { FolderPart } from "./part.ts";
import type { FolderProblem } from "./problem.ts";
import { TreeError } from "./tree.ts";

const MAX_FILE = 2_000_000; // bytes; a longer text is no story and would hold up everybody's import
const MAX_LINE = 100_000; // characters; beyond this an editor and a parser stall
const MAX_FILES = 200_000;
const MAX_DEPTH = 6; // folders in media/

/**
 * Not ours to judge: elevation data, what plans are made from, drafts and comments of an earlier site, what a person says about the folder, and what editors
 * and tools keep.
 */
const isIgnored = (name: string): boolean =>
  name.startsWith(".") ||
  name.endsWith(".md") ||
  ["LICENSE", "terrain", "regions", "drafts", "comments"].includes(name);

export class FolderError extends Error {
  override name = "FolderError";
  readonly code: "no-folder" | "not-empty" | "no-media" | "bad-answer";
  constructor(code: FolderError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

export interface Listing {
  readonly root: string;
  /** The files of each part, sorted. */
  readonly files: ReadonlyMap<FolderPart, readonly string[]>;
  readonly media: ReadonlySet<string>;
  readonly problems: readonly FolderProblem[];
}

/** @throws FolderError when there is no folder */
export async function listFolder(dir: string, parts: readonly FolderPart[]): Promise<Listing> {
  const root = await realpath(dir).catch(() => "");
  const entries = root === "" ? undefined : await entriesOf(root);
  if (!entries)
    throw new FolderError("no-folder", `Expected a campaign folder, found none at ${dir}.`);
  const problems: FolderProblem[] = [];
  const complain = (file: string, message: string) =>
    problems.push({ file, line: 1, field: "", message });
  const files = new Map<FolderPart, string[]>(parts.map((part) => [part, []]));
  const media = new Set<string>();
  let counted = 0;

  async function listFiles(
    folder: string,
    depth: number,
    take: (file: string) => void,
  ): Promise<void> {
    for (const entry of (await entriesOf(join(root, folder))) ?? []) {
      const file = `${folder}/${entry.name}`;
      if (entry.name.startsWith(".")) continue;
      if (++counted > MAX_FILES) return;
      if (entry.isFile()) take(file);
      else if (entry.isDirectory() && depth > 0) await listFiles(file, depth - 1, take);
      else complain(file, `expected a file, found ${typeOf(entry)}`);
    }
  }

  for (const entry of entries) {
    const part = parts.find((p) => p.path === entry.name);
    if (part && isFolderOfFiles(part) && entry.isDirectory())
      await listFiles(entry.name, part.chapters ? 1 : 0, (file) => files.get(part)!.push(file));
    else if (part && !isFolderOfFiles(part) && entry.isFile()) files.get(part)!.push(entry.name);
    else if (part)
      complain(
        entry.name,
        `expected ${isFolderOfFiles(part) ? "a folder" : "a file"}, found ${typeOf(entry)}`,
      );
    else if (entry.name === "media" && entry.isDirectory())
      await listFiles("media", MAX_DEPTH, (file) => media.add(file));
    else if (!isIgnored(entry.name))
      complain(
        entry.name,
        `expected ${parts.map((p) => p.path).join(", ")} or media, found ${typeOf(entry)} of another name`,
      );
  }
  if (counted > MAX_FILES) complain(".", `expected at most ${MAX_FILES} files, found more`);
  for (const part of parts)
    if (part.form === "yaml" && !entries.some((entry) => entry.name === part.path))
      complain(part.path, "expected this file, found none");
  return { root, files, media, problems };
}

const isFolderOfFiles = ({ form }: FolderPart): boolean =>
  form === "yaml-files" || form === "markdown-files" || form === "po-files";

/** The text of a file, its line ends as `\n`. @throws TreeError "expected …, found …" */
export async function readText(root: string, file: string): Promise<string> {
  // A link put in the file's place after the listing is not followed.
  const handle = await open(join(root, file), constants.O_RDONLY | constants.O_NOFOLLOW);
  let bytes: Uint8Array;
  try {
    const { size } = await handle.stat();
    if (size > MAX_FILE)
      throw new TreeError(1, `expected at most ${MAX_FILE} bytes, found ${size}`);
    bytes = await handle.readFile();
  } finally {
    await handle.close();
  }
  const text = decode(bytes);
  const long = text.split("\n").findIndex((line) => line.length > MAX_LINE);
  if (long >= 0)
    throw new TreeError(
      long + 1,
      `expected lines of at most ${MAX_LINE} characters, found a longer one`,
    );
  return text.replaceAll("\r\n", "\n");
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes); // drops a byte order mark
  } catch {
    throw new TreeError(1, "expected text in UTF-8, found other bytes");
  }
}

async function entriesOf(folder: string): Promise<Dirent[] | undefined> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  return entries?.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function typeOf(entry: Dirent): string {
  if (entry.isSymbolicLink()) return "a link"; // it could lead out of the folder
  return entry.isDirectory()
    ? "a folder"
    : entry.isFile()
      ? "a file"
      : "neither a file nor a folder";
}
