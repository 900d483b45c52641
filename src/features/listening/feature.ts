/** Listening: the door. */
import type { Feature } from "../../platform/feature.ts";
import { listeningModel } from "./model.ts";

export const listening: Feature = {
  name: "listening",
  model: listeningModel,
  routes: [],
};
