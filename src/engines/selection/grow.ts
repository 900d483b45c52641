/** Lets a tree grow by what connects most people for each unit of cost, until the money is spent. */
import { WHOLE, type Network } from "./network.ts";
import {
  copyOf,
  exchange,
  hasTimeFor,
  join,
  neededMast,
  roomThrough,
  serve,
  without,
  type Tree,
} from "./tree.ts";
import { waysFrom, wayTo, type Ways, type Work } from "./ways.ts";

export interface Growth {
  /** Places in the order in which they are served. */
  readonly order: Int32Array;
  /** What one person counts on this run: a search turns it a little, so that it looks elsewhere. */
  readonly worth: Float64Array;
  /** 1 is people for each unit of cost; less looks more at people, more at cost. */
  readonly thrift: number;
  /** Mbit/s that every new hop carries at least: the cheapest way is often too narrow for what comes after. */
  readonly narrow?: number;
  /** Turns the score of an offer. */
  readonly luck?: () => number;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** One more option and the work that joins it. */
interface Offer {
  readonly option: number;
  readonly score: number;
  readonly cost: number;
}

const TRIED = 12; // offers of a round that are tried before the rest is taken for hopeless

const CROWDED = 1e-3; // of people for whom others would have to make room: tried after all the rest

/** @returns the tree, grown in place; every step of it is within the limits */
export function grow(network: Network, start: Tree, growth: Growth): Tree {
  const { budget = Number.POSITIVE_INFINITY } = network.problem.limits;
  let tree = start;
  const vain = new Set<number>();
  while (growth.shouldStop?.() !== true) {
    const ways = waysFrom(network, tree, budget - tree.cost, growth.narrow);
    const offers = offersOf(network, tree, ways, growth, budget - tree.cost)
      .filter(({ option }) => !vain.has(option))
      .toSorted((a, b) => b.score - a.score || a.option - b.option)
      .slice(0, TRIED);
    let next: Tree | undefined;
    for (const { option } of offers) {
      next = withOffer(network, tree, ways, option, growth.order);
      if (next) break;
      vain.add(option);
    }
    if (!next) break;
    tree = next;
  }
  return tree;
}

function offersOf(
  network: Network,
  tree: Tree,
  ways: Ways,
  { worth, thrift, luck }: Growth,
  most: number,
): Offer[] {
  const { siteOf, cost, uplink, levelOf, covers, airtime, capacity, mast, problem } = network;
  const air = new Float64Array(network.sectors);
  const offers: Offer[] = [];
  for (let option = 0; option < siteOf.length; option++) {
    if (covers[option]!.length === 0) continue;
    const site = siteOf[option]!;
    const built = tree.option[site]!;
    let [price, room] = [Number.POSITIVE_INFINITY, 0];
    if (built >= 0) {
      if (built === option || (tree.arc[site]! < 0 && uplink[option] === 0)) continue;
      if (mast[option]! < mast[built]! && mast[option]! < neededMast(network, tree, site)) continue;
      [price, room] = [cost[option]! - cost[built]!, roomThrough(network, tree, site)];
    } else {
      [price, room] = [
        cost[option]! + ways.arrival[levelOf[option]!]!,
        ways.width[levelOf[option]!]!,
      ];
      if (uplink[option]! > 0 && cost[option]! < price)
        [price, room] = [cost[option]!, uplink[option]!];
    }
    if (price === Number.POSITIVE_INFINITY || price > most) continue;
    room = Math.min(room, capacity[option]!);
    let [gain, crowded] = [0, 0];
    air.fill(0);
    for (const [k, place] of covers[option]!.entries()) {
      const isHere = built >= 0 && tree.servedBy[place] === site;
      if (tree.servedBy[place]! >= 0 && !isHere) continue;
      const takes = airtime[option]![k];
      const isFull = takes !== undefined && air[takes.sector]! + takes.share > WHOLE;
      if (!isFull && takes) air[takes.sector]! += takes.share;
      if (isHere) continue;
      if (isFull || problem.places[place]!.load > room) crowded += worth[place]!;
      else {
        gain += worth[place]!;
        room -= problem.places[place]!.load;
      }
    }
    if (gain === 0) gain = crowded * CROWDED;
    if (gain > 0)
      offers.push({
        option,
        cost: price,
        score: (gain / Math.max(price, 1e-9) ** thrift) * (luck?.() ?? 1),
      });
  }
  return offers;
}

/** The tree with one more option; undefined where that breaks a limit or connects nobody more. */
function withOffer(
  network: Network,
  tree: Tree,
  ways: Ways,
  option: number,
  order: Int32Array,
): Tree | undefined {
  const next = copyOf(tree);
  const works = workFor(network, tree, ways, option);
  // A low mast may only be reached by way of a high one at the same site: that is no way.
  if (new Set(works.map((work) => network.siteOf[work.option]!)).size < works.length)
    return undefined;
  for (const work of works) {
    if (next.option[network.siteOf[work.option]!]! >= 0) exchange(network, next, work.option);
    else join(network, next, work.option, work.arc);
  }
  if (!isWithin(network, next)) return undefined;
  serve(network, next, order);
  return next.worth > tree.worth + 1e-9 * tree.worth ? next : undefined;
}

function workFor(network: Network, tree: Tree, ways: Ways, option: number): Work[] {
  const { siteOf, cost, uplink, levelOf } = network;
  const site = siteOf[option]!;
  if (tree.option[site]! >= 0) return [{ option, arc: tree.arc[site]! }];
  const byHops = cost[option]! + ways.arrival[levelOf[option]!]!;
  return uplink[option]! > 0 && cost[option]! <= byHops
    ? [{ option, arc: -1 }]
    : wayTo(network, tree, ways, option);
}

function isWithin({ problem: { limits } }: Network, tree: Tree): boolean {
  const { budget = Number.POSITIVE_INFINITY, sites = Number.POSITIVE_INFINITY } = limits;
  return tree.cost <= budget * (1 + 1e-12) && tree.counted <= sites;
}

/** Takes away what carries nothing, and puts cheaper options where what is built serves nobody or stands higher than needed. */
export function pruned(network: Network, tree: Tree, order: Int32Array): Tree {
  const idle = new Set(
    tree.sites.filter((site) => tree.load[site] === 0 && !servesIdle(tree, site)),
  );
  const kept = without(network, tree, withoutThoseThatCarry(network, tree, idle));
  serve(network, kept, order);
  for (const site of kept.sites) {
    const built = kept.option[site]!;
    const mast = neededMast(network, kept, site);
    const served = network.covers[built]!.filter((place) => kept.servedBy[place] === site);
    let best = built;
    for (let o = network.optionAt[site]!; o < network.optionAt[site + 1]!; o++)
      if (
        network.cost[o]! < network.cost[best]! &&
        network.mast[o]! >= mast &&
        (kept.arc[site]! >= 0 || network.uplink[o]! >= kept.load[site]!) &&
        (kept.arc[site]! >= 0 || network.uplink[o]! > 0) &&
        network.capacity[o]! >= kept.own[site]! &&
        served.every((place) => network.covers[o]!.includes(place)) &&
        hasTimeFor(network, o, [...served])
      )
        best = o;
    if (best !== built) exchange(network, kept, best);
  }
  serve(network, kept, order);
  return kept.worth < tree.worth ? tree : kept;
}

/** A place may ask for no Mbit/s at all. */
const servesIdle = (tree: Tree, site: number): boolean => tree.servedBy.includes(site);

function withoutThoseThatCarry(
  { arcs }: Network,
  tree: Tree,
  idle: ReadonlySet<number>,
): ReadonlySet<number> {
  const gone = new Set(idle);
  for (const site of tree.sites.toReversed()) {
    const arc = tree.arc[site]!;
    if (!gone.has(site) && arc >= 0) gone.delete(arcs.from[arc]!);
  }
  return gone;
}
