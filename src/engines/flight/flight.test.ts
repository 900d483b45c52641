import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { approach } from "./approach.ts";
import { eyeAt, type Moment } from "./course.ts";
import { drawFlight, project, type Flight } from "./flight.ts";
import { heightAt, sees, type Ground, type Point } from "./ground.ts";

/** 100 × 100 samples of 50 m: level ground, and a wall across it where one is asked for. */
function field(wall = 0): Ground {
  const [width, height] = [100, 100];
  const heights = Float32Array.from({ length: width * height }, (_, i) =>
    Math.abs((i % width) - 50) < 2 ? wall : 0,
  );
  const light = new Float32Array(width * height).fill(-0.3);
  return { heights, light, width, height, metres: { x: 50, y: 50 } };
}
const at = (x: number, y: number, z: number): Point => ({ x, y, z });
const paper = [244, 244, 238] as const;
const signal = [194, 53, 10] as const;
const FLIGHT: Flight = {
  width: 160,
  height: 90,
  degrees: 60,
  exaggeration: 1,
  tones: { paper, lit: [255, 253, 246], ink: [20, 34, 30], signal },
  line: [],
  pins: [],
};
const EYE = { x: 200, y: 2500, z: 120, at: at(4800, 2500, 100) };
const pixel = (pixels: Uint8Array, x: number, y: number) => [
  ...pixels.subarray((y * FLIGHT.width + x) * 3, (y * FLIGHT.width + x) * 3 + 3),
];
const reds = (pixels: Uint8Array): number => {
  let count = 0;
  for (let i = 0; i < pixels.length; i += 3) if (pixels[i]! > 180 && pixels[i + 2]! < 60) count++;
  return count;
};

test("FL1 a point stands where perspective puts it: straight ahead in the middle, twice as far half as large", () => {
  const ahead = project(EYE, FLIGHT, at(2200, 2500, 120))!;
  assert.ok(Math.abs(ahead.x - 80) < 1e-6);
  fc.assert(
    fc.property(
      fc.integer({ min: 200, max: 1500 }),
      fc.integer({ min: -80, max: 80 }),
      (d, aside) => {
        const near = project(EYE, FLIGHT, at(200 + d, 2500 + aside, 120))!;
        const far = project(EYE, FLIGHT, at(200 + 2 * d, 2500 + aside, 120))!;
        assert.ok(Math.abs(near.x - 80 - 2 * (far.x - 80)) < 1e-6);
        assert.equal(Math.sign(near.x - 80), Math.sign(aside)); // south is to the right of who looks east
      },
    ),
  );
  assert.equal(project(EYE, FLIGHT, at(100, 2500, 120)), undefined, "behind the eye");
});

test("FL2 level ground meets the sky at the horizon, and the sky is paper", () => {
  const { pixels } = drawFlight(field(), { ...EYE, at: at(4800, 2500, 120) }, FLIGHT);
  assert.deepEqual(pixel(pixels, 80, 20), [...paper]);
  assert.notDeepEqual(pixel(pixels, 80, 80), [...paper]);
});

test("FL3 what is behind a ridge is not seen, and what stands above it is", () => {
  const line = [at(3500, 2400, 20), at(3500, 2600, 20)];
  const open = drawFlight(field(), EYE, { ...FLIGHT, line });
  const hidden = drawFlight(field(400), EYE, { ...FLIGHT, line });
  const above = drawFlight(field(400), EYE, {
    ...FLIGHT,
    line: line.map((p) => ({ ...p, z: 900 })),
  });
  assert.ok(reds(open.pixels) > 5);
  assert.equal(reds(hidden.pixels), 0);
  assert.ok(reds(above.pixels) > 5);
});

test("FL4 two points see one another over level ground, not through a wall, and from both sides alike", () => {
  const [a, b] = [at(500, 2500, 30), at(4500, 2500, 30)];
  assert.equal(sees(field(), a, b), true);
  assert.equal(sees(field(200), a, b), false);
  assert.equal(sees(field(200), { ...a, z: 500 }, { ...b, z: 500 }), true);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 }), (wall, z) => {
      assert.equal(sees(field(wall), { ...a, z }, b), sees(field(wall), b, { ...a, z }));
    }),
  );
});

test("FL5 the earth hides what is far: 50 km over the sea, a mast of 10 m sees none of 10 m", () => {
  const sea: Ground = {
    heights: new Float32Array(1201 * 3),
    light: new Float32Array(1201 * 3),
    width: 1201,
    height: 3,
    metres: { x: 50, y: 50 },
  };
  assert.equal(sees(sea, at(100, 50, 10), at(20_100, 50, 10)), true); // horizons of 13 km each
  assert.equal(sees(sea, at(100, 50, 10), at(50_100, 50, 10)), false);
});

