/** From a region file to all that is known of the region: places, ground, roads, radios, prices. */
import { readFile } from "node:fs/promises";
import type { Catalogue } from "../../../engines/costs/item.ts";
import { radioOf, RADIOS, type Radio } from "../../../engines/costs/radios.ts";
import { nearestNode } from "../../../engines/terrain/grid.ts";
import { isVoid } from "../../../engines/terrain/voids.ts";
import { newMast } from "../../../engines/costs/technologies.ts";
import { openTerrain, type Terrain } from "../../../platform/terrain/open-terrain.ts";
import { hashOf } from "./kept.ts";
import { namesIn } from "./names.ts";
import { placesOf, type RegionPlace } from "./places.ts";
import { pricesOf } from "./pricing.ts";
import { patternsOf } from "./own-patterns.ts";
import { overLimit, ownRadiosOf, withOwnRadios } from "./own-radios.ts";
import { neededRung } from "./reach.ts";
import { besideRegion, parseRegion, PlanningError, type Region } from "./region.ts";
import { readRoads, type Road } from "./roads.ts";

interface Prepared {
  readonly region: Region;
  /** Of the region file and everything that it names. */
  readonly hash: string;
  /** Those on the terrain. */
  readonly places: readonly RegionPlace[];
  readonly terrain: Terrain;
  readonly roads: readonly Road[];
  readonly radio: Radio;
  readonly radios: readonly Radio[];
  readonly prices: Catalogue;
  readonly open: readonly string[];
}

/** @throws PlanningError, or the error of a terrain file: each says the file, what was expected and what was found */
export async function prepare(file: string): Promise<Prepared> {
  const region = parseRegion(await textOf(file), file);
  const prices = withOwnRadios(pricesOf(region), region.radios);
  inField("access.masts", () => region.access.masts.map((mast) => newMast(prices, mast)));
  const patterns = await patternsOf(region.radios, file);
  const known = [...ownRadiosOf(region.radios, patterns.of), ...RADIOS];
  const radio = inField("access.radio", () => radioOf(region.access.radio, "access", known));
  neededRung(region, radio);
  const radios = region.backhaul.radios.map((id) =>
    inField("backhaul.radios", () => radioOf(id, "backhaul", known)),
  );
  const tooStrong = overLimit([radio, ...radios], region.limits);
  if (tooStrong.length > 0)
    throw new PlanningError(tooStrong.map((one) => `${file}: ${one}`).join("\n"));
  const { places: all, open } = await placesOf(region, file);
  const grounds = region.terrain.map((one) => besideRegion(file, one.file));
  const terrain = await openTerrain(grounds).catch((error: Error) => {
    throw new PlanningError(`${file}: terrain: ${error.message}`, { cause: error });
  });
  const roads = region.roads === undefined ? [] : await readRoads(besideRegion(file, region.roads));
  const places = all.filter((place) => nearestNode(terrain.grid, place));
  const off = all.filter((place) => !places.includes(place)).map(({ name }) => name);
  if (places.length === 0)
    throw new PlanningError(
      `${file}: places: expected places on the terrain that was given, found none of ${all.length} there. Is a tile missing?`,
    );
  const named = [
    file,
    ...grounds,
    ...patterns.files,
    ...("file" in region.places ? [besideRegion(file, region.places.file)] : []),
    ...(region.roads === undefined ? [] : [besideRegion(file, region.roads)]),
  ];
  return {
    region,
    hash: await hashOf(named),
    places,
    terrain,
    roads,
    radio,
    radios,
    prices,
    open: [
      ...open,
      ...terrain.notes,
      ...(off.length > 0 ? [`Outside of the terrain, and left out: ${namesIn(off)}.`] : []),
      ...guessed(places, terrain),
    ],
  };
}

function guessed(places: readonly RegionPlace[], terrain: Terrain): string[] {
  const names = places
    .filter((place) => isVoid(terrain, nearestNode(terrain.grid, place)!))
    .map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    `Nobody measured the ground of ${namesIn(names)} (a void of the survey); its height is filled in from its neighbours.`,
  ];
}

const textOf = (file: string): Promise<string> =>
  readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new PlanningError(
      error.code === "ENOENT" ? `${file}: there is no such file` : `${file}: ${error.message}`,
      { cause: error },
    );
  });

/** What an engine refuses, with the field that asked for it. */
function inField<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new PlanningError(`${field}: ${(error as Error).message}`, { cause: error });
  }
}
