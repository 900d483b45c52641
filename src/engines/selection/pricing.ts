/** What options, places and hops are worth at prices, and what can hang behind a site: the parts of `branches.ts`. */
import { EMPTY, frontsOf, paid, type Front, type Fronts } from "./front.ts";
import type { Network } from "./network.ts";
import type { Airtime } from "./problem.ts";

/** In weighed people. Those of money and counted sites are at least 0; what must be there may have one below. */
export interface Prices {
  /** For one unit of cost, for one of the sites that count against a limit, for one hop. */
  readonly money: number;
  readonly counted: number;
  readonly hop: number;
  /** For serving each place, and for building at each site. */
  readonly place: ArrayLike<number>;
  readonly site: ArrayLike<number>;
  /** Places and sites that may be in a branch once alone, each with a bit; others may be there again for their price. */
  readonly once?: Once;
}

export interface Once {
  readonly places: ReadonlyMap<number, number>;
  readonly sites: ReadonlyMap<number, number>;
}

/** More bits than that make fronts too long. */
export const MOST_ONCE = 10;

/** What does not change with the prices. Mbit/s are in steps, rounded down: that forbids nothing. */
export interface Plan {
  readonly options: readonly number[];
  /** Whether an uplink is free or wider than any hop: what hangs there is looked at branch by branch and pays nothing for it. */
  readonly isOpen: readonly boolean[];
  /** The highest level of each site that has such an uplink, -1 without. */
  readonly openTo: readonly number[];
  readonly load: readonly number[];
  readonly width: readonly number[];
  readonly own: readonly number[];
  readonly up: readonly number[];
  /** The most that comes into each site. */
  readonly into: readonly number[];
  readonly most: number;
  /** Hops behind each other that the limits leave room for. */
  readonly deepest: number;
  readonly fronts: Fronts;
}

const STEPS = 240;

export function planOf(network: Network, keeps: (option: number) => boolean): Plan {
  const { siteOf, levelOf, uplink, cost, capacity, arcs, problem } = network;
  const options = [...siteOf.keys()].filter(keeps);
  const widestHop = arcs.capacity.reduce((a, b) => Math.max(a, b), 0);
  const isOpen = Array.from(uplink, (up, o) => up > 0 && (cost[o] === 0 || up >= widestHop));
  const openTo = problem.sites.map(() => -1);
  for (const o of options)
    if (isOpen[o]) openTo[siteOf[o]!] = Math.max(openTo[siteOf[o]!]!, levelOf[o]!);
  const total = problem.places.reduce((sum, { load }) => sum + load, 0);
  const widest = Math.min(
    total,
    uplink.reduce(
      (all, up, o) => Math.max(all, isOpen[o] ? Math.min(up, capacity[o]!) : up),
      widestHop,
    ),
  );
  const step = widest > 0 ? widest / STEPS : 1;
  const steps = (amount: number): number => Math.floor(Math.min(amount, widest) / step + 1e-9);
  const [width, up] = [Array.from(arcs.capacity, steps), Array.from(uplink, steps)];
  const into = problem.sites.map(() => 0);
  for (const [arc, to] of arcs.to.entries()) into[to] = Math.max(into[to]!, width[arc]!);
  for (const [o, site] of siteOf.entries()) into[site] = Math.max(into[site]!, up[o]!);
  return {
    options,
    isOpen,
    openTo,
    load: problem.places.map((place) => Math.floor(place.load / step + 1e-9)),
    width,
    own: Array.from(capacity, (most, o) => steps(Math.min(most, mostInTime(network, o)))),
    up,
    into,
    most: steps(widest),
    deepest: deepestOf(network),
    fronts: frontsOf(steps(widest), MOST_ONCE),
  };
}

/** No choice serves more Mbit/s from an option: in each sector those come first that take least time for one. */
function mostInTime({ covers, airtime, sectors, problem }: Network, option: number): number {
  const shares = airtime[option]!;
  if (shares.length === 0) return Number.POSITIVE_INFINITY;
  const load = [...covers[option]!].map((place) => problem.places[place]!.load);
  const left = new Float64Array(sectors).fill(1);
  return [...shares.keys()]
    .toSorted((a, b) => shares[a]!.share * load[b]! - shares[b]!.share * load[a]!)
    .reduce((sum, k) => sum + load[k]! * partInTime(left, shares[k]!), 0);
}

/** What places are worth that each sector may serve in part, in the order given or a better one. */
function inTime(
  { covers, airtime, sectors }: Network,
  option: number,
  wanted: readonly number[],
  net: Float64Array,
): number {
  const shares = airtime[option]!;
  if (shares.length === 0) return Number.POSITIVE_INFINITY;
  const left = new Float64Array(sectors).fill(1);
  const takes = new Map([...covers[option]!].map((place, k) => [place, shares[k]!]));
  return wanted
    .toSorted((a, b) => net[b]! * takes.get(a)!.share - net[a]! * takes.get(b)!.share)
    .reduce((sum, place) => sum + net[place]! * partInTime(left, takes.get(place)!), 0);
}

