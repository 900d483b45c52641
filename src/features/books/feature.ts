/** Books: the door. */
import type { Feature } from "../../platform/feature.ts";
import { booksModel } from "./model.ts";

export const books: Feature = { name: "books", model: booksModel, routes: [] };
