/** `cnd course check DIR`: what is wrong with the courses of a campaign folder, by file, line and field. */
import { courseFolder, inItsFile } from "../features/courses/folder.ts";
import { programmeFolder } from "../features/programmes/folder.ts";
import { problemLine } from "../platform/folder/problem.ts";
import { readFolder } from "../platform/folder/read.ts";
import { CommandError, switches, type Settings } from "./context.ts";

export const help = `cnd course check DIR [--json]
Check the courses in a campaign folder and list each mistake on one line: file, line, field, what was expected and what
was found. Translations are checked too: they have the same lessons and exercises as their course. Nothing is
imported and no data folder is needed. Exits with 1 if anything is wrong.
  --json   the same as JSON: { "courses", "lessons", "translations", "problems": [{ file, line, field, message }] }
How to write a course: docs/protocol/course.md`;

export async function run(_: Settings, args: readonly string[]): Promise<void> {
  const { on, rest } = switches("course", args, ["json"]);
  const [what, dir, ...others] = rest;
  if (what !== "check" || dir === undefined || others.length > 0)
    throw new CommandError("Expected a campaign folder: cnd course check DIR");
  // A course may name its programme, which has to be there.
  const { things: read, problems: all } = await readFolder(dir, [courseFolder, programmeFolder]);
  const things = read.filter(({ part }) => part === courseFolder);
  const problems = all.filter(({ file }) => /^courses(?:[/.]|$)/.test(file)).map(inItsFile);
  const lessons = things.reduce(
    (sum, { fields }) => sum + ((fields["lessons"] as unknown[]) ?? []).length,
    0,
  );
  const translations = things.reduce((sum, one) => sum + one.translations.length, 0);
  if (on.has("json"))
    console.log(
      JSON.stringify({ courses: things.length, lessons, translations, problems }, null, 1),
    );
  else {
    for (const one of problems) console.log(problemLine(one));
    const seen = `${things.length} courses, ${lessons} lessons, ${translations} translations`;
    console.log(problems.length === 0 ? `${seen}: no mistakes.` : `${seen}.`);
  }
  if (problems.length > 0) {
    const count = problems.length === 1 ? "1 mistake" : `${problems.length} mistakes`;
    throw new CommandError(`The courses in ${dir} have ${count}.`);
  }
  if (things.length === 0)
    throw new CommandError(`Expected a course in ${dir}/courses, found none.`);
}
