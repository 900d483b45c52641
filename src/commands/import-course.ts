/** `cnd import-course FILE.h5p --into DIR`: interactive content of H5P comes into a campaign folder as a course. */
import { dayAt } from "../engines/calendar/day.ts";
import { folderParts } from "../folder-parts.ts";
import { languageTag } from "../importers/books/arriving.ts";
import { bringCourses, type ArrivedCourses } from "../importers/h5p/import-courses.ts";
import { ArrivalError } from "../importers/site.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd import-course FILE.h5p … --into DIR [--language TAG] [--licence NAME]
Bring H5P content into a campaign folder as a course of lessons and exercises; the folder is created if needed.
It accepts TrueFalse, MultiChoice, SingleChoiceSet, Blanks, DragText, MarkTheWords and Dialogcards, alone or in a
QuestionSet or a Column, with their texts, licence and authors. No scripts are saved or run. Then read the result,
correct it, check it (cnd course check DIR), and import it: cnd import DIR
  --into DIR      the campaign folder; what it already contains does not change
  --language TAG  the content's language, if the package does not say
  --licence NAME  such as 'CC BY 4.0', if its makers gave you one that the package does not name
Content without a licence is refused. Running it again adds only what is new. A report in DIR lists, by part, what was
left out and what is scored differently from H5P.`;

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
      "Expected an H5P file and a campaign folder: cnd import-course lamps.h5p --into my-campaign",
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
      `${arrived.leftOut.length} of ${files.length} files could not be imported.`,
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
    lines("Scored differently from H5P", one.scored);
    if (one.notes.length > 0) console.log(`The report lists ${one.notes.length} things to check.`);
  }
  if (alreadyThere > 0) console.log(`Already there, and left as they are: ${alreadyThere}`);
  for (const { what, why } of leftOut) console.log(`${what}: ${why}`);
  if (report !== undefined)
    console.log(`Read ${into}/${report}, correct what you like, then: cnd import ${into}`);
}

function lines(title: string, all: readonly string[]): void {
  if (all.length === 0) return;
  console.log(`${title}: ${all.length}`);
  for (const one of all.slice(0, SHOWN)) console.log(`  ${one}`);
  if (all.length > SHOWN) console.log(`  … and ${all.length - SHOWN} more`);
}
