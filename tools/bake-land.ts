/**
 * Bakes the land of the Earth into src/engines/globe/land-mask.ts: `node tools/bake-land.ts`.
 *
 * Source: Natural Earth 1:110m land (public domain) by way of the npm package world-atlas. A cell is land when its
 * middle lies in a polygon. d3-geo cuts the polygons at the 180th meridian and around the pole (world-atlas has them
 * sewn together) and lays them flat, one unit a cell; then the even–odd rule decides, row by row.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoEquirectangular, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { COLUMNS, ROWS, packRuns } from "../src/engines/globe/land.ts";

const TARGET = join(import.meta.dirname, "../src/engines/globe/land-mask.ts");
const SOURCE = createRequire(import.meta.url).resolve("world-atlas/land-110m.json");

type Ring = readonly (readonly [number, number])[]; // column, row; closed

const cells = new Uint8Array(COLUMNS * ROWS);
for (const ring of ringsOf(SOURCE)) {
  for (let row = 0; row < ROWS; row++) flipInside(ring, row);
}
const packed = packRuns(cells);
writeFileSync(
  TARGET,
  `/** Land of the Earth in runs (see land.ts). Natural Earth 1:110m, public domain. Made by tools/bake-land.ts. */\n` +
    `export const LAND_RUNS =\n  "${packed}";\n`,
);
const share = cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
console.log(
  `land-mask.ts: ${packed.length} characters, ${(share * 100).toFixed(1)} % of the cells are land`,
);

/** All rings of the land on the grid of cells, outer and inner alike: the even–odd rule needs no more. */
function ringsOf(file: string): Ring[] {
  const topology = JSON.parse(readFileSync(file, "utf8"));
  const rings: [number, number][][] = [];
  const collect = {
    beginPath() {},
    moveTo: (x: number, y: number) => rings.push([[x, y]]),
    lineTo: (x: number, y: number) => rings.at(-1)!.push([x, y]),
    closePath: () => rings.at(-1)!.push(rings.at(-1)![0]!),
    arc() {},
  };
  const flat = geoEquirectangular()
    .scale(COLUMNS / (2 * Math.PI))
    .translate([COLUMNS / 2, ROWS / 2]);
  geoPath(flat, collect)(feature(topology, topology.objects.land));
  return rings;
}

/** Turns over every cell of a row that lies east of an odd number of the ring's edges. */
function flipInside(ring: Ring, row: number): void {
  const middle = row + 0.5;
  for (let i = 1; i < ring.length; i++) {
    const [xA, yA] = ring[i - 1]!;
    const [xB, yB] = ring[i]!;
    if (yA > middle === yB > middle) continue;
    const crossing = xA + ((middle - yA) / (yB - yA)) * (xB - xA);
    for (let column = Math.max(Math.ceil(crossing - 0.5), 0); column < COLUMNS; column++)
      cells[row * COLUMNS + column]! ^= 1;
  }
}
