/** What follows from a plan's numbers: how many people, by what, for how much. */
import type { Hop, Plan, PlannedPlace, Site } from "./records.ts";

export type Step = Plan["steps"][number];

interface Totals {
  /** Newly connected. */
  readonly people: number;
  readonly places: number;
  /** Masts to build. */
  readonly sites: number;
  /** Present value a person; undefined where nobody is reached. */
  readonly perPerson: number | undefined;
}

export function totalsOf({ steps, sites, money }: Pick<Plan, "steps" | "sites" | "money">): Totals {
  const people = steps.reduce((sum, step) => sum + step.people, 0);
  return {
    people,
    places: new Set(steps.flatMap((step) => step.places)).size,
    sites: sites.filter(({ order }) => order > 0).length,
    perPerson: money.perPerson ?? (people > 0 ? money.presentValue / people : undefined),
  };
}

/** The step that brings the connection to a place; undefined where none does. */
export const stepOf = ({ steps }: Plan, place: Pick<PlannedPlace, "id">): Step | undefined =>
  steps.find(({ places }) => places.includes(place.id));

/** The hops on the way from a gateway to a site, the first of them first. */
export function wayTo({ hops }: { readonly hops: readonly Hop[] }, site: string): Hop[] {
  const way: Hop[] = [];
  let at = hops.find(({ to }) => to === site);
  while (at && way.length <= hops.length) {
    way.unshift(at);
    const { from }: Hop = at;
    at = hops.find(({ to }) => to === from);
  }
  return way;
}

export const siteNamed = ({ sites }: Plan, id: string): Site | undefined =>
  sites.find((site) => site.id === id);

/** Whether nothing is said of it: nobody has measured here. */
export const isUnknown = ({ value }: PlannedPlace["inputs"][number]): boolean =>
  value === undefined;

/** Whether a step of the plan brings the connection to it. */
export const isServed = (plan: Plan, place: Pick<PlannedPlace, "id" | "site">): boolean =>
  place.site !== undefined && stepOf(plan, place) !== undefined;
