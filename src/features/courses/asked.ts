/**
 * What the form of a course asks at the desk: of each lesson its text and its exercises, each by its fields and with the text
 * that follows it. The file has all that in one text; what nobody changes stays there as it was written, letter by letter.
 */
import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { inFile, line, markdown, slug } from "../../platform/folder/fields.ts";
import { unfold } from "../../platform/folder/form.ts";
import { block } from "../../platform/folder/front-matter.ts";
import type { FieldProblem } from "../../platform/folder/part.ts";
import { misfits } from "../../platform/folder/problem.ts";
import { writeYaml } from "../../platform/folder/write.ts";
import { exerciseProblems, formOf, SORTS, type Exercise } from "./exercises/form.ts";
import { blocksOf, parseLesson } from "./exercises/parse.ts";
import { courseForm, type Lesson } from "./records.ts";

type Fields = Readonly<Record<string, unknown>>;
/** An exercise as the form has it: its own fields, and what is read after it. */
interface Row extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly after?: string;
}
interface AskedLesson {
  readonly id: string;
  readonly title: string;
  /** What is read before the first exercise. */
  readonly markdown?: string;
  readonly exercises?: readonly Row[];
  /** All of its text, where another program would write it otherwise. */
  readonly written?: string;
}
/** A text or an exercise, and the lines of the file that say it. */
interface Piece {
  readonly lines: readonly string[];
  readonly says: unknown;
}

const rows = SORTS.map((sort) => {
  const { entries } = formOf(sort) as unknown as { readonly entries: v.ObjectEntries };
  const { by: _unmade, ...made } = entries; // nothing can be handed in yet (CU26)
  return v.strictObject({ ...made, after: v.optional(markdown) });
});
const lesson = v.strictObject({
  id: slug,
  title: line,
  markdown: v.optional(markdown),
  exercises: v.optional(v.array(v.union(rows))),
  written: v.optional(v.string()),
});

export const courseAsked = {
  schema: v.strictObject({ ...courseForm(inFile), lessons: v.optional(v.array(lesson)) }),
  /** The fields of the file as the form has them. */
  open: (fields: Fields): Fields => withLessons(fields, (one: Lesson) => opened(one)),
  /** And back, letter by letter; with what does not fit, by its place in the form: `lessons.0.exercises.2.answers`. */
  close: (
    asked: Fields,
  ): { readonly fields: Fields; readonly problems: readonly FieldProblem[] } => ({
    fields: withLessons(asked, closed),
    problems: ((asked["lessons"] ?? []) as readonly AskedLesson[]).flatMap(
      ({ exercises = [] }, i) =>
        exercises.flatMap((row, j) => problemsOf(row, `lessons.${i}.exercises.${j}`)),
    ),
  }),
};

const withLessons = (fields: Fields, change: (one: never) => unknown) =>
  Array.isArray(fields["lessons"])
    ? { ...fields, lessons: (fields["lessons"] as unknown as readonly never[]).map(change) }
    : fields;

function opened({ id, title, markdown: whole }: Lesson): AskedLesson {
  const pieces = piecesOf(whole);
  const [first, ...others] = pieces;
  if (!first) return { id, title, markdown: whole }; // what cannot be read as exercises is one text
  const exercises: Row[] = [];
  for (let i = 0; i < others.length; i += 2) {
    const after = others[i + 1]!.says as string;
    exercises.push({ ...(others[i]!.says as Row), ...(after !== "" && { after }) });
  }
  const asked: AskedLesson = {
    id,
    title,
    ...(first.says !== "" && { markdown: first.says as string }),
    ...(exercises.length > 0 && { exercises }),
  };
  return closed(asked).markdown === whole ? asked : { ...asked, written: whole };
}

/** A text, an exercise, a text and so on, a text last; none where an exercise is wrong. */
function piecesOf(whole: string): Piece[] {
  const { parts, problems } = parseLesson(whole);
  if (problems.length > 0) return [];
  const exercises = parts.flatMap((part) => (part.is === "exercise" ? [said(part.exercise)] : []));
  return blocksOf(whole).map(({ is, lines }) => ({
    lines,
    says: is === "text" ? block(lines.join("\n")) : exercises.shift(),
  }));
}

/** The fields of its file. An answer that is not right does not say so. */
function said(one: Exercise): Fields {
  const { sort: _, ...own } = one;
  if (!("answers" in own)) return own;
  const answers = own.answers.map(({ text, right }) => ({ text, ...(right && { right }) }));
  return { ...own, answers };
}

function closed({ id, title, markdown: text = "", exercises = [], written = "" }: AskedLesson) {
  const before = piecesOf(written);
  const last = exercises.length - 1;
  const lines = [
    ...linesOf(text, before[0], [[], last < 0 ? [] : [""]]),
    ...exercises.flatMap(({ after = "", ...own }, i) => {
      const at = before.findIndex(({ says }) => (says as Row).id === own.id);
      const [was, then] = at < 0 ? [] : [before[at], before[at + 1]];
      const stays = was && isDeepStrictEqual(was.says, own);
      // What was last is told from what stands between two exercises by the blank lines around it.
      const followed = at + 2 < before.length === i < last ? then : undefined;
      return [
        ...(stays ? was.lines : ["```exercise", ...yamlOf(own), "```"]),
        ...linesOf(after, followed, [[""], i < last ? [""] : []]),
      ];
    }),
  ];
  return { id, title, markdown: block(lines.join("\n")) };
}

/** As they stood, where they say the same; else with these around them. */
function linesOf(
  text: string,
  was: Piece | undefined,
  [above, below]: readonly [readonly string[], readonly string[]],
): readonly string[] {
  if (was?.says === text) return was.lines;
  if (text !== "") return [...above, ...text.split("\n"), ...below];
  return above.length > 0 ? below : [];
}

const sortIn = (row: Readonly<Record<string, unknown>>) =>
  SORTS.find((sort) => Object.hasOwn(row, sort));

const yamlOf = (own: Readonly<Record<string, unknown>>): string[] => {
  const sort = sortIn(own);
  return writeYaml(own, sort ? unfold(formOf(sort)) : [])
    .trimEnd()
    .split("\n");
};

function problemsOf(row: Row, at: string): FieldProblem[] {
  const { after: _, ...own } = row;
  const sort = sortIn(own);
  if (!sort) return [{ at, message: `expected one of ${SORTS.join(", ")}, found none` }];
  const wrong = misfits(formOf(sort), own).map(({ path, message }) => ({
    at: [at, ...path].join("."),
    message,
  }));
  if (wrong.length > 0) return wrong;
  const odd = exerciseProblems({ sort, ...own } as unknown as Exercise);
  return odd.map((one) => ({ at: `${at}.${one.at}`, message: one.message }));
}
