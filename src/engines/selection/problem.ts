/** What is to be chosen under a budget, and what a choice is. */

export interface Place {
  /** For errors and reasons. */
  readonly name: string;
  readonly people: number;
  /** One connected person counts as so many: 1 without equity weights. */
  readonly weight: number;
  /** Mbit/s that the place asks for in the busy hour. */
  readonly load: number;
}

/** What serving a place takes of one of the sectors of an option: a share of its airtime, which no other sector can lend. */
export interface Airtime {
  readonly sector: number;
  /** 1 is all of it. */
  readonly share: number;
}

/** One way to build at a site. A relay is an option that covers nothing. */
export interface SiteOption {
  /** Metres over the ground. */
  readonly mast: number;
  /** Present value of mast, power and access radio, without hops; 0 where it stands already. */
  readonly cost: number;
  /** Indexes of the places that it can serve. */
  readonly covers: readonly number[];
  /** For each of them what it takes of a sector; absent where sectors do not bind. */
  readonly airtime?: readonly Airtime[];
  /** Mbit/s that it can serve itself. Default: no limit. */
  readonly capacity?: number;
  /** Mbit/s of a way to the internet of its own (a gateway's fibre, a satellite); absent where a hop must bring it. */
  readonly uplink?: number;
}

export interface Site {
  /** For errors and reasons. */
  readonly name: string;
  /** At most one is built. */
  readonly options: readonly SiteOption[];
}

/** A radio line that could be built between two sites. Several between the same two are several radios to choose from. */
export interface HopOffer {
  /** Indexes of sites. */
  readonly a: number;
  readonly b: number;
  /** Present value of the radios at both ends. */
  readonly cost: number;
  /** Mbit/s towards the places. */
  readonly capacity: number;
  /** Least masts in metres at a and at b; with any of these pairs, or higher, the line is clear. */
  readonly masts: readonly (readonly [a: number, b: number])[];
}

interface Limits {
  /** Present value. Default: no limit. */
  readonly budget?: number;
  /** Hops from a site to the internet. Default: no limit. */
  readonly hops?: number;
  /** Sites that cost something. Default: no limit. */
  readonly sites?: number;
}

export interface Problem {
  readonly places: readonly Place[];
  readonly sites: readonly Site[];
  readonly hops: readonly HopOffer[];
  readonly limits: Limits;
}

export interface Built {
  readonly site: number;
  /** Index of the site's option. */
  readonly option: number;
  /** Index of the hop that brings the internet, and the site at its other end; absent where the site has its own uplink. */
  readonly hop?: number;
  readonly from?: number;
  /** Hops to the internet. */
  readonly depth: number;
  /** Mbit/s of all the places served by it and behind it. */
  readonly load: number;
}

/** One step of building: the sites that together connect somebody, those nearer to the internet first. */
export interface Step {
  /** The sites of the step, those that only carry (or carry first) before the one that serves most. */
  readonly sites: readonly number[];
  /** Places newly connected by the step. */
  readonly places: readonly number[];
  readonly people: number;
  readonly weighed: number;
  /** Present value of the step. */
  readonly cost: number;
}

export interface Choice {
  /** Those nearer to the internet first. Gateways that nothing rests on are left out. */
  readonly built: readonly Built[];
  /** Index of the site that serves each place, or -1. */
  readonly servedBy: Int32Array;
  readonly people: number;
  /** People by their weights: what was made as large as possible. */
  readonly weighed: number;
  readonly cost: number;
  /** No choice within the limits weighs more. */
  readonly bound: number;
  /** (bound - weighed) / bound, 0 where it is proven that nothing is better. */
  readonly gap: number;
  /** How it was found and bounded, in words. */
  readonly method: string;
  /** What could not be done, and why; empty where all went well. */
  readonly open: readonly string[];
}

/** A point of the curve people against budget. */
export interface CurvePoint {
  readonly budget: number;
  readonly choice: Choice;
}

/** Long work asks now and then whether to stop, and tells how far it is (0 … 1); stopped, it answers with the best so far. */
export interface Watch {
  readonly shouldStop?: () => boolean;
  readonly progress?: (share: number) => void;
}

/** @throws RangeError that names the place, site or hop, what was expected and what came */
export function checkProblem({ places, sites, hops, limits }: Problem): void {
  for (const [i, place] of places.entries()) {
    const who = `Place ${i} (${place.name})`;
    expectAmount(place.people, `${who}: people`);
    expectAmount(place.weight, `${who}: a weight`);
    expectAmount(place.load, `${who}: a load in Mbit/s`);
  }
  for (const [i, site] of sites.entries())
    for (const [j, option] of site.options.entries()) {
      const who = `Site ${i} (${site.name}), option ${j}`;
      expectAmount(option.mast, `${who}: a mast in metres`);
      expectAmount(option.cost, `${who}: a cost`);
      if (option.capacity !== undefined) expectCapacity(option.capacity, `${who}: a capacity`);
      if (option.uplink !== undefined) expectCapacity(option.uplink, `${who}: an uplink`);
      for (const place of option.covers) expectIndex(place, places.length, `${who}: a place`);
      if (option.airtime) checkAirtime(option, who);
    }
  for (const [i, hop] of hops.entries()) {
    expectIndex(hop.a, sites.length, `Hop ${i}: a site`);
    expectIndex(hop.b, sites.length, `Hop ${i}: a site`);
    const who = `Hop ${i} (${sites[hop.a]!.name} - ${sites[hop.b]!.name})`;
    if (hop.a === hop.b) throw new RangeError(`${who}: expected two sites, got one twice.`);
    expectAmount(hop.cost, `${who}: a cost`);
    expectCapacity(hop.capacity, `${who}: a capacity`);
    for (const mast of hop.masts.flat()) expectAmount(mast, `${who}: a mast in metres`);
  }
  for (const [name, limit] of Object.entries(limits) as [string, number | undefined][])
    if (limit !== undefined) expectCapacity(limit, `A limit of ${name}`);
}

const MOST_SECTORS = 24;

function checkAirtime({ covers, airtime = [] }: SiteOption, who: string): void {
  if (airtime.length !== covers.length)
    throw new RangeError(
      `${who}: expected airtime for each of ${covers.length} places, got it for ${airtime.length}.`,
    );
  for (const { sector, share } of airtime) {
    expectIndex(sector, MOST_SECTORS, `${who}: a sector`);
    expectAmount(share, `${who}: a share of airtime`);
  }
}

function expectAmount(value: number, what: string): void {
  if (!(Number.isFinite(value) && value >= 0))
    throw new RangeError(`${what}: expected a number from 0 up, got ${value}.`);
}

/** Infinity is no limit. */
function expectCapacity(value: number, what: string): void {
  if (!(value >= 0)) throw new RangeError(`${what}: expected a number from 0 up, got ${value}.`);
}

function expectIndex(value: number, count: number, what: string): void {
  if (!(Number.isInteger(value) && value >= 0 && value < count))
    throw new RangeError(`${what}: expected an index from 0 to ${count - 1}, got ${value}.`);
}
