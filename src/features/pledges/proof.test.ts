/** What is said about a pledge after it was made: figures, evidence, signatures, disputes, silence. Rules P21 to P28. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { ERASURE_MADE } from "../../platform/log/kinds.ts";
import { allAbove, withoutCircles } from "../../platform/folder/naming.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { withAttesters } from "./projection.ts";
import { claim, evidenceFor, pledgeBody, pledgeOf } from "./bodies.test.kit.ts";
import { foldPledge } from "./fold.ts";
import { countedOnce, type PledgeShare } from "./goal.ts";
import { paceOf, studentT95 } from "./pace.ts";
import {
  ATTESTATION_SIGNED,
  CLAIM_MADE,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  EVIDENCE_FILED,
  PLEDGE_EDITED,
  PLEDGE_MADE,
  oddClaim,
} from "./records.ts";
import { NEVER, silentFrom } from "./silence.ts";
import { statusOf } from "./status.ts";

const SUBJECT = subjectOf("pledges", "a");
const said = (...records: (readonly [string, unknown])[]) => recordsOf(SUBJECT, ...records);
const later = (id: string, value: number, asOf: string, more: object = {}) =>
  claim(id, value, asOf, { unit: "people", ...more });

test("P5 what somebody else has signed for is evidenced too: the three numbers contain one another", () => {
  const attestation = { claim: "b", value: 8, unit: "people", asOf: "2024", statement: "Counted." };
  const claims = [claim("a", 5, "2023"), claim("b", 8, "2024"), claim("c", 9, "2025")];
  const records = said(
    [PLEDGE_MADE, pledgeBody({ claims, evidence: [evidenceFor("a")] })],
    [ATTESTATION_SIGNED, attestation],
  ).map((r) => (r.kind === ATTESTATION_SIGNED ? { ...r, author: "key" } : r));
  const pledge = withAttesters(
    foldPledge(records)!,
    new Map([["key", subjectOf("partners", "gamma")]]),
  );
  assert.deepEqual(pledge.numbers, { claimed: "c", evidenced: "b", attested: "b" });
});

test("P21 a signature counts from a partner who is no pledger, for the very figure that was signed", () => {
  const attestation = {
    claim: "a",
    value: 5,
    unit: "people",
    asOf: "2024",
    statement: "We counted them.",
  };
  const fold = (signed: object, by: string, more: object = {}) => {
    const records = said(
      [PLEDGE_MADE, pledgeBody({ claims: [claim("a", 5, "2024")], ...more })],
      [ATTESTATION_SIGNED, { ...attestation, ...signed }],
    );
    const withKey = records.map((r) =>
      r.kind === ATTESTATION_SIGNED ? { ...r, author: "key" } : r,
    );
    return withAttesters(foldPledge(withKey)!, new Map([["key", subjectOf("partners", by)]]))
      .numbers.attested;
  };
  assert.equal(fold({}, "gamma"), "a");
  assert.equal(fold({}, "alpha"), undefined, "the pledger");
  assert.equal(
    fold({}, "beta", { with: [subjectOf("partners", "beta")] }),
    undefined,
    "a co-pledger",
  );
  for (const other of [{ value: 6 }, { unit: "schools" }, { asOf: "2023" }, { claim: "b" }])
    assert.equal(fold(other, "gamma"), undefined, JSON.stringify(other));
  assert.equal(
    withAttesters(foldPledge(said([PLEDGE_MADE, pledgeBody()]))!, new Map()).numbers.attested,
    undefined,
  );
});

test("P22 erased evidence: the figure stands without it, and the page can say when it was withdrawn", () => {
  const made = [PLEDGE_MADE, pledgeBody({ claims: [claim("a", 5, "2024")] })] as const;
  const records = said(
    made,
    [EVIDENCE_FILED, evidenceFor("a")],
    [ERASURE_MADE, { bodies: ["e".repeat(64)] }],
  );
  const filed = records.map((r): LogRecord =>
    r.kind === EVIDENCE_FILED ? { ...r, bodyHash: "e".repeat(64) } : r,
  );
  assert.equal(foldPledge(filed)!.numbers.evidenced, "a");
  const erased = foldPledge(
    filed.map((r) => (r.kind === EVIDENCE_FILED ? { ...r, body: null } : r)),
  )!;
  assert.deepEqual(
    [erased.numbers.evidenced, erased.withdrawn],
    [undefined, [{ what: "evidence", on: "1970-01-01" }]],
  );
  assert.equal(erased.ledger[0]!.texture, "claimed");
});

test("P23 a changed target, wording or baseline shows both texts; the same said again shows nothing", () => {
  const a = pledgeBody();
  const b = pledgeBody({
    target: 500_000,
    summary: "Another sentence.",
    baseline: { value: 3, asOf: "2022" },
  });
  const changes = foldPledge(
    said([PLEDGE_MADE, a], [PLEDGE_EDITED, a], [PLEDGE_EDITED, b]),
  )!.changes;
  assert.deepEqual(
    changes.map(({ field, before, after }) => [field, before, after]),
    [
      ["summary", "A promise in a sentence.", "Another sentence."],
      ["target", "1000000", "500000"],
      ["baseline", "", "3 (2022)"],
    ],
  );
});

test("P24 a dispute and its answer both stay", () => {
  const dispute = {
    id: "d1",
    text: "We counted fewer.",
    by: "A village",
    date: "2026-01-02",
    source: { title: "A count", url: "https://example.com" },
  };
  const answer = { dispute: "d1", text: "We counted again.", by: "Alpha", date: "2026-01-20" };
  const pledge = foldPledge(
    said([PLEDGE_MADE, pledgeBody()], [DISPUTE_FILED, dispute], [DISPUTE_ANSWERED, answer]),
  )!;
  const [told] = pledge.disputes;
  assert.deepEqual(told, { ...dispute, record: told!.record, answer: told!.answer });
  assert.deepEqual(told.answer, { ...answer, record: told.answer!.record });
});

test("P25 after 24 months without a report a pledge is silent; a new figure brings it back, a closing figure ends it", () => {
  const pledge = pledgeOf({ by: "2030", claims: [claim("a", 5, "2024-02-29")] });
  assert.equal(silentFrom(pledge), "2026-03-01");
  assert.doesNotMatch(statusOf(pledge, "2026-02-28")!.words, /silent/);
  assert.equal(statusOf(pledge, "2026-02-28")!.until, "2026-03-01");
  assert.match(
    statusOf(pledge, "2026-03-01")!.words,
    /silent: we have found no report since 29 February 2024/,
  );
  const again = pledgeOf({
    by: "2030",
    claims: [claim("a", 5, "2024-02-29"), claim("b", 6, "2026-02")],
  });
  assert.equal(silentFrom(again), "2028-02-29");
  assert.equal(silentFrom(pledgeOf({ claims: [claim("a", 5, "2026")] })), NEVER);
  assert.equal(silentFrom(pledgeOf({ kind: "series" })), NEVER);
});

let pledges = 0;
const share = (value: number, places: string[], more: Partial<PledgeShare> = {}): PledgeShare => ({
  of: [`pledge ${++pledges}`],
  above: [],
  value,
  places,
  from: 2022,
  to: 2024,
  ...more,
});

test("P26 a joint figure counts once", () => {
  const joint = [share(500, [], { joint: "j" }), share(450, [], { joint: "j" }), share(7, [])];
  assert.deepEqual(countedOnce(joint), { low: 507, high: 507, shared: [], towards: 0 });
});

test("P27 the same place in the same years counts once at the low end; other years or places do not meet", () => {
  assert.deepEqual(countedOnce([share(500, ["v"]), share(450, ["v"])]), {
    low: 500,
    high: 950,
    shared: ["v"],
    towards: 0,
  });
  assert.deepEqual(countedOnce([share(500, ["v"]), share(450, ["w"])]), {
    low: 950,
    high: 950,
    shared: [],
    towards: 0,
  });
  const apart = [share(500, ["v"]), share(450, ["v"], { from: 2025, to: 2026 })];
  assert.deepEqual(countedOnce(apart), { low: 950, high: 950, shared: [], towards: 0 });
});

const NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"];
const shares = fc
  .array(
    fc.record({
      value: fc.nat({ max: 9 }).map((n) => n * 100), // few values, so that some are the same
      places: fc.uniqueArray(fc.constantFrom("u", "v", "w"), { maxLength: 2 }),
      from: fc.integer({ min: 2020, max: 2024 }),
      to: fc.integer({ min: 2024, max: 2028 }),
      names: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
    }),
    { maxLength: 8 },
  )
  .map((all): PledgeShare[] => {
    const named = all.flatMap(({ names }, i) =>
      names === undefined ? [] : [[NAMES[i]!, names] as const],
    );
    const naming = withoutCircles(new Map(named));
    return all.map(({ value, places, from, to }, i) => ({
      value,
      places,
      from,
      to,
      of: [NAMES[i]!],
      above: allAbove(naming, NAMES[i]!),
    }));
  });

test("law: the low end never exceeds the high end, never falls below the largest figure, and order makes no difference", () => {
  fc.assert(
    fc.property(shares, (all) => {
      const { low, high } = countedOnce(all);
      assert.ok(low <= high && low >= Math.max(0, ...all.map((s) => s.value)));
      assert.equal(
        high,
        all.reduce((sum, s) => sum + s.value, 0),
      );
      assert.deepEqual(countedOnce(all.toReversed()), countedOnce(all));
    }),
  );
});

test("P28 the pace asked for, the pace so far, and an interval that holds its own points", () => {
  const claims = [1, 2, 3, 4].map((n) => claim(`c${n}`, n * 100, `${2021 + n}-07-01`));
  const pace = paceOf(pledgeOf({ target: 1000, by: "2030-06-30", claims }));
  assert.ok(Math.abs(pace.required! - 600 / 5) < 1, String(pace.required));
  assert.ok(Math.abs(pace.actual! - 100) < 1);
  assert.ok(
    pace.projected!.low <= 900 &&
      pace.projected!.high >= 899 &&
      pace.projected!.high - pace.projected!.low < 5,
  );
  const scattered = [100, 260, 290, 400].map((value, i) =>
    claim(`c${i}`, value, `${2022 + i}-07-01`),
  );
  const wide = paceOf(pledgeOf({ target: 1000, by: "2030-06-30", claims: scattered })).projected!;
  assert.ok(wide.high - wide.low > 200, "figures that scatter lead to a wide interval");
  assert.equal(
    paceOf(pledgeOf({ by: "2030", claims: claims.slice(0, 3) })).projected,
    undefined,
    "three figures are too few",
  );
});

test("P28 the interval is never narrower than the table of Student's t makes it", () => {
  for (const [degrees, t] of [
    [2, 2.92],
    [10, 1.812],
    [11, 1.796],
    [14, 1.761],
    [15, 1.753],
    [29, 1.699],
    [30, 1.697],
  ] as const)
    assert.equal(studentT95(degrees), t, `${degrees} degrees of freedom`);
  for (const [degrees, t] of [
    [40, 1.684],
    [100, 1.66],
  ] as const)
    assert.ok(studentT95(degrees) >= t && studentT95(degrees) < 1.7);
});

test("what is said later joins the ledger once, under its own id", () => {
  const pledge = foldPledge(
    said(
      [PLEDGE_MADE, pledgeBody({ claims: [claim("a", 5, "2024")] })],
      [CLAIM_MADE, later("b", 9, "2025")],
      [CLAIM_MADE, later("a", 999, "2026")],
    ),
  )!;
  assert.deepEqual(
    pledge.ledger.map((e) => [e.id, e.value]),
    [
      ["a", 5],
      ["b", 9],
    ],
  );
  assert.equal(pledge.numbers.claimed, "b");
});

test("figures that cannot be are refused with what was expected", () => {
  for (const [odd, field] of [
    [later("a", 1, "1899"), "asOf"],
    [later("a", 1, "2025-02", { saidOn: "2025-01-31" }), "asOf"],
    [later("a", 1e11, "2025"), "value"],
  ] as const)
    assert.equal(oddClaim(odd, "people")?.field, field);
  assert.equal(
    oddClaim(later("a", 1, "2025", { saidOn: "2025-03-01" }), "people"),
    undefined,
    "within the year that it was said in",
  );
});
