/** The places that somebody has, as a table or as GeoJSON, read by what its columns are usually called. Rule PN91. */
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import * as v from "valibot";
import { CsvError, readCsv } from "../../engines/csv/csv.ts";
import { pointFrom } from "../../engines/terrain/position.ts";
import { misfits } from "../../platform/folder/problem.ts";
import { placeFields } from "./planning/place-fields.ts";
import { PlanningError } from "./planning/region.ts";

/** What this reads of a place; the planner takes more. */
const { name, lat, lon, people, connected, traits } = placeFields;
const PLACE = v.strictObject({ name, lat, lon, people, connected, traits });
export type TablePlace = v.InferOutput<typeof PLACE>;

interface TableRead {
  readonly places: readonly TablePlace[];
  /** Of rows that were left out: line, field, what was expected and found; the first of them. */
  readonly problems: readonly string[];
  /** How many rows were left out. */
  readonly left: number;
}

const MOST_SAID = 20;
const MOST_ROWS = 200_000;
const MOST_JSON = 100_000_000; // bytes: it is held in memory whole

/** @throws PlanningError where nothing of the file can be read */
export async function readPlaces(file: string): Promise<TableRead> {
  const called = basename(file);
  const rows = /\.(?:geo)?json$/i.test(file) ? await geoRows(file) : await tableRows(file);
  const isGrouped = groupedIn(rows);
  const [places, problems]: [TablePlace[], string[]] = [[], []];
  let left = 0;
  for (const { at, fields } of rows) {
    const place = placeOf(fields, isGrouped);
    const wrong = misfits(PLACE, place);
    if (wrong.length === 0) places.push(v.parse(PLACE, place));
    else left += 1;
    for (const { path, message } of wrong)
      if (problems.length < MOST_SAID)
        problems.push(`${called}:${at}: ${path.join(".")}: ${message}`);
  }
  if (rows.length === 0) throw new PlanningError(`${called}: expected places, found none`);
  return { places, problems, left };
}

type Field = keyof TablePlace | "point";
type Cells = Readonly<Partial<Record<Field, string>>>;
interface Row {
  /** Its line, or which feature it is. */
  readonly at: number;
  readonly fields: Cells;
}

/** What columns are called, without case, accents and signs; the earlier name goes first. */
const CALLED: Readonly<Record<Field, readonly string[]>> = {
  name: "name place placename settlement settlementname setname village villagename community locality town asciiname nameen nom nombre nome naam ort ortsname localite localidad aldea lieu".split(
    " ",
  ),
  lat: "lat latitude latitud latitudine breite breitengrad latdd y ycoord".split(" "),
  lon: "lon long lng longitude longitud longitudine lange laenge langengrad londd longdd x xcoord".split(
    " ",
  ),
  people:
    "people population pop popn poptotal totalpop popest popunadj popsum inhabitants residents habitants habitantes poblacion populacao popolazione einwohner bevolkerung".split(
      " ",
    ),
  connected: ["connected", "shareconnected"],
  traits: ["traits", "has"],
  point: "position coordinates coords coordinate latlon latlong gps location".split(" "),
};

const bare = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Which column holds which field. */
function columnsOf(heads: readonly string[]): ReadonlyMap<Field, number> {
  const found = new Map<Field, number>();
  const plain = heads.map(bare);
  for (const [field, names] of Object.entries(CALLED) as [Field, readonly string[]][]) {
    const at = names.map((one) => plain.indexOf(one)).find((index) => index >= 0);
    if (at !== undefined) found.set(field, at);
  }
  return found;
}

/** @throws PlanningError */
function headOf(heads: readonly string[], where: string): ReadonlyMap<Field, number> {
  const found = columnsOf(heads);
  const lacking = (["name", "lat", "lon"] as const).filter(
    (field) => !found.has(field) && !(field !== "name" && found.has("point")),
  );
  if (lacking.length > 0)
    throw new PlanningError(
      `${where}: expected columns for ${lacking.join(", ")} (such as name, lat, lon, people), found ${heads.join(", ").slice(0, 300)}`,
    );
  return found;
}

async function tableRows(file: string): Promise<Row[]> {
  const called = basename(file);
  const rows: Row[] = [];
  let columns: ReadonlyMap<Field, number> | undefined;
  try {
    for await (const some of readCsv(createReadStream(file), true))
      for (const { line, cells } of some) {
        if (!columns) columns = headOf(cells, `${called}:${line}`);
        else rows.push({ at: line, fields: cellsOf(columns, cells) });
        if (rows.length > MOST_ROWS) throw tooMany(called);
      }
  } catch (error) {
    if (error instanceof CsvError)
      throw new PlanningError(`${called}:${error.line}: ${error.message}`, { cause: error });
    throw error;
  }
  return rows;
}

