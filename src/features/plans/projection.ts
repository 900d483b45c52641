/** The tables of plans: what each says, and which places it names. */
import { table, text } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { lastSaid } from "../../platform/records/last-said.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { type Plan, PLAN_WITHDRAWN, PlanBody, planKinds } from "./records.ts";

const tables = {
  plan: table({ subject: text, state: text }),
  plan_place: table(
    { subject: text, place: text },
    { key: ["subject", "place"], indexes: { plan_place_place: ["place"] } },
  ),
};

/** PN1: fold one plan's records, in reading order; `undefined` when withdrawn or never made. */
export const foldPlan = (records: readonly LogRecord[]): Plan | undefined =>
  lastSaid(records, PlanBody, PLAN_WITHDRAWN);

export const planProjection = rowProjection({
  name: "plans",
  version: 1,
  kinds: planKinds,
  tables,
  fold: foldPlan,
  rows: (plan) => ({
    plan: [{ state: JSON.stringify(plan) }],
    plan_place: plan.places.flatMap(({ place }) => (place === undefined ? [] : { place })),
  }),
});
