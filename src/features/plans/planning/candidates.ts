/** Where a mast could stand: gateways, masts that stand, settlements, summits, along roads. */
import { bearing, distanceKm } from "../../../engines/terrain/great-circle.ts";
import {
  heightAt,
  latitudeOf,
  longitudeOf,
  nearestNode,
  type LatLon,
  type Node,
} from "../../../engines/terrain/grid.ts";
import { isVoid, type FilledGrid } from "../../../engines/terrain/voids.ts";
import type { Site } from "../records.ts";
import { freeId, slugOf, type RegionPlace } from "./places.ts";
import type { Region } from "./region.ts";
import { roadside, type Road } from "./roads.ts";
import { summitsOf } from "./summits.ts";

export interface Candidate extends LatLon {
  readonly id: string;
  readonly name: string;
  readonly kind: Site["kind"];
  /** m over the sea. */
  readonly ground: number;
  /** Masts to choose from, m; of a mast that stands its own height alone. */
  readonly masts: readonly number[];
  /** Mbit/s to the internet, of a gateway. */
  readonly uplink?: number;
  /** km to the nearest place, road or standing mast. */
  readonly far: number;
}

interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly open: readonly string[];
}

/** @param places those on the terrain */
export function candidatesOf(
  region: Region,
  terrain: FilledGrid,
  places: readonly RegionPlace[],
  roads: readonly Road[],
): Candidates {
  const { grid } = terrain;
  const { masts } = region.access;
  const open: string[] = [];
  const candidates: Candidate[] = [];
  const ids = new Set<string>();
  const known: LatLon[] = [
    ...places,
    ...region.gateways,
    ...(region.masts ?? []),
    ...roads.flatMap((road) => road),
  ];
  const add = (
    id: string,
    one: Omit<Candidate, "id" | "ground" | "far">,
    ground = heightAt(grid, one),
  ) => {
    const free = freeId(id.slice(0, LONGEST), ids);
    ids.add(free);
    candidates.push({ ...one, id: free, ground, far: nearestKm(one, known) });
  };
  const stands = (
    what: {
      readonly name: string;
      readonly lat: number;
      readonly lon: number;
      readonly mast: number;
    },
    kind: "gateway" | "existing mast",
    uplink?: number,
  ) => {
    const node = nearestNode(grid, what);
    if (!node) {
      open.push(`${what.name} lies outside of the terrain that was given; it was left out.`);
      return;
    }
    if (isVoid(terrain, node))
      open.push(
        `Nobody measured the ground under ${what.name} (a void of the survey); its height is filled in from its neighbours.`,
      );
    const { name, lat, lon, mast } = what;
    add(slugOf(`${kind === "gateway" ? "gateway " : "mast "}${name}`), {
      name,
      kind,
      lat,
      lon,
      masts: [mast],
      ...(uplink !== undefined && { uplink }),
    });
  };
  for (const gateway of region.gateways) stands(gateway, "gateway", gateway.uplink);
  for (const standing of region.masts ?? []) stands(standing, "existing mast");
  const { settlements, roadEvery } = region.candidates;
  const chosen: { at: LatLon; node: Node }[] = [];
  const free = (node: Node | undefined): node is Node =>
    node !== undefined && !isVoid(terrain, node);
  if (settlements)
    for (const place of places) {
      const node = highestWithin(terrain, place, SETTLEMENT);
      if (!free(node)) continue;
      add(
        place.id,
        { name: place.name, kind: "settlement", ...spot(grid, node), masts },
        grid.heights[node.row * grid.columns + node.column],
      );
    }
  for (const at of roadside(roads, roadEvery)) {
    const node = nearestNode(grid, at);
    if (!free(node)) continue;
    chosen.push({ at, node });
    add(`roadside-${chosen.length}`, {
      name: `Roadside ${whereFrom(places, at)}`,
      kind: "roadside",
      lat: at.lat,
      lon: turned(at.lon),
      masts,
    });
  }
  for (const node of wantedSummits(region, terrain, places)) {
    const at = spot(grid, node);
    const ground = grid.heights[node.row * grid.columns + node.column]!;
    add(
      `summit-${Math.round(ground)}-${slugOf(nearestPlace(places, at)?.name ?? "")}`,
      {
        name: `Summit of ${Math.round(ground).toLocaleString("en")} m ${whereFrom(places, at)}`,
        kind: "summit",
        ...at,
        masts,
      },
      ground,
    );
  }
  return { candidates, open };
}

