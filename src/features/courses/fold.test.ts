import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldCourse, foldCourseTexts } from "./projection.ts";
import { COURSE_EDITED, COURSE_OPENED, COURSE_TRANSLATED, COURSE_WITHDRAWN } from "./records.ts";

const course = (...lessons: readonly string[]) => ({
  title: "A lamp",
  summary: "How a lamp is lit.",
  language: "en",
  hours: 1,
  licence: { name: "CC BY 4.0" },
  lessons: lessons.map((id) => ({ id, title: id, markdown: "Oil burns." })),
  markdown: "",
});
const french = (...lessons: readonly string[]) => ({
  title: "Une lampe",
  summary: "Comment on allume une lampe.",
  state: "person",
  lang: "fr",
  lessons: lessons.map((id) => ({ id, title: id, markdown: "L’huile brûle." })),
  markdown: "",
});
const said = (...records: readonly (readonly [string, unknown])[]) =>
  recordsOf(subjectOf("courses", "a-lamp"), ...records);

test("CU2 a translation is behind once the course is worded anew, and gone when it has other lessons", () => {
  const opened = [COURSE_OPENED, course("begin", "end")] as const;
  const told = [COURSE_TRANSLATED, french("begin", "end")] as const;
  assert.equal(foldCourseTexts(said(opened, told))["fr"]?.behind, undefined);
  const reworded = [COURSE_EDITED, { ...course("begin", "end"), summary: "Anew." }] as const;
  assert.equal(foldCourseTexts(said(opened, told, reworded))["fr"]?.behind, true);
  assert.deepEqual(foldCourseTexts(said(opened, told, [COURSE_EDITED, course("begin")])), {});
});

test("CU1 the last statement stands, a withdrawal ends it, and what does not fit changes nothing", () => {
  const opened = [COURSE_OPENED, course("begin")] as const;
  const odd = { ...course("begin"), hours: 0 };
  assert.equal(foldCourse(said(opened, [COURSE_EDITED, odd]))?.hours, 1);
  assert.equal(foldCourse(said(opened, [COURSE_WITHDRAWN, {}])), undefined);
});
