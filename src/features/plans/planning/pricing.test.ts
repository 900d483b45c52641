/** What sites cost, what feeds them, and where the coverage is hatched (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import sharp from "sharp";
import { stringify } from "yaml";
import { costOf } from "../../../engines/costs/bill.ts";
import { radioOf } from "../../../engines/costs/radios.ts";
import type { Candidate } from "./candidates.ts";
import { isServed, type Coverage } from "./coverage.ts";
import { coverageOf } from "./pictures.ts";
import { feedOf } from "./power.ts";
import { lineCost, siteCost, siteLines, pricesOf } from "./pricing.ts";
import { parseRegion } from "./region.ts";
import { at, gridOf, regionFields } from "./region.test.kit.ts";
import { termsOf } from "./terms.ts";

const withFields = (more: object) => {
  const region = parseRegion(stringify({ ...regionFields(), ...more }), "valleys.yaml");
  const radios = [radioOf("link-5ghz-ac", "backhaul"), radioOf("link-18ghz", "backhaul")];
  const radio = radioOf("sector-5ghz-ac", "access");
  return { region, prices: pricesOf(region), radio, radios };
};
const of = withFields({});
const candidate = (more: Partial<Candidate>): Candidate => ({
  id: "x",
  name: "X",
  kind: "summit",
  ...at(60, 60),
  ground: 1100,
  masts: [10, 30],
  far: 0.3,
  ...more,
});
const ids = (one: Candidate, mast: number, sectors: number) =>
  siteLines(of, one, mast, sectors, feedOf(of, one, sectors))
    .filter(({ count }) => count > 0)
    .map(({ item }) => item.id);

test("PM21 a site costs what its items cost; what stands costs its equipment; power is the cheaper of grid and sun", () => {
  assert.deepEqual(ids(candidate({ kind: "gateway", masts: [20] }), 20, 0), []);
  assert.deepEqual(ids(candidate({ kind: "gateway", masts: [20] }), 20, 3), [
    "sector-5ghz",
    "router",
    "energy",
  ]);
  assert.deepEqual(ids(candidate({ kind: "existing mast", masts: [45], far: 0 }), 45, 0), [
    "mast-space",
    "router",
    "grid-connection",
    "energy",
  ]);
  assert.deepEqual(ids(candidate({ far: 0.1 }), 10, 3), [
    "mast-10",
    "works-small",
    "site-rent",
    "sector-5ghz",
    "router",
    "grid-line",
    "grid-connection",
    "energy",
  ]);
  const remote = candidate({ far: 6 });
  assert.deepEqual(ids(remote, 30, 0), [
    "mast-30",
    "works-large",
    "site-rent",
    "track",
    "router",
    "solar-panel",
    "battery",
  ]);
  const sun = feedOf(of, remote, 3);
  for (const mast of [10, 30])
    for (const sectors of [0, 1, 3])
      assert.deepEqual(
        siteCost(of, remote, mast, sectors, sun),
        costOf(siteLines(of, remote, mast, sectors, sun), termsOf(of.region)),
      );
  const dear = withFields({
    money: {
      ...(regionFields()["money"] as object),
      prices: [{ item: "mast-30", price: 99_999, yearly: 0 }],
    },
  });
  const more = siteCost(dear, remote, 30, 3, sun).capex - siteCost(of, remote, 30, 3, sun).capex;
  assert.equal(more, 99_999 - 5000);
});

const counted = (lines: ReturnType<typeof siteLines>, id: string) =>
  lines.find(({ item }) => item.id === id)?.count ?? 0;

test("PM60 panels and batteries are those of a site's own watts in the darkest month; each hop pays for both its ends", () => {
  const remote = candidate({ far: 6 });
  // W of panels for each W that is drawn all day: 24 hours by 3 of sun, 70 % of which arrive.
  const perWatt = 24 / (3 * 0.7);
  const sun = feedOf(of, remote, 3);
  const [relay, hub] = [0, 3].map((sectors) => siteLines(of, remote, 30, sectors, sun));
  assert.ok(Math.abs(counted(relay!, "solar-panel") * 1000 - 15 * perWatt) <= 1);
  assert.ok(Math.abs(counted(hub!, "solar-panel") * 1000 - (15 + 3 * 10) * perWatt) <= 1);
  assert.ok(Math.abs(counted(hub!, "battery") - (45 * 24 * 3) / (0.8 * 0.95) / 1000) <= 0.001);
  const town = feedOf(of, candidate({ far: 0 }), 3);
  assert.deepEqual([town.from, sun.from], ["grid", "sun"]);
  const [fast] = of.radios;
  const [towns, mixed, suns] = [
    lineCost(of, fast!, [town, town]),
    lineCost(of, fast!, [town, sun]),
    lineCost(of, fast!, [sun, sun]),
  ];
  assert.equal(Math.round(mixed.capex), Math.round(1200 + 0.115 * 3000 + 0.948 * 400));
  assert.equal(towns.capex, 1200, "a watt of the grid is paid each year");
  assert.equal(towns.opex, 120 + 2 * 21.92); // 10 W by 8,766 hours by 0.25
  const both = towns.presentValue + suns.presentValue;
  assert.ok(Math.abs(both - 2 * mixed.presentValue) < 1e-6);
});

test("PM61 of twelve months the darkest decides, a month of night leaves the grid alone", () => {
  const months = [1.9, 2.6, 3.8, 4.6, 5.2, 5.9, 6.1, 5.6, 4.7, 3.2, 2.1, 1.7];
  const remote = candidate({ far: 6 });
  const fed = (sun: unknown) => feedOf(withFields({ power: { sun } }), remote, 3);
  assert.deepEqual(fed(months).lines(60), fed(1.7).lines(60));
  assert.notDeepEqual(fed(months).lines(60), fed(3).lines(60));
  assert.equal(fed(months).from, "sun");
  assert.equal(fed(months.with(11, 0)).from, "grid");
  for (const wrong of [months.slice(1), [...months, 3], "3", 0, -1, [3, "x"]])
    assert.throws(
      () => withFields({ power: { sun: wrong } }),
      /valleys\.yaml:\d+: power\.sun.*expected/,
      String(wrong),
    );
});

test("PM22 the coverage is hatched where a subscriber would be served, and nowhere else", async () => {
  const grid = gridOf();
  const window = { top: 20, left: 30, rows: 40, columns: 50 };
  const values = new Float32Array(40 * 50).fill(140);
  for (let row = 10; row < 30; row++) values.fill(100, row * 50 + 10, row * 50 + 40); // rows 30-49, columns 40-69
  values[20 * 50 + 20] = Number.NaN; // not in the disc
  const best = { window, values, servers: new Uint16Array(values.length) };
  const coverage: Coverage = { grid, best, most: 120 };
  const says = (row: number, column: number) =>
    isServed(coverage, at(row, column).lat, at(row, column).lon);
  assert.deepEqual(
    [says(30, 40), says(49, 69), says(29, 40), says(30, 39), says(50, 69), says(0, 0)],
    [true, true, false, false, false, false],
  );
  assert.equal(says(40, 50), false);
  assert.equal(isServed({ ...coverage, best: undefined }, 42.45, 1.45), false);
  const frame = {
    south: at(120, 0).lat,
    west: at(0, 0).lon,
    north: at(0, 0).lat,
    east: at(0, 120).lon,
  };
  const bytes = await coverageOf(frame, (lat, lon) => isServed(coverage, lat, lon));
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let [inked, outside] = [0, 0];
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      if (data[(y * info.width + x) * 4 + 3] === 0) continue;
      inked += 1;
      const [row, column] = [(y / info.height) * 120, (x / info.width) * 120];
      if (row < 29 || row > 50.5 || column < 39 || column > 70.5) outside += 1;
    }
  const served = (20 * 30) / (120 * 120);
  const share = inked / (info.width * info.height);
  assert.equal(outside, 0);
  assert.ok(share > 0.3 * served && share < 0.5 * served, `${share} of ${served}`); // two strokes in five pixels
});
