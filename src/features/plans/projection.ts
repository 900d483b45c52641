/** The tables of plans: what each says, and which places it names. */
import { table, text } from "../../platform/db/table.ts";
import { rowProjection } from "../../platform/log/row-projection.ts";
import { foldPlan } from "./fold.ts";
import { planKinds } from "./records.ts";

const tables = {
  plan: table({ subject: text, state: text }),
  plan_place: table(
    { subject: text, place: text },
    { key: ["subject", "place"], indexes: { plan_place_place: ["place"] } },
  ),
};

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
