/** `cnd import-course FILE.h5p --into DIR`: interactive content of H5P comes into a campaign folder as a course. */
import { dayAt } from "../engines/calendar/day.ts";
import { folderParts } from "../folder-parts.ts";
import { languageTag } from "../importers/books/arriving.ts";
import { bringCourses, type ArrivedCourses } from "../importers/h5p/import-courses.ts";
import { ArrivalError } from "../importers/site.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd import-course FILE.h5p … --into DIR [--language TAG] [--licence NAME]
Bring content of H5P into a campaign folder as a course of lessons and exercises; the folder is made when there is none.
TrueFalse, MultiChoice, SingleChoiceSet, Blanks, DragText, MarkTheWords and Dialogcards come, alone or in a QuestionSet or
a Column, with their texts, their licence and who made them. Nothing of its scripts is kept or run. Then read what came,
mend it, look whether it is whole (cnd course check DIR), and import it: cnd import DIR
  --into DIR      the campaign folder; what stands in it already stays as it is
  --language TAG  in which language it is, where the package does not say it
  --licence NAME  such as 'CC BY 4.0', where its makers gave you one that the package does not say
Without a licence it is refused. Doing the same again adds only what is new. A report says by part what was left out, and
what is scored otherwise than in H5P; it is written into DIR.`;

export async function run(_settings: Settings, args: readonly string[]): Promise<void> {
  const { of, rest: files } = switches("import-course", args, [], ["into", "language", "licence"]);
  const { into, licence } = of;
  const language = of.language === undefined ? undefined : languageTag(of.language);
  if (of.language !== undefined && language === undefined)
    throw new CommandError(
      `--language: expected a language such as en or pt-BR, got ${of.language}.`,
    );
  if (files.length === 0 || into === undefined)
    throw new CommandError(
      "Expected a file of H5P and a campaign folder: cnd import-course lamps.h5p --into my-campaign",
    );
  const arrived = await bringCourses({
    files,
    into,
    parts: folderParts,
    today: dayAt(timeNow()),
    ...(language !== undefined && { language }),
    ...(licence !== undefined && { licence }),
  }).catch((error: unknown) => {
    if (error instanceof ArrivalError) throw new CommandError(error.message, { cause: error });
    throw error;
  });
  tell(arrived, into);
  if (arrived.leftOut.length > 0)
    throw new CommandError(
      `${arrived.leftOut.length} of ${files.length} files could not be taken.`,
    );
}

const SHOWN = 8; // lines of each; the rest stands in the report

function tell({ courses, alreadyThere, leftOut, report }: ArrivedCourses, into: string): void {
  for (const one of courses) {
    console.log(
      `Brought ${one.name} into ${into}/${one.path}: ${one.lessons} lessons, ${one.exercises} exercises, ${one.licence}.`,
    );
    lines(
      "Left out, by part",
      one.leftOut.map(({ what, why }) => `${what}: ${why}`),
    );
    lines("Scored otherwise than in H5P", one.scored);
    if (one.notes.length > 0)
      console.log(`${one.notes.length} things to look at stand in the report.`);
  }
  if (alreadyThere > 0) console.log(`There already, and left as they are: ${alreadyThere}`);
  for (const { what, why } of leftOut) console.log(`${what}: ${why}`);
  if (report !== undefined)
    console.log(`Read ${into}/${report}, mend what you like, then: cnd import ${into}`);
}

function lines(title: string, all: readonly string[]): void {
  if (all.length === 0) return;
  console.log(`${title}: ${all.length}`);
  for (const one of all.slice(0, SHOWN)) console.log(`  ${one}`);
  if (all.length > SHOWN) console.log(`  … and ${all.length - SHOWN} more`);
}
