/** The form of the link page: its fields, what it begins with, and what an answer to it holds. */
import type { Way } from "../../engines/propagation/clearance.ts";
import { freeSpaceLoss } from "../../engines/propagation/free-space.ts";
import { gasLoss } from "../../engines/propagation/p676/gases.ts";
import { distanceKm } from "../../engines/terrain/great-circle.ts";
import type { LatLon } from "../../engines/terrain/grid.ts";
import type { HopRadio } from "./browser/budget.ts";
import { siteNamed } from "./numbers.ts";
import type { Plan } from "./records.ts";

export const FIELDS = ["from", "from-mast", "to", "to-mast", "mhz"] as const;
export type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

export interface Drawn {
  readonly verdict: string;
  /** Where two models are far apart: what both say. */
  readonly doubt?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly way?: Way;
  /** Where it begins and ends. */
  readonly ends?: readonly [LatLon, LatLon];
}

/** A position as the form takes it, of the plan's own ground: its first mast, or the middle. */
export function positionIn({ sites: [first], bounds: [south, west, north, east] }: Plan): string {
  const { lat, lon } = first ?? { lat: (south + north) / 2, lon: (west + east) / 2 };
  return `${lat.toFixed(2)}, ${lon.toFixed(2)}`;
}

/** What the form begins with: masts and frequency of the plan's own first hop. */
export function typedFor({ hops, radio }: Plan): Typed {
  const [hop] = hops;
  return {
    from: "",
    "from-mast": String(hop?.fromMast ?? 15),
    to: "",
    "to-mast": String(hop?.toMast ?? 15),
    mhz: String(hop?.mhz ?? radio.mhz),
  };
}

/** The radios of a plan's hops, by the levels that it says there; none in a plan that says none. */
export function radiosOf(plan: Pick<Plan, "sites" | "hops">): HopRadio[] {
  return plan.hops.flatMap(({ from, to, mhz, level, margin, capacity }) => {
    const ends = [siteNamed(plan, from), siteNamed(plan, to)] as const;
    if (level === undefined || !ends[0] || !ends[1]) return [];
    const km = distanceKm(ends[0], ends[1]);
    const tenth = (dB: number) => Math.round(dB * 10) / 10;
    return {
      ends: [ends[0].name, ends[1].name] as const,
      mhz,
      power: tenth(level + freeSpaceLoss(km, mhz) + gasLoss(km, mhz)),
      needs: tenth(level - margin),
      mbps: capacity,
    };
  });
}
