/**
 * A bound from whole branches, for where money or Mbit/s bind: each branch that a choice could be made of is one column of a
 * linear model, sought as its prices ask for it (Gilmore and Gomory 1961), and the model is split where its answer has
 * halves: of sites built, of places served, of hops (branch and price: Barnhart and others 1998). What is solved is the
 * model of the prices, so that a branch is a row of it. Any prices bound, so that it may be stopped at any time.
 */
import type { Branch, Seeker } from "../../../engines/selection/branches.ts";
import type { Prices } from "../../../engines/selection/pricing.ts";
import { emptyRows } from "../../../engines/selection/rows.ts";
import type { Network } from "../../../engines/selection/network.ts";
import type { Spender } from "../../../engines/selection/spending.ts";
import { PriceModel, type Amounts, type Part } from "./price-model.ts";
import { openSolver, type Solver } from "./solver.ts";

export interface Bounded {
  /** No choice weighs more. */
  readonly bound: number;
  /** Where the last answer builds. */
  readonly sites: readonly number[];
  /** The next one may take long. */
  readonly isLong?: boolean;
  /** What the bound of all choices was made of, and all branches that were found so far. */
  readonly root?: Told;
  readonly branches?: readonly Branch[];
}

/** Prices, and the bound that they are worth. */
export interface Told {
  readonly prices: Prices;
  readonly bound: number;
}

interface Solved extends Part {
  readonly bound: number;
  readonly prices: Float64Array;
  readonly told: Told;
  /** Two parts that have all its choices; none where its answer is whole. */
  readonly halves: readonly Part[];
  readonly built: readonly number[];
}

const NEAR = 3e-4; // of the bound: better prices than that are not sought
const INWARD = [0.7, 0.3, 0]; // how much of the best prices is mixed in (Wentges 1997)
const WHOLE = 0.02; // that near to a whole number it is taken for one, where more is halved
const EXACT = 1e-5;

/**
 * Solves on, with a better bound or the same one each time. Ends where nothing is left to split, or where it is stopped.
 * @param reached weighed people of the best choice that is known
 * @param spend lowers a bound by what the budget leaves
 */
export async function* branching(
  network: Network,
  seek: Seeker,
  reached: () => number,
  shouldStop: () => boolean,
  spend: Spender = () => 0,
): AsyncGenerator<Bounded> {
  const prices = new PriceModel(network);
  const solver = await openSolver({ ...prices.columns(EVERY), integer: [], rows: emptyRows() });
  try {
    const solve = (part: Part, above: number, from: Float64Array): Solved | undefined =>
      solved(prices, solver, { seek, spend }, part, above, from, reached, shouldStop);
    const root = solve(EVERY, Number.POSITIVE_INFINITY, prices.start());
    if (!root) return;
    const open = [root];
    let last = root;
    while (open.length > 0) {
      open.sort((a, b) => b.bound - a.bound);
      const worst = open[0]!;
      yield { bound: worst.bound, sites: last.built, root: root.told, branches: prices.branches };
      if (worst.bound <= reached() || worst.halves.length === 0) return;
      for (const half of worst.halves) {
        const next = solve(half, worst.bound, worst.prices);
        if (!next) return;
        if (next.bound > reached()) open.push((last = next));
      }
      open.shift();
    }
    yield { bound: reached(), sites: last.built };
  } finally {
    solver.close();
  }
}

const EVERY: Part = {
  hops: [0, Number.POSITIVE_INFINITY],
  places: new Map(),
  sites: new Map(),
};

