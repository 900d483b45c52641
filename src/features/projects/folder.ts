/** `projects/<slug>.yaml` of the campaign folder. */
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import {
  PROJECT_EDITED,
  PROJECT_OPENED,
  PROJECT_WITHDRAWN,
  projectForm,
  PROJECT_WORDING,
} from "./records.ts";

const ProjectFile = v.strictObject(projectForm(inFile));

export const projectFolder: FolderPart = {
  space: "projects",
  form: "yaml-files",
  path: "projects",
  schema: ProjectFile,
  opening: PROJECT_OPENED,
  edit: PROJECT_EDITED,
  withdrawal: PROJECT_WITHDRAWN,
  refs: { "partners[]": "partners", "places[]": "places", "pledges[]": "pledges", plan: "plans" },
  wording: PROJECT_WORDING,
  media: [],

  /** B8. */
  check(thing, problem) {
    const { from, by, people, milestones = [] } = thing as v.InferOutput<typeof ProjectFile>;
    if (
      from !== undefined &&
      by !== undefined &&
      by.slice(0, from.length) < from.slice(0, by.length)
    )
      problem("by", `expected a date not before ${from}, found ${by}`);
    if (people?.high !== undefined && people.high < people.low)
      problem("people.high", `expected a number not below ${people.low}, found ${people.high}`);
    const ids = milestones.map((m) => m.id);
    for (const [i, id] of ids.entries())
      if (ids.indexOf(id) !== i)
        problem(`milestones.${i}.id`, `expected an id of its own, found ${id} twice`);
  },
};
