/** What the log’s thread loads of courses: the kinds of record it owns, and its tables. */
import type { Model } from "../../platform/feature.ts";
import { courseProjection } from "./projection.ts";
import { courseKinds } from "./records.ts";

export const coursesModel: Model = { kinds: courseKinds, projections: [courseProjection] };
