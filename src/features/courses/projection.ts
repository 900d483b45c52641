/** The table of courses. */
import { table, text, type TablesOf } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldCourse, foldCourseTexts } from "./fold.ts";
import { courseKinds } from "./records.ts";

const tables = { course: table({ subject: text, state: text, texts: text }) };
export type CourseTables = TablesOf<typeof tables>;

export const courseProjection = rowProjection({
  name: "courses",
  version: 1,
  kinds: courseKinds,
  tables,
  fold: foldCourse,
  rows: (course, records) => ({
    course: [{ state: JSON.stringify(course), texts: JSON.stringify(foldCourseTexts(records)) }],
  }),
});
