/**
 * Bakes the countries of the Earth into src/engines/globe/country-mask.ts: `node tools/bake-countries.ts`.
 *
 * Source: Natural Earth 1:50m countries (public domain) by way of the npm package world-atlas. A cell belongs to the
 * country in whose polygon its middle lies, by the even–odd rule; d3-geo cuts the polygons at the 180th meridian. A
 * country too small to hold the middle of any cell gets the cell around its own middle, if that is water.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoCentroid, geoEquirectangular, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { COUNTRY_COLUMNS, COUNTRY_ROWS, packCountries } from "../src/engines/globe/countries.ts";

const TARGET = join(import.meta.dirname, "../src/engines/globe/country-mask.ts");
const SOURCE = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const UNNAMED = "ZZ"; // areas without a code of ISO 3166

type Ring = readonly (readonly [number, number])[]; // column, row; closed

const topology = JSON.parse(readFileSync(SOURCE, "utf8"));
const { features } = feature(topology, topology.objects.countries) as unknown as {
  features: (GeoJSON.Feature & { id?: string; properties: { name: string } })[];
};
const cells = new Uint8Array(COUNTRY_COLUMNS * COUNTRY_ROWS);
const codes = [""]; // 0 is water
for (const country of features) {
  const code = codeOf(country);
  if (code === "AQ") continue;
  let number = codes.indexOf(code);
  if (number < 0) number = codes.push(code) - 1;
  const inside = insideOf(ringsOf(country));
  for (const cell of inside) cells[cell] = number;
  if (inside.length > 0) continue;
  const [lon, lat] = geoCentroid(country);
  const middle = Math.floor((90 - lat) * 4) * COUNTRY_COLUMNS + Math.floor((lon + 180) * 4);
  if (cells[middle] === 0) cells[middle] = number;
}
const packed = packCountries(cells);
writeFileSync(
  TARGET,
  `/** Countries of the Earth in runs (see countries.ts). Natural Earth 1:50m, public domain. Made by tools/bake-countries.ts. */\n` +
    `export const COUNTRY_CODES =\n  "${codes.slice(1).join(" ")}";\n` +
    `export const COUNTRY_RUNS =\n  "${packed}";\n`,
);
console.log(`country-mask.ts: ${packed.length} characters, ${codes.length - 1} codes`);

/** Two letters of ISO 3166, by the number that Natural Earth gives. */
function codeOf({ id, properties }: { id?: string; properties: { name: string } }): string {
  if (id !== undefined) return new Intl.Locale(`und-${id}`).region ?? UNNAMED;
  return properties.name === "Kosovo" ? "XK" : UNNAMED;
}

function ringsOf(country: GeoJSON.Feature): Ring[] {
  const rings: [number, number][][] = [];
  const collect = {
    beginPath() {},
    moveTo: (x: number, y: number) => rings.push([[x, y]]),
    lineTo: (x: number, y: number) => rings.at(-1)!.push([x, y]),
    closePath: () => rings.at(-1)!.push(rings.at(-1)![0]!),
    arc() {},
  };
  const flat = geoEquirectangular()
    .scale(COUNTRY_COLUMNS / (2 * Math.PI))
    .translate([COUNTRY_COLUMNS / 2, COUNTRY_COLUMNS / 4]);
  geoPath(flat, collect)(country);
  return rings;
}

/** The cells whose middle lies inside an odd number of the rings. */
function insideOf(rings: readonly Ring[]): number[] {
  const inside: number[] = [];
  for (let row = 0; row < COUNTRY_ROWS; row++) {
    const middle = row + 0.5;
    const crossings: number[] = [];
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [xA, yA] = ring[i - 1]!;
        const [xB, yB] = ring[i]!;
        if (yA > middle === yB > middle) continue;
        crossings.push(xA + ((middle - yA) / (yB - yA)) * (xB - xA));
      }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2)
      for (
        let column = Math.max(Math.ceil(crossings[i]! - 0.5), 0);
        column + 0.5 < crossings[i + 1]! && column < COUNTRY_COLUMNS;
        column++
      )
        inside.push(row * COUNTRY_COLUMNS + column);
  }
  return inside;
}