/** How much of a place its sector still has the time for; it is taken. */
function partInTime(left: Float64Array, { sector, share }: Airtime): number {
  const part = share <= left[sector]! ? 1 : left[sector]! / share;
  left[sector]! -= part * share;
  return part;
}

function deepestOf({ problem, cost, optionAt }: Network): number {
  const { hops = Number.POSITIVE_INFINITY, budget = Number.POSITIVE_INFINITY } = problem.limits;
  const least = cost.reduce(
    (all, amount) => (amount > 0 ? Math.min(all, amount) : all),
    Number.POSITIVE_INFINITY,
  );
  const free = problem.sites.filter((_, site) =>
    cost.subarray(optionAt[site], optionAt[site + 1]).includes(0),
  ).length;
  const bought = least < Number.POSITIVE_INFINITY ? Math.floor(budget / least) : 0;
  return Math.min(hops, problem.sites.length - 1, free + bought);
}

/** What does not change with what hangs behind. */
export interface Priced extends Prices {
  readonly charge: Float64Array;
  /** What serving each place is worth. */
  readonly net: Float64Array;
  /** Places that each option would serve, those worth most for their Mbit/s first. */
  readonly wanted: readonly (readonly number[])[];
  /** No less than each option is worth with the places that it serves itself. */
  readonly hope: Float64Array;
}

export function pricedOf(network: Network, plan: Plan, prices: Prices): Priced {
  const { siteOf, covers, cost, counts, worth } = network;
  const { options, load, own } = plan;
  const net = worth.map((value, place) => value - prices.place[place]!);
  const rank = new Map(
    [...net.keys()]
      .filter((place) => net[place]! > 0)
      .toSorted((a, b) => net[b]! * load[a]! - net[a]! * load[b]! || net[b]! - net[a]!)
      .map((place, i) => [place, i]),
  );
  const charge = Float64Array.from(
    siteOf,
    (site, o) => prices.money * cost[o]! + prices.counted * counts[o]! + prices.site[site]!,
  );
  const wanted: number[][] = Array.from(siteOf, () => []);
  const hope = new Float64Array(siteOf.length);
  for (const o of options) {
    wanted[o] = [...covers[o]!]
      .filter((place) => rank.has(place) && load[place]! <= own[o]!)
      .toSorted((a, b) => rank.get(a)! - rank.get(b)!);
    const most = Math.min(
      inPart(wanted[o], net, load, own[o]!),
      inTime(network, o, wanted[o], net),
    );
    hope[o] = most - charge[o]!;
  }
  return { ...prices, charge, net, wanted, hope };
}

/** What places are worth that may be served in part: never less than whole ones (Dantzig 1957). */
function inPart(
  places: readonly number[],
  net: Float64Array,
  load: readonly number[],
  most: number,
): number {
  let [room, sum] = [most, 0];
  for (const place of places) {
    const share = load[place]! <= room ? 1 : room / load[place]!;
    sum += share * net[place]!;
    room -= share * load[place]!;
  }
  return sum;
}

/** What can hang on a site that is built up to a level, by the site at the other end. @param behind for each level of each site */
export function offersOf(
  { arcAt, arcs }: Network,
  { width, fronts }: Plan,
  { money, hop }: Prices,
  from: number,
  level: number,
  behind: readonly Front[],
): Map<number, Front> {
  const offers = new Map<number, Front>();
  for (let arc = arcAt[from]!; arc < arcAt[from + 1]!; arc++) {
    const front = behind[arcs.toLevel[arc]!] ?? EMPTY;
    const fee = money * arcs.cost[arc]! + hop;
    if (front.load.length === 0 || arcs.fromLevel[arc]! > level) continue;
    const offer = paid(front, fee, width[arc]!);
    const to = arcs.to[arc]!;
    if (offer.load.length > 0) offers.set(to, fronts.either(offers.get(to) ?? EMPTY, offer));
  }
  return offers;
}

/** An option alone, then with each place that it serves and each branch behind it, one joined after the other. */
export function stepsOf(
  network: Network,
  { load, own, into, fronts }: Plan,
  { charge, net, wanted, once }: Priced,
  o: number,
  offers: Iterable<Front>,
): { readonly part: Front; readonly all: Front }[] {
  const limit = into[network.siteOf[o]!]!;
  const bit = once?.sites.get(network.siteOf[o]!) ?? 0;
  let all: Front = { load: [0], mask: [bit], value: [-charge[o]!] };
  const steps = [{ part: EMPTY, all }];
  for (const place of wanted[o]!) {
    const mask = once?.places.get(place) ?? 0;
    const part = { load: [load[place]!], mask: [mask], value: [net[place]!] };
    all = fronts.join(all, part, Math.min(own[o]!, limit));
    steps.push({ part, all });
  }
  for (const part of offers) {
    all = fronts.join(all, part, limit);
    steps.push({ part, all });
  }
  return steps;
}
