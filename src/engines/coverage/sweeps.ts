/** The sweep of each model and mode. */
import { sweepBullington } from "./bullington/bullington.ts";
import { sweepBullingtonExact } from "./bullington/exact.ts";
import { sweepItmExact } from "./itm-exact.ts";
import { sweepItm } from "./itm-fast.ts";
import type { Job, Model, Sweep } from "./job.ts";
import { sweepSightExact } from "./sight/exact.ts";
import { sweepSight } from "./sight/sight.ts";

const SWEEPS: Readonly<Record<Model["kind"], Readonly<Record<Job["mode"], Sweep>>>> = {
  itm: { exact: sweepItmExact, fast: sweepItm },
  bullington: { exact: sweepBullingtonExact, fast: sweepBullington },
  los: { exact: sweepSightExact, fast: sweepSight },
};

export const sweepOf = ({ model, mode }: Pick<Job, "model" | "mode">): Sweep =>
  SWEEPS[model.kind][mode];
