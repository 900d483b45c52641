import assert from "node:assert/strict";
import test from "node:test";
import { foldPlace, placeIn } from "./projection.ts";
import { PLACE_EDITED, PLACE_NAMED, PLACE_WITHDRAWN } from "./records.ts";
import { recordsOf, subjectOf } from "./world.test.kit.ts";

const place = (name: string) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [29.15, -31.99] },
  properties: { name, country: "ZA" },
});
const fold = (...said: (readonly [string, unknown])[]) =>
  foldPlace(recordsOf(subjectOf("places", "a"), ...said))?.properties.name;

test("PL1 the last description stands, a withdrawal ends it, a later edit brings it back", () => {
  assert.equal(fold([PLACE_NAMED, place("A")], [PLACE_EDITED, place("B")]), "B");
  assert.equal(fold([PLACE_NAMED, place("A")], [PLACE_WITHDRAWN, {}]), undefined);
  assert.equal(
    fold([PLACE_NAMED, place("A")], [PLACE_WITHDRAWN, {}], [PLACE_EDITED, place("B")]),
    "B",
  );
});

test("PL2 what does not fit the form changes nothing", () => {
  const south = { ...place("B"), geometry: { type: "Point", coordinates: [0, -91] } };
  for (const odd of [{}, { ...place("B"), colour: "red" }, south])
    assert.equal(fold([PLACE_NAMED, place("A")], [PLACE_EDITED, odd]), "A");
  assert.equal(fold([PLACE_NAMED, {}]), undefined);
});

test("PL2 longitude comes first in a record and in a file", () => {
  const said = foldPlace(recordsOf(subjectOf("places", "a"), [PLACE_NAMED, place("A")]));
  const { lat, lon } = placeIn(said!);
  assert.deepEqual([lat, lon], [-31.99, 29.15]);
});
