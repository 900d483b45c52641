/** A plan to take along: its map as GeoJSON (RFC 7946), its bill of materials as CSV (RFC 4180). Rule PN13. */
import { csv } from "../pledges/feature.ts";
import { isServed, stepOf } from "./numbers.ts";
import type { PlanCard } from "./queries.ts";

/** @param base the public address, before each thing's path */
export function planFeatures({ slug, plan }: PlanCard, base: string): object[] {
  const url = `${base}/plans/${slug}`;
  const at = new Map(plan.sites.map((site) => [site.id, [site.lon, site.lat]]));
  const sites = plan.sites.map(({ id, lat, lon, ...site }) => ({
    type: "Feature",
    id: `${slug}/sites/${id}`,
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { is: "site", plan: slug, ...site, currency: plan.money.currency, url },
  }));
  const hops = plan.hops.map(({ profile, ...hop }, i) => ({
    type: "Feature",
    id: `${slug}/hops/${i + 1}`,
    geometry: { type: "LineString", coordinates: [at.get(hop.from), at.get(hop.to)] },
    properties: {
      is: "hop",
      plan: slug,
      ...hop,
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
      url: `${url}/places/${place.id}`,
    },
  }));
  return [...sites, ...hops, ...places];
}

export const featureCollection = (features: readonly object[]): string =>
  `${JSON.stringify({ type: "FeatureCollection", features }, undefined, 1)}\n`;

export function materialsCsv({ plan }: PlanCard): string {
  const header = ["item", "radio", "count", "unit", "price", "total", "currency", "source"];
  const rows = plan.materials.map(({ item, radio, count, unit, price, source }) => [
    item,
    radio,
    count,
    unit,
    price,
    Math.round(price * count * 100) / 100,
    plan.money.currency,
    source?.url,
  ]);
  return csv(header, rows);
}
