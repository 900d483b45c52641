/**
 * The cheapest ways from what is built, and from every uplink that could be, to each site that is not: by the number of
 * hops (Bellman and Ford's layers), so that a limit of hops is kept exactly. Masts on the way are as high as its hops need.
 */
import type { Network } from "./network.ts";
import { emptyTree, roomThrough, type Tree } from "./tree.ts";

export interface Ways {
  /** For each level of each site: least cost until there, without its own option; Infinity where no way leads. */
  readonly arrival: Float64Array;
  /** Where in the layers that is, for `wayTo`. */
  readonly layer: Int32Array;
  /** Mbit/s that the narrowest part of that way carries. */
  readonly width: Float64Array;
  readonly layers: readonly Layer[];
}

interface Layer {
  /** Arc into each level, and the level of the site before it; -1: starts there. */
  readonly arc: Int32Array;
  readonly before: Int32Array;
}

/** One thing to do on the way: build an option by an arc (-1: at its uplink), or put it in the place of a lower mast. */
export interface Work {
  readonly option: number;
  readonly arc: number;
}

const MOST_HOPS = 64; // beyond this no radio network is sane; it bounds memory where no limit is given

/** @param most leaves out what costs more; @param narrow leaves out hops of fewer Mbit/s */
export function waysFrom(network: Network, tree: Tree, most: number, narrow = 0): Ways {
  const { levelAt, levelMast, relay, root, cost, problem } = network;
  const sites = problem.sites.length;
  const count = levelMast.length;
  const limit = Math.min(problem.limits.hops ?? MOST_HOPS, MOST_HOPS);
  const ways = {
    arrival: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    layer: new Int32Array(count).fill(-1),
    width: new Float64Array(count),
    layers: [] as Layer[],
  };
  // Totals with the option at the site, of the layer that is spread and the one that is filled.
  let now = unreached(count);
  const start = new Map<number, number[]>(); // built sites by their depth
  for (const site of tree.sites)
    start.set(tree.depth[site]!, [...(start.get(tree.depth[site]!) ?? []), site]);
  let active: number[] = [];
  for (let site = 0; site < sites; site++) {
    if (tree.option[site]! >= 0) continue;
    for (let level = levelAt[site]!; level < levelAt[site + 1]!; level++) {
      const option = root[level]!;
      if (option < 0 || cost[option]! > most) continue;
      now.total[level] = cost[option]!;
      now.width[level] = network.uplink[option]!;
      if (active.at(-1) !== site) active.push(site);
    }
  }
  const deepest = Math.max(-1, ...start.keys());
  for (let depth = 0; depth <= limit; depth++) {
    for (const site of start.get(depth) ?? []) {
      startAt(network, tree, site, now);
      active.push(site);
    }
    if ((active.length === 0 && depth >= deepest) || depth === limit) break;
    const next = unreached(count);
    const layer = { arc: new Int32Array(count).fill(-1), before: new Int32Array(count).fill(-1) };
    const reached = new Set<number>();
    for (const site of active)
      spread(network, tree, site, now, next, layer, ways, most, narrow, depth + 1, reached);
    for (const site of reached)
      for (let level = levelAt[site]!; level < levelAt[site + 1]!; level++)
        if (layer.arc[level]! >= 0) next.total[level]! += cost[relay[level]!]!;
    ways.layers.push(layer);
    active = [...reached];
    now = next;
  }
  return ways;
}

interface Totals {
  readonly total: Float64Array;
  readonly width: Float64Array;
}

const unreached = (count: number): Totals => ({
  total: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
  width: new Float64Array(count),
});

/** A built site costs nothing more, or what a higher mast costs more. */
function startAt(network: Network, tree: Tree, site: number, now: Totals): void {
  const { levelAt, levelMast, mast, cost } = network;
  const built = tree.option[site]!;
  const room = roomThrough(network, tree, site);
  for (let level = levelAt[site]!; level < levelAt[site + 1]!; level++) {
    const option =
      levelMast[level]! <= mast[built]! ? built : raised(network, built, levelMast[level]!);
    if (option < 0) continue;
    now.total[level] = Math.max(0, cost[option]! - cost[built]!);
    now.width[level] = room;
  }
}

