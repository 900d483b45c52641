/** Roads of a region, from GeoJSON lines, and places along them where a mast could stand. */
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { along, distanceKm } from "../../../engines/terrain/great-circle.ts";
import type { LatLon } from "../../../engines/terrain/grid.ts";
import { fieldName, misfits } from "../../../platform/folder/problem.ts";
import { PlanningError } from "./region.ts";

export type Road = readonly LatLon[];

const position = v.pipe(
  v.array(v.number("a number"), "a position"),
  v.minLength(2, "[longitude, latitude]"),
  v.check(([lon, lat]) => Math.abs(lat!) <= 90 && Math.abs(lon!) <= 180, "[longitude, latitude]"),
);
const way = v.pipe(v.array(position, "a list of positions"), v.minLength(2, "two positions"));
const ROADS = v.object({
  type: v.literal("FeatureCollection", "a FeatureCollection"),
  features: v.array(
    v.object({
      geometry: v.variant("type", [
        v.object({ type: v.literal("LineString"), coordinates: way }),
        v.object({ type: v.literal("MultiLineString"), coordinates: v.array(way, "lines") }),
      ]),
    }),
    "a list of Features",
  ),
});

/** @throws PlanningError */
export async function readRoads(file: string): Promise<Road[]> {
  const value = await parsed(file);
  const [wrong] = misfits(ROADS, value);
  if (wrong) throw new PlanningError(`${file}: ${fieldName(wrong.path)}: ${wrong.message}`);
  return v
    .parse(ROADS, value)
    .features.flatMap(({ geometry }) =>
      geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates,
    )
    .map((line) => line.map(([lon, lat]) => ({ lat: lat!, lon: lon! })));
}

async function parsed(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new PlanningError(`${file}: expected GeoJSON, found ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** A point every so many km along each road, the first after half of that. */
export function roadside(roads: readonly Road[], every: number): LatLon[] {
  const points: LatLon[] = [];
  for (const road of roads) {
    let left = every / 2; // km to the next point
    for (let i = 1; i < road.length; i++) {
      const [from, to] = [road[i - 1]!, road[i]!];
      const km = distanceKm(from, to);
      for (; left <= km; left += every) points.push(along(from, to, left / km));
      left -= km;
    }
  }
  return points;
}
