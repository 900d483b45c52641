/** The tables of projects: what each says, and which places, partners, pledges and plan it names. */
import { table, text } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldProject } from "./fold.ts";
import { projectKinds } from "./records.ts";

const tables = {
  project: table({ subject: text, state: text }),
  /** `about`: the subject of a place, a partner, a pledge or a plan. */
  project_subject: table(
    { subject: text, about: text },
    { key: ["subject", "about"], indexes: { project_subject_about: ["about"] } },
  ),
};

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
