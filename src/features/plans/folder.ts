/** `plans/<slug>.yaml` of the campaign folder. */
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { checkPlan } from "./check.ts";
import { PLAN_EDITED, PLAN_MADE, PLAN_WITHDRAWN, planForm } from "./records.ts";
import { PLAN_WORDING } from "./wording.ts";

const PlanFile = v.strictObject(planForm(inFile));

export const planFolder: FolderPart = {
  space: "plans",
  form: "yaml-files",
  path: "plans",
  schema: PlanFile,
  opening: PLAN_MADE,
  edit: PLAN_EDITED,
  withdrawal: PLAN_WITHDRAWN,
  wording: PLAN_WORDING,
  refs: { "places[].place": "places" },
  media: ["map.day", "map.night", "map.coverage", "ground"],

  /** PN2. */
  check(thing, problem) {
    checkPlan(thing as v.InferOutput<typeof PlanFile>, problem);
  },
};
