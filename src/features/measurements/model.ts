/** What the log’s thread loads of measurements: the kinds of record it owns, and its tables, private ones too. */
import type { Model } from "../../platform/feature.ts";
import { measurementProjection } from "./projection.ts";
import { measurementKinds } from "./records.ts";
import { measurementsPart } from "./private.ts";

export const measurementsModel: Model = {
  kinds: measurementKinds,
  projections: [measurementProjection],
  private: [measurementsPart],
};
