/** What other features ask of courses. */
export { allCourses } from "./queries.ts";
