/** What stories do not know yet: the door. */
import type { Feature } from "../../platform/feature.ts";
import { dueQuestions } from "./due.ts";
import { questionRoutes } from "./routes.ts";

export const questions: Feature = {
  name: "questions",
  routes: questionRoutes,
  waits: dueQuestions,
};
