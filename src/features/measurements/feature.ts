/** Measurements: the door. */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Feature } from "../../platform/feature.ts";
import { measurementsModel } from "./model.ts";
import { measurementEndpoints } from "./endpoints.ts";
import { measurementRoutes } from "./routes.tsx";
import { closeMonths } from "./commands.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";

export const measurements: Feature = {
  name: "measurements",
  model: measurementsModel,
  routes: measurementRoutes,
  machine: measurementEndpoints,
  hourly: ({ instance }) => closeMonths(instance, dayAt(timeNow())),
};
