/** Files that hold something of somebody: in the data folder and beside it, pages that were kept, and backups. Rules HD1 and HD3. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { A_DAY, dayAt } from "../../engines/calendar/day.ts";
import { besideData, dataPaths } from "../../platform/process/data-folder.ts";
import { listBackups, readRule } from "../../platform/process/backups/folder.ts";
import { pagesLeft } from "../../platform/web/page-store.ts";
import type { FoundBackup, FoundFile } from "./found.ts";
import type { Matching } from "./matching.ts";

const READ = 64e6; // bytes of a file that are looked at: a film of hours holds no name in letters
/** What is looked at elsewhere, or holds no words of anybody. */
const IS_TEXT = /\.(?:vtt|csv|json|svg|txt|xml|html)$/; // of media: the rest are pictures, sounds and films
const APART = /^(?:log\.sqlite|lock\.sqlite|cache\/|backups\/|keys\/|cnd\.sock)/;

/** @param media the names of files that records and rows of the person name; @param uploads ids of the person's uploads */
export function filesNaming(
  dir: string,
  matching: Matching,
  {
    media,
    uploads,
  }: { readonly media: ReadonlySet<string>; readonly uploads: ReadonlySet<string> },
): FoundFile[] {
  const paths = dataPaths(dir);
  const found: FoundFile[] = [];
  const add = (sort: FoundFile["sort"], path: string, file = join(paths.dir, path)) =>
    found.push({ sort, path, bytes: statSync(file).size });
  for (const path of existsSync(paths.dir) ? globSync("**/*", { cwd: paths.dir }) : []) {
    const file = join(paths.dir, path);
    if (APART.test(path) || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const name = path.split("/").at(-1)!;
    if (media.has(name)) add("media", path);
    else if (uploads.has(name.split(".")[0]!)) add("upload", path);
    else if ((!path.startsWith("media/") || IS_TEXT.test(name)) && names(file, matching))
      add("other", path);
  }
  for (const file of Object.values(besideData(paths.dir)))
    if (existsSync(file) && names(file, matching)) add("beside", relative(paths.dir, file), file);
  const pages = new Map<string, number>();
  for (const { about, bytes } of pagesLeft(paths.cache)) {
    const {
      about: { key, coding },
    } = about as { about: { key: string; coding: string } };
    const text = coding === "br" ? brotliDecompressSync(bytes) : bytes;
    if (matching.hits(` ${text.toString("utf8")}`).length > 0) pages.set(key, bytes.length);
  }
  for (const [path, bytes] of pages) found.push({ sort: "page", path, bytes });
  return found;
}

/** Line by line, as what is JSON names in escapes what it names. */
function names(file: string, matching: Matching): boolean {
  if (statSync(file).size > READ) return false;
  return readFileSync(file, "utf8")
    .split("\n")
    .some((line) => matching.hits(line).length > 0);
}

/** Days at most for which a backup stays that nobody named, where one is made each day: others take its place. */
const longest = ({ days, weeks, months }: ReturnType<typeof readRule>): number =>
  Math.max(days, 7 * weeks, 31 * months);

/** What was backed up here may hold the person for so long; a backup that was taken elsewhere is for whoever took it. */
export function backupsHolding(dir: string): FoundBackup[] {
  const rule = readRule(dir);
  return listBackups(dir).map(({ file, made, name }) => ({
    file,
    made: new Date(made).toISOString(),
    ...(rule.isOn && name === undefined && { until: dayAt(made + longest(rule) * A_DAY) }),
  }));
}