function solved(
  prices: PriceModel,
  solver: Solver,
  { seek, spend }: { readonly seek: Seeker; readonly spend: Spender },
  part: Part,
  above: number,
  from: Float64Array,
  reached: () => number,
  shouldStop: () => boolean,
): Solved | undefined {
  const columns = prices.columns(part);
  solver.change(columns);
  let once = prices.once(part);
  prices.allow(solver, once);
  let least = Number.POSITIVE_INFINITY;
  let best = { bound: Number.POSITIVE_INFINITY, prices: from };
  /** Whether the prices brought a branch that was not known, or a better bound; undefined where it was stopped. */
  const look = (asked: Float64Array): boolean | undefined => {
    const within = asked.map((price, i) =>
      Math.max(columns.lower[i]!, Math.min(columns.upper[i]!, price)),
    );
    const found = seek({ ...prices.told(within), once }, shouldStop);
    if (!found) return undefined;
    const fixed = within.reduce((sum, price, i) => sum - columns.objective[i]! * price, 0);
    const bound = found.reduce((sum, { value }) => sum + value, fixed);
    const isBetter = bound < best.bound - 1e-6 * Math.abs(bound);
    if (bound < best.bound) best = { bound, prices: within };
    least = Math.min(least, bound);
    return prices.add(solver, found) || isBetter;
  };
  if (look(from) === undefined) return undefined;
  let answer = solver.solve(60, 0, shouldStop);
  const isOver = (): boolean =>
    best.bound <= reached() || !answer.isDone || best.bound + answer.bound <= NEAR * best.bound;
  for (;;) {
    if (isOver()) {
      // Good prices are found for branches that have something twice: from here on they have what matters most once.
      if (best.bound <= reached() || !answer.isDone) break;
      if (!prices.tighten(answer.duals ?? [])) break;
      once = prices.once(part);
      prices.allow(solver, once);
      best = { bound: Number.POSITIVE_INFINITY, prices: best.prices };
      if (look(best.prices) === undefined) return undefined;
      answer = solver.solve(60, 0, shouldStop);
      continue;
    }
    let isNew = false;
    for (const inward of INWARD) {
      const asked = best.prices.map(
        (price, i) => inward * price + (1 - inward) * (answer.values?.[i] ?? 0),
      );
      const news = look(asked);
      if (news === undefined) return undefined;
      if ((isNew = news)) break;
    }
    if (!isNew) break;
    answer = solver.solve(60, 0, shouldStop);
  }
  const told = { ...prices.told(best.prices), once };
  const spare = best.bound - reached();
  if (spare > 0) least = Math.min(least, best.bound - spend(told, spare, shouldStop));
  const amounts = prices.amounts(answer.duals ?? []);
  return {
    ...part,
    bound: Math.min(above, least),
    prices: best.prices,
    told: { prices: told, bound: best.bound },
    halves: halvesOf(prices.network, part, amounts),
    built: [...amounts.sites.keys()].filter((site) => amounts.sites[site]! > WHOLE),
  };
}

/** By what is halved most, and by what is nearly whole only where nothing else is left. */
function halvesOf(network: Network, part: Part, amounts: Amounts): Part[] {
  const halves = halvedBeyond(WHOLE, network, part, amounts);
  return halves.length > 0 ? halves : halvedBeyond(EXACT, network, part, amounts);
}

/** By the site, then by the place of which most is halved, and at last by the number of hops. */
function halvedBeyond(
  near: number,
  { worth }: Network,
  part: Part,
  { hops, places, sites }: Amounts,
): Part[] {
  const site = mostHalved(near, sites, part.sites);
  if (site >= 0)
    return [0, 1].map((value) => ({ ...part, sites: new Map([...part.sites, [site, value]]) }));
  const place = mostHalved(near, places, part.places, worth);
  if (place >= 0)
    return [0, 1].map((value) => ({ ...part, places: new Map([...part.places, [place, value]]) }));
  const [least, most] = part.hops;
  if (hops > least + near && hops < most - near && Math.abs(hops - Math.round(hops)) > near)
    return [
      { ...part, hops: [least, Math.floor(hops)] },
      { ...part, hops: [Math.ceil(hops), most] },
    ];
  return [];
}

/** @returns -1 where all that is not decided is whole */
function mostHalved(
  near: number,
  amounts: Float64Array,
  decided: ReadonlyMap<number, number>,
  weights?: Float64Array,
): number {
  let [chosen, best] = [-1, 0];
  for (const [i, amount] of amounts.entries()) {
    if (amount < near || amount > 1 - near || decided.has(i)) continue;
    const score = amount * (1 - amount) * (weights?.[i] ?? 1);
    if (score > best) [chosen, best] = [i, score];
  }
  return chosen;
}