test("FL6 a course goes through its moments, never nearer to the ground than it may", () => {
  const moments: Moment[] = [
    { at: 0, eye: at(500, 2500, 300), to: at(2500, 2500, 0) },
    { at: 4, eye: at(2500, 2500, 20), to: at(3500, 2500, 0) },
    { at: 9, eye: at(4000, 2000, 300), to: at(4500, 2500, 0) },
  ];
  const ground = field(100);
  assert.deepEqual(eyeAt(moments, 0, ground, 50), { ...moments[0]!.eye, at: moments[0]!.to });
  assert.deepEqual(eyeAt(moments, 9, ground, 50), { ...moments[2]!.eye, at: moments[2]!.to });
  assert.equal(eyeAt(moments, 4, ground, 50).z, 150);
  for (let t = 0; t <= 9; t += 0.1) {
    const { x, y, z } = eyeAt(moments, t, ground, 50);
    assert.ok(z >= heightAt(ground, x, y)! + 50 - 1e-6, `second ${t}`);
  }
});

test("FL7 the same ground, eye and line give the same picture", () => {
  const first = drawFlight(field(80), EYE, { ...FLIGHT, pins: [at(2000, 2500, 60)] });
  const again = drawFlight(field(80), EYE, { ...FLIGHT, pins: [at(2000, 2500, 60)] });
  assert.deepEqual(first, again);
});

/** 100 km each way: hills, and a mountain `far` metres north of the middle. */
function hills(far: number): Ground {
  const [width, height, metres] = [501, 501, 200];
  const heights = Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) - 250, Math.floor(i / width) - 250 + far / metres];
    return 300 + 60 * Math.sin(x / 9) * Math.cos(y / 7) + Math.max(0, 5000 - 60 * Math.hypot(x, y));
  });
  const light = new Float32Array(width * height).fill(-0.2);
  return { heights, light, width, height, metres: { x: metres, y: metres } };
}

test("FL8 a flight down to a place has it in the middle from side to side and sees it at the end, before the highest ground", () => {
  const asked = { degrees: 58, exaggeration: 1.2, seconds: 6 };
  const size = { width: 160, height: 90, ...asked };
  const ground = hills(20_000);
  const { bearing, course, pin } = approach(ground, at(50_000, 50_000, 0), asked)!;
  assert.equal(bearing, 0);
  for (let second = 0; second <= 6; second += 0.25) {
    const { x, y } = project(eyeAt(course, second, ground, 250), size, pin)!;
    assert.ok(Math.abs(x - 80) < 0.01, `${x} at ${second}`);
    assert.ok(y > 40 && y < 80, `${y} at ${second}`);
  }
  const end = eyeAt(course, 6, ground, 250);
  assert.ok(sees(ground, end, pin));
  const top = project(end, size, at(50_000, 30_000, 5300))!;
  assert.ok(top.y > 0 && top.y < 45, "the summit is in the picture");
  assert.equal(approach(hills(-20_000), at(50_000, 50_000, 0), asked)!.bearing, 180);
  const low = approach(ground, at(50_000, 50_000, 0), { ...asked, row: 0.5, above: 600 })!;
  const eye = eyeAt(low.course, 6, ground, 250);
  const foot = { ...low.pin, z: low.pin.z - 40 };
  assert.ok(Math.abs(project(eye, size, foot)!.y - 45) < 0.2, "where it is asked to stand");
  assert.ok(eye.z < end.z - 400, `${eye.z} m, nearer to the ground than ${end.z} m`);
});

test("FL8 where too little ground was measured for that there is no flight, and none looks past its edge", () => {
  const asked = { degrees: 58, exaggeration: 1.2, seconds: 6 };
  assert.equal(approach(field(), at(2500, 2500, 0), asked), undefined);
  assert.equal(approach(hills(0), at(-5, 50_000, 0), asked), undefined);
  const near = approach(hills(20_000), at(96_500, 60_000, 0), asked)!;
  assert.ok(
    near.bearing > 270 && near.bearing < 335,
    `looks ${near.bearing}° from beside the edge`,
  );
});

test("FL9 ground with colours of its own is drawn in them, and what is far still fades", () => {
  const colours = new Uint8Array(100 * 100 * 3);
  for (let i = 0; i < colours.length; i += 3) colours.set([20, 120, 40], i);
  const ground = { ...field(), colours, light: new Float32Array(100 * 100) };
  const { pixels } = drawFlight(ground, EYE, { ...FLIGHT, haze: 4000 });
  const [near, far] = [pixel(pixels, 80, 85), pixel(pixels, 80, 50)];
  assert.ok(near[1]! > near[0]! + 50 && near[1]! > near[2]! + 40, near.join());
  assert.ok(far[0]! > near[0]! + 40, `nearer to the paper: ${far.join()}`);
});
