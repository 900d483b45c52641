/** Who serves whom in the model, where a site may be asked for more than its option, its sectors or its way carry. */
import { WHOLE, optionsOf, type Network } from "./network.ts";
import { addAtMost, addRow, type Rows } from "./rows.ts";

/** Ways into a site of one price that need one level there, and the levels of other sites that they come from. */
export interface Entry {
  readonly site: number;
  readonly column: number;
  readonly level: number;
  readonly cost: number;
  /** Mbit/s of the widest of them. */
  readonly capacity: number;
  readonly levels: readonly number[];
}

export interface Serving {
  readonly site: number;
  /** The option that serves it, where its sectors may be asked for more time than they have; else any of the site's. */
  readonly option: number | undefined;
  readonly place: number;
  readonly column: number;
}

/** A place is served by what covers it; where a site is crowded, how much of it goes to each of its places is a column. */
export function addServings(
  network: Network,
  rows: Rows,
  column: (worthOf: number, isInteger: boolean) => number,
  {
    optionColumn,
    placeColumn,
    isKept,
  }: {
    readonly optionColumn: Int32Array;
    readonly placeColumn: Int32Array;
    readonly isKept: readonly boolean[];
  },
): Serving[] {
  const { siteOf, coveredBy } = network;
  const columnsOf = (options: readonly number[]) => options.map((o) => optionColumn[o]!);
  const crowded = crowdedSites(network, isKept);
  const isBusy = (o: number): boolean => busySectors(network, o).length > 0;
  const servings: Serving[] = [];
  for (const [place, c] of placeColumn.entries()) {
    const by = [...coveredBy[place]!].filter((o) => optionColumn[o]! >= 0);
    const loose = by.filter((o) => !crowded[siteOf[o]!]);
    const sitesOf = Map.groupBy(
      by.filter((o) => crowded[siteOf[o]!]),
      (o) => siteOf[o]!,
    );
    const ofPlace = [...sitesOf].flatMap(([site, all]) => {
      const [busy, calm] = [all.filter(isBusy), all.filter((o) => !isBusy(o))];
      const groups: [number | undefined, number[]][] = busy.map((o) => [o, [o]]);
      if (calm.length > 0) groups.push([undefined, calm]);
      return groups.map(([option, options]): Serving => {
        const serving = { site, option, place, column: column(0, false) };
        addAtMost(rows, [serving.column], columnsOf(options));
        return serving;
      });
    });
    servings.push(...ofPlace);
    const parts = ofPlace.map((serving) => serving.column);
    addAtMost(rows, [c], [...columnsOf(loose), ...parts]);
  }
  return servings;
}

/** Sectors of an option that have not the time for all the places that they see. */
function busySectors({ airtime, sectors }: Network, option: number): number[] {
  const asked = new Float64Array(sectors);
  for (const { sector, share } of airtime[option]!) asked[sector]! += share;
  return [...asked.keys()].filter((sector) => asked[sector]! > WHOLE);
}

/** 1 where all that a site covers asks for more than one of its options, of their sectors, or a hop into it, carries. */
function crowdedSites(network: Network, isKept: readonly boolean[]): Uint8Array {
  const { problem, covers, capacity, uplink, arcs } = network;
  const least = problem.sites.map((_, site) =>
    Math.min(
      ...optionsOf(network, site).map((o) =>
        Math.min(capacity[o]!, uplink[o]! > 0 ? uplink[o]! : Number.POSITIVE_INFINITY),
      ),
    ),
  );
  for (const [arc, site] of arcs.to.entries())
    least[site] = Math.min(least[site]!, arcs.capacity[arc]!);
  return Uint8Array.from(isKept, (kept, site) => {
    const all = new Set(optionsOf(network, site).flatMap((o) => [...covers[o]!]));
    const load = [...all].reduce((sum, place) => sum + problem.places[place]!.load, 0);
    const isBusy = optionsOf(network, site).some((o) => busySectors(network, o).length > 0);
    return kept && (load > least[site]! || isBusy) ? 1 : 0;
  });
}

/** What a crowded site serves fits into its option, its sectors, and into its uplink or the hop into it. */
export function addLoads(
  network: Network,
  rows: Rows,
  servings: readonly Serving[],
  optionColumn: Int32Array,
  ways: ReadonlyMap<number, readonly Entry[]>,
): void {
  const { problem, capacity, uplink } = network;
  for (const [site, list] of Map.groupBy(servings, (serving) => serving.site)) {
    const loads = list
      .map(({ place, column }) => [column, problem.places[place]!.load] as const)
      .filter(([, load]) => load > 0);
    const all = loads.reduce((sum, [, load]) => sum + load, 0);
    const fits = (most: number): number => -Math.min(most, all);
    const options = optionsOf(network, site).filter((o) => optionColumn[o]! >= 0);
    addRow(rows, Number.NEGATIVE_INFINITY, 0, [
      ...loads,
      ...options.map((o) => [optionColumn[o]!, fits(capacity[o]!)] as const),
    ]);
    addRow(rows, Number.NEGATIVE_INFINITY, 0, [
      ...loads,
      ...options
        .filter((o) => uplink[o]! > 0)
        .map((o) => [optionColumn[o]!, fits(uplink[o]!)] as const),
      ...(ways.get(site) ?? []).map((entry) => [entry.column, fits(entry.capacity)] as const),
    ]);
  }
  for (const [option, list] of Map.groupBy(servings, (serving) => serving.option))
    if (option !== undefined) addAirtime(network, rows, option, list, optionColumn[option]!);
}

function addAirtime(
  network: Network,
  rows: Rows,
  option: number,
  servings: readonly Serving[],
  built: number,
): void {
  const takes = new Map(
    [...network.covers[option]!].map((place, k) => [place, network.airtime[option]![k]!]),
  );
  for (const sector of busySectors(network, option)) {
    const shares = servings
      .filter(({ place }) => takes.get(place)!.sector === sector)
      .map(({ place, column }) => [column, takes.get(place)!.share] as const);
    addRow(rows, Number.NEGATIVE_INFINITY, 0, [...shares, [built, -1]]);
  }
}
