/** A small region on made ground for tests: two valleys, a ridge between them with a summit on it, a gateway in the west. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { newHeights, type Grid } from "../../../engines/terrain/grid.ts";

export const SIDE = 121; // nodes of 3 arc-seconds
export const [SOUTH, WEST] = [42.4, 1.4];
const STEP = 1 / 1200;

/** m: valleys at 500 m along columns 20 and 100, a ridge of 900 m along column 60 with a summit of 1,100 m at row 60. */
export function heightOf(row: number, column: number): number {
  const ridge = 400 * Math.max(0, 1 - Math.abs(column - 60) / 25);
  const summit = 200 * Math.max(0, 1 - Math.hypot(row - 60, column - 60) / 8);
  return Math.round(500 + ridge + summit + (row % 7) * 0.5);
}

export const gridOf = (height = heightOf, west = WEST): Grid => {
  const heights = newHeights(SIDE * SIDE);
  for (let i = 0; i < heights.length; i++) heights[i] = height(Math.floor(i / SIDE), i % SIDE);
  return {
    rows: SIDE,
    columns: SIDE,
    north: SOUTH + (SIDE - 1) * STEP,
    west,
    stepLat: STEP,
    stepLon: STEP,
    heights,
  };
};

/** Where a node lies. */
export const at = (row: number, column: number, west = WEST) => {
  const lon = west + column * STEP;
  return { lat: SOUTH + (SIDE - 1 - row) * STEP, lon: lon > 180 ? lon - 360 : lon };
};

const VOID = -9999;
export function asciiOf(grid: Grid): string {
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    Array.from(grid.heights.subarray(row * grid.columns, (row + 1) * grid.columns), (h) =>
      Number.isNaN(h) ? VOID : h,
    ).join(" "),
  );
  return [
    `ncols ${grid.columns}`,
    `nrows ${grid.rows}`,
    `xllcenter ${grid.west}`,
    `yllcenter ${grid.north - (grid.rows - 1) * grid.stepLat}`,
    `cellsize ${grid.stepLat}`,
    `NODATA_value ${VOID}`,
    ...rows,
    "",
  ].join("\n");
}

export const PLACES = `name,lat,lon,people,traits,remark
Westend,${at(30, 22).lat},${at(30, 22).lon},400,school,
Eastham,${at(60, 100).lat},${at(60, 100).lon},600,,looks west
Nobodyknows,${at(64, 98).lat},${at(64, 98).lon},,,
`;

type Fields = Record<string, unknown>;

/** The fields of a region file that fits. */
export const regionFields = (): Fields => ({
  title: "Two valleys",
  summary: "A region on made ground.",
  by: "A test",
  made: "2026-11-26",
  terrain: [{ file: "ground.asc", title: "Made ground", licence: "none needed" }],
  places: { file: "places.csv", asOf: "2023" },
  gateways: [{ name: "Fibreton", ...at(60, 20), mast: 20, uplink: 1000 }],
  candidates: { summits: 20, prominence: 20 },
  access: {
    radio: "sector-5ghz-ac",
    masts: [10, 30],
    receiver: 6,
    reach: 8,
    reliability: [90, 50, 50],
  },
  backhaul: { radios: ["link-5ghz-ac"], reach: 15, fade: 5 },
  demand: { household: 2.5, takeUp: 0.4, mbps: 0.5 },
  money: {
    currency: "USD",
    budget: 300_000,
    years: 10,
    discount: 0.08,
  },
  search: { seconds: 5, points: 3 },
  assumptions: ["The ground is made up."],
});

export interface RegionFolder {
  readonly dir: string;
  readonly file: string;
}

/** A folder with a region file, its ground and its places. */
export function writeRegion(
  fields: Fields = regionFields(),
  more: { readonly places?: string; readonly grid?: Grid; readonly text?: string } = {},
): RegionFolder {
  const dir = mkdtempSync(join(tmpdir(), "cnd-region-"));
  const file = join(dir, "valleys.yaml");
  writeFileSync(file, more.text ?? stringify(fields));
  writeFileSync(join(dir, "ground.asc"), asciiOf(more.grid ?? gridOf()));
  writeFileSync(join(dir, "places.csv"), more.places ?? PLACES);
  return { dir, file };
}
