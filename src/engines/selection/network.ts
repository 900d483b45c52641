/** A problem as flat arrays: its options one after another, the masts of each site as levels, each hop as arcs both ways. */
import { arcsOf, starts, type Arcs } from "./arcs.ts";
import { checkProblem, type Airtime, type Problem, type SiteOption } from "./problem.ts";
import { widestWays } from "./width.ts";

export interface Network {
  readonly problem: Problem;
  /** Weighed people of each place. */
  readonly worth: Float64Array;
  /** First option of each site, and one more at the end. */
  readonly optionAt: Int32Array;
  readonly siteOf: Int32Array;
  readonly mast: Float64Array;
  readonly cost: Float64Array;
  /** Mbit/s; 0 without an uplink. */
  readonly uplink: Float64Array;
  readonly capacity: Float64Array;
  /** 1 where the option counts against a limit of sites. */
  readonly counts: Uint8Array;
  /** Without places that ask for more Mbit/s than the option, or the widest way to it, ever carries. */
  readonly covers: readonly Int32Array[];
  /** What each place of `covers` takes of a sector: empty where the option's sectors do not bind. */
  readonly airtime: readonly (readonly Airtime[])[];
  /** Sectors of the option that has most of them; 0 where none binds. */
  readonly sectors: number;
  /** Mbit/s that the widest way to each site carries; 0 where none leads. */
  readonly width: Float64Array;
  /** Options that cover each place. */
  readonly coveredBy: readonly Int32Array[];
  /** Where the place stands in `covers` of each of them. */
  readonly coveredAt: readonly Int32Array[];
  /** A level is a height of mast that one of a site's options has; first level of each site, and one more at the end. */
  readonly levelAt: Int32Array;
  readonly levelMast: Float64Array;
  readonly levelOf: Int32Array;
  /** The cheapest option of at least that height: any, and one with an uplink; -1 where there is none. */
  readonly relay: Int32Array;
  readonly root: Int32Array;
  /** First arc of each site, and one more at the end. */
  readonly arcAt: Int32Array;
  readonly arcs: Arcs;
}

/** @throws RangeError that names what is not a number from 0 up, or points nowhere */
export function networkOf(problem: Problem): Network {
  checkProblem(problem);
  const { sites, places } = problem;
  const options = sites.flatMap((site, index) =>
    site.options.map((option) => ({ ...option, index })),
  );
  const optionAt = starts(sites.map((site) => site.options.length));
  const levels = sites.map((site) =>
    [...new Set(site.options.map((option) => option.mast))].toSorted((a, b) => a - b),
  );
  const levelAt = starts(levels.map((list) => list.length));
  const cheapest = (site: number, mast: number, hasUplink: boolean): number => {
    let best = -1;
    for (let o = optionAt[site]!; o < optionAt[site + 1]!; o++) {
      const option = options[o]!;
      if (option.mast < mast || (hasUplink && !(option.uplink! > 0))) continue;
      if (best === -1 || option.cost < options[best]!.cost) best = o;
    }
    return best;
  };
  const perLevel = (hasUplink: boolean) =>
    Int32Array.from(
      levels.flatMap((list, site) => list.map((mast) => cheapest(site, mast, hasUplink))),
    );
  const coveredBy = places.map((): number[] => []);
  const ways = arcsOf(problem, levels, levelAt);
  const best = sites.map((site) =>
    Math.max(0, ...site.options.map((option) => option.uplink ?? 0)),
  );
  const width = widestWays(best, ways.arcAt, ways.arcs);
  const coveredAt = places.map((): number[] => []);
  const served = options.map((option) => {
    const { capacity = Number.POSITIVE_INFINITY, index } = option;
    return servable(option, problem, Math.min(capacity, width[index]!));
  });
  for (const [o, { covers }] of served.entries())
    for (const [k, place] of covers.entries()) {
      coveredBy[place]!.push(o);
      coveredAt[place]!.push(k);
    }
  return {
    problem,
    worth: Float64Array.from(places, (place) => place.people * place.weight),
    optionAt,
    siteOf: Int32Array.from(options, (option) => option.index),
    mast: Float64Array.from(options, (option) => option.mast),
    cost: Float64Array.from(options, (option) => option.cost),
    uplink: Float64Array.from(options, (option) => option.uplink ?? 0),
    capacity: Float64Array.from(options, (option) => option.capacity ?? Number.POSITIVE_INFINITY),
    counts: Uint8Array.from(options, (option) => (option.cost > 0 ? 1 : 0)),
    covers: served.map(({ covers }) => covers),
    airtime: served.map(({ airtime }) => airtime),
    sectors: served.reduce(
      (most, { airtime }) => airtime.reduce((all, { sector }) => Math.max(all, sector + 1), most),
      0,
    ),
    width,
    coveredBy: coveredBy.map((list) => Int32Array.from(list)),
    coveredAt: coveredAt.map((list) => Int32Array.from(list)),
    levelAt,
    levelMast: Float64Array.from(levels.flat()),
    levelOf: Int32Array.from(
      options,
      (option) => levelAt[option.index]! + levels[option.index]!.indexOf(option.mast),
    ),
    relay: perLevel(false),
    root: perLevel(true),
    ...ways,
  };
}

/**
 * The places that an option can serve at all, each once; where sectors bind, those that are worth most for their airtime
 * first.
 */
function servable(
  { covers, airtime }: SiteOption,
  { places }: Problem,
  most: number,
): { covers: Int32Array; airtime: readonly Airtime[] } {
  const at = new Map(covers.map((place, k) => [place, k]));
  const kept = [...at].filter(
    ([place, k]) => places[place]!.load <= most && (airtime?.[k]?.share ?? 0) <= WHOLE,
  );
  if (!airtime) return { covers: Int32Array.from(kept, ([place]) => place), airtime: [] };
  const worth = ([place, k]: [number, number]): number => {
    const { people, weight } = places[place]!;
    return (people * weight) / Math.max(airtime[k]!.share, 1e-9);
  };
  kept.sort((a, b) => worth(b) - worth(a) || a[0] - b[0]);
  return {
    covers: Int32Array.from(kept, ([place]) => place),
    airtime: kept.map(([, k]) => airtime[k]!),
  };
}

/** The airtime of a sector, and what arithmetic alone may add to it. */
export const WHOLE = 1 + 1e-9;

/** The options of a site. */
export const optionsOf = ({ optionAt }: Network, site: number): number[] =>
  Array.from({ length: optionAt[site + 1]! - optionAt[site]! }, (_, i) => optionAt[site]! + i);
