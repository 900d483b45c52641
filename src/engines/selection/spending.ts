/**
 * What the budget buys whole: at prices of places and sites, with money counted and not priced, the branches that are worth
 * most together (a knapsack with one choice for each first site). Where only a price keeps to the budget, a part of a branch
 * fills what the last whole one leaves of it. The price of money tells which labels are followed: those that, with the best
 * on their way to the internet, come near enough to the best branch of their first site.
 */
import { layersOf, startsOf } from "./branches.ts";
import type { Front } from "./front.ts";
import { undercut, type Label } from "./labels.ts";
import { optionsOf, type Network } from "./network.ts";
import { outside } from "./outside.ts";
import { planOf, pricedOf, type Plan, type Priced, type Prices } from "./pricing.ts";

/**
 * @param spare weighed people between the bound at the prices, with that of money, and what is to be exceeded
 * @returns by how much that bound may be lowered, at most by `spare`
 */
export type Spender = (prices: Prices, spare: number, shouldStop?: () => boolean) => number;

const DEEPEST = 6; // hops behind each other; with more it takes too long
const WORK = 3e7; // pairs of labels; beyond them what is known by then is enough
const VAIN = 3; // so often for nothing, and it is not tried again
const EXACT = 1e-9; // of the bound: what arithmetic may take from a label
const SHARES = [0.12, 0.25, 0.5, 1]; // of what is spare: the more, the more labels

/** @param keeps whether an option may be built */
export function spenderOf(network: Network, keeps: (option: number) => boolean): Spender {
  const plan = planOf(network, keeps);
  const { budget = Number.POSITIVE_INFINITY } = network.problem.limits;
  let vain = 0;
  return (prices, spare, shouldStop = () => false) => {
    if (plan.deepest > DEEPEST || !Number.isFinite(budget) || vain >= VAIN) return 0;
    const priced = pricedOf(network, plan, prices);
    const layers = layersOf(network, plan, priced, shouldStop);
    if (!layers) return 0;
    const best = new Map(
      [...startsOf(network, plan, priced, layers)].map(([first, { at }]) => [first, at.value]),
    );
    const most = [...best.values()].reduce((sum, value) => sum + value, prices.money * budget);
    const out = outside(network, plan, priced, layers, best);
    const work = { left: WORK, shouldStop };
    let lowered = 0;
    for (const share of SHARES) {
      const near = share * spare + EXACT * most;
      const around = { network, plan, priced, budget, spare: near, best, out, work };
      const tops = topsOf(around);
      if (!tops) break;
      lowered = Math.max(lowered, Math.min(share * spare, most - packed(around, tops)));
      if (lowered < share * spare) break;
    }
    vain = lowered > 0 ? 0 : vain + 1;
    return lowered;
  };
}

interface Around {
  readonly network: Network;
  readonly plan: Plan;
  readonly priced: Priced;
  readonly budget: number;
  /** What a branch may be below the best of its first site. */
  readonly spare: number;
  readonly best: ReadonlyMap<number, number>;
  readonly out: ReturnType<typeof outside>;
  readonly work: { left: number; readonly shouldStop: () => boolean };
}

/** With money at its price. */
const netOf = ({ value, cost }: Label, { money }: Priced): number => value - money * cost;

/** For each first site its branches that come near enough; nothing where they are too many, or it was stopped. */
function topsOf(around: Around): Map<number, Label[]> | undefined {
  const { network, plan, priced, spare, best, work } = around;
  const { siteOf, uplink } = network;
  const tops = new Map<number, Label[]>();
  const look = (first: number, labels: readonly Label[], most: number): void => {
    const least = (best.get(first) ?? 0) - spare;
    const near = labels.filter((label) => label.load <= most && netOf(label, priced) > least);
    if (near.length > 0) tops.set(first, [...(tops.get(first) ?? []), ...near]);
  };
  let grown: (readonly Label[])[] = [];
  for (let depth = 0; depth <= plan.deepest; depth++) {
    if (depth === plan.deepest)
      for (const [gate, level] of plan.openTo.entries())
        for (const [to, labels] of level < 0 ? [] : hopsTo(around, gate, level, grown))
          look(to, labels, plan.most);
    const next: (readonly Label[])[] = [];
    for (const o of plan.options) {
      const labels = work.shouldStop() ? undefined : grownAt(around, o, depth, grown);
      if (!labels) return undefined;
      next[o] = labels;
      const isTop = uplink[o]! > 0 && depth === (plan.isOpen[o] ? 0 : plan.deepest);
      if (isTop) look(siteOf[o]!, labels, plan.up[o]!);
    }
    grown = next;
  }
  return tops;
}

