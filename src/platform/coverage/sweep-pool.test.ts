import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fromArrayBuffer } from "geotiff";
import sharp from "sharp";
import type { Job } from "../../engines/coverage/job.ts";
import { ITM_DEFAULTS } from "../../engines/propagation/itm/options.ts";
import { latitudeOf, longitudeOf, newHeights, type Grid } from "../../engines/terrain/grid.ts";
import { openSweepPool } from "./sweep-pool.ts";
import { writeCsv } from "./write-csv.ts";
import { writePng } from "./write-png.ts";
import { writeTif } from "./write-tif.ts";

const SIDE = 161;
const heights = newHeights(SIDE * SIDE);
for (let i = 0; i < heights.length; i++)
  heights[i] = 300 + 200 * Math.sin(i / 9) * Math.cos(Math.trunc(i / SIDE) / 7);
const grid: Grid = {
  rows: SIDE,
  columns: SIDE,
  north: -33,
  west: 179.95,
  stepLat: 1 / 1200,
  stepLon: 1 / 1200,
  heights,
};
const job: Job = {
  grid,
  site: { row: 80, column: 80 },
  mast: 20,
  receiver: 2,
  radius: 5,
  mode: "fast",
  model: { kind: "itm", frequency: 900, ...ITM_DEFAULTS },
};

test("CT1 any number of threads writes the same values, for every model and mode", async () => {
  await using one = openSweepPool(1);
  await using three = openSweepPool(3);
  const models = [job.model, { kind: "bullington", frequency: 900 }, { kind: "los" }] as const;
  for (const model of models)
    for (const mode of ["fast", "exact"] as const) {
      const alone = await one.sweep({ ...job, model, mode });
      const together = await three.sweep({ ...job, model, mode });
      assert.ok(alone.nodes > 10_000);
      assert.deepEqual(together.values, alone.values, `${model.kind} ${mode}`);
      const again = await three.sweep({ ...job, model, mode }, together);
      assert.equal(again.values, together.values);
      assert.deepEqual(again.values, alone.values);
    }
});

test("CT2 what a sweep refuses is thrown where the pool was asked, and the pool goes on", async () => {
  for (const threads of [1, 2]) {
    await using pool = openSweepPool(threads);
    await assert.rejects(pool.sweep({ ...job, mast: -5 }), /Expected a transmitter.*got -5/);
    assert.ok((await pool.sweep(job)).nodes > 10_000);
  }
});

test("CT3 a table, a GeoTIFF and a picture have the values of the sweep at its nodes", async () => {
  const dir = mkdtempSync(join(tmpdir(), "cnd-test-"));
  try {
    await using pool = openSweepPool(1);
    const { window, values } = await pool.sweep(job);
    const layer = { grid, window, values, servers: undefined, unit: "dB" } as const;
    const file = (name: string) => join(dir, name);
    await writeCsv(file("a.csv"), layer);
    await writeTif(file("a.tif"), layer);
    await writePng(file("a.png"), layer);

    const [head, ...lines] = readFileSync(file("a.csv"), "utf8").trimEnd().split("\n");
    assert.equal(head, "lat,lon,value");
    let line = 0;
    for (let row = 0; row < window.rows; row++)
      for (let column = 0; column < window.columns; column++) {
        const value = values[row * window.columns + column]!;
        if (Number.isNaN(value)) continue;
        const lon = longitudeOf(grid, window.left + column);
        const [lat6, lon6, told] = lines[line++]!.split(",");
        assert.equal(lat6, latitudeOf(grid, window.top + row).toFixed(6));
        assert.ok(Math.abs(Number(lon6) - (lon > 180 ? lon - 360 : lon)) < 6e-7);
        assert.match(lon6!, /^-?\d+\.\d{6}$/);
        assert.ok(Math.abs(Number(told) - value) < 6e-4);
      }
    assert.equal(line, lines.length);
    assert.ok(line > 10_000);

    const tif = readFileSync(file("a.tif"));
    const image = await (await fromArrayBuffer(new Uint8Array(tif).buffer)).getImage();
    const [raster] = await image.readRasters();
    assert.deepEqual(raster, new Float32Array(values));
    const { data, info } = await sharp(file("a.png")).raw().toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, info.channels], [window.columns, window.rows, 4]);
    for (let i = 0; i < values.length; i++)
      assert.equal(data[4 * i + 3], Number.isNaN(values[i]) ? 0 : 255);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
