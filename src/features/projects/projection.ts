/** The tables of projects: what each says, and which places, partners, pledges and plan it names. */
import { table, text } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { type Project, PROJECT_WITHDRAWN, ProjectBody, projectKinds } from "./records.ts";

const tables = {
  project: table({ subject: text, state: text }),
  /** `about`: the subject of a place, a partner, a pledge or a plan. */
  project_subject: table(
    { subject: text, about: text },
    { key: ["subject", "about"], indexes: { project_subject_about: ["about"] } },
  ),
};

/** B1: fold one project's records, in reading order; `undefined` when withdrawn or never opened. */
export const foldProject = (records: readonly LogRecord[]): Project | undefined =>
  lastSaid(records, ProjectBody, PROJECT_WITHDRAWN);

export const projectProjection = rowProjection({
  name: "projects",
  version: 2,
  kinds: projectKinds,
  tables,
  fold: foldProject,
  rows(project) {
    const { places = [], partners = [], pledges = [], plan = [] } = project;
    const named = [...places, ...partners, ...pledges].concat(plan);
    return {
      project: [{ state: JSON.stringify(project) }],
      project_subject: named.map((about) => ({ about })),
    };
  },
});
