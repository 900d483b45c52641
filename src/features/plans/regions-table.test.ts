/** Tables of places as people have them (README.md, PN91). */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { readPlaces } from "./regions-table.ts";

const dir = mkdtempSync(join(tmpdir(), "cnd-places-"));
test.after(() => rmSync(dir, { recursive: true }));

async function read(text: string | Uint8Array, name = "places.csv") {
  writeFileSync(join(dir, name), text);
  return readPlaces(join(dir, name));
}
const plain = (of: Awaited<ReturnType<typeof read>>) =>
  of.places.map(({ name, lat, lon, people }) => [
    name,
    ...[lat, lon].map((one) => Math.round(one * 1e4) / 1e4),
    people,
  ]);

test("PN91 commas, semicolons, tabs, other languages' columns, groups of three and degrees are the same places", async () => {
  const expected = [
    ["Alp, upper", 42.3722, 1.8861, 1200],
    ["Das", 42.35, 1.8675, undefined],
  ];
  const tables = [
    'name,lat,lon,people\n"Alp, upper",42.3722,1.8861,"1,200"\nDas,42.35,1.8675,\n',
    "\uFEFFPoblación;Longitud;Localidad;LATITUD\r\n1.200;1,8861;Alp, upper;42,3722\r\n;1,8675;Das;42,35\r\n",
    "settlement\tpop_total\tx\ty\nAlp, upper\t1 200\t1.8861\t42.3722\nDas\t\t1.8675\t42.35\n",
    "Name;GPS;Inhabitants\nAlp, upper;42°22′19.9″N 1°53′10″E;1200\nDas;42.35, 1.8675;\n",
  ];
  for (const table of tables) {
    const found = await read(table);
    assert.deepEqual([plain(found), found.problems], [expected, []], table);
  }
});

test("PN91 points and areas of GeoJSON are places; an estimate of 123.4 people is 123", async () => {
  const feature = (name: string, geometry: unknown, pop: unknown) => ({
    type: "Feature",
    properties: { name, POP: pop, other: { a: 1 } },
    geometry,
  });
  const square = [[[10, 1], [10.2, 1], [10.2, 1.4], [10, 1.4], [10, 1]]]; // prettier-ignore
  const features = [
    feature("Spot", { type: "Point", coordinates: [10.5, 1.5, 300] }, 123.4),
    feature("Field", { type: "Polygon", coordinates: square }, "56"),
    feature("Nowhere", null, 5),
  ];
  const found = await read(JSON.stringify({ type: "FeatureCollection", features }), "a.geojson");
  assert.deepEqual(plain(found), [
    ["Spot", 1.5, 10.5, 123],
    ["Field", 1.2, 10.1, 56],
  ]);
  assert.equal(found.left, 1);
  assert.match(found.problems.join("\n"), /a\.geojson:3: lat: .*found nothing/);
});

test("PN91 rows that do not fit are left out and told with line, field and what was expected", async () => {
  const found = await read(
    "name,lat,lon,people\nGood,1,10,5\nHigh,91,10,5\nMinus,1,10,-3\nOdd,1,ten,some\n,1,10,4\n",
  );
  assert.deepEqual(plain(found), [["Good", 1, 10, 5]]);
  assert.equal(found.left, 4);
  const said = found.problems.join("\n");
  for (const pattern of [
    /places\.csv:3: lat: expected .*91/,
    /places\.csv:4: people: expected .*-3/,
    /places\.csv:5: lon: expected .*ten/,
    /places\.csv:5: people: expected .*some/,
    /places\.csv:6: name: expected/,
  ])
    assert.match(said, pattern);
});

test("PN91 what is no table is told in one line", async () => {
  const refused: readonly (readonly [string | Uint8Array, RegExp, string?])[] = [
    ["", /expected places, found none/],
    ["name,lat,lon\n", /expected places, found none/],
    [
      "name,north,people\nA,1,2\n",
      /places\.csv:1: expected columns for lat, lon .* found name, north/,
    ],
    [Uint8Array.from([0xff, 0xfe, 0, 1, 10]), /places\.csv:1: .*UTF-8/],
    ['name,lat,lon\n"A,1,2\n', /places\.csv:2: /],
    ["{", /places\.geojson: expected GeoJSON/, "places.geojson"],
    ['{"a":1}', /expected a FeatureCollection/, "places.geojson"],
  ];
  for (const [text, message, name] of refused)
    await assert.rejects(read(text, name), (error: Error) => {
      assert.match(error.message, message);
      assert.ok(!error.message.includes("\n"));
      return true;
    });
});

test("PN91 50,000 places are read, more than 200,000 rows are refused", async () => {
  const rows = (n: number) =>
    Array.from({ length: n }, (_, i) => `P${i},${1 + (i % 250) / 1000},${10 + i / 1e6},${i}`);
  const began = performance.now();
  assert.equal(
    (await read(["name,lat,lon,people", ...rows(50_000)].join("\n"))).places.length,
    50_000,
  );
  assert.ok(performance.now() - began < 15_000);
  await assert.rejects(
    read(["name,lat,lon,people", ...rows(200_001)].join("\n")),
    /expected at most 200000 rows, found more/,
  );
});
