/** What is built: an option and a way to the internet for each site, and who is served by whom within every capacity. */
import { WHOLE, type Network } from "./network.ts";
import type { Airtime } from "./problem.ts";

export interface Tree {
  /** Index of the option built at each site, -1 where nothing is. */
  readonly option: Int32Array;
  /** Arc that brings the internet, -1 at an uplink. */
  readonly arc: Int32Array;
  readonly depth: Int32Array;
  /** Site that serves each place, or -1. */
  readonly servedBy: Int32Array;
  /** Mbit/s through each site, and of the places that it serves itself. */
  readonly load: Float64Array;
  readonly own: Float64Array;
  /** Share of the airtime that is taken in each sector, those of a site side by side. */
  readonly air: Float64Array;
  /** Sites in the order in which they were joined: each after the one it hangs on. */
  readonly sites: number[];
  cost: number;
  worth: number;
  /** How many of them count against a limit of sites. */
  counted: number;
}

export function emptyTree({ problem, sectors }: Network): Tree {
  const count = problem.sites.length;
  return {
    option: new Int32Array(count).fill(-1),
    arc: new Int32Array(count).fill(-1),
    depth: new Int32Array(count),
    servedBy: new Int32Array(problem.places.length).fill(-1),
    load: new Float64Array(count),
    own: new Float64Array(count),
    air: new Float64Array(count * sectors),
    sites: [],
    cost: 0,
    worth: 0,
    counted: 0,
  };
}

export const copyOf = (tree: Tree): Tree => ({
  option: tree.option.slice(),
  arc: tree.arc.slice(),
  depth: tree.depth.slice(),
  servedBy: tree.servedBy.slice(),
  load: tree.load.slice(),
  own: tree.own.slice(),
  air: tree.air.slice(),
  sites: [...tree.sites],
  cost: tree.cost,
  worth: tree.worth,
  counted: tree.counted,
});

/** Builds an option at a site that has none; `arc` comes from a site that is built, or is -1 at an uplink. */
export function join(network: Network, tree: Tree, option: number, arc: number): void {
  const site = network.siteOf[option]!;
  tree.option[site] = option;
  tree.arc[site] = arc;
  tree.depth[site] = arc < 0 ? 0 : tree.depth[network.arcs.from[arc]!]! + 1;
  tree.sites.push(site);
  tree.cost += network.cost[option]! + (arc < 0 ? 0 : network.arcs.cost[arc]!);
  tree.counted += network.counts[option]!;
}

/** Puts another option in the place of one that is built. */
export function exchange(network: Network, tree: Tree, option: number): void {
  const site = network.siteOf[option]!;
  const before = tree.option[site]!;
  tree.option[site] = option;
  tree.cost += network.cost[option]! - network.cost[before]!;
  tree.counted += network.counts[option]! - network.counts[before]!;
}

/** Takes away sites with all that hangs on them. */
export function without(network: Network, tree: Tree, gone: ReadonlySet<number>): Tree {
  const kept = emptyTree(network);
  for (const site of tree.sites) {
    const arc = tree.arc[site]!;
    if (gone.has(site) || (arc >= 0 && kept.option[network.arcs.from[arc]!] === -1)) continue;
    join(network, kept, tree.option[site]!, arc);
  }
  return kept;
}

/** The least height of mast that the hops of a built site need. */
export function neededMast(network: Network, tree: Tree, site: number): number {
  const { arcs, levelMast } = network;
  const own = tree.arc[site]!;
  let mast = own < 0 ? 0 : levelMast[arcs.toLevel[own]!]!;
  for (const other of tree.sites) {
    const arc = tree.arc[other]!;
    if (arc >= 0 && arcs.from[arc] === site)
      mast = Math.max(mast, levelMast[arcs.fromLevel[arc]!]!);
  }
  return mast;
}

/**
 * Decides anew who is served by whom: places in the order of people per Mbit/s, each by the built site that covers it
 * and has most airtime left, then most room on its whole way to the internet. Where nothing binds, everybody who is
 * covered is served.
 */
export function serve(network: Network, tree: Tree, order: Int32Array): void {
  const { coveredBy, coveredAt, siteOf, worth, problem, airtime, sectors } = network;
  tree.servedBy.fill(-1);
  tree.load.fill(0);
  tree.own.fill(0);
  tree.air.fill(0);
  tree.worth = 0;
  for (const place of order) {
    const { load } = problem.places[place]!;
    let [best, most, calm, taken] = [-1, -1, -1, undefined as Airtime | undefined];
    for (const [k, option] of coveredBy[place]!.entries()) {
      const site = siteOf[option]!;
      if (tree.option[site] !== option) continue;
      const takes = airtime[option]![coveredAt[place]![k]!];
      const left = takes ? WHOLE - tree.air[site * sectors + takes.sector]! - takes.share : 1;
      const room = roomAt(network, tree, site);
      if (room < load || left < 0 || left < calm || (left === calm && room <= most)) continue;
      [best, most, calm, taken] = [site, room, left, takes];
    }
    if (best < 0) continue;
    if (taken) tree.air[best * sectors + taken.sector]! += taken.share;
    tree.servedBy[place] = best;
    tree.worth += worth[place]!;
    tree.own[best]! += load;
    for (let site = best; ; site = network.arcs.from[tree.arc[site]!]!) {
      tree.load[site]! += load;
      if (tree.arc[site]! < 0) break;
    }
  }
}

/** Mbit/s that a built site could still serve. */
function roomAt(network: Network, tree: Tree, site: number): number {
  return Math.min(
    network.capacity[tree.option[site]!]! - tree.own[site]!,
    roomThrough(network, tree, site),
  );
}

/** Mbit/s that could still flow through a built site. */
export function roomThrough(network: Network, tree: Tree, site: number): number {
  let room = Number.POSITIVE_INFINITY;
  for (let at = site; ; at = network.arcs.from[tree.arc[at]!]!) {
    const arc = tree.arc[at]!;
    const limit = arc < 0 ? network.uplink[tree.option[at]!]! : network.arcs.capacity[arc]!;
    room = Math.min(room, limit - tree.load[at]!);
    if (arc < 0) return room;
  }
}

/**
 * Places in the order in which `serve` takes them: by people for what they ask for, the least airtime where sectors bind,
 * else Mbit/s; those without people or load by their index.
 */
export function servingOrder(network: Network): Int32Array {
  const { worth, coveredBy, coveredAt, airtime, problem } = network;
  const { places } = problem;
  const asks = places.map(({ load }, place) => {
    const shares = Array.from(coveredBy[place]!, (option, k) => {
      return airtime[option]![coveredAt[place]![k]!]?.share ?? 0;
    });
    const least = Math.min(...shares);
    return Number.isFinite(least) && least > 0 ? least : load;
  });
  const per = asks.map((ask, i) =>
    ask > 0 ? worth[i]! / ask : worth[i]! > 0 ? Number.POSITIVE_INFINITY : 0,
  );
  return Int32Array.from(places.keys()).toSorted((a, b) =>
    per[a] === per[b] ? a - b : per[b]! - per[a]!,
  );
}

/** Whether an option's sectors have the time to serve all these places. */
export function hasTimeFor(
  { airtime, covers, sectors }: Network,
  option: number,
  places: readonly number[],
): boolean {
  const taken = new Float64Array(sectors);
  return (
    airtime[option]!.length === 0 ||
    places.every((place) => {
      const takes = airtime[option]![covers[option]!.indexOf(place)]!;
      return (taken[takes.sector]! += takes.share) <= WHOLE;
    })
  );
}
