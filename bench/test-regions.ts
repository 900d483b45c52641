/**
 * Regions of other ground than the shipped one, for plans to be tried on. The ground is real (tests/data/terrain); the
 * places are TEST DATA: points of gentle ground drawn by a seed, with made-up numbers of people. Nobody lives there.
 */
import { copyFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { stringify } from "yaml";
import { chances } from "../src/engines/selection/search.ts";
import { distanceKm } from "../src/engines/terrain/great-circle.ts";
import { heightAt, latitudeOf, longitudeOf, type Grid } from "../src/engines/terrain/grid.ts";
import { openTerrain } from "../src/platform/terrain/open-terrain.ts";

interface TestRegion {
  readonly name: string;
  readonly tile: string;
  readonly villages: number;
  /** mm/h exceeded 0.01 % of a year: a round figure for the climate, not one of the place. */
  readonly rain: number;
  readonly mbps: number;
  /** Draws other villages. Default: 28. */
  readonly seed?: number;
}

export const TEST_REGIONS: readonly TestRegion[] = [
  { name: "himalaya", tile: "tests/data/terrain/N28E083.hgt.gz", villages: 26, rain: 60, mbps: 1 },
  {
    name: "white-mountains",
    tile: "tests/data/terrain/N44W072.hgt.gz",
    villages: 40,
    rain: 35,
    mbps: 0.6,
  },
  { name: "andes", tile: "tests/data/terrain/S33W071.hgt.gz", villages: 30, rain: 20, mbps: 0.8 },
  { name: "gabon", tile: "tests/data/terrain/N00E010.hgt.gz", villages: 24, rain: 95, mbps: 0.5 },
];

/** Writes the region's files into a folder. @returns the path of the region file */
export async function writeTestRegion(of: TestRegion, dir: string): Promise<string> {
  copyFileSync(of.tile, join(dir, basename(of.tile)));
  const { grid } = await openTerrain([of.tile]);
  const villages = drawn(grid, of);
  const gateways = villages.splice(0, 3);
  const title = `Test region: ${of.name}`;
  const file = join(dir, `${of.name}.yaml`);
  writeFileSync(
    file,
    stringify({
      title,
      summary: "Test data on real ground: the places are made up, and nobody lives there.",
      by: "A test",
      made: "2026-12-01",
      example: true,
      terrain: [{ file: basename(of.tile), title: "SRTM 3 arc-seconds", licence: "public domain" }],
      places: villages.map(({ lat, lon }, i) => ({
        name: `Test village ${i + 1}`,
        lat,
        lon,
        people: 80 + ((i * 397) % 1400),
      })),
      gateways: gateways.map(({ lat, lon }, i) => ({
        name: `Test town ${i + 1}`,
        lat,
        lon,
        mast: 30,
        uplink: 1000,
      })),
      candidates: { summits: 160, prominence: 30, highest: 4500 },
      access: {
        radio: "sector-5ghz-ac",
        masts: [10, 20, 30],
        receiver: 6,
        reach: 10,
        reliability: [90, 50, 50],
        rung: "QPSK 1/2",
        margin: 3,
      },
      backhaul: { radios: ["link-5ghz-ac", "link-18ghz"], reach: 30, fade: 15, hops: 4 },
      air: {
        rain: of.rain,
        gradient: -200,
        source: {
          title: "A round figure for a test",
          url: "https://www.itu.int/rec/R-REC-P.837/en",
        },
      },
      demand: { household: 4, takeUp: 0.4, mbps: of.mbps },
      money: { currency: "USD", budget: 400_000, years: 10, discount: 0.06 },
      search: { seconds: 20, points: 4 },
      assumptions: ["The places of this region are test data."],
    }),
  );
  return file;
}

const SLOPE = 12; // m in 90 m: steeper ground has no village
const APART = 2; // km

/** Villages on gentle ground below the middle height, some kilometres from one another. */
function drawn(grid: Grid, { villages, seed = 28 }: TestRegion): { lat: number; lon: number }[] {
  const next = chances(seed);
  const sample = Float64Array.from({ length: 2000 }, () => {
    const i = Math.floor(next() * grid.heights.length);
    return grid.heights[i]!;
  }).toSorted();
  const middle = sample[1000]!;
  const found: { lat: number; lon: number }[] = [];
  while (found.length < villages + 3) {
    const row = 60 + Math.floor(next() * (grid.rows - 120));
    const column = 60 + Math.floor(next() * (grid.columns - 120));
    const here = { lat: latitudeOf(grid, row), lon: longitudeOf(grid, column) };
    const around = [-1, 1].flatMap((d) => [
      { lat: here.lat + d * grid.stepLat, lon: here.lon },
      { lat: here.lat, lon: here.lon + d * grid.stepLon },
    ]);
    const height = heightAt(grid, here);
    const isSteep = around.some((one) => !(Math.abs(heightAt(grid, one) - height) <= SLOPE));
    if (isSteep || height > middle || found.some((one) => distanceKm(one, here) < APART)) continue;
    found.push({
      lat: Math.round(here.lat * 1e5) / 1e5,
      lon: Math.round(here.lon * 1e5) / 1e5,
    });
  }
  return found;
}
