/** Exporting: the campaign that the log holds today, as a canonical folder. */
import { access, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Media } from "../media/media.ts";
import { canonicalFiles } from "./canonical.ts";
import { FolderError, listFolder } from "./files.ts";
import type { ExportLog } from "./folder-log.ts";
import type { FolderPart } from "./part.ts";
import { problemLine } from "./problem.ts";
import { standingThings, type LeftOut } from "./standing-things.ts";
import { copyInto, writeInto } from "./write-into.ts";

interface ExportOptions {
  readonly dir: string;
  /** In the order of dependence, as for an import. */
  readonly parts: readonly FolderPart[];
  readonly log: ExportLog;
  readonly media: Pick<Media, "path" | "has">;
  readonly progress?: (done: number, total: number) => void;
}

interface Exported {
  readonly things: number;
  readonly files: number;
  readonly media: number;
  /** What the folder cannot hold, with the reason: a thing that needs one which was withdrawn, a form of a newer version. */
  readonly leftOut: readonly LeftOut[];
}

/** @throws FolderError when the target holds something else, or when a media file is missing */
export async function exportFolder(options: ExportOptions): Promise<Exported> {
  const { dir, parts, log, media, progress } = options;
  const { things, paths, leftOut, withdrawn } = await standingThings(log, parts, media);
  const files = canonicalFiles(things);
  for (const [path, name] of paths)
    if (!(await media.has(name)))
      throw new FolderError("no-media", `Expected ${name} (${path}) among the media, found none.`);
  await prepareTarget(dir, parts, files, withdrawn);
  const total = files.size + paths.size;
  let done = 0;
  for (const [path, name] of paths) {
    await copyInto(dir, path, media.path(name));
    progress?.(++done, total);
  }
  for (const [path, text] of files) {
    await writeInto(dir, path, text);
    progress?.(++done, total);
  }
  return { things: things.length, files: files.size, media: paths.size, leftOut };
}

/** The target is new, empty, or a campaign folder of which every file would be written again. */
async function prepareTarget(
  dir: string,
  parts: readonly FolderPart[],
  files: ReadonlyMap<string, string>,
  withdrawn: ReadonlySet<string>,
): Promise<void> {
  await mkdir(dir, { recursive: true });
  if ((await readdir(dir)).length === 0) return;
  const campaign = parts.find(({ form }) => form === "yaml")?.path ?? "campaign.yaml";
  const refuse = (found: string): never => {
    throw new FolderError(
      "not-empty",
      `Expected ${dir} to be empty or an earlier export, found ${found}.`,
    );
  };
  await access(join(dir, campaign)).catch(() => refuse(`other files and no ${campaign}`));
  const listing = await listFolder(dir, parts);
  const [problem] = listing.problems;
  if (problem) refuse(problemLine(problem));
  const other = [...listing.files.values()].flat().filter((file) => !files.has(file));
  const gone = other.filter((file) => stemsOf(file).some((stem) => withdrawn.has(stem)));
  if (gone.length > 0) throw new FolderError("not-empty", toDelete(dir, gone));
  if (other.length > 0)
    refuse(
      `${other.slice(0, 3).join(", ")}${other.length > 3 ? ", …" : ""}, which the log does not hold`,
    );
}

/** "stories/two-hills.fr" and "stories/two-hills" of "stories/two-hills.fr.md", and the folder it lies in. */
function stemsOf(file: string): string[] {
  const [stem = "", ...more] = file.slice(file.lastIndexOf("/") + 1).split(".");
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  return [
    folder.slice(0, -1),
    `${folder}${stem}`,
    `${folder}${[stem, ...more.slice(0, -1)].join(".")}`,
  ];
}

function toDelete(dir: string, gone: readonly string[]): string {
  const shown = gone.slice(0, SHOWN).map((file) => quoted(join(dir, file)));
  const more = gone.length > SHOWN ? ` (and ${gone.length - SHOWN} more)` : "";
  return `${dir} holds files of what was withdrawn since. Look whether you want them still; if not, delete them and export again: rm ${shown.join(" ")}${more}`;
}
const SHOWN = 20; // files in one line
/** As a shell takes it for one word. */
const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
