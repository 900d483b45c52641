/** What a project's records say of it. Rule B1 of README.md. */
import * as v from "valibot";
import type { LogRecord } from "../../platform/records/record.ts";
import { PROJECT_WITHDRAWN, ProjectBody, type Project } from "./records.ts";

/** Fold one project's records, in reading order; `undefined` when withdrawn or never opened. */
export function foldProject(records: readonly LogRecord[]): Project | undefined {
  let project: Project | undefined;
  for (const { kind, body } of records) {
    if (kind === PROJECT_WITHDRAWN) {
      project = undefined;
      continue;
    }
    const said = v.safeParse(ProjectBody, body);
    if (said.success) project = said.output; // otherwise a newer instance's record
  }
  return project;
}
