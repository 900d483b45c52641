/** Files of H5P come into a campaign folder as courses, one after the other, to be read and then imported. */
import { createHash } from "node:crypto";
import { appendFile, readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { canonicalFiles } from "../../platform/folder/canonical.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { writeInto } from "../../platform/folder/write-into.ts";
import { freeSlug } from "../addresses.ts";
import { folderAt, newFolder } from "../into-folder.ts";
import { ArrivalError, type LeftOut } from "../site.ts";
import type { Said } from "./about.ts";
import { courseFrom, type ArrivedCourse } from "./course.ts";
import { readH5p } from "./package.ts";

interface Arrival extends Said {
  readonly files: readonly string[];
  /** The campaign folder; made when there is none. */
  readonly into: string;
  readonly parts: readonly FolderPart[];
  readonly today: string;
}

export interface ArrivedCourses {
  readonly courses: readonly ArrivedCourse[];
  readonly alreadyThere: number;
  /** Whole files. */
  readonly leftOut: readonly LeftOut[];
  /** The report's path in the folder; absent when nothing is new. */
  readonly report?: string;
}

/** Which packages came, a line each: key, blank, slug. A second run adds none of them, however they were worded since. */
const KNOWN = ".imported-courses";

/** @throws ArrivalError where the folder has mistakes */
export async function bringCourses({
  files,
  into,
  parts,
  today,
  ...said
}: Arrival): Promise<ArrivedCourses> {
  const folder = await folderAt(into, parts);
  const part = parts.find(({ space }) => space === "courses")!;
  const known = (await readFile(join(into, KNOWN), "utf8").catch(() => "")).split("\n");
  const taken = new Set(
    (await readdir(join(into, part.path)).catch(() => [])).map((name) => name.split(".")[0]!),
  );
  const courses: ArrivedCourse[] = [];
  const leftOut: LeftOut[] = [];
  let alreadyThere = 0;
  for (const file of files) {
    const name = basename(file);
    try {
      const h5p = await readH5p(file);
      const key = createHash("sha256").update(h5p.said).digest("hex");
      if (known.some((line) => line.startsWith(`${key} `))) {
        alreadyThere += 1;
        continue;
      }
      const { written, told } = courseFrom(h5p, { name, part, taken, ...said });
      if (folder.things.length === 0 && courses.length === 0) await newFolder(into, parts, today);
      for (const [path, text] of [...canonicalFiles([written])].toReversed())
        await writeInto(into, path, text);
      known.push(`${key} ${written.slug}`);
      await appendFile(join(into, KNOWN), `${key} ${written.slug}\n`);
      taken.add(written.slug);
      courses.push(told);
    } catch (error) {
      if (!(error instanceof ArrivalError)) throw error;
      leftOut.push({ what: name, why: error.message });
    }
  }
  const told = { courses, alreadyThere, leftOut };
  if (courses.length === 0) return told;
  const there = new Set((await readdir(into)).map((name) => name.replace(/\.md$/, "")));
  const report = `${freeSlug("import-report-courses", there)}.md`;
  await writeInto(into, report, reportOf({ ...told, today }));
  return { ...told, report };
}

/** What did not come along, and what is scored otherwise, by part. @returns Markdown */
function reportOf({
  courses,
  alreadyThere,
  leftOut,
  today,
}: ArrivedCourses & { readonly today: string }): string {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? "" : `### ${title}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
  const said = ({ what, why }: LeftOut) => `${what}: ${why}`;
  return [
    "# Courses that came",
    `Read on ${today}. This file is for you; it is never published.`,
    alreadyThere > 0 ? `${alreadyThere} courses were here already and were left as they are.` : "",
    ...(leftOut.length === 0
      ? []
      : ["## Files that were left out", leftOut.map((one) => `- ${said(one)}`).join("\n")]),
    ...courses.flatMap((one) => [
      `## \`${one.path}\``,
      `From ${one.name}: ${one.title}, ${one.lessons} lessons, ${one.exercises} exercises, in ${one.language}, ${one.licence}. Of its scripts, fonts and styles nothing was read.`,
      list("Left out, by part", one.leftOut.map(said)),
      list("Scored otherwise than in H5P, by part", one.scored),
      list("Changed, by part", one.notes),
    ]),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}
