/** The atlas: pages alone, over what other features keep. */
import type { Feature } from "../../platform/feature.ts";
import { atlasRoutes } from "./routes.ts";

export const atlas: Feature = {
  name: "atlas",
  routes: atlasRoutes,
};
