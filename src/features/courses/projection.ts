/** What a course's records say of it, and the table of courses. Rules CU1 and CU2 of README.md. */
import type * as v from "valibot";
import { orNull, table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldTexts, lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import {
  COURSE_TRANSLATED,
  COURSE_WITHDRAWN,
  CourseBody,
  courseKinds,
  CourseTextBody,
  type Course,
} from "./records.ts";

export interface CourseText extends Readonly<Omit<v.InferOutput<typeof CourseTextBody>, "lang">> {
  /** The original was worded anew after this translation. */
  readonly behind?: true;
}
/** By language. */
export type CourseTexts = Readonly<Record<string, CourseText>>;

/** Fold one course's records, in reading order; `undefined` when withdrawn or never opened. */
export const foldCourse = (records: readonly LogRecord[]): Course | undefined =>
  lastSaid(records, CourseBody, COURSE_WITHDRAWN);

/** The last translation into each language that has the course's lessons. */
export const foldCourseTexts = (records: readonly LogRecord[]): CourseTexts =>
  foldTexts(records, {
    translated: COURSE_TRANSLATED,
    body: CourseBody,
    text: CourseTextBody,
    wordsOf: ({ title, summary, markdown, lessons }) => [title, summary, markdown, lessons],
    fits: (said, course) => namesOf(said) === namesOf(course),
  });

const namesOf = ({ lessons = [] }: Pick<Course, "lessons">): string =>
  lessons
    .map(({ id }) => id)
    .toSorted()
    .join(" ");

const tables = {
  course: table(
    { subject: text, programme: orNull(text), state: text, texts: text },
    { indexes: { course_programme: ["programme"] } },
  ),
};
export type CourseTables = TablesOf<typeof tables>;

export const courseProjection = rowProjection({
  name: "courses",
  version: 2,
  kinds: courseKinds,
  tables,
  fold: foldCourse,
  rows: (course, records) => ({
    course: [
      {
        programme: course.programme ?? null,
        state: JSON.stringify(course),
        texts: JSON.stringify(foldCourseTexts(records)),
      },
    ],
  }),
});
