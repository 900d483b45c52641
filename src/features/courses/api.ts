/** What other features ask of courses. */
export { ExerciseForm, type Tried } from "./components/exercise.tsx";
export { courseAsked } from "./asked.ts";
export { exercisesOf, parseLesson } from "./exercises/parse.ts";
export type { Exercise } from "./exercises/form.ts";
export { answerIn, valuesOf } from "./exercises/answer.ts";
export { judge, verdictOf, type Answer, type Judged } from "./exercises/judge.ts";
export { keptCourse, USES_OF_COURSES as COURSE_USES, type KeptCourse } from "./kept.ts";
export { allCourses, courseAt, courseOf, type ToldCourse } from "./queries.ts";
export type { Course } from "./records.ts";
export { practiseScript } from "./script.ts";
export { languagesOfCourse, textIn, type ReadCourse } from "./text.ts";
export { wordsIn as courseWordsIn } from "./words.ts";
