/** Books: the door. */
import type { Feature } from "../../platform/feature.ts";
import { booksModel } from "./model.ts";
import { bookRoutes } from "./routes.ts";

export const books: Feature = { name: "books", model: booksModel, routes: bookRoutes };
