/**
 * A plan as KML 2.2 (OGC 07-147r2), for a map on a phone: what the GeoJSON has, each with its data, and a line for each
 * sector along its azimuth. Rule PN82.
 */
import { away } from "../../engines/imagery/camera.ts";
import { EARTH_RADIUS } from "../../engines/terrain/great-circle.ts";
import { xml } from "../../platform/web/feed.ts";
import { sheetsOf, type SectorAntenna } from "./antennas.ts";
import { lineBetween, planFeatures, type Feature, type Geometry } from "./exports.ts";
import type { PlanCard } from "./queries.ts";

/** @param base the public address, before each thing's path */
export function planKml(card: PlanCard, base: string): string {
  const { plan, slug } = card;
  const features = planFeatures(card, base);
  const of = (kind: string) => features.filter(({ properties: { is } }) => is === kind);
  const sectors = sheetsOf(plan).flatMap((sheet) =>
    sheet.sectors.map((one) => sectorFeature(one, slug)),
  );
  const folders = { sites: of("site"), hops: of("hop"), sectors, places: of("place") };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    `<Document><name>${xml(plan.title)}</name><description>${xml(plan.summary)}</description>`,
    ...Object.entries(folders).map(
      ([name, list]) => `<Folder><name>${name}</name>\n${list.map(placemark).join("\n")}</Folder>`,
    ),
    "</Document></kml>\n",
  ].join("\n");
}

const FARTHEST = 1; // km: how long the line of a sector is that serves nobody yet

/** As long as the way to the farthest place that it serves; without a direction a point. */
function sectorFeature({ at, number, sector, places }: SectorAntenna, slug: string): Feature {
  const { azimuth, beam } = sector;
  const km = Math.max(...places.map(({ aim }) => aim?.km ?? 0), 0) || FARTHEST;
  const end = away(at, (km / EARTH_RADIUS) * (180 / Math.PI), azimuth);
  return {
    type: "Feature",
    id: `${slug}/sites/${at.id}/sectors/${number}`,
    geometry: beam < 360 ? lineBetween(at, end) : { type: "Point", coordinates: [at.lon, at.lat] },
    properties: {
      is: "sector",
      name: `${at.name}: ${number}`,
      ...sector,
      serves: places.map(({ place }) => place.name),
    },
  };
}

function placemark({ id, geometry, properties }: Feature): string {
  const data = flat(properties).map(
    ([key, value]) => `<Data name="${xml(key)}"><value>${xml(String(value))}</value></Data>`,
  );
  return `<Placemark><name>${xml(properties.name ?? id)}</name><ExtendedData>${data.join("")}</ExtendedData>${shape(geometry)}</Placemark>`;
}

/** `sectors.0.azimuth`: a value for each name. */
function flat(value: object, above = ""): [key: string, value: unknown][] {
  return Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
    if (one === undefined) return [];
    return typeof one === "object" && one !== null
      ? flat(one, `${above}${key}.`)
      : [[above + key, one]];
  });
}

function shape({ type, coordinates }: Geometry): string {
  if (type === "Point") return `<Point><coordinates>${coordinates.join(",")}</coordinates></Point>`;
  if (type === "MultiLineString")
    return `<MultiGeometry>${coordinates.map((part) => shape({ type: "LineString", coordinates: part as unknown[] })).join("")}</MultiGeometry>`;
  return `<LineString><tessellate>1</tessellate><coordinates>${coordinates.map(String).join(" ")}</coordinates></LineString>`;
}
