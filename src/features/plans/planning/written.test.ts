/** What a plan leaves behind, and where it may lie (README.md). */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fromArrayBuffer } from "geotiff";
import sharp from "sharp";
import { stringify } from "yaml";
import { heightAt } from "../../../engines/terrain/grid.ts";
import { unfold } from "../../../platform/folder/form.ts";
import { readFolder } from "../../../platform/folder/read.ts";
import { parseTree } from "../../../platform/folder/tree.ts";
import { writeYaml } from "../../../platform/folder/write.ts";
import { groundFrom } from "../browser/ground.ts";
import { HEIGHT, WIDTH } from "../browser/shape.ts";
import { planFolder } from "../folder.ts";
import { boundsOf, frameAround } from "./frame.ts";
import { groundOf } from "./pictures.ts";
import { PlanFile, type PlanFields } from "./plan-of.ts";
import { at, gridOf, heightOf, PLACES, SIDE, WEST } from "./region.test.kit.ts";
import { holdsTogether, madeRegion, planFor } from "./plan.test.kit.ts";
import { makePlan } from "./run.ts";

let usual: ReturnType<typeof planFor> | undefined;
/** The plan of the region as it is, made once: whoever asks for it reads it only. */
const usualPlan = () => (usual ??= planFor());

test("PM17 a region across the date line is planned as any other", async () => {
  const west = 179.96;
  const table = PLACES.replaceAll(/^(\w+),[^,]+,[^,]+/gm, (line, name: string) => {
    const spots: Record<string, { lat: number; lon: number }> = {
      Westend: at(30, 22, west),
      Eastham: at(60, 100, west),
      Nobodyknows: at(64, 98, west),
    };
    const spot = spots[name];
    return spot ? `${name},${spot.lat},${spot.lon}` : line;
  });
  const { plan } = await planFor(
    (fields) =>
      void (fields["gateways"] = [
        { name: "Fibreton", ...at(60, 20, west), mast: 20, uplink: 1000 },
      ]),
    { grid: gridOf(heightOf, west), places: table },
  );
  holdsTogether(plan);
  const here = await usualPlan();
  assert.deepEqual(
    plan.steps.map(({ people, cost }) => [people, cost]),
    here.plan.steps.map(({ people, cost }) => [people, cost]),
  );
  assert.ok(
    plan.sites.some(({ lon }) => lon < -179.9) && plan.sites.every(({ lon }) => lon <= 180),
  );
  const frame = frameAround([at(60, 100, west)], gridOf(heightOf, west));
  assert.ok(frame.west > 180 && frame.east - frame.west < 0.05);
  const [, left, , right] = boundsOf(frame); // as a record can hold them
  assert.ok(left >= -180 && left < right && right < -179.8, `${left} to ${right}`);
  const turned = [0, west - WEST, 0, west - WEST];
  for (const [i, bound] of plan.bounds.entries())
    assert.ok(Math.abs(bound - here.plan.bounds[i]! - turned[i]!) < 1e-4, plan.bounds.join());
});

test("PM18 the plan goes into a campaign folder that then has no problems, canonical, with its pictures", async () => {
  const { dir } = madeRegion();
  const into = join(dir, "campaign");
  mkdirSync(into);
  const { plan, out } = await planFor(() => undefined, { into });
  const text = readFileSync(join(into, "plans/valleys.yaml"), "utf8");
  assert.equal(text, readFileSync(join(out, "valleys.yaml"), "utf8"));
  const { value } = parseTree(text, { format: "yaml", form: unfold(PlanFile) });
  assert.equal(writeYaml(value as PlanFields, unfold(PlanFile)), text);
  assert.equal(stringify(value), stringify(JSON.parse(JSON.stringify(plan))));
  const { problems, things } = await readFolder(into, [planFolder]);
  assert.deepEqual(problems, []);
  assert.equal(things.length, 1);
  assert.equal(readdirSync(join(into, "media")).length, 4);
});

