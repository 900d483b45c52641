import assert from "node:assert/strict";
import test from "node:test";
import { fromArrayBuffer } from "geotiff";
import { geoTiffHead } from "../terrain/geo-tiff-head.ts";

test("CR20 a GeoTIFF says what its band holds, and in what unit, as GDAL reads it", async () => {
  const raster = { rows: 2, columns: 2, north: 45, west: 7, stepLat: 1, stepLon: 1 };
  for (const [description, told] of [
    ["Loss", "Loss"],
    ["Loss < 130 dB & more, 12° aside", "Loss &lt; 130 dB &amp; more, 12&#176; aside"], // as XML, in ASCII
  ] as const) {
    const head = geoTiffHead({ ...raster, band: { description, unit: "dB" } });
    const bytes = new Uint8Array(head.length + 16);
    bytes.set(head);
    new Float32Array(bytes.buffer, head.length).set([1, 2, 3, 4]);
    const image = await (await fromArrayBuffer(bytes.buffer)).getImage();
    const said = await image.getGDALMetadata(0);
    assert.equal(said?.["DESCRIPTION"], told);
    assert.equal(said?.["UNITTYPE"], "dB");
    assert.deepEqual([...((await image.readRasters())[0] as Float32Array)], [1, 2, 3, 4]);
    assert.ok(Number.isNaN(image.getGDALNoData()));
  }
});
