/** Between a tree that is searched on and a choice that is told. */
import type { Network } from "./network.ts";
import type { Branch } from "./branches.ts";
import type { Built, Choice, Problem } from "./problem.ts";
import { emptyTree, join, serve, servingOrder, type Tree } from "./tree.ts";

/** @param bound that no choice can exceed; what is found may prove to be it */
export function choiceOf(network: Network, tree: Tree, bound: number, method: string): Choice {
  const { problem, siteOf, optionAt, arcs } = network;
  const built = tree.sites.map((site): Built => {
    const arc = tree.arc[site]!;
    const option = tree.option[site]! - optionAt[siteOf[tree.option[site]!]!]!;
    const way = arc < 0 ? {} : { hop: arcs.hop[arc]!, from: arcs.from[arc]! };
    return { site, option, ...way, depth: tree.depth[site]!, load: tree.load[site]! };
  });
  const people = problem.places.reduce(
    (all, place, i) => all + (tree.servedBy[i]! >= 0 ? place.people : 0),
    0,
  );
  return {
    built: built.toSorted((a, b) => a.depth - b.depth || a.site - b.site),
    servedBy: tree.servedBy.slice(),
    people,
    weighed: tree.worth,
    cost: costOf(problem, built),
    ...boundedBy(tree.worth, roundedBound(network, bound)),
    method,
    open: [],
  };
}

/** The tree of a choice that was made for the same problem. */
export function treeOf(network: Network, { built }: Pick<Choice, "built">): Tree {
  const tree = emptyTree(network);
  const { arcAt, arcs, optionAt, mast, levelMast } = network;
  for (const { site, option, hop, from } of built.toSorted((a, b) => a.depth - b.depth)) {
    let found = -1;
    if (from !== undefined)
      for (let arc = arcAt[from]!; arc < arcAt[from + 1]!; arc++) {
        const isClear =
          levelMast[arcs.fromLevel[arc]!]! <= mast[tree.option[from]!]! &&
          levelMast[arcs.toLevel[arc]!]! <= mast[optionAt[site]! + option]!;
        if (arcs.to[arc] === site && arcs.hop[arc] === hop && isClear) found = arc;
      }
    join(network, tree, optionAt[site]! + option, found);
  }
  serve(network, tree, servingOrder(network));
  return tree;
}

/** Branches that have no site in common, on the cheapest gateways that carry them; whether they are one choice is not looked at. */
export function fromBranches(
  { root, siteOf, optionAt, arcs, worth }: Network,
  branches: readonly Branch[],
): Pick<Choice, "built" | "servedBy"> {
  const built = new Map<number, Built>();
  const servedBy = new Int32Array(worth.length).fill(-1);
  const put = (o: number, arc: number): void => {
    const site = siteOf[o]!;
    const from = arcs.from[arc];
    const depth = from === undefined ? 0 : built.get(from)!.depth + 1;
    const way = from === undefined ? {} : { hop: arcs.hop[arc]!, from };
    built.set(site, { site, option: o - optionAt[site]!, ...way, depth, load: 0 });
  };
  for (const branch of branches.toSorted((a, b) => a.arcs[0]! - b.arcs[0]!))
    for (const [i, o] of branch.options.entries()) {
      const arc = branch.arcs[i]!;
      const from = arcs.from[arc];
      if (from !== undefined && !built.has(from)) put(root[arcs.fromLevel[arc]!]!, -1);
      put(o, arc);
    }
  for (const { places, servedBy: by } of branches)
    for (const [i, place] of places.entries()) servedBy[place] = by[i]!;
  return { built: [...built.values()], servedBy };
}

/** Summed anew, so that no rounding of a long search is left in it. */
const costOf = ({ sites, hops }: Problem, built: readonly Built[]): number =>
  built.reduce(
    (all, { site, option, hop }) =>
      all + sites[site]!.options[option]!.cost + (hop === undefined ? 0 : hops[hop]!.cost),
    0,
  );

export function boundedBy(weighed: number, bound: number): { bound: number; gap: number } {
  const most = bound - weighed <= 1e-6 * Math.max(1, bound) ? weighed : bound;
  return { bound: most, gap: most > 0 ? (most - weighed) / most : 0 };
}

/** Where everybody counts whole, so does what a choice can reach. */
export const roundedBound = ({ worth }: Network, bound: number): number =>
  worth.every(Number.isInteger) ? Math.floor(bound + 1e-4) : bound;

/** What a part keeps, besides its sites; all where nothing is said. */
export interface Parts {
  readonly option?: (site: number, option: number) => boolean;
  readonly hop?: (hop: number) => boolean;
}

/** A part of a problem, some of its sites with the hops between them; `whole` turns a choice for it into one of the whole. */
export function partOf(
  problem: Problem,
  sites: readonly number[],
  { option: hasOption = () => true, hop: hasHop = () => true }: Parts = {},
): { part: Problem; whole: (choice: Choice) => Choice } {
  const at = new Map(sites.map((site, i) => [site, i]));
  const hops = [...problem.hops.keys()].filter(
    (hop) => at.has(problem.hops[hop]!.a) && at.has(problem.hops[hop]!.b) && hasHop(hop),
  );
  const options = sites.map((site) =>
    [...problem.sites[site]!.options.keys()].filter((option) => hasOption(site, option)),
  );
  const part = {
    ...problem,
    sites: sites.map((site, i) => ({
      ...problem.sites[site]!,
      options: options[i]!.map((option) => problem.sites[site]!.options[option]!),
    })),
    hops: hops.map((hop) => {
      const { a, b, ...offer } = problem.hops[hop]!;
      return { ...offer, a: at.get(a)!, b: at.get(b)! };
    }),
  };
  const whole = (choice: Choice): Choice => ({
    ...choice,
    built: choice.built.map(({ site, option, hop, from, ...rest }) => ({
      ...rest,
      site: sites[site]!,
      option: options[site]![option]!,
      ...(hop !== undefined && from !== undefined && { hop: hops[hop]!, from: sites[from]! }),
    })),
    servedBy: choice.servedBy.map((site) => (site < 0 ? site : sites[site]!)),
  });
  return { part, whole };
}
