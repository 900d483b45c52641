/** The chosen network as the plan says it: sites, hops with their profiles, steps, and everything that must be bought. */
import { costOf, NOTHING, plus, type Cost } from "../../../engines/costs/bill.ts";
import type { Line as BillLine } from "../../../engines/costs/item.ts";
import { radioLink } from "../../../engines/costs/technologies.ts";
import type { Built, Choice, Step } from "../../../engines/selection/problem.ts";
import type { Grid } from "../../../engines/terrain/grid.ts";
import { profileBetween, type Profile } from "../../../engines/terrain/profile.ts";
import { hopOf as judged } from "../browser/hop.ts";
import type { Hop, Plan, Site } from "../records.ts";
import { standingWith } from "./air.ts";
import { waysAt, type Asked } from "./asking.ts";
import type { Candidate } from "./candidates.ts";
import type { Line } from "./hops.ts";
import { siteLines, termsOf } from "./pricing.ts";
import type { Layout } from "./sectors.ts";

export interface Network {
  readonly sites: readonly Site[];
  readonly hops: readonly Hop[];
  readonly steps: Plan["steps"];
  /** All that is bought, item by item as it is bought. */
  readonly bill: readonly BillLine[];
  readonly cost: Cost;
}

/** @param steps the choice in the order of building */
export function networkOf(of: Asked, grid: Grid, choice: Choice, steps: readonly Step[]): Network {
  const order = new Map(
    steps.flatMap(({ sites }, i) => toBuild(of, sites).map((site) => [site, i + 1])),
  );
  const serving = new Set(choice.servedBy);
  const built = choice.built.map((one) => {
    const bill = billOf(of, one);
    return { one, bill, cost: costOf(bill, termsOf(of.region)) };
  });
  const sites = built.map(({ one, cost }) => ({
    ...siteOf(of, one, serving.has(one.site), choice),
    order: order.get(one.site) ?? 0,
    capex: money(cost.capex),
    opex: money(cost.opex),
  }));
  return {
    sites,
    hops: choice.built.flatMap((one) => hopOf(of, grid, one, choice) ?? []),
    steps: steps.map((step, i) => stepOf(of, step, i)),
    bill: built.flatMap(({ bill }) => bill),
    cost: built.map(({ cost }) => cost).reduce(plus, NOTHING),
  };
}

/** A gateway stands already. */
const toBuild = ({ candidates }: Asked, sites: readonly number[]): number[] =>
  sites.filter((site) => candidates[site]!.kind !== "gateway");

export const money = (amount: number): number => Math.round(amount);
export const round = (value: number): number => Math.round(value * 100) / 100;
const tenth = (value: number): number => Math.round(value * 10) / 10;
export const tenThousandth = (value: number): number => Math.round(value * 1e4) / 1e4;

function billOf(of: Asked, { site, option, hop }: Built): BillLine[] {
  const candidate = of.candidates[site]!;
  const { mast, layout } = waysAt(of, site)[option]!;
  const line = hop === undefined ? undefined : of.lines[hop];
  return [
    ...siteLines(of, candidate, mast, layout?.sectors.length),
    ...(line ? radioLink(of.prices, radioNamed(of, line)) : []),
  ];
}

const radioNamed = ({ radios }: Asked, { radio }: Line) => radios.find(({ id }) => id === radio)!;

function siteOf(
  of: Asked,
  { site, option, load }: Built,
  serves: boolean,
  { servedBy }: Choice,
): Omit<Site, "order" | "capex" | "opex"> {
  const { id, name, kind, lat, lon, ground }: Candidate = of.candidates[site]!;
  const { mast, layout } = waysAt(of, site)[option]!;
  return {
    id,
    name,
    kind,
    lat,
    lon,
    ground: Math.round(ground),
    mast,
    serves,
    load: tenth(load),
    ...(layout && serves && { sectors: sectorsOf(layout, (place) => servedBy[place] === site) }),
  };
}

/** Each sector with the airtime that the places take which it serves. */
const sectorsOf = ({ sectors, serves }: Layout, isServed: (place: number) => boolean) =>
  sectors.map(({ azimuth = 0, beam, tilt }, i) => {
    const mine = serves.filter(({ place, sector }) => sector === i && isServed(place));
    const airtime = mine.reduce((sum, one) => sum + one.airtime, 0);
    return {
      azimuth,
      beam,
      ...(tilt !== undefined && { tilt }),
      airtime: tenThousandth(airtime),
    };
  });

const MOST_HEIGHTS = 120; // of a profile in a plan: finer than a picture of it shows

function hopOf(of: Asked, grid: Grid, built: Built, choice: Choice): Hop | undefined {
  if (built.hop === undefined || built.from === undefined) return undefined;
  const line = of.lines[built.hop]!;
  const radio = radioNamed(of, line);
  const [from, to] = [of.candidates[built.from]!, of.candidates[built.site]!];
  const upper = choice.built.find(({ site }) => site === built.from)!;
  const masts = [
    waysAt(of, built.from)[upper.option]!.mast,
    waysAt(of, built.site)[built.option]!.mast,
  ] as const;
  const fine = profileBetween(grid, from, to);
  const standing = standingWith(
    {
      km: line.km,
      mhz: radio.mhz,
      ends: [from.ground + masts[0], to.ground + masts[1]],
      latitude: (from.lat + to.lat) / 2,
    },
    line.margin,
    of.region.air,
  );
  const shown = profileBetween(grid, from, to, Math.min(MOST_HEIGHTS, fine.heights.length) - 1);
  return {
    from: from.id,
    to: to.id,
    km: round(line.km),
    radio: line.radio,
    mhz: radio.mhz,
    fromMast: masts[0],
    toMast: masts[1],
    ...groundSaid(fine, masts, radio.mhz, of.region.backhaul.k),
    margin: line.margin,
    level: line.level,
    ...standing,
    capacity: line.capacity,
    profile: Array.from(shown.heights, Math.round),
  };
}

/** By the code of the link page: what it says of a hop is what the plan says. */
function groundSaid(
  profile: Profile,
  [fromMast, toMast]: readonly [number, number],
  frequency: number,
  k: number,
): Pick<Hop, "clearance" | "tightest" | "p526" | "itm"> {
  const { clearance, tightest, ground } = judged({ ...profile, fromMast, toMast, frequency, k })!;
  return {
    clearance: round(clearance),
    tightest: round(tightest),
    p526: tenth(ground.p526),
    ...(ground.itm !== undefined && { itm: tenth(ground.itm) }),
  };
}

function stepOf(of: Asked, step: Step, i: number): Plan["steps"][number] {
  const id = (site: number) => of.candidates[site]!.id;
  return {
    order: i + 1,
    site: id(step.sites.at(-1)!),
    relays: toBuild(of, step.sites.slice(0, -1)).map(id),
    places: step.places.map((place) => of.places[place]!.id),
    people: step.people,
    cost: money(step.cost),
  };
}
