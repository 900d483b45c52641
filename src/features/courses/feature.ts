/** Courses: the door. */
import type { Feature } from "../../platform/feature.ts";
import { sendScript } from "../../platform/web/script.ts";
import { answerAddress } from "./answering.ts";
import { coursesModel } from "./model.ts";
import { relatedCourses } from "./related.tsx";
import { courseRoutes } from "./routes.ts";
import { practiseScript } from "./script.ts";

export const courses: Feature = {
  name: "courses",
  model: coursesModel,
  routes: courseRoutes,
  related: relatedCourses,
  machine: (serving) => ({
    "GET /courses/:slug/:lesson/answer": answerAddress(serving),
    [`GET ${practiseScript.path}`]: sendScript(practiseScript),
  }),
};
