/** From what was found on the ground to what is asked of the choice: places, sites with their options, hops, limits. */
import type { Problem, Site, SiteOption } from "../../../engines/selection/problem.ts";
import type { Catalogue } from "../../../engines/costs/item.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import type { Candidate } from "./candidates.ts";
import { loadOf, peopleWithout, weightOf } from "./demand.ts";
import type { Line } from "./hops.ts";
import type { RegionPlace } from "./places.ts";
import { feedsOf, type Feed } from "./power.ts";
import { lineCost, siteCost } from "./pricing.ts";
import type { Reaches } from "./reach.ts";
import type { Region } from "./region.ts";
import type { Layout, Layouts } from "./sectors.ts";

export interface Asked {
  readonly region: Region;
  readonly prices: Catalogue;
  readonly radio: Radio;
  readonly radios: readonly Radio[];
  readonly candidates: readonly Candidate[];
  readonly places: readonly RegionPlace[];
  readonly reaches: Reaches;
  readonly layouts: Layouts;
  readonly lines: readonly Line[];
}

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
  /** Of its sectors; absent where it carries alone. */
  readonly layout?: Layout;
}

/** The ways to build at a candidate in the order of the site's options; a mast that reaches nobody can only carry. */
export const waysAt = ({ candidates, layouts }: Asked, site: number): Way[] =>
  candidates[site]!.masts.flatMap((mast, at) => [
    ...(layouts[site]?.[at] ?? []).map((layout) => ({ at, mast, layout })),
    { at, mast },
  ]);

function siteOf(of: Asked, site: number, feed: Feed): Site {
  const candidate = of.candidates[site]!;
  const { name, uplink } = candidate;
  return {
    name,
    options: waysAt(of, site).map(({ mast, layout }): SiteOption => ({
      mast,
      cost: siteCost(of, candidate, mast, layout?.sectors.length ?? 0, feed).presentValue,
      covers: (layout?.serves ?? []).map(({ place }) => place),
      ...(layout && {
        airtime: layout.serves.map(({ sector, airtime }) => ({ sector, share: airtime })),
      }),
      ...(uplink !== undefined && { uplink }),
    })),
  };
}