/** The cheapest option of a site that is high enough and does all that the built one does; -1 where there is none. */
function raised(network: Network, built: number, atLeast: number): number {
  const { optionAt, siteOf, mast, cost, uplink, capacity, covers } = network;
  const site = siteOf[built]!;
  let best = -1;
  for (let o = optionAt[site]!; o < optionAt[site + 1]!; o++) {
    if (mast[o]! < atLeast || uplink[o]! < uplink[built]! || capacity[o]! < capacity[built]!)
      continue;
    if (!covers[built]!.every((place) => covers[o]!.includes(place))) continue;
    if (best < 0 || cost[o]! < cost[best]!) best = o;
  }
  return best;
}

function spread(
  { arcAt, arcs, levelAt, relay, cost }: Network,
  tree: Tree,
  site: number,
  now: Totals,
  next: Totals,
  layer: Layer,
  ways: { arrival: Float64Array; layer: Int32Array; width: Float64Array },
  most: number,
  narrow: number,
  depth: number,
  reached: Set<number>,
): void {
  const { to, toLevel, fromLevel, cost: hopCost, capacity } = arcs;
  const { arrival } = ways;
  const { total: totals, width: widths } = now;
  const top = levelAt[site + 1]! - 1;
  for (let arc = arcAt[site]!; arc < arcAt[site + 1]!; arc++) {
    if (capacity[arc]! < narrow) continue;
    const target = to[arc]!;
    let at = fromLevel[arc]!;
    for (let level = at + 1; level <= top; level++) if (totals[level]! < totals[at]!) at = level;
    const total = totals[at]! + hopCost[arc]!;
    const first = toLevel[arc]!;
    // A higher mast is reached by all that a lower one is, so what does not better the lowest betters none.
    if (!(total <= most) || total >= arrival[first]! || tree.option[target]! >= 0) continue;
    const width = Math.min(widths[at]!, capacity[arc]!);
    for (let level = first; level < levelAt[target + 1]!; level++) {
      if (total >= arrival[level]! || total + cost[relay[level]!]! > most) continue;
      arrival[level] = total;
      ways.layer[level] = depth;
      ways.width[level] = width;
      next.total[level] = total;
      next.width[level] = width;
      layer.arc[level] = arc;
      layer.before[level] = at;
      reached.add(target);
    }
  }
}

/** Whether an option can be built at all: within the budget and the limit of hops, were it all that is built. */
export function isWithinReach(network: Network): (option: number) => boolean {
  const { cost, uplink, levelOf, problem } = network;
  const most = problem.limits.budget ?? Number.POSITIVE_INFINITY;
  const { arrival } = waysFrom(network, emptyTree(network), most);
  return (option) => {
    const before = uplink[option]! > 0 ? 0 : arrival[levelOf[option]!]!;
    return before < Number.POSITIVE_INFINITY && before + cost[option]! <= most;
  };
}

/** What to build so that `option`, at a site that is not built, is joined by the cheapest way; those nearer to the internet first. */
export function wayTo(network: Network, tree: Tree, ways: Ways, option: number): Work[] {
  const { levelOf, levelMast, arcs, relay, root, mast } = network;
  const work: Work[] = [];
  let [level, depth, chosen] = [levelOf[option]!, ways.layer[levelOf[option]!]!, option];
  for (;;) {
    const { arc, before } = ways.layers[depth - 1]!;
    work.push({ option: chosen, arc: arc[level]! });
    const site = arcs.from[arc[level]!]!;
    level = before[level]!;
    depth -= 1;
    const built = tree.option[site]!;
    if (built >= 0) {
      if (levelMast[level]! > mast[built]!)
        work.push({ option: raised(network, built, levelMast[level]!), arc: tree.arc[site]! });
      break;
    }
    if (depth === 0 || ways.layers[depth - 1]!.arc[level]! < 0) {
      work.push({ option: root[level]!, arc: -1 });
      break;
    }
    chosen = relay[level]!;
  }
  return work.toReversed();
}
