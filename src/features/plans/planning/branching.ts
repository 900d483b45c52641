/**
 * A bound from whole branches, for where Mbit/s bind: each branch that a choice could be made of is one column of a
 * linear model, sought as its prices ask for it (Gilmore and Gomory 1961), and the model is split where its answer has
 * halves: of hops, of places served, of sites built (branch and price: Barnhart and others 1998). What is solved is the
 * model of the prices, so that a branch is a row of it. Any prices bound, so that it may be stopped at any time.
 */
import type { Branch, Seeker } from "../../../engines/selection/branches.ts";
import { MOST_ONCE, type Once } from "../../../engines/selection/pricing.ts";
import { emptyRows, addRow } from "../../../engines/selection/rows.ts";
import type { Network } from "../../../engines/selection/network.ts";
import { openSolver, type Solver } from "./solver.ts";

export interface Bounded {
  /** No choice weighs more. */
  readonly bound: number;
  /** Where the last answer builds. */
  readonly sites: readonly number[];
}

/** What is asked of the choices of one part of all. */
interface Part {
  readonly hops: readonly [least: number, most: number];
  /** 0 or 1 for a place or site that is decided. */
  readonly places: ReadonlyMap<number, number>;
  readonly sites: ReadonlyMap<number, number>;
}

interface Solved extends Part {
  readonly bound: number;
  readonly prices: Float64Array;
  /** Two parts that have all its choices; none where its answer is whole. */
  readonly halves: readonly Part[];
  readonly built: readonly number[];
}

const [MONEY, COUNTED, MORE, FEWER, FIRST] = [0, 1, 2, 3, 4]; // columns; from the last on places, then sites
const NEAR = 3e-4; // of the bound: better prices than that are not sought
const INWARD = [0.7, 0.3, 0]; // how much of the best prices is mixed in (Wentges 1997)
const WHOLE = 0.02;

/**
 * Solves on, with a better bound or the same one each time. Ends where nothing is left to split, or where it is stopped.
 * @param reached weighed people of the best choice that is known
 */
