/** What sites cost, and where the coverage is hatched (README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import sharp from "sharp";
import { stringify } from "yaml";
import { costOf } from "../../../engines/costs/bill.ts";
import { radioOf } from "../../../engines/costs/radios.ts";
import type { Candidate } from "./candidates.ts";
import { isServed, type Coverage } from "./coverage.ts";
import { coverageOf } from "./pictures.ts";
import { siteCost, siteLines, pricesOf, termsOf } from "./pricing.ts";
import { parseRegion } from "./region.ts";
import { at, gridOf, regionFields } from "./region.test.kit.ts";

const region = parseRegion(stringify(regionFields()), "valleys.yaml");
const of = { region, prices: pricesOf(region), radio: radioOf("sector-5ghz-ac", "access") };
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
const ids = (...rest: [Candidate, number, number]) =>
  siteLines(of, ...rest)
    .filter(({ count }) => count > 0)
    .map(({ item }) => item.id);

test("PM21 a site costs what its items cost; what stands costs its equipment; power is the cheaper of grid and sun", () => {
  assert.deepEqual(ids(candidate({ kind: "gateway", masts: [20] }), 20, 0), []);
  assert.deepEqual(ids(candidate({ kind: "gateway", masts: [20] }), 20, 3), [
    "sector-5ghz",
    "router",
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
  for (const mast of [10, 30])
    for (const sectors of [0, 1, 3])
      assert.deepEqual(
        siteCost(of, remote, mast, sectors),
        costOf(siteLines(of, remote, mast, sectors), termsOf(region)),
      );
  const dear = parseRegion(
    stringify({
      ...regionFields(),
      money: {
        ...(regionFields()["money"] as object),
        prices: [{ item: "mast-30", price: 99_999, yearly: 0 }],
      },
    }),
    "x.yaml",
  );
  const more =
    siteCost({ ...of, region: dear, prices: pricesOf(dear) }, remote, 30, 3).capex -
    siteCost(of, remote, 30, 3).capex;
  assert.equal(Math.round(more), 99_999 - 5000);
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
