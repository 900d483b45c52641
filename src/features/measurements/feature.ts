/** Measurements: the door. */
import type { Feature } from "../../platform/feature.ts";
import { centreOf } from "./cell.ts";
import { measurementEndpoints } from "./endpoints.ts";
import { measurementProjection } from "./projection.ts";
import { aggregateList } from "./queries.ts";
import { measurementKinds } from "./records.ts";
import { measurementRoutes } from "./routes.ts";
import { closeMonths } from "./saying.ts";

export const measurements: Feature = {
  name: "measurements",
  kinds: measurementKinds,
  projections: [measurementProjection],
  routes: measurementRoutes,
  machine: measurementEndpoints,
  hourly: ({ instance }) => closeMonths(instance, new Date().toISOString().slice(0, 10)),
};
export { aggregateList, centreOf };