test("PM19 the exports say what the plan says: GeoJSON, a bill of materials, coverage, a report that needs nothing else", async () => {
  const { plan, out } = await usualPlan();
  const read = (name: string) => readFileSync(join(out, name), "utf8");
  const { features } = JSON.parse(read("valleys.geojson")) as {
    features: { properties: { is: string } }[];
  };
  const kinds = features.map(({ properties }) => properties.is);
  const counts = (what: string) => kinds.filter((kind) => kind === what).length;
  assert.deepEqual(
    [counts("site"), counts("hop"), counts("place")],
    [plan.sites.length, plan.hops.length, 3],
  );
  const antennas = read("valleys-antennas.csv").trim().split(/\r?\n/);
  const sectors = plan.sites.flatMap((site) => site.sectors ?? []);
  const served = plan.places.filter(({ site }) => site !== undefined);
  assert.equal(antennas.length, 1 + 2 * plan.hops.length + sectors.length + served.length);
  const kml = read("valleys.kml");
  assert.equal(kml.match(/<Placemark>/g)?.length, features.length + sectors.length);
  for (const { name } of plan.sites) assert.ok(kml.includes(`<name>${name}</name>`), name);
  assert.equal(
    read("valleys-materials.csv").trim().split(/\r?\n/).length,
    plan.materials.length + 1,
  );
  const report = read("valleys-report.html");
  for (const text of [
    plan.title,
    ...plan.places.map(({ name }) => name),
    ...plan.assumptions,
    ...plan.open,
    ...plan.materials.map(({ item }) => item),
  ])
    assert.ok(
      report.includes(
        text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("'", "&#39;"),
      ),
      text,
    );
  assert.doesNotMatch(report, /<script|<link|src="(?!data:)|href="(?!data:)/);
  const tif = await (
    await fromArrayBuffer(new Uint8Array(readFileSync(join(out, "valleys-coverage.tif"))).buffer)
  ).getImage();
  assert.ok(tif.getWidth() > 50 && tif.getHeight() > 50);
  const band = await tif.getGDALMetadata(0);
  assert.equal(band?.["UNITTYPE"], "dB");
  assert.match(
    String(band?.["DESCRIPTION"]),
    /^Loss at 5600 MHz to an antenna 6 m over the ground .* connected up to 12\d(\.\d)? dB$/,
  );
  const png = await sharp(join(out, "valleys-coverage.png")).metadata();
  const day = await sharp(join(out, "plan-valleys-day.webp")).metadata();
  assert.deepEqual([png.width, png.height], [day.width, day.height]);
});

test("PM19 a profile of the report is drawn within its frame, scales and all", async () => {
  const { plan, out } = await usualPlan();
  const report = readFileSync(join(out, "valleys-report.html"), "utf8");
  const hops = [...report.matchAll(/<figure class="hop">.*?<\/figure>/gs)].map(([hop]) => hop);
  assert.ok(hops.length > 0 && hops.length === plan.hops.length);
  for (const hop of hops) {
    const axes = [...hop.matchAll(/class="axis" d="M([\d.]+) ([\d.]+)H([\d.]+)"/g)];
    assert.ok(axes.length > 1);
    for (const [, from, y, to] of axes)
      assert.ok(Number(from) > 0 && Number(y) < HEIGHT && Number(to) < WIDTH, `${from} ${y} ${to}`);
    assert.ok((hop.match(/text-anchor="middle">[\d.]+</g)?.length ?? 0) > 1, "a scale of km");
  }
});

test("PM19 a plan that serves nobody leaves no coverage of an earlier one behind", async () => {
  const { file, out, order } = await planFor();
  assert.ok(existsSync(join(out, "valleys-coverage.tif")));
  writeFileSync(file, readFileSync(file, "utf8").replace("budget: 300000", "budget: 0"));
  const { plan } = await makePlan(order, {});
  assert.equal(plan.steps.length, 0);
  assert.ok(!existsSync(join(out, "valleys-coverage.tif")));
});

test("PM20 the ground picture gives every height back to half a metre, and weighs at most 1.2 MB; it has every node where that fits", async () => {
  const { plan, out } = await usualPlan();
  const file = join(out, "plan-valleys-ground.webp");
  const bytes = readFileSync(file);
  assert.ok(bytes.length <= 1_200_000);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const ground = groundFrom(
    { pixels: data, width: info.width, height: info.height, channels: info.channels },
    plan.bounds,
  );
  const real = gridOf();
  assert.ok(Math.abs(ground.stepLat - real.stepLat) < 1e-7, "every node");
  const rough = gridOf(
    (row, column) => (1e7 * Math.abs(Math.sin((row * SIDE + column) ** 2))) % 997,
  ); // no picture holds it in 10 kB
  const whole = frameAround([at(0, 0), at(120, 120)], rough);
  const less = await groundOf({ grid: rough, voids: undefined }, whole, 10_000);
  assert.ok(less.bytes.length <= 10_000 && less.width < SIDE, `${less.width} nodes`);
  let worst = 0;
  for (let row = 0; row < ground.rows; row += 5)
    for (let column = 0; column < ground.columns; column += 5) {
      const spot = {
        lat: ground.north - row * ground.stepLat,
        lon: ground.west + column * ground.stepLon,
      };
      const wanted = heightAt(real, spot);
      if (Number.isNaN(wanted)) continue;
      worst = Math.max(worst, Math.abs(ground.heights[row * ground.columns + column]! - wanted));
    }
  assert.ok(worst <= 0.75 && ground.rows > SIDE / 2, `${worst} m`); // half a metre, and the bounds' rounding on a slope
});
