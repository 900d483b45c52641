/** Positions as people write them (README.md, TE20). */
import assert from "node:assert/strict";
import test from "node:test";
import { assert as holds, double, integer, property } from "fast-check";
import { degreesFrom, pointFrom } from "./position.ts";

const north = 28 + 12 / 60 + 34 / 3600;
const near = (a: number | undefined, b: number, what: string) =>
  assert.ok(a !== undefined && Math.abs(a - b) < 1e-9, `${what}: ${a}, not ${b}`);

test("TE20 an angle is read however people write it, and what is none or of another axis is none", () => {
  const marks = ["28°12′34″N", "28°12'34\"N", "N 28° 12' 34\"", "28º12’34” n", "28 12' 34'' N"];
  for (const text of marks) near(degreesFrom(text, "lat"), north, text);
  near(degreesFrom("28°12.5′S", "lat"), -(28 + 12.5 / 60), "S");
  for (const text of ["28.2096", "28,2096", " 28.2096 N ", "N28,2096", "+28.2096", "28.2096°"])
    near(degreesFrom(text, "lat"), 28.2096, text);
  for (const text of ["-70.5", "−70,5", "70.5 W", "70°30′W"])
    near(degreesFrom(text, "lon"), -70.5, text);
  const none = [
    "",
    "N",
    "28 N S",
    "-28 S",
    "N 28 N",
    "28.5°12′",
    "28°60′",
    "28°12′60″",
    "1e3",
    "x",
    "28.",
    "28.2.1",
    "28 12",
    "0x1f",
  ];
  for (const text of none) assert.equal(degreesFrom(text, "lat"), undefined, text);
  assert.equal(degreesFrom("28 E", "lat"), undefined);
  assert.equal(degreesFrom("28 N", "lon"), undefined);
});

test("TE20 a point is two angles, whatever parts them and whatever part of a number a comma is", () => {
  const point = { lat: 42.43, lon: 1.93 };
  for (const text of [
    "42.43, 1.93",
    "42.43 1.93",
    " 42.43;1.93 ",
    "42,43; 1,93",
    "42,43 1,93",
    "42,43, 1,93",
    "42.43 N, 1.93 E",
    "N 42.43 E 1.93",
  ])
    assert.deepEqual(pointFrom(text), point, text);
  assert.deepEqual(pointFrom("42, 1"), { lat: 42, lon: 1 });
  assert.deepEqual(pointFrom("42,1"), { lat: 42, lon: 1 });
  const both = pointFrom("28°12′34″N 83° 59′ 10″ W")!;
  near(both.lat, north, "lat");
  near(both.lon, -(83 + 59 / 60 + 10 / 3600), "lon");
  for (const text of [
    "",
    "Toloriu",
    "42.43",
    "95, 1",
    "1e3, 2",
    "28 E, 83 N",
    "1, 541",
    "1 2 3",
    " ".repeat(200),
    "1 ".repeat(40),
  ])
    assert.equal(pointFrom(text), undefined, text);
});

test("TE20 law: what is written in degrees, minutes and seconds or with a comma comes back", () => {
  holds(
    property(
      integer({ min: 0, max: 89 }),
      integer({ min: 0, max: 59 }),
      integer({ min: 0, max: 59 }),
      (d, m, s) => {
        near(degreesFrom(`${d}°${m}′${s}″S`, "lat"), -(d + m / 60 + s / 3600), "dms");
      },
    ),
  );
  holds(
    property(
      double({ min: -90, max: 90, noNaN: true }),
      double({ min: -180, max: 180, noNaN: true }),
      (lat, lon) => {
        const [a, b] = [lat.toFixed(5), lon.toFixed(5)];
        for (const text of [`${a}, ${b}`, `${a};${b}`, `${a} ${b}`.replaceAll(".", ",")]) {
          const point = pointFrom(text)!;
          near(point.lat, Number(a), text);
          near(point.lon, Number(b), text);
        }
      },
    ),
  );
});
