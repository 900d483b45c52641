/** Reading a campaign folder: every thing in it, or every problem that it has. */
import { withChapters, type Chapter } from "./chapters.ts";
import { check } from "./check.ts";
import { listFolder, readText, type Listing } from "./files.ts";
import type { FolderPart } from "./part.ts";
import { parseFile } from "./parse.ts";
import { byPlace, found, nearest, type FolderProblem } from "./problem.ts";
import { problemIn, type Thing, type Translation, type Unfit } from "./thing.ts";
import { TreeError } from "./tree.ts";
import type { MediaFile } from "../media/media.ts";

export interface Folder {
  readonly root: string;
  /** In the order of the parts, then by slug. */
  readonly things: readonly Thing[];
  /** Of these what an import leaves out; it stands in its file, so nothing of it is withdrawn. */
  readonly leftOut?: readonly Thing[];
  /** What every media path that is used leads to. */
  readonly media: ReadonlyMap<string, MediaFile>;
  /** Sorted by file and line; where there is one, nothing of the folder is used. */
  readonly problems: readonly FolderProblem[];
}

/** @throws FolderError when there is no folder at all; what is wrong with its files is in `problems` */
export async function readFolder(
  dir: string,
  parts: readonly FolderPart[],
  signal?: AbortSignal,
): Promise<Folder> {
  const listing = await listFolder(dir, parts);
  const problems = [...listing.problems];
  const things: Thing[] = [];
  const unfit: Unfit[] = [];
  const slugs = new Map<string, Set<string>>();
  for (const part of parts) {
    const read = await readPart(listing, part, signal);
    problems.push(...read.problems);
    things.push(...read.things.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)));
    unfit.push(...read.unfit);
    // Where a whole file could not be read, a reference to what it may hold is not a second problem.
    if (!read.isPartial) slugs.set(part.space, read.slugs);
  }
  const checked = await check({ root: listing.root, things, unfit, slugs, files: listing.media });
  const told = new Set(problems.map(({ file, field }) => `${file} ${field}`));
  problems.push(...checked.problems.filter(({ file, field }) => !told.has(`${file} ${field}`)));
  return { root: listing.root, things, media: checked.media, problems: problems.toSorted(byPlace) };
}

async function readPart(listing: Listing, part: FolderPart, signal?: AbortSignal) {
  const things: Thing[] = [];
  const unfit: Unfit[] = [];
  const translations: (Translation & { slug: string })[] = [];
  const chapters: Chapter[] = [];
  const slugs = new Set<string>();
  const problems: FolderProblem[] = [];
  let isPartial = false;
  for (const file of listing.files.get(part) ?? []) {
    signal?.throwIfAborted();
    try {
      const parsed = parseFile(part, file, await readText(listing.root, file));
      things.push(...parsed.things);
      unfit.push(...parsed.unfit);
      translations.push(...parsed.translations);
      chapters.push(...(parsed.chapters ?? []));
      problems.push(...parsed.problems);
      for (const slug of parsed.slugs) slugs.add(slug);
    } catch (error) {
      if (!(error instanceof TreeError)) throw error;
      problems.push({ file, line: error.line, field: "", message: error.message });
      isPartial = true;
    }
  }
  for (const translation of translations)
    if (!slugs.has(translation.slug) && !isPartial) problems.push(orphan(translation, slugs));
  const whole = withChapters(part, { things, translations }, chapters);
  if (!isPartial) problems.push(...whole.problems);
  const of = Map.groupBy(whole.translations, (translation) => translation.slug);
  return {
    things: whole.things.map((thing) => ({ ...thing, translations: of.get(thing.slug) ?? [] })),
    unfit,
    slugs,
    problems,
    isPartial,
  };
}

function orphan(
  translation: Translation & { slug: string },
  slugs: ReadonlySet<string>,
): FolderProblem {
  const original = translation.file.replace(`.${translation.lang}.`, ".");
  const near = nearest(translation.slug, slugs);
  const hint = near === undefined ? "" : ` (perhaps it belongs to ${found(near)})`;
  return problemIn(
    translation,
    [],
    `expected ${original} beside its translation, found none${hint}`,
  );
}
