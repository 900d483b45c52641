/**
 * The choice as a mixed-integer linear model, for a solver that proves how good a choice is. Whatever can be built can
 * be written in it with the same people and cost, so its optimum is never below the true one: limits of Mbit/s are kept
 * at each site but not summed along the ways, a limit of hops is left to `keeps`, and that sites hang together is said site by
 * site here, by `cuts.ts` the whole way to the internet.
 */
import { optionsOf, type Network } from "./network.ts";
import { addAtMost, addRow, emptyRows, type Rows } from "./rows.ts";
import { addLoads, addServings, type Entry, type Serving } from "./servings.ts";

export interface Model {
  /** To be made as large as possible. */
  readonly objective: number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly integer: boolean[];
  readonly rows: Rows;
  /** Column of each option, of each place, of each level (built at least so high), of each site (built); -1 where left out. */
  readonly optionColumn: Int32Array;
  readonly placeColumn: Int32Array;
  readonly levelColumn: Int32Array;
  readonly entries: readonly Entry[];
  /** Who serves whom, where a site may be asked for more than it carries. */
  readonly servings: readonly Serving[];
}

const CLASSES = 3; // prices of the hop into a site that are told apart; a price between is taken for the lower one

/** @param keeps whether an option may be built; by default all */
export function modelOf(network: Network, keeps: (option: number) => boolean = () => true): Model {
  const { siteOf, optionAt, levelAt, levelOf, cost, uplink, counts, worth, problem } = network;
  const [objective, lower, upper, integer]: [number[], number[], number[], boolean[]] = [
    [],
    [],
    [],
    [],
  ];
  const rows = emptyRows();
  const column = (worthOf: number, isInteger: boolean): number => {
    integer.push(isInteger);
    lower.push(0);
    upper.push(1);
    return objective.push(worthOf) - 1;
  };
  const optionColumn = Int32Array.from(siteOf, (_, option) =>
    keeps(option) ? column(0, true) : -1,
  );
  const isKept = problem.sites.map((_, site) =>
    optionColumn.subarray(optionAt[site], optionAt[site + 1]).some((c) => c >= 0),
  );
  const placeColumn = Int32Array.from(worth, (value) => column(value, false));
  const levelColumn = Int32Array.from(network.levelMast, () => -1);
  const money: [number, number][] = [];
  const counted: [number, number][] = [];
  for (const [option, c] of optionColumn.entries()) {
    if (c < 0) continue;
    if (cost[option]! > 0) money.push([c, cost[option]!]);
    if (counts[option]) counted.push([c, 1]);
  }
  for (const [site, kept] of isKept.entries()) {
    if (!kept) continue;
    for (let level = levelAt[site]!; level < levelAt[site + 1]!; level++) {
      levelColumn[level] = column(0, false);
      const higher = optionsOf(network, site).filter(
        (o) => levelOf[o]! >= level && optionColumn[o]! >= 0,
      );
      addRow(rows, 0, 0, [
        [levelColumn[level]!, -1],
        ...higher.map((o) => [optionColumn[o]!, 1] as const),
      ]);
    }
  }
  const servings = addServings(network, rows, column, { optionColumn, placeColumn, isKept });
  const entries = entriesOf(network, isKept).map((entry) => ({
    ...entry,
    column: column(0, true),
  }));
  for (const entry of entries) {
    if (entry.cost > 0) money.push([entry.column, entry.cost]);
    addAtMost(
      rows,
      [entry.column],
      entry.levels.map((level) => levelColumn[level]!),
    );
  }
  const ofSite = Map.groupBy(entries, (entry) => entry.site);
  for (const [site, kept] of isKept.entries()) {
    if (!kept) continue;
    const ways = ofSite.get(site) ?? [];
    const rootless = optionsOf(network, site).filter(
      (o) => !(uplink[o]! > 0) && optionColumn[o]! >= 0,
    );
    addAtMost(
      rows,
      rootless.map((o) => optionColumn[o]!),
      ways.map((entry) => entry.column),
    );
    for (let level = levelAt[site]! + 1; level < levelAt[site + 1]!; level++) {
      const high = ways.filter((entry) => entry.level >= level);
      if (high.length > 0)
        addRow(rows, Number.NEGATIVE_INFINITY, 0, [
          [levelColumn[level]!, -1],
          ...high.map((entry) => [entry.column, 1] as const),
        ]);
    }
  }
  addLoads(network, rows, servings, optionColumn, ofSite);
  const { budget = Number.POSITIVE_INFINITY, sites = Number.POSITIVE_INFINITY } = problem.limits;
  if (budget < Number.POSITIVE_INFINITY) addRow(rows, Number.NEGATIVE_INFINITY, budget, money);
  if (sites < Number.POSITIVE_INFINITY) addRow(rows, Number.NEGATIVE_INFINITY, sites, counted);
  return {
    objective,
    lower,
    upper,
    integer,
    rows,
    optionColumn,
    placeColumn,
    levelColumn,
    entries,
    servings,
  };
}

function entriesOf(
  { arcs, problem }: Network,
  isKept: readonly boolean[],
): Omit<Entry, "column">[] {
  const into = problem.sites.map((): number[] => []);
  for (const [arc, site] of arcs.to.entries())
    if (isKept[site] && isKept[arcs.from[arc]!]) into[site]!.push(arc);
  return into.flatMap((list, site) => {
    const steps = pricesOf(list.map((arc) => arcs.cost[arc]!));
    const classes = new Map<
      string,
      { site: number; level: number; cost: number; capacity: number; levels: Set<number> }
    >();
    for (const arc of list) {
      const [level, cost] = [
        arcs.toLevel[arc]!,
        steps.findLast((price) => price <= arcs.cost[arc]!)!,
      ];
      const key = `${level} ${cost}`;
      const entry = classes.get(key) ?? {
        site,
        level,
        cost,
        capacity: 0,
        levels: new Set<number>(),
      };
      entry.capacity = Math.max(entry.capacity, arcs.capacity[arc]!);
      entry.levels.add(arcs.fromLevel[arc]!);
      classes.set(key, entry);
    }
    return [...classes.values()].map((entry) => ({ ...entry, levels: [...entry.levels] }));
  });
}

function pricesOf(costs: readonly number[]): number[] {
  const prices = [...new Set(costs)].toSorted((a, b) => a - b);
  if (prices.length <= CLASSES) return prices;
  return Array.from(
    { length: CLASSES },
    (_, i) => prices[Math.floor((i * prices.length) / CLASSES)]!,
  );
}