export async function* branching(
  network: Network,
  seek: Seeker,
  reached: () => number,
  shouldStop: () => boolean,
): AsyncGenerator<Bounded> {
  const prices = new PriceModel(network);
  const solver = await openSolver({ ...prices.columns(EVERY), integer: [], rows: emptyRows() });
  try {
    const solve = (part: Part, above: number, from: Float64Array): Solved | undefined =>
      solved(prices, solver, seek, part, above, from, reached, shouldStop);
    const root = solve(EVERY, Number.POSITIVE_INFINITY, prices.start());
    if (!root) return;
    const open = [root];
    let last = root;
    while (open.length > 0) {
      open.sort((a, b) => b.bound - a.bound);
      const worst = open[0]!;
      yield { bound: worst.bound, sites: last.built };
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
  seek: Seeker,
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
  const amounts = prices.amounts(answer.duals ?? []);
  return {
    ...part,
    bound: Math.min(above, least),
    prices: best.prices,
    halves: halvesOf(prices.network, part, amounts),
    built: [...amounts.sites.keys()].filter((site) => amounts.sites[site]! > WHOLE),
  };
}

interface Amounts {
  readonly hops: number;
  readonly places: Float64Array;
  readonly sites: Float64Array;
}

/** By the site, then by the place of which most is halved, and at last by the number of hops. */
function halvesOf({ worth }: Network, part: Part, { hops, places, sites }: Amounts): Part[] {
  const site = mostHalved(sites, part.sites);
  if (site >= 0)
    return [0, 1].map((value) => ({ ...part, sites: new Map([...part.sites, [site, value]]) }));
  const place = mostHalved(places, part.places, worth);
  if (place >= 0)
    return [0, 1].map((value) => ({ ...part, places: new Map([...part.places, [place, value]]) }));
  const [least, most] = part.hops;
  if (hops > least + WHOLE && hops < most - WHOLE && Math.abs(hops - Math.round(hops)) > WHOLE)
    return [
      { ...part, hops: [least, Math.floor(hops)] },
      { ...part, hops: [Math.ceil(hops), most] },
    ];
  return [];
}

/** @returns -1 where all that is not decided is whole */
function mostHalved(
  amounts: Float64Array,
  decided: ReadonlyMap<number, number>,
  weights?: Float64Array,
): number {
  let [chosen, best] = [-1, 0];
  for (const [i, amount] of amounts.entries()) {
    if (amount < WHOLE || amount > 1 - WHOLE || decided.has(i)) continue;
    const score = amount * (1 - amount) * (weights?.[i] ?? 1);
    if (score > best) [chosen, best] = [i, score];
  }
  return chosen;
}

/** Prices as the columns of a model that makes the bound as small as it can be, and branches as its rows. */
class PriceModel {
  readonly network: Network;
  readonly #branches: Branch[] = [];
  readonly #known = new Set<string>();
  /** Branches that the model has no regard for, by their number. */
  readonly #barred = new Set<number>();
  readonly #twice: [kind: keyof Once, item: number][] = [];
  readonly #all: number;

  constructor(network: Network) {
    this.network = network;
    this.#all = network.worth.reduce((sum, value) => sum + value, 0);
  }

  columns({ hops: [least, most], places, sites }: Part) {
    const { problem, worth } = this.network;
    const { budget = Number.POSITIVE_INFINITY, sites: count = Number.POSITIVE_INFINITY } =
      problem.limits;
    const all = this.#all;
    const limit = (amount: number, low: number, high: number) =>
      Number.isFinite(amount) ? [-amount, low, high] : [0, 0, 0];
    const decided = (value: number | undefined, high: number) => [
      value === 0 ? 0 : -1,
      value === 1 ? -all : 0,
      high,
    ];
    const columns = [
      budget === 0 || !Number.isFinite(budget) ? [0, 0, 0] : [-1, 0, all],
      limit(count, 0, all),
      least > 0 ? [-least, -all, 0] : [0, 0, 0],
      limit(most, 0, all),
      ...Array.from(worth, (value, place) => decided(places.get(place), value)),
      ...problem.sites.map((_, site) => decided(sites.get(site), all)),
    ];
    return {
      objective: columns.map(([worthOf]) => worthOf!),
      lower: columns.map(([, low]) => low!),
      upper: columns.map(([, , high]) => high!),
    };
  }

  /** Half of the people for the whole budget, and some of each place's for serving it: any will do. */
  start(): Float64Array {
    const { worth, problem } = this.network;
    const start = new Float64Array(FIRST + worth.length + problem.sites.length);
    start[MONEY] = this.#all / 4;
    for (const [place, value] of worth.entries()) start[FIRST + place] = 0.3 * value;
    return start;
  }

  told(prices: Float64Array) {
    const { worth, problem } = this.network;
    return {
      money: prices[MONEY]! / this.#budget(),
      counted: prices[COUNTED]!,
      hop: prices[MORE]! + prices[FEWER]!,
      place: prices.subarray(FIRST, FIRST + worth.length),
      site: prices.subarray(FIRST + worth.length, FIRST + worth.length + problem.sites.length),
    };
  }

  #budget(): number {
    const { budget = 1 } = this.network.problem.limits;
    return budget > 0 && Number.isFinite(budget) ? budget : 1;
  }

  /** @returns whether one of them is new */
  add(solver: Solver, branches: readonly Branch[]): boolean {
    const rows = emptyRows();
    const first = FIRST + this.network.worth.length;
    for (const branch of branches) {
      const { worth, cost, counted, hops, places, sites } = branch;
      const key = [cost, "places", ...places, "sites", ...sites].join(" ");
      if (this.#known.has(key)) continue;
      this.#known.add(key);
      this.#branches.push(branch);
      const row = new Map([
        [MONEY, cost / this.#budget()],
        [COUNTED, counted],
        [MORE, hops],
        [FEWER, hops],
      ]);
      for (const column of [...places.map((p) => FIRST + p), ...sites.map((s) => first + s)])
        row.set(column, (row.get(column) ?? 0) + 1);
      addRow(
        rows,
        worth,
        Number.POSITIVE_INFINITY,
        [...row].filter(([, value]) => value !== 0),
      );
    }
    if (rows.lower.length > 0) solver.addRows(rows);
    return rows.lower.length > 0;
  }

  /** What a branch of this part may have once alone: what is decided there, then what was found twice. */
  once({ places, sites }: Part): Once {
    const found: Once = { places: new Map(), sites: new Map() };
    let bits = 0;
    const add = (kind: keyof Once, item: number): void => {
      if (bits < MOST_ONCE && !found[kind].has(item))
        (found[kind] as Map<number, number>).set(item, 1 << bits++);
    };
    for (const [kind, decided] of [["sites", sites] as const, ["places", places] as const])
      for (const [item, value] of decided) if (value === 1) add(kind, item);
    for (const [kind, item] of this.#twice) add(kind, item);
    return found;
  }

  /** Has no regard for branches that have something twice which they may have once. */
  allow(solver: Solver, once: Once): void {
    for (const [i, branch] of this.#branches.entries()) {
      const isTwice = (["places", "sites"] as const).some((kind) =>
        twiceIn(branch[kind]).some((item) => once[kind].has(item)),
      );
      if (isTwice !== this.#barred.has(i)) {
        solver.changeRow(i, isTwice ? Number.NEGATIVE_INFINITY : branch.worth);
        if (isTwice) this.#barred.add(i);
        else this.#barred.delete(i);
      }
    }
  }

  /** Notes what the branches of an answer have twice. @returns whether anything is new */
  tighten(shares: ArrayLike<number>): boolean {
    const weight = new Map<string, number>();
    const { worth } = this.network;
    for (const [i, branch] of this.#branches.entries()) {
      const share = Math.abs(shares[i] ?? 0);
      if (share < 1e-6) continue;
      for (const place of twiceIn(branch.places)) {
        const key = `places ${place}`;
        weight.set(key, (weight.get(key) ?? 0) + share * worth[place]!);
      }
      for (const site of twiceIn(branch.sites)) {
        const key = `sites ${site}`;
        weight.set(key, (weight.get(key) ?? 0) + share);
      }
    }
    const known = new Set(this.#twice.map((one) => one.join(" ")));
    const added = [...weight]
      .filter(([key]) => !known.has(key))
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, Math.min(3, MOST_ONCE - this.#twice.length));
    for (const [key] of added) {
      const [kind, item] = key.split(" ");
      this.#twice.push([kind as keyof Once, Number(item)]);
    }
    return added.length > 0;
  }

  /** How much of each is built, by how much of each branch is. */
  amounts(shares: ArrayLike<number>): Amounts {
    const { worth, problem } = this.network;
    const places = new Float64Array(worth.length);
    const sites = new Float64Array(problem.sites.length);
    let all = 0;
    for (const [i, branch] of this.#branches.entries()) {
      const share = Math.abs(shares[i] ?? 0);
      if (share < 1e-7) continue;
      all += share * branch.hops;
      for (const place of branch.places) places[place]! += share;
      for (const site of branch.sites) sites[site]! += share;
    }
    return { hops: all, places, sites };
  }
}

const twiceIn = (items: readonly number[]): number[] => {
  const seen = new Set<number>();
  return items.filter((item) => seen.has(item) || !seen.add(item));
};
