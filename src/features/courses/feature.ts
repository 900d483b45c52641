/** Courses: the door. */
import type { Feature } from "../../platform/feature.ts";
import { coursesModel } from "./model.ts";

export const courses: Feature = { name: "courses", model: coursesModel, routes: [] };
