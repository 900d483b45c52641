/** The way down to a place (README.md): laws of the camera, the line and the pictures. */
import assert from "node:assert/strict";
import test from "node:test";
import type { LatLon } from "./azimuthal.ts";
import { away, dot, lensOf, vectorOf } from "./camera.ts";
import { TILE, type Tiles } from "./cut.ts";
import { seenAt, type Descent } from "./descent.ts";
import { brighterSide, drawEarth, tilesSeen } from "./earth.ts";

const PLACES: readonly LatLon[] = [
  { lat: 28.3, lon: 84 },
  { lat: -32, lon: 29.1 },
  { lat: 70.7, lon: -117.8 },
  { lat: -17, lon: 179.9 },
  { lat: 0, lon: -180 },
  { lat: 82, lon: 15 },
];
const SIZE = { width: 128, height: 72 };
const descentTo = (place: LatLon, side: 1 | -1 = -1, heading = 0): Descent => ({
  place,
  side,
  degrees: 4.6,
  heading,
  times: { down: 9, there: 9.2, dawn: [10, 13], on: [9.5, 15, 1.6] },
});
const END = 15;

/** Grey by day, dark by night; a light in the west, at 90° W. */
const level = (zoom: number, grey: number): Tiles => {
  const pixels = new Uint8Array(TILE * TILE * 3).fill(grey);
  const bright = new Uint8Array(TILE * TILE * 3).fill(200);
  return { zoom, at: (column) => (zoom > 0 && column === 2 ** zoom / 4 ? bright : pixels) };
};

test("what a look through the picture meets stands there in the picture, from whatever height", () => {
  for (const over of PLACES)
    for (const up of [0.01, 0.3, 3])
      for (const heading of [0, -30, 170]) {
        const lens = lensOf({ over, up, heading }, SIZE);
        let met = 0;
        for (let x = 3; x < SIZE.width; x += 17)
          for (let y = 2; y < SIZE.height; y += 11) {
            const at = lens.ground(x, y);
            assert.equal(at === undefined, lens.passes(x, y) > 1);
            if (!at) continue;
            met++;
            const back = lens.project(at)!;
            assert.ok(Math.hypot(back.x - x, back.y - y) < 1e-6, `${x} ${y} ${up}`);
          }
        assert.ok(met > 10);
      }
});

test("north is up and east is right below a camera without a heading; with one, its direction is up", () => {
  const over = { lat: 28, lon: 84 };
  const at = (heading: number, bearing: number) =>
    lensOf({ over, up: 0.1, heading }, SIZE).project(vectorOf(away(over, 0.5, bearing)))!;
  assert.ok(at(0, 0).y < 30 && Math.abs(at(0, 0).x - 64) < 1e-6);
  assert.ok(at(0, 90).x > 70);
  assert.ok(at(-30, -30).y < 30 && Math.abs(at(-30, -30).x - 64) < 1e-6);
});

test("at the beginning the whole Earth is in the picture, at the end the place in its middle, and the camera never rises", () => {
  for (const place of PLACES)
    for (const side of [1, -1] as const)
      for (const heading of [0, 40]) {
        const descent = descentTo(place, side, heading);
        const begin = lensOf(seenAt(descent, 0).camera, SIZE);
        for (let x = 0; x <= SIZE.width; x += 8)
          for (const y of [0, SIZE.height]) assert.ok(begin.passes(x, y) > 1);
        assert.ok(begin.project(vectorOf(place)), "on the side that is seen");
        let before = Infinity;
        for (let second = 0; second <= END; second += 0.25) {
          const { camera } = seenAt(descent, second);
          assert.ok(camera.up <= before);
          before = camera.up;
          const { x, y } = lensOf(camera, SIZE).project(vectorOf(place))!;
          assert.ok(x >= 0 && x <= SIZE.width && y >= 0 && y <= SIZE.height, `${second}`);
          if (second >= descent.times.down)
            assert.ok(Math.hypot(x - SIZE.width / 2, y - SIZE.height / 2) < 1e-3, `${second}`);
        }
      }
});

test("the line grows until it ends in the place, and then its dot opens", () => {
  for (const place of PLACES) {
    const descent = descentTo(place);
    let nearest = Infinity;
    for (let second = 0; second <= END; second += 0.25) {
      const { line, dot: opened } = seenAt(descent, second);
      const end = line.at(-1);
      const far = end ? Math.acos(Math.min(1, dot(end, vectorOf(place)))) : Infinity;
      assert.ok(far <= nearest + 1e-7, `second ${second}`);
      nearest = far;
      assert.equal(opened > 0, second > descent.times.there);
    }
    assert.ok(nearest < 1e-7);
  }
});

test("the day comes from the east, and is there when its time is over", () => {
  const [place] = PLACES;
  const earth = { night: [level(0, 10)], day: [level(0, 120)] };
  const drawn = (second: number) =>
    drawEarth(earth, {
      ...SIZE,
      place: place!,
      seen: seenAt(descentTo(place!), second),
      tone: [255, 0, 0],
    });
  const at = (pixels: Uint8Array, x: number) => pixels[(5 * SIZE.width + x) * 3 + 1]!;
  const [dark, half, lit] = [drawn(9.8), drawn(11.5), drawn(END)];
  assert.deepEqual([at(dark, 3), at(dark, 124)], [10, 10]);
  assert.ok(at(half, 3) < 20 && at(half, 124) > 110);
  assert.deepEqual([at(lit, 3), at(lit, 124)], [120, 120]);
});

test("the same scene gives the same picture, byte for byte; its tiles are named, and a finer one that is not here is no hole", () => {
  for (const place of PLACES)
    for (const second of [0, 3, 7, 11, END]) {
      const seen = seenAt(descentTo(place), second);
      const scene = { ...SIZE, place, seen, tone: [255, 138, 92] as const };
      const earth = { night: [level(0, 10), level(3, 30)], day: [level(2, 90)] };
      const first = drawEarth(earth, scene);
      assert.deepEqual(drawEarth(earth, scene), first);
      const named = new Map<number, Set<string>>();
      const { unknown, looks } = tilesSeen([0, 3], (zoom) => zoom === 0, scene, named);
      assert.equal(unknown, 0);
      assert.ok(looks > 20);
      assert.deepEqual([[...named.get(0)!], named.get(3)!.size], [["0/0"], 0]);
      assert.ok(tilesSeen([3], () => false, scene, new Map()).unknown === looks);
    }
});

test("a place is come to from where more light is", () => {
  assert.equal(brighterSide([level(2, 10)], { lat: 10, lon: -10 }), -1);
  assert.equal(brighterSide([level(2, 10)], { lat: 10, lon: -150 }), 1);
});

test("a camera in the ground is refused", () => {
  assert.throws(() => lensOf({ over: PLACES[0]!, up: 0, heading: 0 }, SIZE), /above the ground/);
});
