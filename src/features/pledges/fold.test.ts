import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { claim, evidenceFor, pledgeBody, pledgeOf, source } from "./bodies.test.kit.ts";
import { foldPledge } from "./fold.ts";
import { contributionOf } from "./goal.ts";
import { PLEDGE_EDITED, PLEDGE_MADE, PLEDGE_WITHDRAWN } from "./records.ts";

const entry = (pledge: ReturnType<typeof pledgeOf>, id: string) =>
  pledge.ledger.find((e) => e.id === id)!;

const fold = (...said: (readonly [string, unknown])[]) =>
  foldPledge(recordsOf(subjectOf("pledges", "a"), ...said))?.title;

test("P1 the last statement stands, a withdrawal ends it, what does not fit changes nothing", () => {
  const [a, b] = [pledgeBody({ title: "A" }), pledgeBody({ title: "B" })];
  assert.equal(fold([PLEDGE_MADE, a], [PLEDGE_EDITED, b]), "B");
  assert.equal(fold([PLEDGE_MADE, a], [PLEDGE_WITHDRAWN, {}]), undefined);
  assert.equal(fold([PLEDGE_MADE, a], [PLEDGE_WITHDRAWN, {}], [PLEDGE_EDITED, b]), "B");
  for (const odd of [{}, { ...b, verdict: "failed" }, { ...b, claims: [{ id: "c1" }] }])
    assert.equal(fold([PLEDGE_MADE, a], [PLEDGE_EDITED, odd]), "A");
});

test("P2 figures stand by the date they speak of, then by the date they were said", () => {
  const { ledger } = pledgeOf({
    claims: [
      claim("year", 4, "2023"),
      claim("month", 3, "2023-11"),
      claim("later", 6, "2024-01-01", { saidOn: "2024-06" }),
      claim("sooner", 5, "2024-01-01", { saidOn: "2024-02" }),
      claim("same", 7, "2024-01-01", { saidOn: "2024-06" }),
    ],
  });
  assert.deepEqual(
    ledger.map((e) => e.id),
    ["month", "year", "sooner", "later", "same"],
  );
});

test("P3 a revised figure stays with both values and is no longer current", () => {
  const pledge = pledgeOf({
    claims: [
      claim("old", 26, "2023"),
      claim("new", 28, "2023", { saidOn: "2024-11", revises: "old" }),
    ],
  });
  assert.deepEqual(
    [entry(pledge, "old").value, entry(pledge, "old").revisedBy, entry(pledge, "old").counts],
    [26, ["new"], false],
  );
  assert.deepEqual([entry(pledge, "new").revises, pledge.numbers.claimed], ["old", "new"]);
});

test("P3 a revision said earlier, of itself or of nothing is none, and no circle hides every figure", () => {
  const pledge = pledgeOf({
    claims: [
      claim("a", 1, "2023", { saidOn: "2024", revises: "b" }),
      claim("b", 2, "2023", { saidOn: "2024", revises: "a" }),
      claim("c", 3, "2022", { revises: "c" }),
      claim("d", 4, "2022", { revises: "gone" }),
    ],
  });
  assert.deepEqual([entry(pledge, "a").revisedBy, entry(pledge, "b").revisedBy], [["b"], []]);
  for (const id of ["c", "d"]) assert.equal(entry(pledge, id).counts, true);
  const ids = ["a", "b", "c", "d"];
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ to: fc.constantFrom(...ids), year: fc.integer({ min: 2020, max: 2023 }) }),
        { minLength: 4, maxLength: 4 },
      ),
      (links) => {
        const claims = links.map(({ to, year }, i) =>
          claim(ids[i]!, i, "2019", { saidOn: String(year), revises: to }),
        );
        assert.ok(pledgeOf({ claims }).numbers.claimed !== undefined);
      },
    ),
    { numRuns: 200 },
  );
});

test("P4 evidence makes a figure evidenced; nothing is attested without a signature", () => {
  const pledge = pledgeOf({
    claims: [claim("a", 1, "2023"), claim("b", 2, "2024", { by: "other" })],
    evidence: [evidenceFor("a"), evidenceFor("gone")],
  });
  assert.deepEqual(
    pledge.ledger.map((e) => [e.texture, e.evidence.length]),
    [
      ["evidenced", 1],
      ["claimed", 0],
    ],
  );
  assert.equal(pledge.numbers.attested, undefined);
});

