/** Every antenna of a plan: on which mast it hangs, where it looks, and what for. Rules PN80 and PN81. */
import { bearing, distanceKm, EARTH_RADIUS } from "../../engines/terrain/great-circle.ts";
import type { LatLon } from "../../engines/terrain/grid.ts";
import { siteNamed } from "./numbers.ts";
import type { Hop, Plan, PlannedPlace, Site } from "./records.ts";

/** Where one antenna looks to meet another. */
export interface Aim {
  /** Degrees from true north through east. */
  readonly azimuth: number;
  /** Degrees below the level, above it with a minus; absent where the height of one end is not known. */
  readonly tilt?: number;
  readonly km: number;
}

/** One end of a hop. */
export interface HopEnd {
  readonly hop: Hop;
  /** From 1, as in the hop's address. */
  readonly number: number;
  readonly end: "from" | "to";
  readonly at: Site;
  readonly towards: Site;
  /** Metres over the ground. */
  readonly height: number;
  /** Absent where both ends stand at one position. */
  readonly aim?: Aim;
  /** Azimuth at the other end. */
  readonly back?: number;
}

export interface SectorAntenna {
  readonly at: Site;
  /** From 1. */
  readonly number: number;
  readonly sector: NonNullable<Site["sectors"]>[number];
  readonly places: readonly Client[];
}

/** A place's antenna towards the mast that serves it. */
export interface Client {
  readonly place: PlannedPlace;
  readonly at: Site;
  readonly aim?: Aim;
  /** Azimuth from the mast. */
  readonly back?: number;
}

/** What hangs on one mast. */
export interface Sheet {
  readonly site: Site;
  readonly hops: readonly HopEnd[];
  readonly sectors: readonly SectorAntenna[];
  /** Of places that it serves, of which an older plan does not say by which sector. */
  readonly others: readonly Client[];
}

export const sheetsOf = (plan: Plan): Sheet[] => plan.sites.map((site) => sheetOf(plan, site));

export function sheetOf(plan: Plan, site: Site): Sheet {
  const clients = plan.places.flatMap((place) =>
    place.site === site.id ? [clientOf(plan, place, site)] : [],
  );
  const sectors = (site.sectors ?? []).map((sector, i) => ({
    at: site,
    number: i + 1,
    sector,
    places: clients.filter(({ place }) => place.sector === i),
  }));
  const told = new Set(sectors.flatMap(({ places }) => places));
  return {
    site,
    hops: plan.hops.flatMap((hop, i) =>
      hop.from === site.id || hop.to === site.id
        ? hopEndsOf(plan, hop, i + 1).filter(({ at }) => at.id === site.id)
        : [],
    ),
    sectors,
    others: clients.filter((one) => !told.has(one)),
  };
}

/** Both ends of a hop; none where it names no site of the plan. */
export function hopEndsOf(plan: Plan, hop: Hop, number: number): HopEnd[] {
  const [from, to] = [siteNamed(plan, hop.from), siteNamed(plan, hop.to)];
  if (!from || !to) return [];
  const low = { at: from, height: hop.fromMast };
  const high = { at: to, height: hop.toMast };
  const top = ({ at, height }: typeof low) => ({ ...at, top: at.ground + height });
  const [out, back] = [aimAt(top(low), top(high)), aimAt(top(high), top(low))];
  const looks = (aim?: Aim, other?: Aim) => aim && other && { aim, back: other.azimuth };
  return [
    { hop, number, end: "from", ...low, towards: to, ...looks(out, back) },
    { hop, number, end: "to", ...high, towards: from, ...looks(back, out) },
  ];
}

/** @param site the one that serves the place */
export function clientOf({ radio }: Plan, place: PlannedPlace, site: Site): Client {
  const top = place.ground === undefined ? {} : { top: place.ground + radio.receiver };
  const [low, high] = [
    { ...place, ...top },
    { ...site, top: site.ground + site.mast },
  ];
  const [aim, back] = [aimAt(low, high), aimAt(high, low)];
  return { place, at: site, ...(aim && back && { aim, back: back.azimuth }) };
}

/** An antenna: `top` is metres over the sea. */
interface End extends LatLon {
  readonly top?: number;
}

const NEAREST = 0.02; // km: positions of a plan are good to a metre, and nearer than this they give no direction
const BENT = (4 / 3) * EARTH_RADIUS; // km: rays are straight over it (ITU-R P.310)
const DEGREES = 180 / Math.PI;

/** By positions and heights over an Earth of k = 4/3; undefined where two ends are too near to give a direction. */
export function aimAt(from: End, to: End): Aim | undefined {
  const km = distanceKm(from, to);
  if (km < NEAREST) return undefined;
  const tilt =
    from.top === undefined || to.top === undefined
      ? {}
      : { tilt: tiltOf((to.top - from.top) / 1000, km) };
  return {
    azimuth: (Math.round(bearing(from, to) * 10) / 10) % 360,
    ...tilt,
    km: Math.round(km * 1000) / 1000,
  };
}

/** Both in km. */
const tiltOf = (rise: number, km: number): number =>
  Math.round(Math.atan(km / (2 * BENT) - rise / km) * DEGREES * 100) / 100 + 0;
