/** In which order to build what was chosen, and why each place stands where it does. */
import { treeOf } from "./choice.ts";
import { networkOf } from "./network.ts";
import type { Built, Choice, Problem, Step } from "./problem.ts";
import { waysFrom } from "./ways.ts";

/** Each step connects most weighed people for its cost, with whatever must stand before it. */
export function orderOf(problem: Problem, choice: Choice): Step[] {
  const bySite = new Map(choice.built.map((built) => [built.site, built]));
  const served = Map.groupBy(problem.places.keys(), (place) => choice.servedBy[place]!);
  const isBuilt = new Set<number>();
  const stepTo = (last: Built): Step => {
    const sites: number[] = [];
    for (let at: Built | undefined = last; at && !isBuilt.has(at.site);)
      [sites[sites.length], at] = [
        at.site,
        at.from === undefined ? undefined : bySite.get(at.from),
      ];
    const places = sites.flatMap((site) => served.get(site) ?? []).toSorted((a, b) => a - b);
    const people = places.map((place) => problem.places[place]!);
    return {
      sites: sites.toReversed(),
      places,
      people: people.reduce((sum, place) => sum + place.people, 0),
      weighed: people.reduce((sum, place) => sum + place.people * place.weight, 0),
      cost: sites.reduce((sum, site) => sum + costOfBuilt(problem, bySite.get(site)!), 0),
    };
  };
  const steps: Step[] = [];
  for (;;) {
    const left = choice.built.filter(({ site }) => !isBuilt.has(site) && served.has(site));
    if (left.length === 0) return steps;
    const next = left.map(stepTo).reduce((a, b) => (isBefore(b, a) ? b : a));
    for (const site of next.sites) isBuilt.add(site);
    steps.push(next);
  }
}

const costOfBuilt = ({ sites, hops }: Problem, { site, option, hop }: Built): number =>
  sites[site]!.options[option]!.cost + (hop === undefined ? 0 : hops[hop]!.cost);

/** More for each unit of cost; of two alike the larger. */
const isBefore = (a: Step, b: Step): boolean => {
  const [left, right] = [a.weighed * b.cost, b.weighed * a.cost];
  return left > right || (left === right && a.weighed > b.weighed);
};

export type Reason =
  /** Its turn, from 0, and the site that serves it. */
  | { readonly kind: "served"; readonly step: number; readonly site: number }
  | { readonly kind: "no site covers it" }
  /** Some sites cover it, but no way of clear hops leads there within the limit of hops. */
  | { readonly kind: "no way leads there"; readonly sites: readonly number[] }
  /** A site covers it and is built, or carries too few Mbit/s whatever is built. */
  | { readonly kind: "no capacity"; readonly site: number }
  /** The least that it would cost beyond what is built. */
  | { readonly kind: "costs more"; readonly site: number; readonly cost: number };

/** Why each place is where it is, one for each place. */
export function reasonsOf(
  problem: Problem,
  choice: Choice,
  steps = orderOf(problem, choice),
): Reason[] {
  const network = networkOf(problem);
  const tree = treeOf(network, choice);
  const ways = waysFrom(network, tree, Number.POSITIVE_INFINITY);
  const stepOf = new Map(
    steps.flatMap((step, i) => step.places.map((place) => [place, i] as const)),
  );
  return problem.places.map((_, place): Reason => {
    const site = choice.servedBy[place]!;
    if (site >= 0) return { kind: "served", step: stepOf.get(place)!, site };
    const by = [...network.coveredBy[place]!];
    if (by.length === 0) {
      const narrow = problem.sites.findIndex(({ options }) =>
        options.some((o) => o.covers.includes(place)),
      );
      if (narrow < 0) return { kind: "no site covers it" };
      return network.width[narrow] === 0
        ? { kind: "no way leads there", sites: coverers(problem, place) }
        : { kind: "no capacity", site: narrow };
    }
    let best = { site: -1, cost: Number.POSITIVE_INFINITY };
    for (const option of by) {
      const at = network.siteOf[option]!;
      const built = tree.option[at]!;
      if (built === option) return { kind: "no capacity", site: at };
      const cost =
        built >= 0
          ? Math.max(0, network.cost[option]! - network.cost[built]!)
          : network.cost[option]! +
            (network.uplink[option]! > 0 ? 0 : ways.arrival[network.levelOf[option]!]!);
      if (cost < best.cost) best = { site: at, cost };
    }
    if (best.site >= 0) return { kind: "costs more", ...best };
    return { kind: "no way leads there", sites: coverers(problem, place) };
  });
}

const coverers = ({ sites }: Problem, place: number): number[] =>
  [...sites.keys()].filter((site) =>
    sites[site]!.options.some((option) => option.covers.includes(place)),
  );
