import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { claim, evidenceFor, pledgeOf } from "./bodies.test.kit.ts";
import { lastDay, middleYear } from "./dates.ts";
import { Milestones } from "./pages/milestones.tsx";
import { statusOf, stateWord } from "./status.ts";

const AFTER = "2026-11-24";
const words = (more: object, today = AFTER) => statusOf(pledgeOf(more), today)?.words;
const searched = { on: "2026-11-24", where: ["press releases", "the pledger’s site"] };

test("P9 a series has no promise and no status", () => {
  assert.equal(statusOf(pledgeOf({ kind: "series" }), AFTER), undefined);
  assert.equal(pledgeOf({ kind: "series", goal: true }).goal, false);
});

test("P10 a pledge is open until the last day of its date", () => {
  assert.equal(words({ from: "2026", by: "2030" }), "open until 2030");
  assert.equal(words({ by: "2024-02" }, "2024-02-29"), "open until February 2024");
  assert.notEqual(words({ by: "2024-02" }, "2024-03-01"), "open until February 2024");
  assert.equal(statusOf(pledgeOf({ from: "2026-11", by: "2027" }), AFTER)?.until, "2028-01-01");
  const { by: _by, ...undated } = pledgeOf({ from: "2026" });
  assert.equal(statusOf(undated, AFTER)?.words, "open");
});

test("P11 a closing figure speaks of, and was said in, a time that reaches the date", () => {
  const closing = "past its date; closing figure self-reported";
  assert.equal(words({ claims: [claim("a", 9, "2025-12-31", { saidOn: "2026-03" })] }), closing);
  assert.equal(words({ claims: [claim("a", 9, "2025", { saidOn: "2026" })] }), closing);
  for (const open of [
    claim("early", 9, "2025-11"),
    claim("forecast", 9, "2025", { saidOn: "2025-03" }),
    claim("aside", 9e9, "2026", { measure: "other" }),
    claim("unit", 9e9, "2026", { unit: "schools" }),
  ])
    assert.equal(words({ claims: [open] }), "past its date; closing figure wanted", open.id);
});

test("P11 a total that reaches the target before the date closes it too", () => {
  assert.equal(
    words({ claims: [claim("a", 1_000_000, "2024")] }),
    "past its date; closing figure self-reported",
  );
});

test("P11 the closing figure has the word of its texture", () => {
  const closing = claim("a", 9, "2026", { by: "other" });
  assert.equal(words({ claims: [closing] }), "past its date; closing figure reported");
  assert.equal(
    words({ claims: [closing], evidence: [evidenceFor("a")] }),
    "past its date; closing figure evidenced",
  );
  assert.equal(stateWord({ texture: "claimed", by: "other" }), "reported");
});

test("P12 what we did not find is not found by us, with the day of a search after the date", () => {
  const found = statusOf(pledgeOf({ searched }), AFTER);
  assert.equal(found?.words, "past its date; we found no closing figure (searched 24 Nov 2026)");
  assert.deepEqual([found.wanted, found.searched?.where], [true, searched.where]);
  assert.equal(
    words({ searched: { ...searched, on: "2025-12-31" } }),
    "past its date; closing figure wanted",
    "a search before the date says nothing about a closing figure",
  );
});

test("P12 a milestone without a report is spoken of in the same way, from the day after it is due", async () => {
  const shown = async (today: string, more: object = {}) => {
    const pledge = pledgeOf({ milestones: [{ title: "A mast", due: "2025" }], ...more });
    const line = { pledge, status: statusOf(pledge, today)! };
    return /A mast, due 2025[^<]*/.exec(String(await Milestones({ line, today, lang: "en" })))?.[0];
  };
  assert.equal(await shown("2025-12-31"), "A mast, due 2025");
  assert.equal(
    await shown("2026-01-01"),
    "A mast, due 2025: no report of the outcome yet; you can send one",
  );
  assert.equal(
    await shown(AFTER, { searched }),
    "A mast, due 2025: we found no report of the outcome (searched 24 November 2026)",
  );
});

test("P13 nothing else is ever said as a status", () => {
  const date = fc.constantFrom("2019", "2023-06", "2025-12-31", "2026-03", "2030");
  const figure = fc.record({
    value: fc.nat(2_000_000),
    asOf: date,
    saidOn: date,
    measure: fc.constantFrom("cumulative", "since-pledge", "in-period", "other"),
    by: fc.constantFrom("pledger", "other"),
  });
  const known =
    /^(open( until [\w ]+)?|past its date; (closing figure (self-reported|reported|evidenced|wanted)|we found no closing figure \(searched [\w ]+\)))$|^open( until [\w ]+)?; silent: we have found no report since [\w ]+$/;
  fc.assert(
    fc.property(
      fc.array(figure, { maxLength: 4 }),
      date,
      fc.boolean(),
      fc.boolean(),
      (figures, by, looked, filed) => {
        const claims = figures.map(({ value, asOf, ...more }, i) =>
          claim(`c${i}`, value, asOf, asOf > more.saidOn ? { ...more, saidOn: asOf } : more),
        );
        const evidence = filed && claims.length > 0 ? { evidence: [evidenceFor("c0")] } : {};
        const said = words({
          by,
          ...(claims.length > 0 && { claims }),
          ...evidence,
          ...(looked && { searched }),
        });
        assert.match(said!, known);
      },
    ),
    { numRuns: 300 },
  );
});

test("dates cover days, months and years", () => {
  assert.deepEqual(["2024-02", "2023-02", "2030", "2025-12-31"].map(lastDay), [
    "2024-02-29",
    "2023-02-28",
    "2030-12-31",
    "2025-12-31",
  ]);
  assert.equal(middleYear("2023"), 2023.5);
  assert.equal(middleYear("2024"), 2024.5);
});
