/** Pictures around places (README.md): laws of the projection, and tiles whose colours say where they lie. */
import assert from "node:assert/strict";
import test from "node:test";
import { azimuthal, distanceOf, type LatLon } from "./azimuthal.ts";
import { cut, TILE, tilesOf, type Tiles } from "./cut.ts";

const PLACES: readonly LatLon[] = [
  { lat: 28.4, lon: 83.6 },
  { lat: -31.9, lon: 29.1 },
  { lat: 70.7, lon: -117.8 },
  { lat: 0, lon: 179.9 },
  { lat: 90, lon: 0 },
  { lat: -90, lon: 12 },
];

test("what is projected comes back, everywhere but opposite the middle", () => {
  for (const middle of PLACES) {
    const { forward, inverse } = azimuthal(middle);
    for (let lat = -85; lat <= 85; lat += 17)
      for (let lon = -179; lon < 180; lon += 29) {
        const at = forward({ lat, lon })!;
        const back = inverse(at)!;
        assert.ok(Math.abs(back.lat - lat) < 1e-6, `${lat} ${lon} around ${middle.lat}`);
        const off = Math.abs(back.lon - lon) % 360;
        assert.ok(Math.min(off, 360 - off) < 1e-5, `${lat} ${lon} around ${middle.lat}`);
      }
  }
  assert.equal(azimuthal({ lat: 10, lon: 20 }).forward({ lat: -10, lon: -160 }), undefined);
});

test("areas are true: a small square of the picture holds as much ground anywhere in it", () => {
  const { inverse } = azimuthal({ lat: 60, lon: 10 });
  const d = 1e-4;
  const areaAt = (x: number, y: number): number => {
    const at = (dx: number, dy: number) => inverse({ x: x + dx, y: y + dy })!;
    const [o, e, n] = [at(0, 0), at(d, 0), at(0, d)];
    const rad = Math.PI / 180;
    const cos = Math.cos(o.lat * rad);
    const [ex, ey] = [(e.lon - o.lon) * rad * cos, (e.lat - o.lat) * rad];
    const [nx, ny] = [(n.lon - o.lon) * rad * cos, (n.lat - o.lat) * rad];
    return Math.abs(ex * ny - ey * nx) / (d * d);
  };
  for (const [x, y] of [
    [0, 0],
    [0.1, 0.05],
    [0.3, -0.2],
    [-0.6, 0.4],
  ] as const)
    assert.ok(Math.abs(areaAt(x, y) - 1) < 1e-3, `${areaAt(x, y)} at ${x} ${y}`);
});

/** Red tells the longitude, green the row of Mercator, 0 to 255 over the whole Earth. */
const telling = (zoom: number): Tiles => ({
  zoom,
  at(column, row) {
    const pixels = new Uint8Array(TILE * TILE * 3);
    for (let y = 0, to = 0; y < TILE; y++)
      for (let x = 0; x < TILE; x++, to += 3) {
        pixels[to] = Math.floor((256 * (column * TILE + x)) / (TILE * 2 ** zoom));
        pixels[to + 1] = Math.floor((256 * (row * TILE + y)) / (TILE * 2 ** zoom));
      }
    return pixels;
  },
});

test("the place stands in the middle, and the edge is as many degrees away as was asked for", () => {
  for (const middle of PLACES.slice(0, 3)) {
    const { rgb, unknown } = cut(telling(3), { middle, degrees: 20, width: 41, height: 21 });
    const at = (10 * 41 + 20) * 3;
    assert.ok(Math.abs(rgb[at]! - ((middle.lon + 180) / 360) * 256) <= 1.5);
    assert.equal(unknown, 0);
    const { forward } = azimuthal(middle);
    const north = forward({ lat: middle.lat + 10, lon: middle.lon })!;
    assert.ok(Math.abs(north.y - distanceOf(10)) < 1e-9);
  }
});

test("across the date line the picture goes on, and beyond the tiles' edge at a pole nothing is known", () => {
  const over = { middle: { lat: 0, lon: 180 }, degrees: 40, width: 40, height: 20 };
  const { rgb, unknown } = cut(telling(3), over);
  assert.equal(unknown, 0);
  assert.ok(
    rgb[0]! > 230 && rgb[39 * 3]! < 25,
    "west of the line are high longitudes, east low ones",
  );
  const polar = cut(telling(3), { middle: { lat: 89, lon: 0 }, degrees: 4, width: 20, height: 10 });
  assert.ok(polar.unknown > 150);
});

test("a tile that is not here leaves its part black, and the others whole; those asked for are named", () => {
  const asked = { middle: { lat: 20, lon: 22 }, degrees: 30, width: 60, height: 34 };
  const whole = cut(telling(4), asked);
  const some: Tiles = { zoom: 4, at: (x, y) => (x === 8 ? undefined : telling(4).at(x, y)) };
  const { rgb, unknown } = cut(some, asked);
  assert.ok(unknown > 0 && unknown < 60 * 34);
  let differing = 0;
  for (let i = 0; i < rgb.length; i += 3) if (rgb[i] !== whole.rgb[i]) differing++;
  assert.ok(differing >= unknown && differing < unknown + 200);
  const names = tilesOf(asked, 4).map(String);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.includes("8,7") && names.includes("9,7"));
});

test("the tiles of a cut are those that cutting it reads, without cutting it", () => {
  const cuts = [...PLACES, { lat: 12, lon: -179.99 }, { lat: 64, lon: 100.3 }].flatMap((middle) =>
    [0.4, 9, 90].map((degrees) => ({ middle, degrees, width: 48, height: 27 })),
  );
  for (const cutting of cuts)
    for (const zoom of [0, 6]) {
      const read = new Set<string>();
      const at = (column: number, row: number) => {
        read.add(`${column},${row}`);
        return undefined;
      };
      cut({ zoom, at }, cutting);
      const named = tilesOf(cutting, zoom).map(String).toSorted();
      assert.deepEqual(named, [...read].toSorted(), `${JSON.stringify(cutting)} ${zoom}`);
    }
});

test("what is no cut is refused with what was expected", () => {
  const good = { middle: { lat: 0, lon: 0 }, degrees: 5, width: 4, height: 4 };
  for (const [bad, said] of [
    [{ degrees: 0 }, /more than 0/],
    [{ degrees: Number.NaN }, /more than 0/],
    [{ width: 1e6, height: 1e6 }, /pixels/],
    [{ middle: { lat: 91, lon: 0 } }, /latitude/],
    [{ middle: { lat: 0, lon: Number.NaN } }, /longitude/],
  ] as const)
    assert.throws(() => cut(telling(0), { ...good, ...bad }), said);
});
