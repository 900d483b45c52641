/** The chosen network as the plan says it: sites, hops with their profiles, steps, and everything that must be bought. */
import { cents, costOf, gathered } from "../../../engines/costs/bill.ts";
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
import { billOf, type Bill } from "./bill.ts";
import type { Line } from "./hops.ts";
import { feedsOf, ownWatts, type Feed } from "./power.ts";
import { siteLines } from "./pricing.ts";
import type { Layout } from "./sectors.ts";
import { termsOf } from "./terms.ts";
import { withChannels } from "./with-channels.ts";

export interface Network {
  readonly sites: readonly Site[];
  readonly hops: readonly Hop[];
  readonly steps: Plan["steps"];
  readonly bill: Bill;
  /** What its channels leave open, as sentences. */
  readonly open: readonly string[];
}

/** @param steps the choice in the order of building */
export function networkOf(of: Asked, grid: Grid, choice: Choice, steps: readonly Step[]): Network {
  const order = new Map(
    steps.flatMap(({ sites }, i) => toBuild(of, sites).map((site) => [site, i + 1])),
  );
  const serving = new Set(choice.servedBy);
  const feeds = feedsOf(of);
  const built = choice.built.map((one) => {
    const bought = boughtAt(of, one, choice, feeds[one.site]!);
    return { one, ...bought, cost: costOf(bought.lines, termsOf(of.region)) };
  });
  const sites = built.map(({ one, cost, power }) => ({
    ...siteOf(of, one, serving.has(one.site), choice),
    order: order.get(one.site) ?? 0,
    capex: cost.capex,
    opex: cost.opex,
    ...(power.watts > 0 && { power }),
  }));
  const hops = choice.built.flatMap((one) => hopOf(of, grid, one, choice) ?? []);
  return {
    ...withChannels(of, { sites, hops }),
    steps: steps.map((step, i) => stepOf(of, step, i)),
    bill: billOf(
      of,
      choice,
      built.flatMap(({ lines }) => lines),
    ),
  };
}

/** A gateway stands already. */
const toBuild = ({ candidates }: Asked, sites: readonly number[]): number[] =>
  sites.filter((site) => candidates[site]!.kind !== "gateway");

export const round = (value: number): number => Math.round(value * 100) / 100;
const tenth = (value: number): number => Math.round(value * 10) / 10;
export const tenThousandth = (value: number): number => Math.round(value * 1e4) / 1e4;

/** All that stands at a site: what it is built of, the hop that brings the internet, and what feeds it with every hop's end. */
function boughtAt(of: Asked, one: Built, choice: Choice, feed: Feed) {
  const { mast, layout } = waysAt(of, one.site)[one.option]!;
  const sectors = layout?.sectors.length ?? 0;
  const candidate = of.candidates[one.site]!;
  const ends = choice.built.flatMap(({ site, from, hop }) =>
    hop !== undefined && (site === one.site || from === one.site)
      ? radioNamed(of, of.lines[hop]!).watts
      : [],
  );
  const own = siteLines(of, candidate, mast, sectors, feed);
  const lines: BillLine[] = [
    ...own,
    ...(one.hop === undefined ? [] : radioLink(of.prices, radioNamed(of, of.lines[one.hop]!))),
    ...ends.flatMap(feed.lines),
  ];
  const watts = ends.reduce((a, b) => a + b, own.length > 0 ? ownWatts(of, sectors) : 0);
  return { lines, power: { from: feed.from, watts, ...sizeOf(lines) } };
}

/** kWp of panels and kWh of battery, where it lives by the sun. */
function sizeOf(lines: readonly BillLine[]): { panels?: number; battery?: number } {
  const count = (id: string) => gathered(lines).find(({ item }) => item.id === id)?.count;
  const [panels, battery] = [count("solar-panel"), count("battery")];
  return {
    ...(panels !== undefined && { panels }),
    ...(battery !== undefined && { battery }),
  };
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
    cost: cents(step.cost),
  };
}
