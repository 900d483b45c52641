/** A plan to take along: its map as GeoJSON (RFC 7946), its bill of materials as CSV (RFC 4180). Rule PN13. */
import type { LatLon } from "../../engines/terrain/grid.ts";
import { csv } from "../../platform/web/csv.ts";
import { clientOf, hopEndsOf } from "./antennas.ts";
import { isServed, siteNamed, stepOf } from "./numbers.ts";
import type { PlanCard } from "./queries.ts";
import type { Plan, PlannedPlace } from "./records.ts";

/** @param base the public address, before each thing's path */
export function planFeatures({ slug, plan }: PlanCard, base: string): Feature[] {
  const url = `${base}/plans/${slug}`;
  const at = new Map(plan.sites.map((site) => [site.id, site]));
  const sites = plan.sites.map(({ id, lat, lon, ...site }) => ({
    type: "Feature",
    id: `${slug}/sites/${id}`,
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: {
      is: "site",
      plan: slug,
      ...site,
      currency: plan.money.currency,
      url: `${url}/sites/${id}`,
    },
  }));
  const hops = plan.hops.map(({ profile, ...hop }, i) => ({
    type: "Feature",
    id: `${slug}/hops/${i + 1}`,
    geometry: lineBetween(at.get(hop.from)!, at.get(hop.to)!),
    properties: {
      is: "hop",
      plan: slug,
      name: `${at.get(hop.from)!.name} – ${at.get(hop.to)!.name}`,
      ...hop,
      ...endsOf(plan, i),
      highest: Math.max(...profile),
      url: `${url}/hops/${i + 1}`,
    },
  }));
  const places = plan.places.map((place) => ({
    type: "Feature",
    id: `${slug}/places/${place.id}`,
    geometry: { type: "Point", coordinates: [place.lon, place.lat] },
    properties: {
      is: "place",
      plan: slug,
      name: place.name,
      people: place.people,
      reached: isServed(plan, place),
      step: stepOf(plan, place)?.order,
      site: place.site,
      loss: place.loss,
      margin: place.margin,
      ...antennaOf(plan, place),
      url: `${url}/places/${place.id}`,
    },
  }));
  return [...sites, ...hops, ...places];
}

/** Where the antennas of both ends look: degrees from true north, and below the level. */
function endsOf(plan: Plan, i: number) {
  const [from, to] = hopEndsOf(plan, plan.hops[i]!, i + 1).map(({ aim }) => aim);
  return {
    fromAzimuth: from?.azimuth,
    fromTilt: from?.tilt,
    toAzimuth: to?.azimuth,
    toTilt: to?.tilt,
  };
}

/** Where the antenna of a place looks, and what it should hear there. */
function antennaOf(plan: Plan, place: PlannedPlace) {
  const site = place.site === undefined ? undefined : siteNamed(plan, place.site);
  const { ground, sector, rung, level, airtime } = place;
  const { aim } = site ? clientOf(plan, place, site) : {};
  return { ground, sector, rung, level, airtime, ...aim };
}

export interface Feature {
  readonly type: string;
  readonly id: string;
  readonly geometry: Geometry;
  readonly properties: {
    readonly is: string;
    readonly name: string;
    readonly [more: string]: unknown;
  };
}
export interface Geometry {
  readonly type: string;
  readonly coordinates: readonly unknown[];
}

/** Itself where it has that geometry; a line in two parts is two lines. */
export function ofOneKind(feature: Feature, kind: "Point" | "LineString"): Feature[] {
  const { type, coordinates } = feature.geometry;
  if (type === kind) return [feature];
  if (type !== "MultiLineString" || kind === "Point") return [];
  return coordinates.map((part, i) => ({
    ...feature,
    id: `${feature.id}/${i + 1}`,
    geometry: { type: kind, coordinates: part as unknown[] },
  }));
}

/** A line across the 180th meridian is two that meet there (RFC 7946, 3.1.9). */
export function lineBetween(a: LatLon, b: LatLon): Geometry {
  const turn = a.lon - b.lon > 180 ? 360 : b.lon - a.lon > 180 ? -360 : 0;
  const line = (...coordinates: Position[]) => ({ type: "LineString", coordinates });
  if (turn === 0) return line([a.lon, a.lat], [b.lon, b.lat]);
  const edge = turn / 2;
  const onward = b.lon + turn;
  if (a.lon === edge) return line([-edge, a.lat], [b.lon, b.lat]);
  if (onward === edge) return line([a.lon, a.lat], [edge, b.lat]);
  const share = (edge - a.lon) / (onward - a.lon);
  const lat = Math.round((a.lat + (b.lat - a.lat) * share) * 1e5) / 1e5;
  const coordinates = [
    [
      [a.lon, a.lat],
      [edge, lat],
    ],
    [
      [-edge, lat],
      [b.lon, b.lat],
    ],
  ];
  return { type: "MultiLineString", coordinates };
}
type Position = readonly [lon: number, lat: number];

export const featureCollection = (features: readonly object[]): string =>
  `${JSON.stringify({ type: "FeatureCollection", features }, undefined, 1)}\n`;

/**
 * One row for each item of a part, no row of totals: `purchase` of the part `network` adds up to the plan's `capex`,
 * `yearly` to its `opex`, and those of the other parts to `besides`. Both stand empty where an older plan does not tell
 * purchases from yearly costs.
 */
export function materialsCsv({ plan }: PlanCard): string {
  const header =
    "item,radio,part,count,unit,price each,price each a year,purchase,yearly,currency,source,source note";
  const rows = plan.materials.map(({ source, ...row }) => [
    row.item,
    row.radio,
    row.part,
    row.count,
    row.unit,
    row.price,
    row.priceYearly,
    row.purchase,
    row.yearly,
    plan.money.currency,
    source?.url,
    source?.note,
  ]);
  return csv(header.split(","), rows);
}
