/** From what was found on the ground to what is asked of the choice: places, sites with their options, hops, limits. */
import type { Problem, Site, SiteOption } from "../../../engines/selection/problem.ts";
import type { Catalogue } from "../../../engines/costs/item.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import type { Candidate } from "./candidates.ts";
import type { Line } from "./hops.ts";
import type { RegionPlace } from "./places.ts";
import { feedsOf, type Feed } from "./power.ts";
import { lineCost, siteCost } from "./pricing.ts";
import type { Reaches } from "./reach.ts";
import type { Region } from "./region.ts";

export interface Asked {
  readonly region: Region;
  readonly prices: Catalogue;
  readonly radio: Radio;
  readonly radios: readonly Radio[];
  readonly candidates: readonly Candidate[];
  readonly places: readonly RegionPlace[];
  readonly reaches: Reaches;
  readonly lines: readonly Line[];
}

/** People of a place who are not connected yet; 0 where nobody said how many live there. */
export const peopleWithout = ({ people = 0, connected = 0 }: RegionPlace): number =>
  Math.round(people * (1 - connected));

/** The product of the weights of its traits. */
const weightOf = ({ traits = [] }: RegionPlace, { weights = [] }: Region): number =>
  weights.reduce((all, { what, weight }) => (traits.includes(what) ? all * weight : all), 1);

export const householdsOf = (people: number, { demand }: Region): number =>
  people / demand.household;

/** Mbit/s that so many people ask for in the busy hour. */
const loadOf = (people: number, region: Region): number =>
  householdsOf(people, region) * region.demand.takeUp * region.demand.mbps;

export function problemOf(of: Asked): Problem {
  const { region, candidates, places, lines } = of;
  const feeds = feedsOf(of);
  const radios = new Map(of.radios.map((radio) => [radio.id, radio]));
  return {
    places: places.map((place) => ({
      name: place.name,
      people: peopleWithout(place),
      weight: weightOf(place, region),
      load: loadOf(peopleWithout(place), region),
    })),
    sites: candidates.map((_, i) => siteOf(of, i, feeds[i]!)),
    hops: lines.map(({ a, b, radio, capacity, masts }) => ({
      a,
      b,
      cost: lineCost(of, radios.get(radio)!, [feeds[a]!, feeds[b]!]).presentValue,
      capacity,
      masts,
    })),
    limits: { budget: region.money.budget, hops: region.backhaul.hops },
  };
}

/** A way to build at a candidate: a mast, with sectors or carrying alone. */
interface Way {
  /** Which of the candidate's masts, and its height in m. */
  readonly at: number;
  readonly mast: number;
  readonly serves: boolean;
}

/** The ways to build at a candidate in the order of the site's options; a mast that reaches nobody can only carry. */
export const waysAt = ({ candidates, reaches }: Asked, site: number): Way[] =>
  candidates[site]!.masts.flatMap((mast, at) => {
    const carries = { at, mast, serves: false };
    return (reaches[site]?.[at] ?? []).length > 0
      ? [{ at, mast, serves: true }, carries]
      : [carries];
  });

function siteOf(of: Asked, site: number, feed: Feed): Site {
  const candidate = of.candidates[site]!;
  const { name, uplink } = candidate;
  const capacity = sectorMbps(of.radio) * of.region.access.sectors;
  return {
    name,
    options: waysAt(of, site).map(({ at, mast, serves }): SiteOption => ({
      mast,
      cost: siteCost(of, candidate, mast, serves, feed).presentValue,
      covers: serves ? of.reaches[site]![at]!.map(({ place }) => place) : [],
      ...(serves && { capacity }),
      ...(uplink !== undefined && { uplink }),
    })),
  };
}

/** What a sector carries for subscribers near and far: the step in the middle of its ladder. */
export const sectorMbps = ({ rungs }: Radio): number =>
  rungs[Math.floor((rungs.length - 1) / 2)]!.mbps;
