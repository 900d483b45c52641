/** The sums of a plan's bill, part by part. */
import { cents, plus, type Cost } from "../../engines/costs/bill.ts";
import type { Part, Plan } from "./records.ts";

/** What the rows of a part of the bill add up to, to the cent. */
export function billedIn({ materials }: Pick<Plan, "materials">, part: Part) {
  const rows = materials.filter((row) => row.part === part);
  return {
    purchase: cents(rows.reduce((sum, { purchase = 0 }) => sum + purchase, 0)),
    yearly: cents(rows.reduce((sum, { yearly = 0 }) => sum + yearly, 0)),
  };
}

/** The parts of a plan's cost, then all of it; an older plan has the network alone. */
export function costsOf({ money }: Pick<Plan, "money">): (readonly [Part | "all", Cost])[] {
  const { besides, capex, opex, presentValue } = money;
  const network = { capex, opex, presentValue };
  if (!besides) return [["network", network]];
  const { households, transit } = besides;
  return [
    ["network", network],
    ["households", households],
    ["transit", transit],
    ["all", [network, households, transit].reduce(plus)],
  ];
}
