/** `courses/<slug>.md` and `courses/<slug>/<nn>-<lesson>.md` of the campaign folder, and the same with a language. */
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import type { FolderProblem } from "../../platform/folder/problem.ts";
import { parseLesson, skeletonOf, type LessonProblem, type Part } from "./exercises/parse.ts";
import {
  COURSE_EDITED,
  COURSE_OPENED,
  COURSE_TRANSLATED,
  COURSE_WITHDRAWN,
  courseForm,
  courseTextForm,
  lessonForm,
  type Course,
} from "./records.ts";

export const courseFolder: FolderPart = {
  space: "courses",
  form: "markdown-files",
  chapters: { field: "lessons", schema: v.strictObject(lessonForm) },
  path: "courses",
  schema: v.strictObject(courseForm(inFile)),
  opening: COURSE_OPENED,
  edit: COURSE_EDITED,
  withdrawal: COURSE_WITHDRAWN,
  translation: { kind: COURSE_TRANSLATED, schema: v.strictObject(courseTextForm) },
  refs: { programme: "programmes" },
  media: [],

  check(thing, problem) {
    const { lessons = [], badge } = thing as Pick<Course, "lessons" | "badge">;
    if (lessons.length === 0)
      problem("", "expected a lesson in a file such as 01-begin.md, found none");
    for (const [i, { id }] of lessons.entries())
      if (lessons.findIndex((one) => one.id === id) < i)
        problem(`lessons.${i}.id`, `expected each lesson once, found ${id} again`);
    for (const [i, { id }] of lessons.entries())
      if (id === "kept")
        // an address of the course itself
        problem(`lessons.${i}.id`, "expected another name than kept, found kept");
    const tasks = new Set<string>();
    const seen = new Map<string, string>();
    for (const [i, { id: name, markdown }] of lessons.entries()) {
      const { parts, problems } = parseLesson(markdown);
      for (const one of problems) problem(`lessons.${i}.markdown`, inLesson(one));
      for (const { sort, id } of exercisesIn(parts)) {
        const first = seen.get(id);
        if (first !== undefined && first !== name)
          problem(
            `lessons.${i}.markdown`,
            `expected ids that no other lesson has, found ${id}, which ${first} has`,
          );
        seen.set(id, name);
        if (sort === "task") tasks.add(id);
      }
    }
    for (const [i, id] of (badge?.shown ?? []).entries())
      if (!tasks.has(id))
        problem(`badge.shown.${i}`, `expected the id of a task of a lesson, found ${id}`);
  },

  /** The same lessons, and in them the same exercises. */
  checkTranslation(thing, text, problem) {
    const { lessons = [] } = thing as Pick<Course, "lessons">;
    const { lessons: translated = [] } = text as Pick<Course, "lessons">;
    const names = (all: typeof lessons) =>
      all
        .map(({ id }) => id)
        .toSorted()
        .join(", ");
    if (names(translated) !== names(lessons)) {
      const found = names(translated) || "none";
      problem("", `expected the lessons of the course, ${names(lessons)}, found ${found}`);
      return;
    }
    for (const [i, { id, markdown }] of translated.entries()) {
      const { parts, problems } = parseLesson(markdown);
      for (const one of problems) problem(`lessons.${i}.markdown`, inLesson(one));
      const original = lessons.find((one) => one.id === id)!;
      const whole = parseLesson(original.markdown);
      if (whole.problems.length > 0) continue; // that is said of the original, and of it alone
      const own = exercisesIn(whole.parts).map(skeletonOf);
      const its = exercisesIn(parts).map(skeletonOf);
      const odd = own.findIndex((one, at) => one !== its[at]);
      if (problems.length === 0 && (odd >= 0 || its.length !== own.length))
        problem(
          `lessons.${i}.markdown`,
          `expected the exercises of the original, in their order and with as many answers, found another than its ${odd < 0 ? own.length : odd + 1}.`,
        );
    }
  },
};

/** What is wrong in an exercise, with the line of its file and its own field. */
export function inItsFile(problem: FolderProblem): FolderProblem {
  const said = IN_LESSON.exec(problem.message);
  if (!said) return problem;
  const [whole, line, field = ""] = said;
  const message = problem.message.slice(whole.length);
  return { ...problem, line: problem.line + Number(line) - 1, field, message };
}
/** As `inLesson` says it. */
const IN_LESSON = /^line (\d+) of the text: (?:([a-z]\w*(?:[[.\]]+\w+)*\]?): )?/;

const inLesson = ({ line, field, message }: LessonProblem): string =>
  `line ${line} of the text: ${field === "" ? "" : `${field}: `}${message}`;

const exercisesIn = (parts: readonly Part[]) =>
  parts.flatMap((part) => (part.is === "exercise" ? [part.exercise] : []));
