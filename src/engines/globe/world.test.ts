import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { worldRows } from "./world.ts";

const SIZE = { width: 960, height: 440, rows: 63 };
const world = worldRows(SIZE);
const large = worldRows({ width: 960_000, height: 440_000, rows: 1 }); // a tenth of its pixel is nothing

/** Area of a half-degree field on the page over its area on the Earth. */
const area = (lat: number, lon: number) => {
  const d = 0.5;
  const corners = [
    [lat, lon],
    [lat, lon + d],
    [lat + d, lon + d],
    [lat + d, lon],
  ].map(([a, b]) => large.project(a!, b!));
  const twice = corners.reduce((sum, p, i) => {
    const q = corners[(i + 1) % 4]!;
    return sum + p.x * q.y - q.x * p.y;
  }, 0);
  const onEarth = Math.sin((lat + d) * (Math.PI / 180)) - Math.sin(lat * (Math.PI / 180));
  return Math.abs(twice) / onEarth;
};

test("G8 the map is true to area: equal fields of the Earth are equal on the page", () => {
  const reference = area(0, 20);
  fc.assert(
    fc.property(
      fc.integer({ min: -57, max: 82 }),
      fc.integer({ min: -168, max: 178 }),
      (lat, lon) => {
        assert.ok(Math.abs(area(lat, lon) / reference - 1) < 0.004, `${lat} ${lon}`);
      },
    ),
  );
});

test("G9 every place north of 58° S is on the drawing, and north is up", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -58, max: 89 }),
      fc.integer({ min: -180, max: 180 }),
      (lat, lon) => {
        const { x, y } = world.project(lat, lon);
        assert.ok(x >= 0 && x <= 960 && y >= -0.1 && y <= 440.1, `${x} ${y}`);
        assert.ok(world.project(lat + 1, lon).y < y);
      },
    ),
  );
});

test("G9 the middle of the drawing is 11° E, and the date line is no seam", () => {
  assert.equal(world.project(0, 11).x, 480);
  assert.deepEqual(world.project(-17, 180), world.project(-17, -180));
  const [asia, alaska] = [world.project(66, -170), world.project(66, -168)];
  assert.ok(asia.x > 600 && alaska.x < 360, "the cut runs through the Bering Strait");
});

test("G10 land lies under inland places on the same drawing, and none in the seas", () => {
  const strokes = [...world.path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(
    ([, x, y, w]) => [+x!, +y!, +w!] as const,
  );
  const near = (lat: number, lon: number) => {
    const p = world.project(lat, lon);
    return strokes.some(([x, y, w]) => Math.abs(y - p.y) <= 4 && x - 1 <= p.x && p.x <= x + w + 1);
  };
  for (const [lat, lon] of [
    [40.4, -3.7],
    [-15.8, -47.9],
    [4.4, 18.6],
    [39.7, -105],
    [-23.7, 133.9],
    [51.2, 71.4],
    [64, 100],
    [72, -40],
  ])
    assert.ok(near(lat!, lon!), `${lat} ${lon}`);
  for (const [lat, lon] of [
    [30, -45],
    [-20, -130],
    [-20, 80],
    [35, 175],
    [-45, 0],
    [-55, 120],
  ])
    assert.ok(!near(lat!, lon!), `${lat} ${lon}`);
});

test("G11 the drawing is 3.7 kB or less, in even rows, without Antarctica", () => {
  assert.ok(world.path.length <= 3700, `${world.path.length}`);
  const ys = [...new Set([...world.path.matchAll(/ (\d+)h/g)].map(([, y]) => Number(y)))];
  for (let i = 1; i < ys.length; i++) assert.equal((ys[i]! - ys[i - 1]!) % 7, 0);
  assert.ok(ys.at(-1)! <= world.project(-56, -70).y, "nothing south of Tierra del Fuego");
});

test("G8 it is the Equal Earth projection: 2.05458 times as wide as high, poles 0.59247 of the equator", () => {
  const across = (lat: number) =>
    large.project(lat, 190.99999).x - large.project(lat, -168.99999).x;
  const high = large.project(-90, 0).y - large.project(90, 0).y;
  assert.ok(Math.abs(across(0) / high - 2.05458) < 2e-5, `${across(0) / high}`);
  assert.ok(Math.abs(across(90) / across(0) - 0.59247) < 2e-5, `${across(90) / across(0)}`);
});
