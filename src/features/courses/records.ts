/** What can be said of a course: the whole of it each time, with its lessons. */
import * as v from "valibot";
import {
  amount,
  inBody,
  language,
  line,
  listOf,
  markdown,
  oneOf,
  paragraph,
  slug,
  sourceList,
  url,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const COURSE_OPENED = "course.opened/1";
export const COURSE_EDITED = "course.edited/1";
export const COURSE_TRANSLATED = "course.translated/1";
export const COURSE_WITHDRAWN = "course.withdrawn/1";

const MOST_LESSONS = 60; // a week of days has twenty; a body holds 256 kB

/** The front matter of a lesson's file. */
export const lessonForm = { title: line };
const lesson = v.strictObject({
  id: slug,
  ...lessonForm,
  markdown,
});
const lessons = v.optional(
  v.pipe(
    v.array(lesson, "a list of lessons"),
    v.minLength(1, "at least one lesson"),
    v.maxLength(MOST_LESSONS, `at most ${MOST_LESSONS} lessons`),
  ),
);

const percent = v.pipe(
  v.number("a whole number from 1 to 100"),
  v.integer("a whole number from 1 to 100"),
  v.minValue(1, "a whole number from 1 to 100"),
  v.maxValue(100, "a whole number from 1 to 100"),
);

/** Over the two sides of a form: what a reference is in a file, and in a record. */
export const courseForm = <R extends v.GenericSchema>(side: { readonly ref: R }) => ({
  title: line,
  summary: paragraph,
  language,
  /** How long it takes with a teacher. */
  hours: v.pipe(amount, v.minValue(0.25, "at least a quarter of an hour"), v.maxValue(1000)),
  licence: v.strictObject({ name: line, url: v.optional(url) }),
  sources: v.optional(sourceList),
  /** The programme that it belongs to, and whose page leads to it. */
  programme: v.optional(side.ref),
  /** What somebody gets who finishes: with that many percent of the exercises right, and these tasks shown to a teacher. */
  badge: v.optional(
    v.strictObject({
      name: line,
      criteria: paragraph,
      pass: percent,
      shown: v.optional(listOf(slug, 50)),
    }),
  ),
  lessons,
});
export const CourseBody = v.strictObject({ ...courseForm(inBody), markdown });
export type Course = Readonly<v.InferOutput<typeof CourseBody>>;
export type Lesson = Readonly<v.InferOutput<typeof lesson>>;

/** The same lessons in another language, with the same exercises. */
export const courseTextForm = {
  title: line,
  summary: paragraph,
  state: oneOf("machine", "person", "reviewed"),
  translator: v.optional(line),
  badge: v.optional(v.strictObject({ name: line, criteria: paragraph })),
  lessons,
};
export const CourseTextBody = v.strictObject({ ...courseTextForm, lang: language, markdown });

export const courseKinds: Kinds = {
  [COURSE_OPENED]: { opens: true, body: CourseBody },
  [COURSE_EDITED]: { opens: false, body: CourseBody },
  [COURSE_TRANSLATED]: { opens: false, body: CourseTextBody },
  [COURSE_WITHDRAWN]: { opens: false, body: withdrawal },
};
