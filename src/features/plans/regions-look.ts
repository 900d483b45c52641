/** What the files of a region hold, layer by layer, and what is missing. Rule PN92. */
import { join } from "node:path";
import { nearestNode } from "../../engines/terrain/grid.ts";
import { isVoid } from "../../engines/terrain/voids.ts";
import { openTerrain, type Terrain } from "../../platform/terrain/open-terrain.ts";
import type { Frame, Layers, PlacesLayer, RegionFile, TileLayer } from "./regions-kept.ts";
import { readPlaces, type TablePlace } from "./regions-table.ts";

const [SHOWN, TO_CHOOSE, DRAWN] = [5, 12, 400];
/** As many as a plan takes. */
export const MOST_PLACES = 2000;

/** @param dir where the files lie */
export async function lookAt(dir: string, files: readonly RegionFile[]): Promise<Layers> {
  const said = (error: unknown) =>
    (error as Error).message.replaceAll(`${dir}/`, "").replaceAll(/\b[0-9a-f]{8}\//g, "");
  const table = files.find(({ kind }) => kind === "places");
  let all: readonly TablePlace[] = [];
  let layers: Layers = { tiles: [] };
  if (table)
    try {
      const read = await readPlaces(join(dir, table.name));
      all = read.places;
      layers = { ...layers, places: placesLayer(read) };
    } catch (error) {
      layers = { ...layers, placesProblem: said(error) };
    }
  const tiles = files.filter(({ kind }) => kind === "terrain");
  const read: TileLayer[] = [];
  for (const { name, called } of tiles)
    try {
      read.push({ name, called, ...tileLayer(await openTerrain([join(dir, name)])) });
    } catch (error) {
      read.push({ name, called, problem: said(error) });
    }
  layers = { ...layers, tiles: read };
  const whole = read
    .filter(({ problem }) => problem === undefined)
    .map(({ name }) => join(dir, name));
  if (whole.length === 0) return layers;
  try {
    return { ...layers, ...standing(all, await openTerrain(whole)) };
  } catch (error) {
    return { ...layers, terrainProblem: said(error) };
  }
}

function placesLayer({
  places,
  problems,
  left,
}: Awaited<ReturnType<typeof readPlaces>>): PlacesLayer {
  const known = places.flatMap(({ people }) => people ?? []);
  const byPeople = places.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0));
  const frame = frameOf(places);
  const next = (byPeople[MOST_PLACES]?.people ?? 0) + 1; // one more than the first that has no room
  const isTooMany = places.length > MOST_PLACES && (byPeople[0]!.people ?? 0) >= next;
  return {
    count: places.length,
    people: known.reduce((sum, people) => sum + people, 0),
    uncounted: places.length - known.length,
    ...(frame && { frame }),
    ...(isTooMany && { fewest: next }),
    first: places.slice(0, SHOWN),
    largest: byPeople.slice(0, TO_CHOOSE),
    dots: byPeople.slice(0, DRAWN).map(({ lat, lon, people = 0 }) => [lat, lon, people]),
    problems,
    left,
  };
}

/** Around all of them; across the date line where that is narrower. */
function frameOf(places: readonly TablePlace[]): Frame | undefined {
  const [first] = places;
  if (!first) return undefined;
  let [south, north, west, east] = [first.lat, first.lat, first.lon, first.lon];
  for (const { lat, lon } of places) {
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    const near = lon + 360 * Math.round((first.lon - lon) / 360);
    [west, east] = [Math.min(west, near), Math.max(east, near)];
  }
  const turn = west < -180 ? 360 : 0;
  return { south, north, west: west + turn, east: east + turn };
}

function tileLayer({ grid, voids }: Terrain): Omit<TileLayer, "name" | "called"> {
  const { north, west, stepLat, stepLon, rows, columns } = grid;
  const missing = voids?.reduce((sum, flag) => sum + flag, 0) ?? 0;
  return {
    north,
    south: north - (rows - 1) * stepLat,
    west,
    east: west + (columns - 1) * stepLon,
    arcSeconds: Math.round(stepLat * 36_000) / 10,
    voids: missing / grid.heights.length,
  };
}

function standing(all: readonly TablePlace[], terrain: Terrain): Pick<Layers, "on" | "guessed"> {
  const nodes = all.flatMap((place) => nearestNode(terrain.grid, place) ?? []);
  return { on: nodes.length, guessed: nodes.filter((node) => isVoid(terrain, node)).length };
}

/** Of what is known: all of it as one frame, beginning in the west of the first. */
export function wholeFrame({ places, tiles }: Layers): Frame | undefined {
  const frames = [places?.frame, ...tiles].filter(
    (one): one is Frame => one?.south !== undefined && one.west !== undefined,
  );
  const [first, ...others] = frames;
  if (!first) return undefined;
  return others.reduce((all, one) => {
    const shift = 360 * Math.round((all.west - one.west) / 360);
    return {
      south: Math.min(all.south, one.south),
      north: Math.max(all.north, one.north),
      west: Math.min(all.west, one.west + shift),
      east: Math.max(all.east, one.east + shift),
    };
  }, first);
}
