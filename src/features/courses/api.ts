/** What other features ask of courses. */
export { exercisesOf } from "./exercises/parse.ts";
export type { Exercise } from "./exercises/form.ts";
export { answerIn } from "./exercises/answer.ts";
export { judge, verdictOf, type Answer, type Judged } from "./exercises/judge.ts";
export { allCourses, courseAt, courseOf, type ToldCourse } from "./queries.ts";
export type { Course } from "./records.ts";
export { textIn, type ReadCourse } from "./text.ts";
