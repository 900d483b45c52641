import assert from "node:assert/strict";
import test from "node:test";
import type { LogRecord } from "../../platform/records/record.ts";
import { foldDataset } from "./projection.ts";
import { DATASET_EDITED, DATASET_IMPORTED, DATASET_WITHDRAWN } from "./records.ts";

const body = (title: string) => ({
  title,
  kind: "schools",
  source: { title: "A list", url: "https://example.com/list" },
  licence: "CC BY 4.0",
  date: "2026-11",
  file: { media: `${"a".repeat(64)}.csv`, name: "media/a.csv", bytes: 9 },
  mapping: { name: "name", lat: "lat", lon: "lon" },
  rows: 1,
});
const fold = (...said: readonly (readonly [kind: string, body: object])[]) =>
  foldDataset(said.map(([kind, of], i) => ({ id: `${i}`, kind, body: of }) as unknown as LogRecord))
    ?.title;

test("N1 the last description stands, a withdrawal ends it, a later edit brings it back", () => {
  assert.equal(fold([DATASET_IMPORTED, body("A")], [DATASET_EDITED, body("B")]), "B");
  assert.equal(fold([DATASET_IMPORTED, body("A")], [DATASET_WITHDRAWN, {}]), undefined);
  const back = [DATASET_EDITED, body("B")] as const;
  assert.equal(fold([DATASET_IMPORTED, body("A")], [DATASET_WITHDRAWN, {}], back), "B");
});

test("N2 what does not fit the form changes nothing", () => {
  for (const odd of [{}, { ...body("B"), colour: "red" }, { ...body("B"), rows: -1 }])
    assert.equal(fold([DATASET_IMPORTED, body("A")], [DATASET_EDITED, odd]), "A");
  const picture = { ...body("A"), file: { ...body("A").file, media: `${"a".repeat(64)}.svg` } };
  assert.equal(fold([DATASET_IMPORTED, picture]), undefined);
});
