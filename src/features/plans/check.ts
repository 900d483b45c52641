/** What no form can say of a plan: that everything it names stands in it, and that the hops are a tree. Rule PN2. */
import { PARTS, type Plan } from "./records.ts";

type Checked = Pick<
  Plan,
  "sites" | "hops" | "steps" | "proof" | "bounds" | "money" | "materials"
> & {
  readonly places: readonly { readonly id: string; readonly site?: string | undefined }[];
};
type Problem = (field: string, message: string) => void;

/** Calls `problem` with the dotted field and "expected …, found …" for all that does not hold together. */
export function checkPlan(plan: Checked, problem: Problem): void {
  const sites = new Set(plan.sites.map(({ id }) => id));
  const places = new Set(plan.places.map(({ id }) => id));
  const known = (field: string, what: string, among: ReadonlySet<string>, id: string) => {
    if (!among.has(id)) problem(field, `expected the id of a ${what} of this plan, found ${id}`);
  };
  checkOnce("places", plan.places, problem);
  checkOnce("sites", plan.sites, problem);
  for (const [i, { site }] of plan.places.entries())
    if (site !== undefined) known(`places.${i}.site`, "site", sites, site);
  for (const [i, { from, to }] of plan.hops.entries()) {
    known(`hops.${i}.from`, "site", sites, from);
    known(`hops.${i}.to`, "site", sites, to);
  }
  for (const [i, step] of plan.steps.entries()) {
    if (step.order !== i + 1)
      problem(
        `steps.${i}.order`,
        `expected ${i + 1}, the steps in their order, found ${step.order}`,
      );
    known(`steps.${i}.site`, "site", sites, step.site);
    for (const [j, id] of step.relays.entries()) known(`steps.${i}.relays.${j}`, "site", sites, id);
    for (const [j, id] of step.places.entries())
      known(`steps.${i}.places.${j}`, "place", places, id);
  }
  checkTree(plan, problem);
  checkBill(plan, problem);
  const { value, bound } = plan.proof;
  if (bound < value)
    problem("proof.bound", `expected at least what the plan reaches, ${value}, found ${bound}`);
  const [south, west, north, east] = plan.bounds;
  if (north <= south) problem("bounds.2", `expected a north above ${south}, found ${north}`);
  if (east <= west) problem("bounds.3", `expected an east beyond ${west}, found ${east}`);
}

function checkOnce(list: string, things: readonly { readonly id: string }[], problem: Problem) {
  const seen = new Set<string>();
  for (const [i, { id }] of things.entries()) {
    if (seen.has(id)) problem(`${list}.${i}.id`, `expected an id of its own, found ${id} twice`);
    seen.add(id);
  }
}

/** PN60: where a bill tells its parts, the rows of each add up to its sums, to the cent. */
function checkBill({ money, materials }: Pick<Plan, "money" | "materials">, problem: Problem) {
  if (!money.besides) return;
  for (const part of PARTS) {
    const rows = materials.filter((row) => row.part === part);
    const [said, field] =
      part === "network" ? [money, "money"] : [money.besides[part], `money.besides.${part}`];
    for (const [which, column] of [
      ["capex", "purchase"],
      ["opex", "yearly"],
    ] as const) {
      const cents = Math.round(rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) * 100);
      if (Math.round(said[which] * 100) !== cents)
        problem(
          `${field}.${which}`,
          `expected ${cents / 100}, the sum of its materials, found ${said[which]}`,
        );
    }
  }
}

/** Every site that is no gateway has one hop that leads towards a gateway, and none leads in a circle. */
function checkTree({ sites, hops }: Pick<Plan, "sites" | "hops">, problem: Problem): void {
  const up = new Map<string, string>();
  for (const [i, { from, to }] of hops.entries()) {
    if (up.has(to))
      problem(`hops.${i}.to`, `expected one hop to each site, found a second to ${to}`);
    up.set(to, from);
  }
  const gateways = new Set(sites.filter(({ kind }) => kind === "gateway").map(({ id }) => id));
  for (const [i, { id }] of sites.entries()) {
    let at: string | undefined = id;
    for (let steps = 0; at !== undefined && !gateways.has(at) && steps <= hops.length; steps++)
      at = up.get(at);
    if (at === undefined || !gateways.has(at))
      problem(`sites.${i}.id`, `expected hops that lead from a gateway to ${id}, found none`);
  }
}
