/** What the log’s thread loads of books: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { signingsPart } from "./private.ts";
import { bookProjection, signingProjection } from "./projection.ts";
import { bookKinds } from "./records.ts";

export const booksModel: Model = {
  kinds: bookKinds,
  projections: [bookProjection, signingProjection],
  private: [signingsPart],
};
