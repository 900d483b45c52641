/** The atlas: pages alone, over what other features keep. */
import type { Feature } from "../../platform/feature.ts";
import { pathOf } from "./pages/atlas.tsx";
import { REGIONS, WORLD } from "./regions.ts";
import { atlasRoutes } from "./routes.ts";

export const atlas: Feature = {
  name: "atlas",
  routes: atlasRoutes,
};
/** Its fixed addresses, for the site's map. */
export const atlasPaths = [
  ...[WORLD, ...REGIONS].map((region) => pathOf(region, {})),
  "/indicators",
];
