/** What the log’s thread loads of classes: their private tables. */
import type { Model } from "../../platform/feature.ts";
import { classesPart } from "./private/classes.ts";
import { teachingPart } from "./private/teaching.ts";

export const classesModel: Model = {
  kinds: {},
  projections: [],
  private: [classesPart, teachingPart],
};
