/** A choice that was made for less of a problem, as a tree of the whole one: what more can be chosen leaves it possible. */
import { treeOf } from "./choice.ts";
import { WHOLE, type Network } from "./network.ts";
import type { Choice } from "./problem.ts";
import type { Tree } from "./tree.ts";

/** @returns who is served as the choice tells it or better; undefined where the choice is none within the limits */
export function seedOf(
  network: Network,
  choice: Pick<Choice, "built" | "servedBy">,
): Tree | undefined {
  const tree = treeOf(network, choice);
  if (!stands(network, tree, choice)) return undefined;
  const told = servedAs(network, tree, choice.servedBy);
  return told && told.worth > tree.worth ? told : tree;
}

/** Every site by the way that is told, within money, hops and sites. */
function stands(network: Network, tree: Tree, { built }: Pick<Choice, "built">): boolean {
  const { budget = Infinity, hops = Infinity, sites = Infinity } = network.problem.limits;
  return (
    tree.cost <= budget * (1 + 1e-12) &&
    tree.counted <= sites &&
    built.every(({ site, hop }) => {
      const isRoot = hop === undefined && network.uplink[tree.option[site]!]! > 0;
      return tree.depth[site]! <= hops && (isRoot || (hop !== undefined && tree.arc[site]! >= 0));
    })
  );
}

/**
 * The order in which `serve` takes places depends on all that could be built, so that the same sites could serve fewer
 * where more can be chosen; here places stay with the site that served them.
 * @returns undefined where something does not carry it
 */
function servedAs(network: Network, tree: Tree, servedBy: Int32Array): Tree | undefined {
  const { covers, airtime, arcs, capacity, uplink, worth, sectors, problem } = network;
  const told: Tree = {
    ...tree,
    servedBy: servedBy.slice(),
    load: new Float64Array(tree.load.length),
    own: new Float64Array(tree.own.length),
    air: new Float64Array(tree.air.length),
    worth: 0,
  };
  for (const [place, by] of servedBy.entries()) {
    if (by < 0) continue;
    const option = tree.option[by]!;
    const k = option < 0 ? -1 : covers[option]!.indexOf(place);
    if (k < 0) return undefined;
    const takes = airtime[option]![k];
    const { load } = problem.places[place]!;
    if (takes) {
      const sector = by * sectors + takes.sector;
      if ((told.air[sector]! += takes.share) > WHOLE) return undefined;
    }
    told.worth += worth[place]!;
    if ((told.own[by]! += load) > capacity[option]!) return undefined;
    for (let site = by; ; site = arcs.from[tree.arc[site]!]!) {
      const arc = tree.arc[site]!;
      told.load[site]! += load;
      if (told.load[site]! > (arc < 0 ? uplink[tree.option[site]!]! : arcs.capacity[arc]!))
        return undefined;
      if (arc < 0) break;
    }
  }
  return told;
}
