import assert from "node:assert/strict";
import test from "node:test";
import { inflateSync } from "node:zlib";
import { pictureOf } from "./drawing.ts";
import { readLine, typedOf } from "./line-form.ts";
import { drawn } from "./map.tsx";
import { FRESH, readSensor, typedOf as sensorTyped } from "./sensor-form.ts";
import { wordsIn } from "./words.ts";

const words = wordsIn("en");
const at = (id: string, lat: number, lon: number) => ({
  id,
  name: id,
  lat: Math.round(lat * 1e5),
  lon: Math.round(lon * 1e5),
});

test("LW13 sensors are drawn where they hang: north above, east to the right, with a scale that is true", () => {
  const { placed, metres, pixels } = drawn([at("a", 0.01, 36), at("b", 0, 36.02)])!;
  const [a, b] = placed as [(typeof placed)[0], (typeof placed)[0]];
  assert.ok(a.y < b.y && a.x < b.x);
  const metresAPixel = metres / pixels;
  assert.ok(Math.abs((b.x - a.x) * metresAPixel - 2224) < 30, "0.02 degrees of the equator");
  assert.ok(Math.abs((b.y - a.y) * metresAPixel - 1112) < 30);
  assert.equal(drawn([{ ...at("a", 0, 0), lat: null }]), undefined);
  const over = drawn([at("a", -17, 179.99), at("b", -17, -179.99)])!;
  assert.ok(
    over.placed[1]!.x > over.placed[0]!.x,
    "over the 180th meridian it is a step to the east",
  );
  assert.ok(over.metres <= 1000);
  assert.equal(drawn([at("a", 10, 10)])!.placed[0]!.x, 240);
});

test("LW16 a drawing is 24 bands, the low ones below, and what is no drawing is none", () => {
  const bands = Buffer.alloc(24 * 4);
  bands[0] = 255; // the lowest of the first column
  const { png, width, height, seconds } = pictureOf(bands.toString("base64"))!;
  assert.deepEqual([width, height, seconds], [24, 192, 1]);
  const start = png.indexOf("IDAT") + 4;
  const rows = inflateSync(png.subarray(start));
  assert.equal(rows[191 * 25 + 1], 0, "black in the last row");
  assert.equal(rows[1], 255, "white in the first");
  assert.equal(pictureOf(""), undefined);
});

test("LW14 a sensor is read as people type it, and each field that does not fit is told", () => {
  const typed = {
    ...FRESH,
    name: "s 07",
    spot: "Ford",
    lat: "-1,28333",
    lon: "36.817",
    empty: "3.3",
  };
  const { said, problems } = readSensor(typed, new Set(), words);
  assert.deepEqual(problems, {});
  assert.deepEqual(
    [said.name, said.lat, said.lon, said.every, said.empty],
    ["S07", -128333, 3681700, 60, 3300],
  );
  assert.equal(sensorTyped(said).lat, "-1.28333");
  const wrong = readSensor(
    { name: "7", place: "x", spot: "", every: "4", lat: "91", lon: "", empty: "0" },
    new Set(["y"]),
    words,
  );
  assert.deepEqual(Object.keys(wrong.problems).toSorted(), [
    "empty",
    "every",
    "lat",
    "lon",
    "name",
    "place",
    "spot",
  ]);
});

test("LW17 who is on watch is read in order; a time or an order that is none is told", () => {
  const typed = {
    ...typedOf([], ["a", "b", "c"]),
    "order.a": "2",
    "order.b": "1",
    "opens.b": "6:00",
    "closes.b": "18:00",
    "day.b.6": "",
  };
  const { line, problems } = readLine(typed, ["a", "b", "c"], words);
  assert.deepEqual(problems, {});
  assert.deepEqual(
    line.map(({ account, position, days, opens }) => [account, position, days, opens]),
    [
      ["b", 0, "1111110", "06:00"],
      ["a", 1, "1111111", "00:00"],
    ],
  );
  const bad = readLine({ ...typed, "order.a": "x", "opens.b": "25:00" }, ["a", "b", "c"], words);
  assert.deepEqual(Object.keys(bad.problems), ["order.a", "opens.b"]);
});
