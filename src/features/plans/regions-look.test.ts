/** What a region's files hold, and the plan that is made of them, near and far from where most people live (README.md, PN92, PN93, PN97). */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { asciiOf, at, gridOf, SIDE, SOUTH } from "./planning/region.test.kit.ts";
import { makePlan } from "./planning/run.ts";
import { regionWordsIn } from "./region-words.ts";
import { firstTyped } from "./regions-fields.ts";
import type { RegionAtDesk, RegionFile, Typed } from "./regions-kept.ts";
import { lookAt, wholeFrame } from "./regions-look.ts";
import { settingsFrom } from "./regions-settings.ts";
import { filesPath, newRegion, noteRegion, readRegion } from "./regions-store.ts";
import { writtenRegion } from "./regions-written.ts";

const dir = mkdtempSync(join(tmpdir(), "cnd-desk-region-"));
test.after(() => rmSync(dir, { recursive: true }));
const words = regionWordsIn("en");
const TILE = "tests/data/terrain/N42E001.hgt.gz";

let made = 0;
/** A region with these files, looked at. */
async function regionOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<RegionAtDesk> {
  const id = newRegion(dir, 1_800_000_000_000 + made++);
  const kept = Object.entries(files).map(([called, bytes], i): RegionFile => {
    const name = `0000000${i}/${called}`;
    mkdirSync(dirname(join(filesPath(dir, id), name)), { recursive: true });
    writeFileSync(join(filesPath(dir, id), name), bytes);
    const kind = called.endsWith("csv") ? "places" : "terrain";
    return { kind, name, called, bytes: bytes.length };
  });
  noteRegion(dir, id, "files", kept);
  noteRegion(dir, id, "about", { title: "Two valleys", made: 0 });
  noteRegion(dir, id, "layers", await lookAt(filesPath(dir, id), kept));
  noteRegion(dir, id, "slug", "two-valleys");
  return readRegion(dir, id)!;
}

const first = (region: RegionAtDesk): Typed => ({
  ...firstTyped(region, { words, by: "A test", today: "2026-11-26" }),
  budget: "300,000",
});

async function planOf(region: RegionAtDesk, typed: Typed) {
  const { settings, problems } = settingsFrom(typed, region, words);
  assert.deepEqual(problems, {});
  noteRegion(dir, region.id, "settings", settings);
  const { plan } = await makePlan(await writtenRegion(dir, region.id, "2026-11-26"), {});
  return plan;
}

const header = "name,lat,lon,people\n";
const tableAt = (points: readonly { lat: number; lon: number }[]) =>
  header + points.map(({ lat, lon }, i) => `P${i},${lat},${lon},${900 - i * 200}\n`).join("");
const quick = { summits: "10", seconds: "1", reach: "6", fewest: "" };

test("PN97 cut tiles, tiles of voids alone and strange files are told by their name and leave the others as they are", async () => {
  const packed = readFileSync(TILE);
  const voids = new Uint8Array(2 * 1201 ** 2).map((_, i) => (i % 2 === 0 ? 0x80 : 0)); // -32768
  const { layers } = await regionOf({
    "places.csv": `${header}A,42.5,1.5,10\nB,42.6667,1.4,\nC,43.5,1.5,7\n`,
    "N42E001.hgt.gz": packed,
    "N42E002.hgt.gz": packed.subarray(0, 100_000),
    "N42E003.hgt": gunzipSync(packed).subarray(0, 5000),
    "N42E004.hgt": voids,
    "somewhere.hgt": gunzipSync(packed),
    "notes.txt": "hello",
  });
  const [whole, ...others] = layers!.tiles;
  assert.deepEqual(
    [whole!.south, whole!.north, whole!.west, whole!.east, whole!.problem].map((one) =>
      typeof one === "number" ? Math.round(one * 1e6) / 1e6 : one,
    ),
    [42, 43, 1, 2, undefined],
  );
  assert.ok(Math.abs(whole!.voids! - 7652 / 1201 ** 2) < 1e-9);
  const told = others.map(({ called, problem }) => `${called}: ${problem}`).join("\n");
  for (const pattern of [
    /N42E002\.hgt\.gz: .*expected a whole gzip file/,
    /N42E003\.hgt: .*Is the file whole\?/,
    /N42E004\.hgt: .*found voids \(-32768\) alone/,
    /somewhere\.hgt: .*expected a name by the south-west corner/,
    /notes\.txt: .*expected a file of terrain/,
  ])
    assert.match(told, pattern);
  assert.ok(!told.includes(dir), "where it lies here is not told");
  assert.deepEqual([layers!.on, layers!.places!.uncounted], [2, 1]);
});

test("PN92 50,000 places keep the form short, and those that a plan has room for are proposed", async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `P${i},${SOUTH + (i % 250) * 4e-4},${1.4 + Math.floor(i / 250) * 5e-4},${i + 1}\n`,
  );
  const region = await regionOf({
    "places.csv": header + rows.join(""),
    "ground.asc": asciiOf(gridOf()),
  });
  const { places } = region.layers!;
  assert.deepEqual([places!.count, places!.people], [50_000, 1_250_025_000]);
  assert.ok(JSON.stringify(region.layers).length < 40_000);
  assert.equal(first(region)["fewest"], "48,001");
  assert.equal(rows.length + 1 - 48_001, 2000);
});

test("PN97 a region over the date line is planned as any other", async () => {
  const west = 179.95;
  const points = [at(60, 20, west), at(60, 100, west), at(30, 22, west)];
  assert.ok(points[1]!.lon < 0 && points[0]!.lon > 0);
  const region = await regionOf({
    "places.csv": tableAt(points),
    "ground.asc": asciiOf(gridOf(undefined, west)),
  });
  assert.equal(region.layers!.on, 3);
  const frame = wholeFrame(region.layers!)!;
  assert.ok(frame.east - frame.west < 0.2, "the map is as wide as the region");
  const plan = await planOf(region, { ...first(region), ...quick });
  assert.equal(plan.places.length, 3);
  assert.ok(plan.places.some(({ site }) => site !== undefined));
});

test("PN97 a region at 84° N is planned as any other", async () => {
  const grid = { ...gridOf(), north: 84.05, stepLat: 1 / 1200, stepLon: 1 / 1200 };
  const point = (row: number, column: number) => ({
    lat: 84.05 - row / 1200,
    lon: 1.4 + column / 1200,
  });
  assert.equal(grid.rows, SIDE);
  const region = await regionOf({
    "places.csv": tableAt([point(60, 20), point(60, 100), point(30, 22)]),
    "ground.asc": asciiOf(grid),
  });
  assert.equal(region.layers!.on, 3);
  const plan = await planOf(region, { ...first(region), ...quick });
  assert.equal(plan.places.length, 3);
});
