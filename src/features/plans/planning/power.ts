/**
 * What feeds each site, the grid or the sun, and what its watts cost there.
 *
 * A site draws what stands on it: its router, its sectors if it serves, and one radio for each hop that ends there. Which
 * of the two feeds it is settled before its hops are known, for its router, a sector where it can serve anybody, and
 * the end of one hop, the mean of its radios. From there on costs grow in proportion to the watts, so that a mast's own share and that of each
 * hop's end add up to the bill of whatever is chosen.
 */
import { costOf } from "../../../engines/costs/bill.ts";
import type { Catalogue, Line } from "../../../engines/costs/item.ts";
import type { Radio } from "../../../engines/costs/radios.ts";
import { darkest, SUN_DEFAULTS } from "../../../engines/costs/solar.ts";
import { gridConnection, gridEnergy, solarPower } from "../../../engines/costs/technologies.ts";
import type { Candidate } from "./candidates.ts";
import type { Reaches } from "./reach.ts";
import type { Region } from "./region.ts";
import { termsOf } from "./terms.ts";

export interface Feed {
  readonly from: "grid" | "sun";
  /** Bought however much is drawn. */
  readonly fixed: readonly Line[];
  /** For so many W, all day and all year. */
  readonly lines: (watts: number) => Line[];
}

interface Fed {
  readonly region: Region;
  readonly prices: Catalogue;
  readonly radio: Radio;
  readonly radios: readonly Radio[];
}

const ROUTER = 15; // W

/** W of a site's router and sectors, without the ends of its hops. */
export const ownWatts = ({ radio }: Pick<Fed, "radio">, sectors: number): number =>
  ROUTER + sectors * radio.watts;

/** For each candidate. */
export const feedsOf = (
  of: Fed & { readonly candidates: readonly Candidate[]; readonly reaches: Reaches },
): Feed[] =>
  of.candidates.map((candidate, site) =>
    feedOf(of, candidate, (of.reaches[site] ?? []).some((places) => places.length > 0) ? 1 : 0),
  );

/** @param sectors 0 where none of its masts reaches anybody */
export function feedOf(of: Fed, candidate: Candidate, sectors: number): Feed {
  const { region, prices, radios } = of;
  const fromGrid = (...fixed: Line[]): Feed => ({
    from: "grid",
    fixed,
    lines: (watts) => gridEnergy(prices, watts),
  });
  if (candidate.kind === "gateway") return fromGrid();
  if (candidate.kind === "existing mast") return fromGrid(...gridConnection(prices, 0));
  const grid = fromGrid(...gridConnection(prices, Math.max(candidate.far, SHORTEST)));
  const { sun, autonomy } = region.power;
  if (darkest(sun) === 0) return grid; // a night of a month
  const solar: Feed = {
    from: "sun",
    fixed: [],
    lines: (watts) => solarPower(prices, watts, { ...SUN_DEFAULTS, hours: sun, autonomy }),
  };
  const end = radios.reduce((sum, one) => sum + one.watts, 0) / radios.length;
  const watts = ownWatts(of, sectors) + end;
  const cost = ({ fixed, lines }: Feed) =>
    costOf([...fixed, ...lines(watts)], termsOf(region)).presentValue;
  return cost(grid) <= cost(solar) ? grid : solar;
}

const SHORTEST = 0.05; // km of line to the grid, which the nearest place or road is taken to have
