import assert from "node:assert/strict";
import test from "node:test";
import { atlasRows } from "./atlas.ts";
import { COUNTRY_COLUMNS, countryCellAt, packCountries, unpackCountries } from "./countries.ts";
import { COUNTRY_CODES, COUNTRY_RUNS } from "./country-mask.ts";

const AFRICA = { west: -26, east: 60, south: -36, north: 38 };
const RADIANS = Math.PI / 180;
const cells = unpackCountries(COUNTRY_RUNS);
const countryAt = (lat: number, lon: number) =>
  ["", ...COUNTRY_CODES.split(" ")][cells[countryCellAt(lat * RADIANS, lon * RADIANS)]!];

test("G14 known places lie in their countries, and the seas in none", () => {
  const known = { ZA: [-26.2, 28], LS: [-29.6, 28.2], KE: [0.5, 37], FR: [46.5, 2.5] } as const;
  for (const [code, [lat, lon]] of Object.entries(known)) assert.equal(countryAt(lat, lon), code);
  assert.equal(countryAt(67, -175), "RU", "beyond the 180th meridian");
  assert.equal(countryAt(0, -30), "");
  assert.ok(COUNTRY_CODES.split(" ").length > 200);
});

test("G15 packed countries come back as they were; a string that does not cover them is refused", () => {
  assert.equal(packCountries(cells), COUNTRY_RUNS);
  assert.throws(() => unpackCountries(COUNTRY_RUNS.slice(4)), RangeError);
  assert.equal(cells.length % COUNTRY_COLUMNS, 0);
});

test("G16 each country is drawn in its tone, once, and places lie on the land of their country", () => {
  const map = atlasRows({ window: AFRICA, width: 960, step: 8 }, (c) => (c === "ZA" ? "a" : "b"));
  assert.deepEqual([...map.paths.keys()].toSorted(), ["a", "b"]);
  const strokes = (path: string) =>
    [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, w]) => [+x!, +y!, +x! + +w!] as const);
  const south = strokes(map.paths.get("a")!);
  const other = strokes(map.paths.get("b")!);
  assert.ok(south.length > 5 && other.length > 100);
  for (const [from, y, to] of south)
    for (const [f, at, t] of other)
      assert.ok(at !== y || t <= from + 2 || f >= to - 2, `${from}–${to} at ${y} is drawn twice`);
  const { x, y } = map.project(-26.2, 28)!;
  const near = south.toSorted((a, b) => Math.abs(a[1] - y) - Math.abs(b[1] - y))[0]!;
  assert.ok(Math.abs(near[1] - y) <= 8);
  assert.ok(south.some(([from, at, to]) => at === near[1] && from <= x && x <= to));
  assert.equal(map.project(60, 10), undefined, "outside the window");
});

test("G17 a window that crosses the 180th meridian shows both sides", () => {
  const oceania = { west: 110, east: 240, south: -48, north: 22 };
  const map = atlasRows({ window: oceania, width: 960, step: 8 }, () => "land");
  const [fiji, tonga] = [map.project(-17.8, 178)!, map.project(-21.2, -175.2)!];
  assert.ok(fiji.x < tonga.x);
});