/** What can hang on a site that is built up to a level, by the site at the other end. */
function hopsTo(
  { network, plan, priced, budget }: Around,
  from: number,
  level: number,
  grown: readonly (readonly Label[])[],
): Map<number, readonly Label[]> {
  const { arcAt, arcs, levelOf } = network;
  const found = new Map<number, Label[]>();
  for (let arc = arcAt[from]!; arc < arcAt[from + 1]!; arc++) {
    if (arcs.fromLevel[arc]! > level) continue;
    const to = arcs.to[arc]!;
    const fee = arcs.cost[arc]!;
    for (const o of optionsOf(network, to))
      for (const { load, cost, mask, value } of grown[o] ?? []) {
        if (levelOf[o]! < arcs.toLevel[arc]! || load > plan.width[arc]! || cost + fee > budget)
          continue;
        if (!found.has(to)) found.set(to, []);
        found.get(to)!.push({ load, mask, cost: cost + fee, value: value - priced.hop });
      }
  }
  return new Map([...found].map(([to, labels]) => [to, undercut(labels)]));
}

interface Part {
  readonly labels: readonly Label[];
  readonly limit: number;
}

/** An option with what it serves and what hangs there, where that comes near enough; nothing where it is too much. */
function grownAt(
  around: Around,
  o: number,
  depth: number,
  grown: readonly (readonly Label[])[],
): readonly Label[] | undefined {
  const { network, plan, priced, budget, spare, out, work } = around;
  const site = network.siteOf[o]!;
  const up = out[plan.deepest - depth]![o]!;
  if (up.every((value) => value === Number.NEGATIVE_INFINITY)) return [];
  const limit = plan.into[site]!;
  const parts: Part[] = priced.wanted[o]!.map((place) => {
    const mask = priced.once?.places.get(place) ?? 0;
    const label = { load: plan.load[place]!, cost: 0, mask, value: priced.net[place]! };
    return { labels: [label], limit: Math.min(plan.own[o]!, limit) };
  });
  for (const labels of hopsTo(around, site, network.levelOf[o]!, grown).values())
    parts.push({ labels, limit });
  const rest = restOf(around, parts, limit);
  const isNear = (label: Label, { load, mask, value }: Front): boolean => {
    const least = -spare - netOf(label, priced);
    for (let i = 0; i < load.length; i++) {
      const all = label.load + load[i]!;
      if (all <= limit && (mask[i]! & label.mask) === 0 && value[i]! + up[all]! > least)
        return true;
    }
    return false;
  };
  const cost = network.cost[o]!;
  const mask = priced.once?.sites.get(site) ?? 0;
  const alone = { load: 0, cost, mask, value: priced.money * cost - priced.charge[o]! };
  let all: readonly Label[] = [alone].filter((one) => cost <= budget && isNear(one, rest[0]!));
  for (const [i, part] of parts.entries()) {
    const joined: Label[] = [];
    for (const a of all) {
      if (isNear(a, rest[i + 1]!)) joined.push(a);
      for (const b of part.labels) {
        const [load, sum] = [a.load + b.load, a.cost + b.cost];
        if (load > part.limit || sum > budget || (a.mask & b.mask) !== 0) continue;
        const one = { load, cost: sum, mask: a.mask | b.mask, value: a.value + b.value };
        if (isNear(one, rest[i + 1]!)) joined.push(one);
      }
      if ((work.left -= part.labels.length) < 0) return undefined;
    }
    all = undercut(joined);
  }
  return all;
}

/** What the parts from each on are worth at most for each amount that they carry, with money at its price. */
function restOf({ plan, priced }: Around, parts: readonly Part[], limit: number): Front[] {
  const none: Front = { load: [0], mask: [0], value: [0] };
  const rest = [none];
  for (const { labels } of parts.toReversed()) {
    const good = labels.filter((label) => netOf(label, priced) > 0);
    const part: Front = {
      load: good.map(({ load }) => load),
      mask: good.map(({ mask }) => mask),
      value: good.map((label) => netOf(label, priced)),
    };
    rest.push(plan.fronts.join(rest.at(-1)!, plan.fronts.either(none, part), limit));
  }
  return rest.toReversed();
}

/** The most that branches are worth within the budget, but for the price of money, with at most one for each first site. */
function packed(
  { budget, spare, best, priced }: Around,
  tops: ReadonlyMap<number, readonly Label[]>,
): number {
  // Without the branch of a first site its best is lost.
  let lost = 0;
  for (const [first, value] of best) if (!tops.has(first)) lost += value;
  let all: readonly Label[] = [{ load: 0, cost: 0, mask: 0, value: 0 }];
  for (const [first, labels] of tops) {
    lost += best.get(first) ?? 0;
    const next: Label[] = [...all];
    for (const a of all)
      for (const b of labels) {
        const cost = a.cost + b.cost;
        if (cost <= budget) next.push({ load: 0, cost, mask: 0, value: a.value + b.value });
      }
    all = undercut(next.filter((one) => netOf(one, priced) - lost > -spare));
  }
  return all.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
