/** Keeping stories: as a book, on the phone, in another form of reading. The door. */
import type { Feature } from "../../platform/feature.ts";
import { epubRoutes } from "./epub/routes.ts";

export const keeping: Feature = {
  name: "keeping",
  kinds: {},
  projections: [],
  routes: epubRoutes,
};