const LONGEST = 75; // characters of an id, which has 80 with the number behind it
const SETTLEMENT = 0.4; // km around a place's centre in which a mast of its own may stand

const spot = (grid: FilledGrid["grid"], { row, column }: Node): LatLon => ({
  lat: round(latitudeOf(grid, row)),
  lon: round(turned(longitudeOf(grid, column))),
});
const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
/** A longitude beyond the date line, as people write it. */
const turned = (lon: number): number => (lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon);

function highestWithin({ grid }: FilledGrid, at: LatLon, km: number): Node | undefined {
  const middle = nearestNode(grid, at);
  if (!middle) return undefined;
  const tall = Math.ceil(km / 111.2 / grid.stepLat);
  const wide = Math.ceil(km / (111.2 * Math.cos((at.lat * Math.PI) / 180)) / grid.stepLon);
  let best = middle;
  let most = -Infinity;
  for (let row = middle.row - tall; row <= middle.row + tall; row++)
    for (let column = middle.column - wide; column <= middle.column + wide; column++) {
      if (row < 0 || column < 0 || row >= grid.rows || column >= grid.columns) continue;
      const height = grid.heights[row * grid.columns + column]!;
      const node = { row, column };
      if (height <= most || distanceKm(at, spot(grid, node)) > km) continue;
      [best, most] = [node, height];
    }
  return best;
}

/** For each place in turn its next most prominent summit within reach, until there are as many as asked for. */
function wantedSummits(
  { candidates: { summits, prominence, highest }, access: { reach } }: Region,
  terrain: FilledGrid,
  places: readonly RegionPlace[],
): Node[] {
  if (summits === 0) return [];
  const { grid } = terrain;
  const all = summitsOf(
    grid,
    prominence,
    (row, column) =>
      grid.heights[row * grid.columns + column]! <= highest && !isVoid(terrain, { row, column }),
  ).toSorted((a, b) => b.prominence - a.prominence);
  const near = places.map((place) =>
    all.filter((summit) => distanceKm(place, spot(grid, summit)) <= reach),
  );
  const chosen = new Set<Node>();
  for (let rank = 0; chosen.size < summits && near.some((list) => rank < list.length); rank++)
    for (const list of near) {
      const summit = list[rank];
      if (summit && chosen.size < summits) chosen.add(summit);
    }
  return [...chosen];
}

const nearestKm = (at: LatLon, among: readonly LatLon[]): number => {
  let best = Infinity;
  for (const one of among) {
    const km = distanceKm(at, one);
    if (km > 0 && km < best) best = km;
    if (km === 0) return 0;
  }
  return best === Infinity ? 0 : best;
};

const nearestPlace = (places: readonly RegionPlace[], at: LatLon): RegionPlace | undefined =>
  places.reduce<RegionPlace | undefined>(
    (best, place) => (!best || distanceKm(place, at) < distanceKm(best, at) ? place : best),
    undefined,
  );

const WINDS = [
  "north",
  "north-east",
  "east",
  "south-east",
  "south",
  "south-west",
  "west",
  "north-west",
];

/** `2.1 km north-east of Bagà` */
function whereFrom(places: readonly RegionPlace[], at: LatLon): string {
  const place = nearestPlace(places, at);
  if (!place) return "without a place nearby";
  const km = distanceKm(place, at);
  const wind = WINDS[Math.round(bearing(place, at) / 45) % 8];
  return km < 0.2 ? `in ${place.name}` : `${km.toFixed(1)} km ${wind} of ${place.name}`;
}
