/** What a plan's records say of it. Rule PN1 of README.md. */
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { PLAN_WITHDRAWN, PlanBody, type Plan } from "./records.ts";

/** Fold one plan's records, in reading order; `undefined` when withdrawn or never made. */
export const foldPlan = (records: readonly LogRecord[]): Plan | undefined =>
  lastSaid(records, PlanBody, PLAN_WITHDRAWN);
