/** What other features and commands ask of projects. */
export { projectsPart } from "./list.tsx";
export { projectList } from "./queries.ts";
export { PROJECT_OPENED, PROJECT_WITHDRAWN, ProjectBody } from "./records.ts";
