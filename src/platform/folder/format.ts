/**
 * Formatting: a campaign folder rewritten in its canonical form, in place. Comments in its files are lost, and what its
 * photos and films tell of where and with what they were made, where they tell where.
 */
import { mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { canonicalFiles } from "./canonical.ts";
import { listFolder } from "./files.ts";
import type { FolderPart } from "./part.ts";
import type { FolderProblem } from "./problem.ts";
import { readFolder } from "./read.ts";
import { writeInto } from "./write-into.ts";

type Formatted =
  | { readonly problems: readonly FolderProblem[] }
  | { readonly problems?: never; readonly changed: readonly string[] };

/** @throws FolderError when there is no folder; a folder with problems stays as it is */
export async function formatFolder(dir: string, parts: readonly FolderPart[]): Promise<Formatted> {
  const { root, things, problems } = await readFolder(dir, parts);
  const changed = [...new Set(problems.flatMap(({ tells }) => tells ?? []))];
  if (problems.some(({ tells }) => tells === undefined)) return { problems };
  for (const path of changed) await takeOut(root, path);
  const files = canonicalFiles(things);
  for (const [path, text] of files) if (await writeInto(root, path, text)) changed.push(path);
  const { files: listed } = await listFolder(root, parts);
  for (const path of [...listed.values()].flat().filter((file) => !files.has(file))) {
    await rm(join(root, path)); // a list without entries: the canonical form has no file for it
    changed.push(path);
  }
  return { changed: changed.toSorted() };
}

/** By the door for files from outside, which keeps nothing but the picture, the film or the sound. */
async function takeOut(root: string, path: string): Promise<void> {
  const { takeFile } = await import("../media/intake.ts"); // seldom asked for
  const work = await mkdtemp(join(root, ".format-")); // on the same disk; a reader of the folder passes it over
  try {
    await using taken = await takeFile(join(root, path), {
      what: ["picture", "film", "sound"],
      work,
    });
    await rename(taken.path, join(root, path));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
