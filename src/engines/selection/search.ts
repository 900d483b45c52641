/**
 * Looks for a better choice by tearing down a part of it and letting it grow anew with weights turned a little (large
 * neighbourhood search; Shaw 1998). Chance is drawn from a seed, so that the same problem has the same answer.
 */
import { grow, pruned, type Growth } from "./grow.ts";
import type { Network } from "./network.ts";
import type { Watch } from "./problem.ts";
import { emptyTree, serve, servingOrder, without, type Tree } from "./tree.ts";

interface Effort extends Watch {
  /** Times that a part is torn down. */
  readonly rounds: number;
}

/** @returns the best tree found: never less than what grows from nothing */
export function search(
  network: Network,
  { rounds, shouldStop, progress }: Effort,
  first?: Tree,
): Tree {
  const order = servingOrder(network);
  const plain: Growth = { order, worth: network.worth, thrift: 1, shouldStop };
  let best = first ?? settled(network, grow(network, emptyTree(network), plain), plain);
  for (const thrift of first ? [] : [0.7, 1.3]) {
    const other = settled(network, grow(network, emptyTree(network), { ...plain, thrift }), plain);
    if (isBetter(other, best)) best = other;
  }
  const widths = [0, ...new Set(network.arcs.capacity)];
  const chance = chances(7);
  let now = best;
  for (let round = 0; round < rounds; round++) {
    if (shouldStop?.()) break;
    progress?.(round / rounds);
    const turned: Growth = {
      ...plain,
      worth: network.worth.map((worth) => worth * (0.7 + 0.6 * chance())),
      thrift: 1.4 * chance(),
      luck: () => 0.5 + chance(),
      narrow: chance() < 0.5 ? 0 : widths[Math.floor(chance() * widths.length)]!,
    };
    const left = without(network, now, torn(network, now, chance));
    serve(network, left, order);
    const next = settled(network, grow(network, left, turned), plain);
    if (isBetter(next, best)) best = next;
    // A slightly worse one is walked on from, and left again for the best now and then.
    if (isBetter(next, now) || next.worth >= best.worth * (0.97 + 0.03 * chance())) now = next;
    if (round % 25 === 24) now = best;
  }
  progress?.(1);
  return best;
}

/** @returns what an answer that is known, such as one for less money, becomes with all that is left; never less than it */
export function grownFrom(network: Network, seed: Tree, shouldStop: Watch["shouldStop"]): Tree {
  const plain = { order: servingOrder(network), worth: network.worth, thrift: 1, shouldStop };
  const grown = settled(network, grow(network, seed, plain), plain);
  return isBetter(grown, seed) ? grown : seed;
}

/** Without what is not needed; what that saves is spent again. */
function settled(network: Network, tree: Tree, growth: Growth): Tree {
  let now = tree;
  for (let i = 0; i < 3; i++) {
    const lean = pruned(network, now, growth.order);
    const saved = now.cost - lean.cost;
    now = saved > 0 ? grow(network, lean, growth) : lean;
    if (saved <= 0) break;
  }
  return pruned(network, now, growth.order);
}

export const isBetter = (a: Tree, b: Tree): boolean =>
  a.worth > b.worth * (1 + 1e-12) || (a.worth >= b.worth && a.cost < b.cost - 1e-9);

/** Some sites drawn at random, sometimes with their neighbours. */
function torn(
  { siteOf, coveredBy, covers }: Network,
  tree: Tree,
  chance: () => number,
): Set<number> {
  const gone = new Set<number>();
  if (tree.sites.length === 0) return gone;
  const share = 0.1 + 0.35 * chance();
  if (chance() < 0.5) {
    for (const site of tree.sites) if (chance() < share) gone.add(site);
  } else {
    // Around one site: those that could serve what it serves are open again together.
    const middle = tree.sites[Math.floor(chance() * tree.sites.length)]!;
    gone.add(middle);
    for (const place of covers[tree.option[middle]!]!)
      for (const option of coveredBy[place]!)
        if (tree.option[siteOf[option]!] === option) gone.add(siteOf[option]!);
  }
  if (gone.size === 0) gone.add(tree.sites[Math.floor(chance() * tree.sites.length)]!);
  return gone;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
