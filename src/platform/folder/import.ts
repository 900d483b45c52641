/** Importing a campaign folder: what is new or different in it becomes records; the rest says nothing again. */
import { join } from "node:path";
import type { Media } from "../media/media.ts";
import type { Clock } from "../records/clock.ts";
import type { Key } from "../records/keys.ts";
import { knownThings, type ImportLog, type Known } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import { byPlace, type FolderProblem } from "./problem.ts";
import { readFolder } from "./read.ts";
import { sentences, type ImportCounts } from "./sentences.ts";

export interface ImportOptions {
  readonly dir: string;
  /** In the order of dependence: what a part refers to comes before it. */
  readonly parts: readonly FolderPart[];
  readonly log: ImportLog;
  readonly key: Key;
  readonly clock: Clock;
  readonly media: Pick<Media, "has" | "put">;
  /** Count only. */
  readonly dryRun?: boolean;
  /** Withdraw what the log has and the folder has not. */
  readonly prune?: boolean;
  readonly progress?: (done: number, total: number) => void;
}

export type Imported =
  | { readonly problems: readonly FolderProblem[] }
  | { readonly problems?: never; readonly counts: ImportCounts };

/** @throws FolderError when there is no folder; a folder with problems is a value, and nothing of it is imported */
export async function importFolder(options: ImportOptions): Promise<Imported> {
  const folder = await readFolder(options.dir, options.parts);
  if (folder.problems.length > 0) return { problems: folder.problems };
  const known = new Map<FolderPart, ReadonlyMap<string, Known>>();
  for (const part of options.parts) known.set(part, await knownThings(options.log, part));
  const { problems, records, counts } = sentences(folder, known, options);
  if (problems.length > 0) return { problems: problems.toSorted(byPlace) };
  if (options.dryRun || records.length === 0) return { counts };
  for (const [path, { media }] of folder.media)
    if (!(await options.media.has(media)))
      await keep(options.media, join(folder.root, path), media);
  await options.log.append(records, options.progress);
  return { counts };
}

async function keep(store: Pick<Media, "put">, path: string, expected: string): Promise<void> {
  const { media } = await store.put(path);
  if (media !== expected)
    throw new Error(`Expected ${path} to stay as it is during the import, but it changed.`);
}
