/** Files of terrain as they lie on a disk (README.md). */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { gunzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { writeArrayBuffer } from "geotiff";
import { heightAt } from "../../engines/terrain/grid.ts";
import { isVoid } from "../../engines/terrain/voids.ts";
import { openTerrain } from "./open-terrain.ts";

const TILE = "tests/data/terrain/N42E001.hgt.gz";
const dir = mkdtempSync(join(tmpdir(), "cnd-terrain-"));
test.after(() => rmSync(dir, { recursive: true }));
const put = (name: string, bytes: Uint8Array): string => {
  const file = join(dir, name);
  writeFileSync(file, bytes);
  return file;
};

test("TF1 a real tile, plain, in gzip and in zip, is the same ground; its 7,652 voids are flagged and none is zero", async () => {
  const bytes = gunzipSync(readFileSync(TILE));
  const files = [TILE, put("N42E001.hgt", bytes), put("x.zip", zipSync({ "N42E001.hgt": bytes }))];
  const [first, ...others] = await Promise.all(files.map((file) => openTerrain([file])));
  for (const other of others) assert.deepEqual(other.grid.heights, first!.grid.heights);
  assert.equal(
    first!.voids?.reduce((sum, flag) => sum + flag, 0),
    7652,
  );
  const top = first!.grid.heights.indexOf(3100);
  assert.ok(top > 0);
  const { grid } = first!;
  assert.ok(Math.abs(grid.north - Math.floor(top / 1201) / 1200 - 42.6667) < 0.001);
  assert.ok(grid.heights.every((height) => height >= 349 && height <= 3100));
  assert.equal(isVoid(first!, { row: 0, column: 0 }), false);
  const part = await openTerrain([TILE], { lat: 42.5, lon: 1.5, radiusKm: 5 });
  assert.ok(part.grid.rows < 120);
  const at = { lat: 42.51, lon: 1.52 };
  assert.ok(Math.abs(heightAt(part.grid, at) - heightAt(grid, at)) < 1e-6);
});

test("TF2 a GeoTIFF is read whether its pixels are points or areas; a projection and another datum are refused", async () => {
  const values = Float32Array.from([1, 2, 3, 4, -9999, 6]);
  const write = (raster: number, tie: readonly number[], model = 2, datum = 4326) =>
    new Uint8Array(
      writeArrayBuffer(values, {
        width: 3,
        height: 2,
        GTModelTypeGeoKey: model,
        GeographicTypeGeoKey: datum,
        GTRasterTypeGeoKey: raster,
        ModelPixelScale: [0.1, 0.1, 0],
        ModelTiepoint: [0, 0, 0, ...tie, 0],
        GDAL_NODATA: "-9999",
        SampleFormat: [3],
        BitsPerSample: [32],
      }),
    );
  const area = await openTerrain([put("area.tif", write(1, [9.95, 1.15]))]);
  const point = await openTerrain([put("point.tif", write(2, [10, 1.1]))]);
  for (const { grid, voids } of [area, point]) {
    assert.ok(Math.abs(grid.north - 1.1) < 1e-9 && Math.abs(grid.west - 10) < 1e-9);
    assert.deepEqual([...voids!], [0, 0, 0, 0, 1, 0]);
    assert.deepEqual([...grid.heights.subarray(0, 4)], [1, 2, 3, 4]);
  }
  await assert.rejects(
    openTerrain([put("utm.tif", write(1, [500_000, 4_700_000], 1))]),
    /utm\.tif: expected latitude and longitude/,
  );
  await assert.rejects(
    openTerrain([put("nad27.tif", write(1, [9.95, 1.15], 2, 4267))]),
    /nad27\.tif: expected .* WGS 84 .* another datum \(EPSG:4267\)/,
  );
  for (const datum of [4258, 4269, 32_767])
    assert.equal(
      (await openTerrain([put("near.tif", write(1, [9.95, 1.15], 2, datum))])).grid.rows,
      2,
    );
});

test("TF3 a file that is missing, cut off or something else is told in one line, and no ground comes of it", async () => {
  const packed = readFileSync(TILE);
  const refused: readonly (readonly [string, RegExp])[] = [
    [join(dir, "N00E000.hgt"), /there is no such file/],
    [put("N42E002.hgt.gz", packed.subarray(0, 100_000)), /expected a whole gzip file/],
    [put("N42E003.zip", packed), /expected a whole zip file/],
    [put("none.zip", zipSync({ "a.txt": packed })), /one file of terrain in it, found none/],
    [put("ground.png", packed), /expected a file of terrain/],
    [put("cut.tif", new Uint8Array([73, 73, 42, 0, 8, 0])), /expected a whole GeoTIFF/],
  ];
  for (const [file, message] of refused) await assert.rejects(openTerrain([file]), message, file);
  await assert.rejects(
    openTerrain([TILE], { lat: 10, lon: 10, radiusKm: 5 }),
    /none of these files holds it/,
  );
  await assert.rejects(openTerrain([]), /at least one file/);
});