const tooMany = (called: string) =>
  new PlanningError(`${called}: expected at most ${MOST_ROWS} rows, found more`);

const cellsOf = (columns: ReadonlyMap<Field, number>, cells: readonly string[]): Cells =>
  Object.fromEntries(
    [...columns].flatMap(([field, at]) => {
      const cell = cells[at]?.trim() ?? "";
      return cell === "" ? [] : [[field, cell]];
    }),
  );

const GEOJSON = v.object({
  features: v.array(
    v.object({
      geometry: v.nullable(v.object({ coordinates: v.optional(v.unknown()) })),
      properties: v.nullable(v.record(v.string(), v.unknown())),
    }),
    "a list of features",
  ),
});

/** Points, and of areas the middle of their frame. */
async function geoRows(file: string): Promise<Row[]> {
  const called = basename(file);
  if ((await stat(file)).size > MOST_JSON)
    throw new PlanningError(`${called}: expected at most 100 MB of GeoJSON, found more`);
  const text = await readFile(file, "utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new PlanningError(`${called}: expected GeoJSON, found ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (!v.is(GEOJSON, value))
    throw new PlanningError(`${called}: expected a FeatureCollection, found something else`);
  if (value.features.length > MOST_ROWS) throw tooMany(called);
  return value.features.map(({ geometry, properties }, i) => {
    const known = Object.entries(properties ?? {}).filter(
      ([, cell]) => typeof cell === "string" || typeof cell === "number",
    );
    const fields = cellsOf(
      columnsOf(known.map(([head]) => head)),
      known.map(([, cell]) => String(cell)),
    );
    return { at: i + 1, fields: { ...fields, ...middleOf(geometry?.coordinates) } };
  });
}

function middleOf(coordinates: unknown): Pick<Cells, "lat" | "lon"> {
  const points: (readonly [number, number])[] = [];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [x, y] = value as unknown[];
    if (typeof x === "number" && typeof y === "number") points.push([x, y]);
    else for (const one of value as unknown[]) walk(one);
  };
  walk(coordinates);
  if (points.length === 0) return {};
  const middle = (axis: 0 | 1): string => {
    let [low, high] = [Infinity, -Infinity];
    for (const point of points)
      [low, high] = [Math.min(low, point[axis]), Math.max(high, point[axis])];
    return String((low + high) / 2);
  };
  return { lon: middle(0), lat: middle(1) };
}

const DIGITS = /^[+-]?\d+(?:\.\d+)?$/;

/** Whether every comma or point among the people parts groups of three: an estimate of 123.4 people has another. */
function groupedIn(rows: readonly Row[]): boolean {
  const parted = rows
    .flatMap(({ fields }) => fields.people ?? [])
    .filter((cell) => /[.,]/.test(cell));
  return (
    parted.length > 0 &&
    parted.every((cell) => /^\d{1,3}(?:[.,]\d{3})+$/.test(cell.replaceAll(/\s/g, "")))
  );
}

function placeOf({ point, ...fields }: Cells, isGrouped: boolean): Record<string, unknown> {
  const at = point === undefined ? undefined : pointFrom(point);
  const place: Record<string, unknown> = { ...(at ?? (point !== undefined && { lat: point })) };
  for (const [field, cell] of Object.entries(fields)) {
    if (field === "name") place[field] = cell.replaceAll(/\s+/g, " ").slice(0, 200);
    else if (field === "traits") {
      const words = cell.toLowerCase().split(/[ ;,|]+/);
      const known = words.filter((word) => /^[a-z0-9][a-z0-9-]*$/.test(word));
      if (known.length > 0) place[field] = known.slice(0, 20);
    } else place[field] = numberOf(field, cell, isGrouped);
  }
  return place;
}

/** A number, or the text that is none; a position may be written with degrees, which its schema reads. */
function numberOf(field: string, cell: string, isGrouped: boolean): unknown {
  const close = cell.replaceAll(/\s/g, "");
  if (field !== "people") {
    const plain = close.replace(",", ".");
    return DIGITS.test(plain) ? Number(plain) : cell;
  }
  const plain = isGrouped ? close.replaceAll(/[.,]/g, "") : close.replace(",", ".");
  return DIGITS.test(plain) ? Math.round(Number(plain)) : cell;
}
