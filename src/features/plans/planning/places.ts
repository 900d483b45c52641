/** The places of a region: from its own list or a table, with what is known of each and what is not. */
import { createReadStream } from "node:fs";
import { dirname } from "node:path";
import * as v from "valibot";
import { CsvError, readCsv } from "../../../engines/csv/csv.ts";
import { distanceKm } from "../../../engines/terrain/great-circle.ts";
import { found, misfits } from "../../../platform/folder/problem.ts";
import type { PlannedPlace } from "../records.ts";
import { namedIn } from "./campaign-naming.ts";
import { campaignPlaces } from "./campaign-places.ts";
import { placeFields, type PlaceSource } from "./place-fields.ts";
import { besideRegion, PlanningError, type Region } from "./region.ts";

const PLACE = v.strictObject(placeFields);
type PlaceRow = v.InferOutput<typeof PLACE>;

export interface RegionPlace extends PlaceRow {
  readonly id: string;
  /** The projects and pledges of its campaign that name it. */
  readonly named?: PlannedPlace["inputs"];
}
interface RegionPlaces {
  readonly places: readonly RegionPlace[];
  /** What was left out, and why, as sentences. */
  readonly open: readonly string[];
}

/** @throws PlanningError */
export async function placesOf(region: Region, file: string): Promise<RegionPlaces> {
  const said = region.places;
  if (!("file" in said)) return settle(said, file, undefined);
  const from = besideRegion(file, said.file);
  if (!/\.(?:geo)?json$/i.test(from))
    return settle(await readTable(from, said.source, said.asOf), said.file, said.atMost);
  const rows = checked(await campaignPlaces(from), from);
  const settled = settle(rows, said.file, said.atMost);
  const named = await namedIn(dirname(from));
  return {
    ...settled,
    places: settled.places.map((place) => ({ ...place, named: named.get(place.id) ?? [] })),
  };
}

function checked(all: readonly object[], file: string): PlaceRow[] {
  const problems = all.flatMap((place, i) =>
    misfits(PLACE, place).map(
      ({ path, message }) => `${file}: features[${i}]: ${path.join(".")}: ${message}`,
    ),
  );
  if (problems.length > 0) throw new PlanningError(problems.slice(0, 50).join("\n"));
  return all.map((place) => v.parse(PLACE, place));
}

const COLUMNS = Object.keys(placeFields);
const NUMBERS = new Set(["lat", "lon", "people", "connected", "radius"]);
/** No cell holds these. */
const NOT_IN_TABLES = new Set(["source", "houses"]);
/** `0,4` where commas are decimal; of people it would be a thousand or a part of one. */
const plainShare = (cell: string) => cell.replace(",", ".");

async function readTable(
  file: string,
  source: PlaceSource | undefined,
  asOf: string | undefined,
): Promise<PlaceRow[]> {
  const places: PlaceRow[] = [];
  const problems: string[] = [];
  let columns: readonly string[] | undefined;
  try {
    for await (const rows of readCsv(createReadStream(file), true))
      for (const { line, cells } of rows) {
        if (!columns) {
          columns = cells.map((cell) => cell.trim());
          for (const needed of ["name", "lat", "lon"])
            if (!columns.includes(needed))
              throw new PlanningError(
                `${file}:${line}: expected a column ${needed}, found ${columns.join(", ")}`,
              );
          continue;
        }
        const place = {
          ...(source && { source }),
          ...(asOf && { asOf }),
          ...rowOf(columns, cells),
        };
        const wrong = misfits(PLACE, place);
        for (const { path, message } of wrong)
          problems.push(`${file}:${line}: ${path.join(".")}: ${message}`);
        if (wrong.length === 0) places.push(v.parse(PLACE, place));
      }
  } catch (error) {
    if (error instanceof CsvError)
      throw new PlanningError(`${file}:${error.line}: ${error.message}`, { cause: error });
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new PlanningError(`${file}: expected a table of places, found no such file`, {
        cause: error,
      });
    throw error;
  }
  if (problems.length > 0) throw new PlanningError(problems.slice(0, 50).join("\n"));
  return places;
}

/** Cells by their columns; an empty cell is not known, a column of another name is passed over. */
function rowOf(columns: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [i, column] of columns.entries()) {
    const cell = cells[i]?.trim() ?? "";
    if (cell === "" || !COLUMNS.includes(column) || NOT_IN_TABLES.has(column)) continue;
    const number = Number(column === "connected" ? plainShare(cell) : cell);
    if (column === "traits") row[column] = cell.split(/[ ;]+/);
    else row[column] = NUMBERS.has(column) && !Number.isNaN(number) ? number : cell;
  }
  return row;
}

const MOST = 2000; // places of a plan
const FARTHEST_HOUSE = 20; // km: latitude and longitude may have been swapped
const SAME = 0.05; // km: two places nearer than that are one, told twice

/** Gives ids, and leaves out what stands twice or is larger than asked for. */
function settle(rows: readonly PlaceRow[], file: string, atMost: number | undefined): RegionPlaces {
  const open: string[] = [];
  const places: RegionPlace[] = [];
  const ids = new Set<string>();
  const asked = rows.filter(({ people = 0 }) => people <= (atMost ?? people));
  const larger = rows.length - asked.length;
  for (const row of asked) {
    const twin = places.find((place) => distanceKm(place, row) < SAME);
    if (twin) {
      open.push(
        `${row.name} stands at the same point as ${twin.name} in the list of places; it was left out. Which of them lives there?`,
      );
      continue;
    }
    const far = row.houses?.find((house) => distanceKm(row, house) > FARTHEST_HOUSE);
    if (far)
      throw new PlanningError(
        `${file}: ${row.name}: houses: expected houses within ${FARTHEST_HOUSE} km of the place, found one at ${far.lat}, ${far.lon}`,
      );
    const id = row.id ?? freeId(slugOf(row.name), ids);
    if (ids.has(id))
      throw new PlanningError(`${file}: id: expected an id of its own, found ${found(id)} twice`);
    ids.add(id);
    places.push({ ...row, id });
    if (places.length > MOST)
      throw new PlanningError(
        `${file}: expected at most ${MOST} places, found ${asked.length}. Plan for a smaller region, or leave larger places out (places.atMost)`,
      );
  }
  if (larger > 0)
    open.push(
      `Places with more than ${atMost} people were left out (${larger} of them): this plan is for smaller ones.`,
    );
  if (places.length === 0)
    throw new PlanningError(`${file}: expected at least one place, found none`);
  return { places, open };
}

export const slugOf = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 70) || "place";

export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}
