/** Classes: the door. */
import type { Feature } from "../../platform/feature.ts";
import { classesModel } from "./model.ts";

export const classes: Feature = { name: "classes", model: classesModel, routes: [] };
