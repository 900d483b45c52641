/**
 * A choice falls apart into branches: what hangs on a gateway by one hop, and what a gateway serves itself. Budget,
 * places and sites have prices; sought is the branch that is worth most at these prices for each first site, by dynamic
 * programming over Mbit/s and hops. A branch may pass a site or serve a place more than once, each time for its price
 * (a relaxation of the state space: Christofides, Mingozzi and Toth 1981), so none is worth less than the best true one;
 * but for those that the prices name, which it has once at most (as many as are needed: Righini and Salani 2008).
 */
import { above, EMPTY, mostWithin, type Front } from "./front.ts";
import type { Network } from "./network.ts";
import {
  offersOf,
  planOf,
  pricedOf,
  stepsOf,
  type Plan,
  type Priced,
  type Prices,
} from "./pricing.ts";

export interface Branch {
  /** The site that hangs on a gateway, or the gateway where it serves by itself. A choice has at most one of each. */
  readonly first: number;
  /** Worth less prices. */
  readonly value: number;
  readonly worth: number;
  readonly cost: number;
  readonly counted: number;
  readonly hops: number;
  /** A place or a site may be there more than once. */
  readonly places: readonly number[];
  readonly sites: readonly number[];
  /** For each of the places the site that serves it; for each of the sites its option, and the arc into it or -1. */
  readonly servedBy: readonly number[];
  readonly options: readonly number[];
  readonly arcs: readonly number[];
}

export type Seeker = (prices: Prices, shouldStop?: () => boolean) => Branch[] | undefined;

/**
 * @param keeps whether an option may be built
 * @returns for prices the best branch of each first site that is worth something; nothing where it was stopped, or
 * where Mbit/s and hops bind so little that a branch passes its sites again and again
 */
export function seekerOf(
  network: Network,
  keeps: (option: number) => boolean = () => true,
): Seeker {
  const plan = planOf(network, keeps);
  return (prices, shouldStop = () => false) => {
    const priced = pricedOf(network, plan, prices);
    const layers = layersOf(network, plan, priced, shouldStop);
    if (!layers) return undefined;
    const found = startsOf(network, plan, priced, layers);
    const branches: Branch[] = [];
    for (const [first, start] of found) {
      const branch = told(network, plan, priced, layers, first, start);
      if (branch.sites.length > LONGEST || shouldStop()) return undefined;
      branches.push(branch);
    }
    return branches;
  };
}

const LOOK = 64; // options after which it looks whether it should stop: to ask for the time takes longer than an option
const LONGEST = 1000; // sites of one branch, each as often as it is passed

/** The best branch of each first site that is worth something. */
export function startsOf(
  network: Network,
  plan: Plan,
  priced: Priced,
  layers: readonly Layer[],
): Map<number, Start> {
  const { siteOf, uplink } = network;
  const found = new Map<number, Start>();
  const look = (first: number, front: Front, limit: number, from: Omit<Start, "at">) => {
    const best = mostWithin(front, limit);
    if (best < 0 || front.value[best]! <= (found.get(first)?.at.value ?? 0)) return;
    found.set(first, { ...from, at: pointOf(front, best) });
  };
  const depth = layers.length - 1;
  for (const [gate, level] of plan.openTo.entries()) {
    if (level < 0) continue;
    const offers = offersOf(network, plan, priced, gate, level, layers[depth]!.behind);
    for (const [to, front] of offers) look(to, front, plan.most, { gate, depth });
  }
  for (const o of plan.options) {
    if (!(uplink[o]! > 0)) continue;
    const at = plan.isOpen[o] ? 0 : depth;
    look(siteOf[o]!, layers[at]!.grown[o]!, plan.up[o]!, { option: o, depth: at });
  }
  return found;
}

/** So many hops may follow: what hangs on each option, and behind each level of a site. */
export interface Layer {
  readonly behind: readonly Front[];
  readonly grown: readonly Front[];
}

export function layersOf(
  network: Network,
  plan: Plan,
  priced: Priced,
  shouldStop: () => boolean,
): Layer[] | undefined {
  const { siteOf, levelOf, levelAt } = network;
  const least = Math.min(0, priced.hop); // what is worth no more is hung nowhere
  const alone = new Map<number, Front>();
  const grownOf = (o: number, behind: readonly Front[]): Front => {
    const offers = [...offersOf(network, plan, priced, siteOf[o]!, levelOf[o]!, behind).values()];
    let hope = priced.hope[o]!;
    for (const { value } of offers) hope += value.reduce((a, b) => Math.max(a, b));
    if (hope <= least) return EMPTY;
    const own = alone.get(o) ?? stepsOf(network, plan, priced, o, []).at(-1)!.all;
    alone.set(o, own);
    const limit = plan.into[siteOf[o]!]!;
    return above(
      offers.reduce((all, offer) => plan.fronts.join(all, offer, limit), own),
      least,
    );
  };
  const layers: Layer[] = [];
  for (let depth = 0; depth <= plan.deepest; depth++) {
    const behind: Front[] = Array.from({ length: levelAt.at(-1)! }, () => EMPTY);
    const before = layers.at(-1)?.grown ?? [];
    for (const [o, front] of before.entries())
      if (front.load.length > 0)
        for (let level = levelAt[siteOf[o]!]!; level <= levelOf[o]!; level++)
          behind[level] = plan.fronts.either(behind[level]!, front);
    const grown = Array.from(siteOf, () => EMPTY);
    for (const [i, o] of plan.options.entries()) {
      if (i % LOOK === 0 && shouldStop()) return undefined;
      grown[o] = grownOf(o, behind);
    }
    layers.push({ behind, grown });
    if (before.length > 0 && grown.every((front, o) => isSame(front, before[o]!))) break;
  }
  return layers;
}

