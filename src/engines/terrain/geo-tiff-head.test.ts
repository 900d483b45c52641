import assert from "node:assert/strict";
import test from "node:test";
import { fromArrayBuffer } from "geotiff";
import { geoTiffHead } from "./geo-tiff-head.ts";

test("TE11 a GeoTIFF that is written is read by geotiff.js: place, values, and where there are none", async () => {
  const raster = { rows: 3, columns: 5, north: 45, west: -72, stepLat: 0.25, stepLon: 0.5 };
  const values = Float32Array.from({ length: 15 }, (_, i) => (i === 7 ? Number.NaN : i + 0.5));
  const head = geoTiffHead(raster);
  const bytes = new Uint8Array(head.length + values.byteLength);
  bytes.set(head);
  bytes.set(new Uint8Array(values.buffer), head.length);
  const image = await (await fromArrayBuffer(bytes.buffer)).getImage();
  assert.equal(image.getWidth(), 5);
  assert.equal(image.getHeight(), 3);
  assert.deepEqual(image.getBoundingBox(), [-72.25, 44.375, -69.75, 45.125]);
  assert.deepEqual(image.getGeoKeys()?.GeographicTypeGeoKey, 4326);
  assert.ok(Number.isNaN(image.getGDALNoData()));
  const [read] = await image.readRasters();
  assert.deepEqual(read, values);
});
