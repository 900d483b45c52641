/** Importing a campaign folder: what is new or different in it becomes records; the rest says nothing again. */
import { join } from "node:path";
import type { Media } from "../media/media.ts";
import type { Clock } from "../records/clock.ts";
import type { Key } from "../records/keys.ts";
import type { SignedRecord } from "../records/record.ts";
import { knownThings, type ImportLog, type Known, type Named } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import { leftOut } from "./left-out.ts";
import { byPlace, type FolderProblem } from "./problem.ts";
import { readFolder, type Folder } from "./read.ts";
import { sentences, type ImportCounts } from "./sentences.ts";
import type { Thing } from "./thing.ts";
import { whatWaits, type Waits } from "./waits.ts";

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
  /** What was erased and may come back, as `people/amal`. */
  readonly letIn?: ReadonlySet<string>;
  readonly progress?: (done: number, total: number) => void;
  /** Ends it: what was said by then counts, once it was said whole, and the next import says the rest. */
  readonly signal?: AbortSignal;
}

type Imported =
  | { readonly problems: readonly FolderProblem[] }
  | {
      readonly problems?: never;
      readonly counts: ImportCounts;
      /** What stays away because it was erased here, with its file and line. */
      readonly leftOut: readonly FolderProblem[];
      /** What was erased and came back, by the names that `staysErased` of its part asks for. */
      readonly back: readonly Named[];
    };

/** @throws FolderError when there is no folder; a folder with problems is a value, and nothing of it is imported */
export async function importFolder(options: ImportOptions): Promise<Imported> {
  const whole = await readFolder(options.dir, options.parts, options.signal);
  if (whole.problems.length > 0) return { problems: whole.problems };
  const known = new Map<FolderPart, ReadonlyMap<string, Known>>();
  for (const part of options.parts) known.set(part, await knownThings(options.log, part));
  const { folder, told, letIn } = await leftOut(whole, known, options.log, options.letIn ?? NONE);
  const erased = { leftOut: told.toSorted(byPlace), back: letIn.flatMap(namedAs) };
  const memory = await options.log.memory.read();
  const waits = await whatWaits(folder, known, { room: options.log.waiting, memory });
  const { problems, records, counts, remember } = sentences(folder, known, {
    ...options,
    memory,
    waits: waits.things,
  });
  if (problems.length > 0) return { problems: problems.toSorted(byPlace) };
  const all = withWaits(counts, waits, options.prune === true);
  if (options.dryRun) return { counts: all, ...erased };
  options.signal?.throwIfAborted();
  if (records.length > 0) await append(folder, records, options);
  const late = await letWait(folder, waits, options); // after what it names
  const taken = waits.remember.filter(({ subject }) => !late.has(subject)); // the next import says the others
  const toRemember = [...remember, ...taken];
  if (toRemember.length > 0) await options.log.memory.keep(toRemember);
  const { edited, left } = all;
  return { counts: { ...all, edited: edited - late.size, left: left + late.size }, ...erased };
}

const NONE: ReadonlySet<string> = new Set();
const namedAs = ({ part: { staysErased }, fields }: Thing): readonly Named[] => {
  const name = staysErased?.field === undefined ? undefined : fields[staysErased.field];
  return typeof name === "string" ? [{ sort: staysErased!.sort, by: [name] }] : [];
};

function withWaits(counts: ImportCounts, { counts: more, ...waits }: Waits, prune: boolean) {
  const gone = waits.toLeave.filter(({ file }) => file.lang === "").length;
  return {
    ...counts,
    added: counts.added + more.added,
    edited: counts.edited + more.edited,
    unchanged: counts.unchanged + more.unchanged,
    left: counts.left + more.left,
    waiting: waits.waiting,
    withdrawn: counts.withdrawn + (prune ? gone : 0),
    withoutFile: counts.withoutFile + (prune ? 0 : gone),
  };
}

/** @returns the things of which something is just being said, and which stay as they are */
async function letWait(
  folder: Folder,
  waits: Waits,
  options: ImportOptions,
): Promise<ReadonlySet<string>> {
  const { media, log, prune, signal } = options;
  const late = new Set<string>();
  for (const { part, file } of waits.toTake) {
    signal?.throwIfAborted();
    for (const { name, media: stored } of file.files)
      if (!(await media.has(stored))) await keep(media, join(folder.root, name), stored);
    if (!(await log.waiting.take(part, file))) late.add(`${part.space}/${file.slug}`);
  }
  if (prune) for (const { part, file } of waits.toLeave) await log.waiting.leave(part, file);
  return late;
}

/** The media that they name first, so that none names a file that is not there; those of what is left stay away. */
async function append(
  folder: Folder,
  records: readonly SignedRecord[],
  options: ImportOptions,
): Promise<void> {
  const named = new Set(records.flatMap(({ document }) => mediaIn(document)));
  for (const [path, { media }] of folder.media) {
    options.signal?.throwIfAborted();
    if (named.has(media) && !(await options.media.has(media)))
      await keep(options.media, join(folder.root, path), media);
  }
  await options.log.append(records, options.progress);
}

const mediaIn = (document: Uint8Array): string[] =>
  Buffer.from(document)
    .toString()
    .match(/\b[0-9a-f]{64}\.[a-z0-9]+/g) ?? [];

async function keep(store: Pick<Media, "put">, path: string, expected: string): Promise<void> {
  const { media } = await store.put(path);
  if (media !== expected)
    throw new Error(`Expected ${path} to stay as it is during the import, but it changed.`);
}
