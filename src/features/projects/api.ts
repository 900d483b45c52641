/** What other features and commands ask of projects. */
export { projectList } from "./queries.ts";
export { PROJECT_OPENED, PROJECT_WITHDRAWN, ProjectBody } from "./records.ts";
