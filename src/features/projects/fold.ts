/** What a project's records say of it. Rule B1 of README.md. */
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { PROJECT_WITHDRAWN, ProjectBody, type Project } from "./records.ts";

/** Fold one project's records, in reading order; `undefined` when withdrawn or never opened. */
export const foldProject = (records: readonly LogRecord[]): Project | undefined =>
  lastSaid(records, ProjectBody, PROJECT_WITHDRAWN);
