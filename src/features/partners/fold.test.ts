import assert from "node:assert/strict";
import test from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldPartner } from "./projection.ts";
import { PARTNER_EDITED, PARTNER_NAMED, PARTNER_WITHDRAWN } from "./records.ts";

const partner = (name: string) => ({
  name,
  kind: "carrier",
  summary: "A carrier.",
  standing: "named",
});
const fold = (...said: (readonly [string, unknown])[]) =>
  foldPartner(recordsOf(subjectOf("partners", "a"), ...said))?.name;

test("PT1 the last description stands, a withdrawal ends it, a later edit brings it back", () => {
  assert.equal(fold([PARTNER_NAMED, partner("A")], [PARTNER_EDITED, partner("B")]), "B");
  assert.equal(
    fold([PARTNER_NAMED, partner("A")], [PARTNER_WITHDRAWN, { reason: "asked" }]),
    undefined,
  );
  assert.equal(
    fold([PARTNER_NAMED, partner("A")], [PARTNER_WITHDRAWN, {}], [PARTNER_EDITED, partner("B")]),
    "B",
  );
});

test("PT2 what does not fit the form changes nothing", () => {
  for (const odd of [{}, { ...partner("B"), kind: "king" }, { ...partner("B"), place: "a-slug" }])
    assert.equal(fold([PARTNER_NAMED, partner("A")], [PARTNER_EDITED, odd]), "A");
});