test("P5 the numbers are the latest totals in the pledge's unit", () => {
  const { numbers } = pledgeOf({
    claims: [
      claim("a", 5, "2022"),
      claim("b", 6, "2023"),
      claim("other-unit", 9, "2024", { unit: "schools" }),
      claim("period", 9, "2024", { measure: "in-period" }),
      claim("aside", 9, "2024", { measure: "other" }),
      claim("since", 9, "2024", { measure: "since-pledge" }),
    ],
    evidence: [evidenceFor("a")],
  });
  assert.deepEqual(numbers, { claimed: "b", evidenced: "a" });
});

test("P5 what came since counts where neither a total nor a baseline is stated", () => {
  const claims = [claim("since", 9, "2024", { measure: "since-pledge" })];
  assert.equal(pledgeOf({ claims }).numbers.claimed, "since");
  assert.equal(
    pledgeOf({ claims, baseline: { value: 1, asOf: "2022" } }).numbers.claimed,
    undefined,
  );
});

test("P6 a total splits into what was before the pledge and what came since", () => {
  const pledge = pledgeOf({
    baseline: { value: 60, asOf: "2022-11-23" },
    claims: [
      claim("before", 50, "2021"),
      claim("at", 60, "2022-11-23"),
      claim("less", 55, "2023"),
      claim("more", 90, "2024"),
      claim("aside", 90, "2024", { measure: "other" }),
    ],
  });
  assert.deepEqual(
    ["before", "at", "less", "more", "aside"].map((id) => entry(pledge, id).split),
    [undefined, { before: 60, since: 0 }, undefined, { before: 60, since: 30 }, undefined],
  );
});

test("P5 P6 P15 a figure of a time before the pledge is nothing that came since", () => {
  const since = { measure: "since-pledge" };
  const counted = pledgeOf({
    from: "2022-06",
    claims: [
      claim("before", 9, "2022-05-31", since),
      claim("within", 3, "2022-06-01", since),
      claim("that-year", 2, "2022", { ...since, saidOn: "2023" }),
    ],
  });
  assert.deepEqual(
    ["before", "within", "that-year"].map((id) => entry(counted, id).counts),
    [false, true, true],
    "of a year in which it was made, some of it may be",
  );
  const early = pledgeOf({ from: "2022-06", claims: [claim("before", 9, "2022-05-31", since)] });
  assert.equal(early.numbers.claimed, undefined);
  assert.deepEqual(contributionOf(early), {});
  const split = pledgeOf({
    from: "2022-06",
    baseline: { value: 60, asOf: "2021-12" },
    claims: [claim("before", 90, "2022-05")],
  });
  assert.equal(entry(split, "before").split, undefined, "after the baseline, before the pledge");
  assert.deepEqual(contributionOf(split), {});
  const total = pledgeOf({ from: "2022-06", claims: [claim("before", 90, "2022-05")] });
  assert.equal(total.numbers.claimed, "before", "a total stays one");
  assert.deepEqual(contributionOf(total), {}, "of which nothing came since");
});

test("P7 different wordings stand side by side, each with its dates", () => {
  const { wordings } = pledgeOf({
    wordings: [
      { text: "bring connectivity", date: "2020-03-06", source },
      { text: "benefit directly", date: "2019-02", source },
      { text: "Bring  connectivity", date: "2019-02", source },
    ],
  });
  assert.deepEqual(
    wordings.map((w) => [w.text, w.said.map((s) => s.date)]),
    [
      ["benefit directly", ["2019-02"]],
      ["Bring  connectivity", ["2019-02", "2020-03-06"]],
    ],
  );
});

test("P8 the latest figure that counts leads, otherwise the latest other one", () => {
  const aside = claim("aside", 50, "2024", { measure: "other" });
  assert.equal(pledgeOf({ claims: [claim("a", 1, "2022"), aside] }).lead, "a");
  assert.equal(
    pledgeOf({ claims: [aside, claim("unit", 2, "2025", { unit: "schools", measure: "other" })] })
      .lead,
    "aside",
  );
  assert.equal(pledgeOf({ claims: [claim("unit", 2, "2025", { unit: "schools" })] }).lead, "unit");
  assert.equal(pledgeOf().lead, undefined);
});
