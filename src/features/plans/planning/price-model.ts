/** The linear model of `branching.ts`: prices are its columns, and each branch that was found is a row of it. */
import type { Branch } from "../../../engines/selection/branches.ts";
import type { Network } from "../../../engines/selection/network.ts";
import { MOST_ONCE, type Once } from "../../../engines/selection/pricing.ts";
import { addRow, emptyRows } from "../../../engines/selection/rows.ts";
import type { Solver } from "./solver.ts";

/** What is asked of the choices of one part of all. */
export interface Part {
  readonly hops: readonly [least: number, most: number];
  /** 0 or 1 for a place or site that is decided. */
  readonly places: ReadonlyMap<number, number>;
  readonly sites: ReadonlyMap<number, number>;
}

export interface Amounts {
  readonly hops: number;
  readonly places: Float64Array;
  readonly sites: Float64Array;
}

const [MONEY, COUNTED, MORE, FEWER, FIRST] = [0, 1, 2, 3, 4]; // columns; from the last on places, then sites

/** Prices as the columns of a model that makes the bound as small as it can be, and branches as its rows. */
export class PriceModel {
  readonly network: Network;
  readonly branches: Branch[] = [];
  /** What each of them has twice. */
  readonly #repeats: Pick<Branch, "places" | "sites">[] = [];
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
      this.branches.push(branch);
      this.#repeats.push({ places: twiceIn(places), sites: twiceIn(sites) });
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
    for (const [i, branch] of this.branches.entries()) {
      const { places, sites } = this.#repeats[i]!;
      const isTwice =
        places.some((place) => once.places.has(place)) ||
        sites.some((site) => once.sites.has(site));
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
    for (const [i, { places, sites }] of this.#repeats.entries()) {
      const share = Math.abs(shares[i] ?? 0);
      if (share < 1e-6) continue;
      for (const place of places) {
        const key = `places ${place}`;
        weight.set(key, (weight.get(key) ?? 0) + share * worth[place]!);
      }
      for (const site of sites) {
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
    for (const [i, branch] of this.branches.entries()) {
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
