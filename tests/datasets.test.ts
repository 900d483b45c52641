/** Datasets from their file to their rows: on both databases, and by the command as an operator gives it. */
import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { registry } from "../src/models.ts";
import { CAMPAIGN } from "../src/features/campaign/campaign.fixture.ts";
import { openLog } from "../src/platform/log/log.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { Clock } from "../src/platform/records/clock.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { signRecord, type Draft } from "../src/platform/records/record.ts";
import { cnd, temporary } from "../tools/program.ts";
import { exported, succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { tablesAsText } from "./tables.ts";

const TABLE = "iso3,year,n\nZAF,2022,25.30\nKEN,2022,59.2\nXXX,2022,1\n";
const body = (file: object): JsonObject => ({
  title: "A figure",
  kind: "country-indicator",
  unit: "% of people",
  source: { title: "A source", url: "https://example.com/figure" },
  licence: "CC BY 4.0",
  date: "2022",
  file: { ...file, name: "media/figure.csv" },
  mapping: { country: "iso3", date: "year", value: "n" },
  rows: 2,
  leftOut: 1,
});

const TILES =
  "quadkey,avg_d_kbps,avg_u_kbps,avg_lat_ms,tests,devices\n0230102122203031,1000,100,50,1,1\n0230102122203032,4000,400,20,2,1\n";
const tiles = (file: object): JsonObject => ({
  title: "Tiles",
  kind: "tiles",
  source: { title: "A source", url: "https://example.com/tiles" },
  licence: "CC BY-NC-SA 4.0",
  date: "2026-07",
  file: { ...file, name: "media/tiles.csv" },
  mapping: {},
  rows: 2,
});

for (const [name, open] of Object.entries(DATABASES))
  test(`N4 rows follow from the record and its file, and a rebuild gives the same: ${name}`, async () => {
    await using database = await open();
    using folder = temporary();
    const media = openMedia(join(folder.dir, "media"));
    const [owner, clock] = [newKey(), new Clock(Date.now)];
    const { db, store } = database;
    const log = await openLog({
      db,
      store,
      registry,
      signer: { origin: "example.org/log", privateKey: newKey().privateKey },
      now: Date.now,
      readMedia: (file) => media.read(file),
    });
    const say = async (draft: Omit<Draft, "at">) => {
      const record = signRecord({ at: clock.tick(), ...draft }, owner);
      const { results } = await log.append([record]);
      assert.equal(results[0]?.is, "accepted");
      return record.id;
    };
    const rows = async () => (await tablesAsText(db, registry)).split("\n").filter(isRow);

    await say({ kind: "campaign.opened/1", body: CAMPAIGN });
    const stored = await media.put(Buffer.from(TABLE));
    const subject = await say({ kind: "dataset.imported/1", body: body(stored) });
    const before = await rows();
    assert.equal(before.length, 2);
    assert.match(before.join(), /"country","ZA".*"line",2.*"value","25.30"/);
    await log.rebuild();
    assert.deepEqual(await rows(), before);

    await say({ kind: "dataset.withdrawn/1", subject, body: {} });
    assert.deepEqual(await rows(), []);
    await say({ kind: "dataset.edited/1", subject, body: body(stored) });
    assert.deepEqual(await rows(), before);

    await media.remove(stored.media);
    await log.rebuild();
    assert.deepEqual(await rows(), [], "the file is not here");
    await media.put(Buffer.from(TABLE));
    await log.rebuild();
    assert.deepEqual(await rows(), before);

    await say({ kind: "dataset.imported/1", body: tiles(await media.put(Buffer.from(TILES))) });
    const filled = await rows();
    const cells = filled.filter((row) => row.includes('["cell","0230102"]'));
    assert.match(cells.join(), /tests\\+":3,\\+"down\\+":3000,/, filled.join("\n"));
    assert.equal(filled.length, before.length + 3, "two tiles, one cell");
    await log.rebuild();
    assert.deepEqual(await rows(), filled);
  });
const isRow = (line: string): boolean => line.includes('["dataset",');

const SAID = ["--source", "https://example.com/x", "--licence", "CC BY 4.0", "--date", "2026"];
const schools = (file: string, ...more: string[]) => [
  "import-data",
  file,
  "--kind",
  "schools",
  "--title",
  "Schools",
  ...SAID,
  ...more,
];

test("N6 a broken file imports nothing: one clear line for each thing, exit code 1", () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const file = join(folder.dir, "x.csv");
  succeed(["import", "docs/protocol/valid/small"], env);
  const before = exported(folder.dir, env);
  const mediaBefore = readdirSync(join(env.CND_DATA, "media"));
  const broken: [string, Uint8Array | string, RegExp][] = [
    [
      "Latin-1",
      Buffer.from("name,lat,lon\nÉcole,1,2\n", "latin1"),
      /x\.csv:2: expected text in UTF-8/,
    ],
    [
      "a huge cell",
      `name,lat,lon\n${"x".repeat(3_000_000)}`,
      /x\.csv:2: expected a row of at most/,
    ],
    ["a missing column", "name,latitude,lon\nA,1,2\n", /x\.csv:1: expected a column lat for lat/],
    [
      "out of range",
      "name,lat,lon\nA,91,2\nB,1,2\n",
      /x\.csv:2: lat: expected a latitude .*"91"\n1 of 2/,
    ],
    ["no row", "name,lat,lon\n", /Expected rows that fit/],
    ["nothing", "", /x\.csv:1: expected a first row/],
  ];
  for (const [what, bytes, message] of broken) {
    writeFileSync(file, bytes);
    const { code, err, out } = cnd(schools(file), env);
    assert.equal(code, 1, what);
    assert.match(err, message, what);
    assert.match(err, /nothing was imported/, what);
    assert.ok(out === "" && !err.includes("    at "), `${what}: ${err}`);
  }
  writeFileSync(file, "name,lat,lon\nA,1,2\n");
  for (const [args, message] of [
    [schools(file, "--map", "lat=north"), /x\.csv:1: expected a column north/],
    [schools(file, "--map", "height=h"), /--map: expected FIELD=COLUMN/],
    [schools(file, "--date", "yesterday"), /--date: expected a day, a month or a year/],
    [schools(file, "--kind", "wells"), /--kind: expected one of/],
    [schools(join(folder.dir, "none.csv")), /Expected a file at/],
    [["import-data", file, "--kind", "schools"], /--title: expected a line of text, found nothing/],
  ] as const) {
    const { code, err } = cnd(args, env);
    assert.equal(code, 1, err);
    assert.match(err, message);
  }
  assert.deepEqual(exported(folder.dir, env), before);
  assert.deepEqual(readdirSync(join(env.CND_DATA, "media")), mediaBefore);
});

test("N6 the rows that fit come in with --skip-bad, once, and go out with the folder", () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const file = join(folder.dir, "My schools.csv");
  succeed(["import", "docs/protocol/valid/small"], env);
  writeFileSync(file, "school,lat,lon\nA,1,2\nB,91,2\n");
  const args = schools(file, "--map", "name=school", "--skip-bad");
  assert.match(succeed(args, env), /as my-schools: 1 rows, 1 left out \(added\)/);
  assert.match(succeed(args, env), /\(unchanged\)/);
  const files = exported(folder.dir, env);
  const yaml = Buffer.from(files["datasets/my-schools.yaml"] ?? "", "base64").toString();
  assert.match(yaml, /mapping: \{ name: school, lat: lat, lon: lon \}\nrows: 1\nleftOut: 1\n/);
  assert.ok(files["media/my-schools.csv"]);
  const again = { CND_DATA: join(folder.dir, "again") };
  succeed(["import", join(folder.dir, "out")], again);
  assert.deepEqual(exported(folder.dir, again), files);
});

test("N5 a folder whose dataset counts wrongly or has rows that do not fit imports nothing", () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const file = join(folder.dir, "x.csv");
  succeed(["import", "docs/protocol/valid/small"], env);
  writeFileSync(file, "name,lat,lon\nA,1,2\nB,1,2\n");
  succeed(schools(file), env);
  const out = join(folder.dir, "out");
  succeed(["export", out], env);
  writeFileSync(join(out, "media/x.csv"), "name,lat,lon\nA,1,2\nB,91,2\n");
  const { code, err } = cnd(["import", out], env);
  assert.equal(code, 1);
  assert.match(err, /datasets\/x\.yaml:\d+: rows: expected 1, the rows of media\/x\.csv, found 2/);
  assert.match(err, /media\/x\.csv:3: lat: expected a latitude/);
});
