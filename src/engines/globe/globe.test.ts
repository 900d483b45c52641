import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { globeRows } from "./globe.ts";

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const RADIANS = Math.PI / 180;

/** All strokes of a path as [x, y, length]. */
function strokesOf(path: string): [number, number, number][] {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, w]) => [+x!, +y!, +w!]);
}

/** Where a place stands seen from far above the middle of the globe: the oracle, by turning
 * a vector. The middle moves with the place, so its longitude does not matter. */
function turned(lat: number): { x: number; y: number } {
  const [phi, across, tilt] = [lat * RADIANS, -14 * RADIANS, (lat / 2) * RADIANS];
  const towards = Math.cos(phi) * Math.cos(across);
  return {
    x: Math.cos(phi) * Math.sin(across),
    y: Math.sin(phi) * Math.cos(tilt) - towards * Math.sin(tilt),
  };
}

test("G1 the pin stands where the orthographic formula (Snyder 1987, p. 149) puts it", () => {
  fc.assert(
    fc.property(latitude, longitude, (lat, lon) => {
      const { pin } = globeRows(lat, lon, { size: 220, rows: 20 });
      const { x, y } = turned(lat);
      assert.ok(Math.abs(pin.x - (110 + x * 109)) <= 0.051, `${pin.x}`);
      assert.ok(Math.abs(pin.y - (110 - y * 109)) <= 0.051, `${pin.y}`);
    }),
    { numRuns: 60 },
  );
});

test("G1 the pin of the prototype, Mankosi, has not moved", () => {
  assert.deepEqual(globeRows(-31.98, 29.15, { size: 424, rows: 60 }).pin, { x: 168.7, y: 271.6 });
});

test("G2 every pin and every stroke lies within the rim", () => {
  fc.assert(
    fc.property(latitude, longitude, fc.integer({ min: 60, max: 424 }), (lat, lon, size) => {
      const { path, pin, rim } = globeRows(lat, lon, { size, rows: Math.floor(size / 7) });
      const off = (x: number, y: number) => Math.hypot(x - rim.x, y - rim.y);
      assert.ok(off(pin.x, pin.y) < rim.r * 0.75, "a pin is read best away from the rim");
      let before = [-1, -1];
      for (const [x, y, w] of strokesOf(path)) {
        assert.ok(y !== before[1] || x - before[0]! >= 2, "a gap of one pixel is no gap");
        before = [x + w, y];
        assert.ok(w >= 2);
        assert.ok(off(x, y) <= rim.r + 1e-9 && off(x + w, y) <= rim.r + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});

/** Whether land is drawn where the pin stands. */
const strokeAtPin = (lat: number, lon: number) => {
  const { path, pin } = globeRows(lat, lon, { size: 424, rows: 212 });
  return strokesOf(path).some(
    ([x, y, w]) => Math.abs(y - pin.y) <= 2 && x <= pin.x && pin.x <= x + w,
  );
};

test("G3 an inland place has land under its pin, an ocean none", () => {
  const inland = {
    Madrid: [40.4, -3.7],
    Brasília: [-15.8, -47.9],
    Bangui: [4.4, 18.6],
    Denver: [39.7, -105],
    Alice: [-23.7, 133.9],
    Astana: [51.2, 71.4],
    Pokhara: [28.2, 84],
    Yakutsk: [62, 129.7],
  };
  const seas = {
    Atlantic: [30, -45],
    Pacific: [-20, -130],
    Indian: [-20, 80],
    Arctic: [88, 0],
    "under the date line": [-5, 179.9],
  };
  for (const [name, [lat, lon]] of Object.entries(inland)) assert.ok(strokeAtPin(lat!, lon!), name);
  for (const [name, [lat, lon]] of Object.entries(seas)) assert.ok(!strokeAtPin(lat!, lon!), name);
});

test("G4 a globe is small wherever it looks: 220 px in 1.6 kB, 424 px in 3 kB", () => {
  for (let lat = -90; lat <= 90; lat += 15) {
    for (let lon = -180; lon < 180; lon += 20) {
      assert.ok(globeRows(lat, lon, { size: 220, rows: 36 }).path.length <= 1600, `${lat} ${lon}`);
      assert.ok(globeRows(lat, lon, { size: 424, rows: 60 }).path.length <= 3000, `${lat} ${lon}`);
    }
  }
});

test("G5 180° east is 180° west", () => {
  const east = globeRows(-17, 180, { size: 220, rows: 36 });
  assert.deepEqual(globeRows(-17, -180, { size: 220, rows: 36 }), east);
});

test("what is no place and no size is refused with what was expected", () => {
  const size = { size: 220, rows: 36 };
  assert.throws(() => globeRows(91, 0, size), /latitude of -90 to 90, got 91/);
  assert.throws(() => globeRows(0, 181, size), /longitude of -180 to 180, got 181/);
  assert.throws(() => globeRows(0, Number.NaN, size), /longitude of -180 to 180, got NaN/);
  assert.throws(() => globeRows(0, 0, { size: 20, rows: 36 }), /1 to 20 rows in 20 px, got 36/);
});
