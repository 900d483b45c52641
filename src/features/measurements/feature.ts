/** Measurements: the door. */
import type { Feature } from "../../platform/feature.ts";
import { measurementEndpoints } from "./endpoints.ts";
import { privateMeasurements } from "./private.ts";
import { measurementProjection } from "./projection.ts";
import { measurementKinds } from "./records.ts";
import { measurementRoutes } from "./routes.ts";
import { closeMonths } from "./saying.ts";

export const measurements: Feature = {
  name: "measurements",
  kinds: measurementKinds,
  projections: [measurementProjection],
  routes: measurementRoutes,
  private: privateMeasurements,
  machine: measurementEndpoints,
  hourly: (instance) => closeMonths(instance, new Date().toISOString().slice(0, 10)),
};
