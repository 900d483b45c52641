/** Region files and places (README.md). */
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { stringify } from "yaml";
import { prepare } from "./prepare.ts";
import { placesOf } from "./places.ts";
import { parseRegion, PlanningError } from "./region.ts";
import { at, gridOf, heightOf, PLACES, regionFields, writeRegion } from "./region.test.kit.ts";

const made: string[] = [];
const put = (...of: Parameters<typeof writeRegion>) => {
  const folder = writeRegion(...of);
  made.push(folder.dir);
  return folder;
};
after(() => made.forEach((dir) => rmSync(dir, { recursive: true })));

const refused = (change: (fields: ReturnType<typeof regionFields>) => void): string => {
  const fields = regionFields();
  change(fields);
  try {
    parseRegion(stringify(fields), "valleys.yaml");
  } catch (error) {
    assert.ok(error instanceof PlanningError, String(error));
    return error.message;
  }
  return "";
};
const set = (path: string, value: unknown) => (fields: ReturnType<typeof regionFields>) => {
  const keys = path.split(".");
  let inner: Record<string, unknown> = fields;
  for (const key of keys.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
  inner[keys.at(-1)!] = value;
};

test("PM1 what is wrong with a region file is told with file, line, field, what was expected and what was found", () => {
  assert.equal(
    refused(() => undefined),
    "",
  );
  const cases: readonly (readonly [string, unknown, RegExp])[] = [
    [
      "money.budget",
      -1,
      /^valleys\.yaml:\d+: money\.budget: expected a number not below 0, found -1$/,
    ],
    [
      "money.budget",
      Number.NaN,
      /^valleys\.yaml:\d+: money\.budget: expected a number, found (null|nothing)/,
    ],
    ["money.discount", 1.5, /money\.discount: expected a share/],
    ["access.masts", [-5], /access\.masts\[0\]: expected a number not below 0, found -5/],
    ["access.receiver", 0.2, /access\.receiver: expected a height from 0\.5 m, found 0\.2/],
    ["access.refractivity", 500, /refractivity: expected a refractivity from 250 to 400 N-units/],
    ["candidates.roadEvery", 0.00001, /candidates\.roadEvery: expected at least 0\.1 km/],
    [
      "money.prices",
      [{ item: "battery", price: 1, life: 1e-9 }],
      /money\.prices\[0\]\.life: expected at least half a year/,
    ],
    ["access.reliability", [90, 50], /access\.reliability/],
    ["access.reach", 0, /access\.reach: expected a number over 0, found 0/],
    [
      "backhaul.rdios",
      ["x"],
      /backhaul\.rdios: expected a field of this form \(perhaps radios\), found "rdios"/,
    ],
    [
      "gateways",
      [{ name: "X", lat: 95, lon: 0, mast: 10, uplink: 5 }],
      /gateways\[0\]\.lat: expected a latitude from -90 to 90, found 95/,
    ],
    ["terrain", [], /terrain: expected at least one entry/],
    ["air", { rain: 31, gradient: -213 }, /air\.source: expected .*, found nothing/],
    [
      "air",
      { rain: 31, gradient: 213, source: { title: "Maps", url: "https://example.org/maps" } },
      /air\.gradient: expected a gradient from -2000 to 0 N-units\/km, found 213/,
    ],
    ["demand", undefined, /demand: expected .*, found nothing/],
  ];
  for (const [path, value, message] of cases)
    assert.match(refused(set(path, value)), message, path);
  const two = refused((fields) => {
    set("money.budget", -1)(fields);
    set("demand.takeUp", 3)(fields);
  });
  assert.equal(two.split("\n").length, 2);
  assert.throws(
    () => parseRegion("- a\n", "valleys.yaml"),
    /valleys\.yaml:1: expected fields such as title/,
  );
  assert.throws(
    () => parseRegion("title: [", "valleys.yaml"),
    /valleys\.yaml:\d+: expected plain YAML/,
  );
});

test("PM1 an availability that is none, lacks the air or asks more than the law of rain gives is told", () => {
  const air = { rain: 42, gradient: -250, source: { title: "M", url: "https://example.org/a" } };
  const asked = (availability: unknown, known?: typeof air) =>
    refused((fields) => {
      set("backhaul.availability", availability)(fields);
      if (known) set("air", known)(fields);
    });
  const where = "valleys\\.yaml:\\d+: backhaul\\.availability: expected";
  for (const [wrong, message] of [
    [100, "a number of per cent over 0 and below 100, found 100"],
    [0, "a number over 0, found 0"],
    [-1, "a number not below 0, found -1"],
    ["99,9", 'a number, found "99,9"'],
    [99.999, "at most 99\\.996, by which each of 4 hops .* found 99\\.999"],
  ] as const)
    assert.match(asked(wrong, air), new RegExp(`^${where} ${message}$`), String(wrong));
  assert.match(asked(99.9), new RegExp(`^${where} air in the file too .* found 99\\.9$`));
  assert.equal(asked(99.9, air), "");
});

test("PM2 a missing file, a broken tile, an unknown radio or item and a missing rate are told in one line", async () => {
  const broken = async (
    change: (fields: ReturnType<typeof regionFields>) => void,
    message: RegExp,
  ) => {
    const fields = regionFields();
    change(fields);
    await assert.rejects(prepare(put(fields).file), message);
  };
  await assert.rejects(prepare("/nowhere/x.yaml"), /x\.yaml: there is no such file/);
  await broken(
    set("places", { file: "none.csv" }),
    /none\.csv: expected a table of places, found no such file/,
  );
  await broken(set("roads", "none.geojson"), /none\.geojson: expected GeoJSON/);
  await broken(
    set("terrain", [{ file: "N42E001.hgt", title: "x", licence: "x" }]),
    /N42E001\.hgt: there is no such file/,
  );
  await broken(
    set("access.radio", "tin-can"),
    /access\.radio: Expected a radio for access \(.*\), got tin-can/,
  );
  await broken(
    set("access.masts", [10, 60]),
    /access\.masts: Expected a mast over 0 m up to the 45 m of the catalogue, got 60 m/,
  );
  await broken(set("access.rung", "FM"), /access\.rung: expected one of BPSK 1\/2, .*found FM/);
  await broken(
    set("backhaul.radios", ["sector-lte-800"]),
    /backhaul\.radios: Expected a radio for backhaul/,
  );
  await broken(
    set("money.currency", "EUR"),
    /money: Expected a rate between USD and EUR, got none/,
  );
  await broken(
    set("money.prices", [{ item: "moon", price: 1 }]),
    /money: Expected an item of the catalogue, got moon/,
  );
  const voids = put(regionFields(), { grid: gridOf(() => Number.NaN) });
  await assert.rejects(
    prepare(voids.file),
    /valleys\.yaml: terrain: Expected ground with measured heights, found voids/,
  );
  const cut = put();
  writeFileSync(join(cut.dir, "N42E001.hgt.gz"), new Uint8Array([31, 139, 8, 0, 0]));
  const fields = regionFields();
  set("terrain", [{ file: "N42E001.hgt.gz", title: "x", licence: "x" }])(fields);
  writeFileSync(cut.file, stringify(fields));
  await assert.rejects(prepare(cut.file), /N42E001\.hgt\.gz: expected a whole gzip file/);
});

test("PM3 a table of places: each misfit with its line, an empty cell is not known, other columns are passed over", async () => {
  const { file } = put();
  const region = parseRegion(stringify(regionFields()), file);
  const { places, open } = await placesOf(region, file);
  assert.deepEqual(open, []);
  assert.deepEqual(
    places.map(({ id, people, traits, asOf }) => [id, people, traits, asOf]),
    [
      ["westend", 400, ["school"], "2023"],
      ["eastham", 600, undefined, "2023"],
      ["nobodyknows", undefined, undefined, "2023"],
    ],
  );
  const bad = async (table: string, message: RegExp) => {
    const folder = put(regionFields(), { places: table });
    await assert.rejects(placesOf(region, folder.file), message);
  };
  await bad("name,lat\nA,1\n", /places\.csv:1: expected a column lon/);
  await bad(
    "name,lat,lon,people\nA,95,1,5\nB,1,x,5\n",
    /places\.csv:2: lat: expected a latitude.*\n.*places\.csv:3: lon: expected a longitude, found "x"/,
  );
  await bad(
    "name,lat,lon,people\nA,1,1,-4\n",
    /places\.csv:2: people: expected a number not below 0, found -4/,
  );
  await bad('name,lat,lon\n"A,1,1\n', /places\.csv:\d+: expected a closing quote/);
  await bad("name,lat,lon\n", /expected at least one place, found none/);
});

test("PM4 two places at one point are one, larger places are not asked about, and the plan says so", async () => {
  const { lat, lon } = at(60, 100);
  const fields = regionFields();
  set("places", { file: "places.csv", atMost: 500 })(fields);
  const table = `${PLACES}Twin,${at(30, 22).lat},${at(30, 22).lon},9,,\nWestend,${lat},${lon - 0.02},5,,\n`;
  const { file } = put(fields, { places: table });
  const { places, open } = await placesOf(parseRegion(stringify(fields), file), file);
  assert.deepEqual(
    places.map(({ id }) => id),
    ["westend", "nobodyknows", "westend-2"],
  );
  assert.match(open[0]!, /^Twin stands at the same point as Westend/);
  assert.match(open[1]!, /^Places with more than 500 people were left out \(1 of them\)/);
});

test("PM4 more places than a plan can hold are told before anything is reckoned", async () => {
  const rows = Array.from({ length: 2001 }, (_, i) => `P${i},${(40 + i / 1000).toFixed(3)},1.45`);
  const { file } = put(regionFields(), { places: `name,lat,lon\n${rows.join("\n")}\n` });
  const region = parseRegion(stringify(regionFields()), file);
  await assert.rejects(
    placesOf(region, file),
    /places\.csv: expected at most 2000 places, found 2001\./,
  );
  const many = Array.from(
    { length: 50_000 },
    (_, i) => `P${i},${40 + Math.floor(i / 250) / 100},${1 + (i % 250) / 100}`,
  );
  const large = put(regionFields(), { places: `name,lat,lon\n${many.join("\n")}\n` });
  const began = process.cpuUsage();
  await assert.rejects(placesOf(region, large.file), /at most 2000 places, found 50000\./);
  const { user } = process.cpuUsage(began); // however busy the machine is
  assert.ok(user < 5e6, "each is not held against all others");
});

test("PM5 what lies off the terrain is left out and said; nothing on it at all is an error", async () => {
  const table = `${PLACES}Far,50,9,100,,\n`;
  const { places, open } = await prepare(put(regionFields(), { places: table }).file);
  assert.equal(places.length, 3);
  assert.deepEqual(open, ["Outside of the terrain, and left out: Far."]);
  const away = put(regionFields(), { places: "name,lat,lon,people\nFar,50,9,100\n" });
  await assert.rejects(
    prepare(away.file),
    /expected places on the terrain .*found none of 1 there/,
  );
  const holes = gridOf((row, column) =>
    Math.hypot(row - 60, column - 100) < 3 ? Number.NaN : heightOf(row, column),
  );
  const guessed = await prepare(put(regionFields(), { grid: holes }).file);
  assert.deepEqual(guessed.open, [
    "Nobody measured the ground of Eastham (a void of the survey); its height is filled in from its neighbours.",
  ]);
});

test("PM44 positions are read as people write them, in the region file and in a table parted by semicolons", async () => {
  const fields = regionFields();
  set("gateways", [{ name: "X", lat: "42°27′00″N", lon: "1,45 E", mast: 10, uplink: 5 }])(fields);
  const table = `name;lat;lon;people;connected\nA;"42°27'0""N";1,45;5;0,4\nB;42,44;1.46 E;7;\n`;
  const { file } = put(fields, { places: table });
  const region = parseRegion(stringify(fields), file);
  assert.deepEqual([region.gateways[0]!.lat, region.gateways[0]!.lon], [42.45, 1.45]);
  const { places } = await placesOf(region, file);
  assert.deepEqual(
    places.map(({ lat, lon, people, connected }) => [lat, lon, people, connected]),
    [
      [42.45, 1.45, 5, 0.4],
      [42.44, 1.46, 7, undefined],
    ],
  );
  assert.match(
    refused(set("gateways", [{ name: "X", lat: "42 E", lon: 1, mast: 9, uplink: 5 }])),
    /gateways\[0\]\.lat: expected a latitude, found "42 E"/,
  );
  const thousands = put(fields, { places: 'name,lat,lon,people\nA,42.45,1.45,"1,200"\n' });
  await assert.rejects(
    placesOf(region, thousands.file),
    /places\.csv:2: people: expected a whole number, found "1,200"/,
  );
});

test("PM45 assumptions may be left out, a source needs no address, and a share is no number of per cent", async () => {
  for (const none of [undefined, []]) assert.equal(refused(set("assumptions", none)), "");
  const fields = regionFields();
  set("places", { file: "places.csv", source: { title: "Our own count" } })(fields);
  const { file } = put(fields);
  const { places } = await placesOf(parseRegion(stringify(fields), file), file);
  assert.deepEqual(places[0]!.source, { title: "Our own count" });
  assert.match(
    refused(set("access.reliability", [90, 95, 50])),
    /access\.reliability\[1\]: expected 50 of the locations \(each place has its own ground; ask more of time or situations\), found 95/,
  );
  assert.match(
    refused(set("access.reliability", [0.9, 50, 0.5])),
    /access\.reliability\[0\]: expected per cent from 1 to below 100: did you mean 90\?, found 0\.9\n.*reliability\[2\]: .*did you mean 50\?/,
  );
  assert.match(
    refused(set("places", { file: "x.csv", sorce: 1 })),
    /:\d+: places\.sorce: expected .*\(perhaps source\)/,
  );
  assert.match(
    refused(set("places", [{ name: "A", lat: 1 }])),
    /:\d+: places\[0\]\.lon: expected a longitude, found nothing/,
  );
});

test("PM24 a campaign's places can be planned for, with their page and what is said of them", async () => {
  const folder = put();
  const feature = (id: string, properties: object) => ({
    type: "Feature",
    id,
    geometry: {
      type: "Point",
      coordinates: [at(30, 22).lon, id === "a" ? at(30, 22).lat : at(60, 22).lat],
    },
    properties: { name: id.toUpperCase(), country: "AD", ...properties },
  });
  const source = { title: "A census", url: "https://example.org/census" };
  const write = (...features: object[]) =>
    writeFileSync(
      join(folder.dir, "places.geojson"),
      JSON.stringify({ type: "FeatureCollection", features }),
    );
  const fields = regionFields();
  set("places", { file: "places.geojson" })(fields);
  const region = parseRegion(stringify(fields), folder.file);
  write(
    feature("a", { population: { value: 70, asOf: "2020", source }, state: "unconnected" }),
    feature("b", { state: { value: "connected", asOf: "2021", source } }),
  );
  const { places } = await placesOf(region, folder.file);
  const [a, b] = places;
  assert.deepEqual(
    [a!.id, a!.place, a!.people, a!.asOf, a!.source, a!.has, a!.connected],
    ["a", "a", 70, "2020", source, "unconnected", undefined],
  );
  assert.deepEqual([b!.people, b!.has, b!.connected], [undefined, "connected", 1]);
  write(feature("a", { population: -3 }));
  await assert.rejects(
    placesOf(region, folder.file),
    /places\.geojson: features\[0\]: people: expected a number not below 0, found -3/,
  );
  write({ ...feature("a", {}), geometry: { coordinates: [1, 99] } });
  await assert.rejects(
    placesOf(region, folder.file),
    /features\[0\]\.geometry\.coordinates\[1\]: expected a latitude/,
  );
});
