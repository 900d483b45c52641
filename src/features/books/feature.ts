/** Books: the door. */
import type { Feature } from "../../platform/feature.ts";
import { booksModel } from "./model.ts";
import { bookRoutes } from "./routes.ts";
import { playerScript } from "./script.ts";
import { sendScript } from "../../platform/web/script.ts";

export const books: Feature = {
  name: "books",
  model: booksModel,
  routes: bookRoutes,
  machine: () => ({ [`GET ${playerScript.path}`]: sendScript(playerScript) }),
};
