/**
 * Rows that say that a place hangs on the internet by its whole way: on every set of masts and hops that parts it from
 * all uplinks, as much must be built as the place is served. There are too many to write them all; those that a solver's
 * answer breaks are found by flows (as in Fischetti et al., "Thinning out Steiner trees", 2017).
 */
import { graphOf, leastCuts, type Graph } from "./flow.ts";
import type { Model } from "./model.ts";
import { addRow, type Rows } from "./rows.ts";
import type { Network } from "./network.ts";

const LEAST = 0.02; // a row is worth its place if it is broken by so much
const NESTED = 4; // rows of one target, each behind the one before: fewer rounds of solving

/** Adds to the rows what an answer (one value for each column of the model) breaks, and says how many rows that are. */
type Separator = (values: ArrayLike<number>, rows: Rows) => number;

export function separatorOf(network: Network, model: Model): Separator {
  const { graph, columnOf, widthOf, entrance, places } = wholeGraph(network, model);
  const targets = [
    ...places.map((node, place) => ({
      node,
      column: model.placeColumn[place]!,
      load: network.problem.places[place]!.load,
    })),
    ...Array.from(entrance, (node, site) => ({
      node,
      column: model.levelColumn[network.levelAt[site]!] ?? -1,
      load: 0,
    })).filter(({ node }) => node >= 0),
  ];
  const open = new Float64Array(columnOf.length);
  const narrow = [...widthOf.keys()].filter((edge) => widthOf[edge]! < Number.POSITIVE_INFINITY);
  return (values, rows) => {
    const seen = new Set<string>();
    for (let edge = 0; edge < open.length; edge++)
      open[edge] =
        columnOf[edge]! < 0 ? Number.POSITIVE_INFINITY : Math.max(0, values[columnOf[edge]!]!);
    for (const { node, column, load } of targets) {
      const wanted = values[column]!;
      if (wanted <= LEAST) continue;
      graph.capacity.set(open);
      if (load > 0) for (const edge of narrow) if (widthOf[edge]! < load) graph.capacity[edge] = 0;
      for (let i = 0; i < NESTED; i++) {
        const cuts = leastCuts(graph, 0, node, wanted);
        if (cuts.flow > wanted - LEAST) break;
        for (const edges of i === 0 ? [cuts.far, cuts.near] : [cuts.far]) {
          // What is too narrow for the place brings it nothing; a column that parts it twice is built once.
          const wide = edges.filter((edge) => widthOf[edge]! >= load);
          const columns = [...new Set(wide.map((edge) => columnOf[edge]!))].toSorted(
            (a, b) => a - b,
          );
          const key = `${column} ${columns.join()}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const cut = columns.map((other) => [other, 1] as const);
          addRow(rows, 0, Number.POSITIVE_INFINITY, [[column, -1], ...cut]);
        }
        for (const edge of cuts.far) if (widthOf[edge]! >= load) graph.capacity[edge] = 1;
      }
    }
    return seen.size;
  };
}

interface Whole {
  readonly graph: Graph;
  /** Column of each edge, -1 for one that carries whatever comes; Mbit/s that it carries once it is built. */
  readonly columnOf: readonly number[];
  readonly widthOf: readonly number[];
  /** Node of each site (-1 for one that is left out) and of each place. */
  readonly entrance: Int32Array;
  readonly places: readonly number[];
}

/**
 * The internet is node 0. A site is entered by an uplink of its own or by one of its entries, passes as much as is
 * built there, and is left from each of its levels, which pass as much as is built so high; a place is reached from the
 * options that cover it. So two halves of sites that hang on one half of a relay serve a place by a half only.
 */
function wholeGraph(
  { problem, levelAt, optionAt, uplink, covers }: Network,
  { levelColumn, optionColumn, entries, servings }: Model,
): Whole {
  const [from, to, columnOf, widthOf]: [number[], number[], number[], number[]] = [[], [], [], []];
  let nodes = 1;
  const edge = (a: number, b: number, column: number, width = Number.POSITIVE_INFINITY): void => {
    from.push(a);
    to.push(b);
    columnOf.push(column);
    widthOf.push(width);
  };
  const entrance = new Int32Array(problem.sites.length).fill(-1);
  const exit = new Int32Array(levelColumn.length).fill(-1);
  const places = problem.places.map(() => nodes++);
  const crowded = new Set(servings.map((serving) => serving.site));
  for (const site of problem.sites.keys()) {
    const bottom = levelAt[site]!;
    if ((levelColumn[bottom] ?? -1) < 0 || bottom === levelAt[site + 1]) continue;
    entrance[site] = nodes++;
    for (let level = bottom; level < levelAt[site + 1]!; level++) {
      exit[level] = nodes++;
      edge(level === bottom ? entrance[site] : exit[level - 1]!, exit[level]!, levelColumn[level]!);
    }
    for (let o = optionAt[site]!; o < optionAt[site + 1]!; o++) {
      if (optionColumn[o]! < 0) continue;
      if (uplink[o]! > 0) edge(0, entrance[site], optionColumn[o]!, uplink[o]);
      if (covers[o]!.length === 0 || crowded.has(site)) continue;
      const node = nodes++;
      edge(exit[bottom]!, node, optionColumn[o]!);
      for (const place of covers[o]!) edge(node, places[place]!, -1);
    }
  }
  for (const { site, place, column } of servings)
    edge(exit[levelAt[site]!]!, places[place]!, column);
  for (const { site, column, capacity, levels } of entries) {
    const node = nodes++;
    edge(node, entrance[site]!, column, capacity);
    for (const level of levels) edge(exit[level]!, node, -1);
  }
  return { graph: graphOf(nodes, from, to), columnOf, widthOf, entrance, places };
}
