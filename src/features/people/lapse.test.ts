/** When a consent lapses, and when another one follows it. */
import assert from "node:assert/strict";
import test from "node:test";
import { lapses } from "./consent.ts";
import type { Consent } from "./records.ts";

const one: Consent = {
  purposes: ["story", "photo"],
  channels: ["web", "feed"],
  languages: ["pt"],
  until: "2026-12-31",
  method: "signed form",
  given: "2026-01-01",
};
const TODAY = "2026-12-01";

test("PE12 a consent lapses unless another one that goes on covers all of it; a role needs none but for photos", () => {
  assert.equal(lapses({ consent: one }, TODAY, 30), "2026-12-31");
  assert.equal(lapses({ consent: one }, TODAY, 29), undefined);
  assert.equal(lapses({ consent: one }, "2027-01-01", 30), undefined, "it is over");
  const later = { ...one, until: "2027-12-31" };
  assert.equal(lapses({ consents: [one, later] }, TODAY, 30), undefined);
  for (const less of [
    { purposes: ["story"] },
    { channels: ["web"] },
    { languages: ["pt-BR"] },
    { given: "2027-01-02" },
  ] as const)
    assert.equal(
      lapses({ consents: [one, { ...later, ...less } as Consent] }, TODAY, 30),
      one.until,
    );
  assert.equal(lapses({ consent: one, role: {} }, TODAY, 30), "2026-12-31");
  const story: Consent = { ...one, purposes: ["story"] };
  assert.equal(lapses({ consent: story, role: {} }, TODAY, 30), undefined);
  assert.equal(lapses({ consent: one, refused: true }, TODAY, 30), undefined);
});