export const isSame = (a: Front, b: Front): boolean =>
  a.load.length === b.load.length &&
  a.value.every(
    (value, i) => value === b.value[i] && a.load[i] === b.load[i] && a.mask[i] === b.mask[i],
  );

/** Where a branch begins: at an option with an uplink, or at an open gateway; with so many steps of Mbit/s. */
export interface Start {
  readonly option?: number;
  readonly gate?: number;
  readonly depth: number;
  readonly at: Point;
}

/** What a branch is made of, read back from the fronts. */
function told(
  network: Network,
  plan: Plan,
  priced: Priced,
  layers: readonly Layer[],
  first: number,
  start: Start,
): Branch {
  const { siteOf, levelOf, cost, counts, worth, arcAt, arcs } = network;
  const [places, sites]: [number[], number[]] = [[], []];
  const [servedBy, options, ways]: [number[], number[], number[]] = [[], [], []];
  let [spent, counted, hops] = [0, 0, 0];
  const walk = (o: number, depth: number, at: Point, arc: number): void => {
    if (sites.length > LONGEST) return;
    sites.push(siteOf[o]!);
    options.push(o);
    ways.push(arc);
    spent += cost[o]!;
    counted += counts[o]!;
    const level = levelOf[o]!;
    const offers = [...offersOf(network, plan, priced, siteOf[o]!, level, layers[depth]!.behind)];
    const steps = stepsOf(
      network,
      plan,
      priced,
      o,
      offers.map(([, front]) => front),
    );
    const served = priced.wanted[o]!;
    let left = at;
    for (let i = steps.length - 1; i > 0; i--) {
      const { before, after } = split(steps[i - 1]!.all, steps[i]!.part, left);
      left = before;
      if (!after) continue;
      if (i <= served.length) {
        places.push(served[i - 1]!);
        servedBy.push(siteOf[o]!);
      } else hang(siteOf[o]!, level, offers[i - 1 - served.length]![0], depth, after);
    }
  };
  const hang = (
    from: number,
    level: number,
    to: number,
    depth: number,
    { load, mask, value }: Point,
  ): void => {
    for (let arc = arcAt[from]!; arc < arcAt[from + 1]!; arc++) {
      if (arcs.to[arc] !== to || arcs.fromLevel[arc]! > level || load > plan.width[arc]!) continue;
      const fee = priced.money * arcs.cost[arc]! + priced.hop;
      const front = layers[depth]!.behind[arcs.toLevel[arc]!]!;
      const k = indexIn(front, load, mask);
      if (k < 0 || front.value[k]! - fee !== value) continue;
      const o = plan.options.find((option) => {
        const grown = layers[depth - 1]!.grown[option]!;
        const isHigh = siteOf[option] === to && levelOf[option]! >= arcs.toLevel[arc]!;
        return isHigh && grown.value[indexIn(grown, load, mask)] === front.value[k];
      })!;
      spent += arcs.cost[arc]!;
      hops += 1;
      return walk(o, depth - 1, pointOf(front, k), arc);
    }
    throw new Error(`No hop leads from site ${from} to the branch at site ${to}.`);
  };
  if (start.option !== undefined) walk(start.option, start.depth, start.at, -1);
  else hang(start.gate!, plan.openTo[start.gate!]!, first, start.depth, start.at);
  const all = places.reduce((sum, place) => sum + worth[place]!, 0);
  return {
    first,
    value: start.at.value,
    worth: all,
    cost: spent,
    counted,
    hops,
    places,
    sites,
    servedBy,
    options,
    arcs: ways,
  };
}

interface Point {
  readonly load: number;
  readonly mask: number;
  readonly value: number;
}

const pointOf = ({ load, mask, value }: Front, i: number): Point => ({
  load: load[i]!,
  mask: mask[i]!,
  value: value[i]!,
});

/** -1 where it has no such point. */
const indexIn = (front: Front, load: number, mask: number): number =>
  front.load.findIndex((one, i) => one === load && front.mask[i] === mask);

/** The point of the front and, where one was joined to it, that of the part. */
function split(
  front: Front,
  part: Front,
  at: Point,
): { readonly before: Point; readonly after?: Point } {
  const same = indexIn(front, at.load, at.mask);
  if (same >= 0 && front.value[same] === at.value) return { before: at };
  for (const i of front.load.keys())
    for (const j of part.load.keys()) {
      const [before, after] = [pointOf(front, i), pointOf(part, j)];
      const isIt =
        before.load + after.load === at.load &&
        (before.mask & after.mask) === 0 &&
        (before.mask | after.mask) === at.mask &&
        before.value + after.value === at.value;
      if (isIt) return { before, after };
    }
  throw new Error("A branch is not made of its parts.");
}
