/** What a campaign has said of the places that a plan is made for (README.md). */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { stringify } from "yaml";
import { namedIn } from "./campaign-naming.ts";
import { holdsTogether, madeRegion } from "./plan.test.kit.ts";
import { at, regionFields } from "./region.test.kit.ts";
import { makePlan } from "./run.ts";

const SOURCE = { title: "A report", url: "https://example.org/report" };
const PROJECT = {
  title: "A mast on the ridge",
  places: ["eastham", "elsewhere"],
  state: "planned",
};
const claim = (asOf: string, ...places: string[]) => ({ id: asOf, asOf, places, source: SOURCE });
const PLEDGE = {
  title: "Every valley online",
  claims: [claim("2023", "eastham"), claim("2024-05", "eastham"), { asOf: "2025", source: SOURCE }],
};

function campaign() {
  const folder = madeRegion({ ...regionFields(), places: { file: "places.geojson" } });
  const feature = (id: string, row: number, column: number) => {
    const { lat, lon } = at(row, column);
    return {
      type: "Feature",
      id,
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { name: id, population: 300 },
    };
  };
  const features = [feature("eastham", 60, 100), feature("westend", 30, 22)];
  const put = (name: string, value: object) =>
    writeFileSync(join(folder.dir, name), JSON.stringify(value));
  put("places.geojson", { type: "FeatureCollection", features });
  for (const dir of ["projects", "pledges"]) mkdirSync(join(folder.dir, dir));
  writeFileSync(join(folder.dir, "projects/mast.yaml"), stringify(PROJECT));
  writeFileSync(
    join(folder.dir, "pledges/valley.yaml"),
    stringify(PLEDGE, { aliasDuplicateObjects: false }),
  );
  return folder;
}

test("PM27 a place of a campaign says which projects and pledges name it; others say nothing", async () => {
  const { dir, file } = campaign();
  const order = { file, slug: "valleys", out: join(dir, "out"), threads: 1, today: "2026-11-26" };
  const { plan } = await makePlan(order, {});
  holdsTogether(plan);
  const [eastham, westend] = plan.places;
  assert.deepEqual(eastham!.inputs.slice(3), [
    { what: "project", value: "A mast on the ridge" },
    { what: "pledge", value: "Every valley online", asOf: "2024-05", source: SOURCE },
  ]);
  assert.equal(westend!.inputs.length, 3);
});

test("PM27 the last figure of a pledge is the one of the latest day, wherever it stands in the file", async () => {
  const { dir } = campaign();
  const claims = [claim("2024-05", "eastham"), claim("2024", "eastham"), claim("2023", "eastham")];
  writeFileSync(
    join(dir, "pledges/valley.yaml"),
    stringify({ ...PLEDGE, claims }, { aliasDuplicateObjects: false }),
  );
  const [, pledge] = (await namedIn(dir)).get("eastham")!;
  assert.equal(pledge!.asOf, "2024-05");
});

test("PM27 a file that does not fit is told with its line; a folder without any names nothing", async () => {
  const { dir } = campaign();
  assert.equal((await namedIn(join(dir, "nowhere"))).size, 0);
  writeFileSync(join(dir, "pledges/valley.yaml"), "title: A\nclaims:\n  - asOf: soon\n");
  await assert.rejects(namedIn(dir), /valley\.yaml:3: claims\[0\]\.asOf: expected/);
  writeFileSync(join(dir, "pledges/valley.yaml"), "title: [");
  await assert.rejects(namedIn(dir), /valley\.yaml:\d: expected plain YAML/);
});
