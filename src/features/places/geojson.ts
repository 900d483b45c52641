/** All places as open data. Rule L4: GeoJSON (RFC 7946), longitude first. */
import type { Place } from "./fold.ts";

export function placesGeojson(
  places: readonly { readonly slug: string; readonly subject: string; readonly place: Place }[],
  base: string,
): string {
  const features = places.map(({ slug, subject, place }) => {
    const { name, country, region, note, population, measures, sources, lat, lon } = place;
    const known = { name, country, region, note, population, measures, sources };
    return {
      type: "Feature",
      id: slug,
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { ...known, subject, url: `${base}/places/${slug}` },
    };
  });
  return `${JSON.stringify({ type: "FeatureCollection", features }, undefined, 1)}\n`;
}
