/** Open data: files and an API made from what the other features hold; it says nothing itself. */
import type { Feature } from "../../platform/feature.ts";
import { dataRoutes } from "./routes.ts";

export const openData: Feature = { name: "open-data", routes: dataRoutes };
