import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldProgramme } from "./fold.ts";
import { PROGRAMME_EDITED, PROGRAMME_OPENED, PROGRAMME_WITHDRAWN } from "./records.ts";

const programme = (title: string) => ({ title, summary: "S.", purpose: "P.", markdown: "Text." });
const fold = (...said: (readonly [string, unknown])[]) =>
  foldProgramme(recordsOf(subjectOf("programmes", "a"), ...said))?.title;

test("PG1 the last text stands, a withdrawal ends it, a later edit brings it back", () => {
  assert.equal(fold([PROGRAMME_OPENED, programme("A")], [PROGRAMME_EDITED, programme("B")]), "B");
  assert.equal(fold([PROGRAMME_OPENED, programme("A")], [PROGRAMME_WITHDRAWN, {}]), undefined);
  assert.equal(
    fold(
      [PROGRAMME_OPENED, programme("A")],
      [PROGRAMME_WITHDRAWN, {}],
      [PROGRAMME_EDITED, programme("B")],
    ),
    "B",
  );
});

test("PG2 what does not fit the form changes nothing", () => {
  const { markdown: _markdown, ...without } = programme("B");
  for (const odd of [{}, without, { ...programme("B"), figures: [{ value: 3 }] }])
    assert.equal(fold([PROGRAMME_OPENED, programme("A")], [PROGRAMME_EDITED, odd]), "A");
});
