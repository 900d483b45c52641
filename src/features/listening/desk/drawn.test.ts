import assert from "node:assert/strict";
import test from "node:test";
import { STEPS } from "../told/drawing.ts";
import { drawingOf } from "./drawing.ts";
import { readLine, typedOf } from "./line-form.ts";
import { drawn } from "./map.tsx";
import { labelsOf } from "./map-labels.ts";
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

test("LW13 the names of sensors on one tree stand over no other name and no other dot", () => {
  const dots = [
    { name: "S07", x: 240, y: 180 },
    { name: "S08", x: 242, y: 182 },
    { name: "S09", x: 400, y: 60 },
    ...Array.from({ length: 9 }, (_, i) => ({ name: `T0${i}`, x: 241, y: 181 })),
  ];
  const labels = labelsOf(dots, { left: 4, right: 476, top: 4, bottom: 300 });
  const places = labels.map(({ x, y, anchor }) => `${x} ${y} ${anchor}`);
  assert.equal(new Set(places).size, dots.length);
  for (const [i, one] of labels.entries())
    for (const other of labels.slice(0, i))
      if (one.anchor === other.anchor && Math.abs(one.x - other.x) < 40)
        assert.ok(Math.abs(one.y - other.y) >= 20, `${one.y} and ${other.y}`);
  assert.deepEqual(
    labels.slice(0, 2).map(({ anchor }) => anchor),
    ["start", "end"],
  );
  assert.equal(labels[2]!.anchor, "start", "alone, a name stands to the right");
});

test("LW16 a drawing is 24 bands, a byte is decibels, its loudest is the darkest, however far it was", () => {
  const bands = Buffer.alloc(24 * 4);
  bands.set([60, 58, 40, 20], 0); // the lowest of the first column: -60 dB of full scale, and so on
  const { steps, seconds } = drawingOf(bands.toString("base64"))!;
  assert.equal(seconds, 1);
  assert.deepEqual([...steps.subarray(0, 5)], [STEPS, STEPS, STEPS - 4, STEPS - 8, 0]);
  assert.ok(drawingOf(Buffer.alloc(24).toString("base64"))!.steps.every((one) => one === 0));
  assert.equal(drawingOf(Buffer.alloc(25).toString("base64"))!.steps.length, 24, "whole columns");
  assert.equal(drawingOf(""), undefined);
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
    ["S07", -128333, 3681700, 20, 3300],
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
