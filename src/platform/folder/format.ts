/** Formatting: a campaign folder rewritten in its canonical form, in place. Comments in its files are lost. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { canonicalFiles } from "./canonical.ts";
import { listFolder } from "./files.ts";
import type { FolderPart } from "./part.ts";
import type { FolderProblem } from "./problem.ts";
import { readFolder } from "./read.ts";
import { writeInto } from "./write-into.ts";

export type Formatted =
  | { readonly problems: readonly FolderProblem[] }
  | { readonly problems?: never; readonly changed: readonly string[] };

/** @throws FolderError when there is no folder; a folder with problems stays as it is */
export async function formatFolder(dir: string, parts: readonly FolderPart[]): Promise<Formatted> {
  const { root, things, problems } = await readFolder(dir, parts);
  if (problems.length > 0) return { problems };
  const changed: string[] = [];
  const files = canonicalFiles(things);
  for (const [path, text] of files) if (await writeInto(root, path, text)) changed.push(path);
  const { files: listed } = await listFolder(root, parts);
  for (const path of [...listed.values()].flat().filter((file) => !files.has(file))) {
    await rm(join(root, path)); // a list without entries: the canonical form has no file for it
    changed.push(path);
  }
  return { changed: changed.toSorted() };
}
