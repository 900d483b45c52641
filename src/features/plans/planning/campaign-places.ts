/** The places of a campaign (`places.geojson`) as places of a region: what it says of them, and no more. */
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { latitude, line, longitude, slug } from "../../../platform/folder/fields.ts";
import { fieldName, misfits } from "../../../platform/folder/problem.ts";
import type { placeFields } from "./place-fields.ts";
import { PlanningError } from "./region.ts";

const said = v.object({ asOf: v.optional(v.string()), source: v.optional(v.unknown()) });
const FEATURES = v.object({
  features: v.array(
    v.object({
      id: slug,
      geometry: v.object({
        coordinates: v.strictTuple([longitude, latitude], "[longitude, latitude]"),
      }),
      properties: v.object({
        name: line,
        country: v.optional(v.string()),
        population: v.optional(
          v.union(
            [v.number(), v.object({ value: v.number(), ...said.entries })],
            "a number, or value, asOf and source",
          ),
        ),
        state: v.optional(
          v.union(
            [v.string(), v.object({ value: v.string(), ...said.entries })],
            "a word, or value, asOf and source",
          ),
        ),
      }),
    }),
    "a list of Features",
  ),
});

/** Fields as a region file would give them; they are checked as those are. @throws PlanningError */
export async function campaignPlaces(
  file: string,
): Promise<Partial<Record<keyof typeof placeFields, unknown>>[]> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new PlanningError(`${file}: expected GeoJSON, found ${(error as Error).message}`, {
      cause: error,
    });
  }
  const [wrong] = misfits(FEATURES, value);
  if (wrong) throw new PlanningError(`${file}: ${fieldName(wrong.path)}: ${wrong.message}`);
  return v.parse(FEATURES, value).features.map(({ id, geometry, properties }) => {
    const { name, country, population, state } = properties;
    const [lon, lat] = geometry.coordinates;
    const people = typeof population === "object" ? population : { value: population };
    const has = typeof state === "object" ? state.value : state;
    return {
      id,
      place: id,
      name,
      lat,
      lon,
      ...(country !== undefined && { country }),
      ...(people.value !== undefined && { people: people.value }),
      ...("asOf" in people && people.asOf !== undefined && { asOf: people.asOf }),
      ...("source" in people && people.source !== undefined && { source: people.source }),
      ...(has !== undefined && { has }),
      ...(has !== undefined && CONNECTED.has(has) && { connected: 1 }),
    };
  });
}

const CONNECTED = new Set(["connected", "measured"]);
