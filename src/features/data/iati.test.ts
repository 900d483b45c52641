import assert from "node:assert/strict";
import test from "node:test";
import { subjectOf } from "../places/world.test.kit.ts";
import { relatedActivities } from "./iati/related.ts";
import { found, schemaErrors } from "./iati.test.kit.ts";
import { fileAt, JOINT, openData, pledge } from "./world.test.kit.ts";

const PATH = "/data/iati-activities.xml";
const REF = `CND-${subjectOf("campaign", "wells").slice(0, 16)}`;
const idOf = (space: string, slug: string) => `${REF}-${subjectOf(space, slug)}`;
/** The XPath of the activity of a thing. */
const at = (space: string, slug: string) =>
  `//iati-activity[iati-identifier='${idOf(space, slug)}']`;
const JOINT_AT = at("pledges", "joint");

test("OD7 the file is valid by the schema of IATI 2.03", async () => {
  await using it = await openData();
  const xml = await fileAt(it, PATH);
  assert.deepEqual(schemaErrors(xml), []);
  assert.equal(found(xml, "//iati-activity").length, 5, "goal, three pledges, one programme");
  assert.ok(schemaErrors(xml.replace("<activity-status", "<status")).length > 0);
  assert.ok(schemaErrors(xml.replace(/iso-date="\d{4}/, 'iso-date="soon')).length > 0);
});

test("OD7 whatever may be said of a pledge, the file is valid", async () => {
  await using it = await openData();
  const source = { title: "]]> & <b>", url: "https://example.com/a|b?c=<d>&e" };
  const claim = { text: "x", saidBy: "y", by: "other", source };
  const claims = (["cumulative", "since-pledge", "in-period", "other"] as const).flatMap(
    (measure, i) =>
      ["2020", "2024-02", "2026-01-31"].map((asOf, j) => ({
        ...claim,
        id: `c${i}${j}`,
        value: i === 0 ? 0.5 : 1e12,
        measure,
        asOf,
        saidOn: asOf,
        ...(j === 1 && { unit: 'USD "a"' }),
      })),
  );
  for (const [i, more] of [
    {},
    { target: undefined },
    { target: undefined, by: undefined, claims },
    { by: undefined, claims: claims.slice(3) },
    { from: "2030", by: "2029", claims },
    { baseline: { value: 0, asOf: "2020-02-29" }, claims: [] },
  ].entries()) {
    const { claims: said, ...body } = { ...pledge(`<${i}>`, { claims }), ...more };
    const some = said && said.length > 0 ? { claims: said } : {};
    await it.say(
      "pledges",
      `p${i}`,
      "pledge.made/1",
      JSON.parse(JSON.stringify({ ...body, ...some })),
    );
  }
  const xml = await fileAt(it, PATH);
  assert.equal(found(xml, "//iati-activity").length, 11);
  assert.deepEqual(schemaErrors(xml), []);
});

test("OD7 identifiers are made of permanent ids: new names and addresses change none", async () => {
  await using it = await openData();
  const before = found(await fileAt(it, PATH), "//iati-identifier");
  assert.ok(before.includes(idOf("pledges", "joint")));
  for (const id of before) assert.doesNotMatch(id, /[/&|?]/); // forbidden by the standard
  await it.bind("pledges", "joint", "elsewhere");
  await it.say("pledges", "joint", "pledge.edited/1", { ...JOINT, title: "Another title" });
  const after = await fileAt(it, PATH);
  assert.deepEqual(found(after, "//iati-identifier"), before);
  assert.deepEqual(found(after, `${JOINT_AT}/title/narrative`), ["Another title"]);
});

test("OD7 the campaign reports, and says where the activity is another organisation's", async () => {
  await using it = await openData();
  const xml = await fileAt(it, PATH);
  assert.deepEqual(new Set(found(xml, "//reporting-org/@ref")), new Set([REF]));
  const secondary = (of: string) => found(xml, `${of}/reporting-org/@secondary-reporter`);
  assert.deepEqual(secondary(at("campaign", "wells")), ["0"]);
  assert.deepEqual(secondary(JOINT_AT), ["1"]);
  assert.deepEqual(secondary(at("programmes", "dig")), ["1"]);
  assert.deepEqual(found(xml, `${JOINT_AT}/participating-org[@role='2']/narrative`), [
    "Alpha & Sons",
    "Beta",
  ]);
  assert.deepEqual(found(xml, `${at("programmes", "dig")}/participating-org/@role`), ["4"]);
  assert.deepEqual(found(xml, `${JOINT_AT}/participating-org/@type`), ["70"], "of Beta not known");
  assert.deepEqual(found(xml, at("programmes", "quiet")), [], "of no known date");
  assert.deepEqual(found(xml, at("pledges", "row")), [], "a series promises nothing");
});

test("OD7 dates, status and documents follow the pledge and the day", async () => {
  await using it = await openData();
  const of = async (slug: string, what: string, today?: string) =>
    found(await fileAt(it, PATH, today), `${at("pledges", slug)}/${what}`);
  assert.deepEqual(await of("joint", "activity-date[@type='2']/@iso-date"), ["2022-01-01"]);
  assert.deepEqual(await of("joint", "activity-date[@type='2']/narrative"), ["Known as 2022."]);
  assert.deepEqual(await of("joint", "activity-date[@type='3']/@iso-date"), ["2025-12-31"]);
  assert.deepEqual(await of("joint", "activity-status/@code"), ["3"], "no closing figure");
  assert.deepEqual(await of("joint", "activity-status/@code", "2025-12-31"), ["2"]);
  assert.deepEqual(await of("joint", "activity-status/@code", "2021-12-31"), ["1"]);
  assert.deepEqual(await of("joint", "document-link[category/@code='A02']/@url"), [
    "https://example.com/release?a=1&b=2",
    "https://example.com/release?a=1&b=2",
  ]);
  assert.deepEqual(await of("joint", "description[@type='4']/narrative"), [
    "Status: past its date; no closing figure found by us (searched 1 Feb 2026).",
    "Disputed by Delta on 2025-02-01: “Two wells are dry.”",
    "Answered by Alpha on 2025-02-20: “They were full when counted.”",
  ]);
  const answer = await it.get(PATH, { today: "2021-12-31" });
  assert.equal(answer?.kind === "file" && answer.until, "2022-01-01");
});

test("OD8 what may count the same is named on both sides, and nothing may be aggregated", async () => {
  await using it = await openData();
  const xml = await fileAt(it, PATH);
  const related = (of: string, type: string) =>
    found(xml, `${of}/related-activity[@type='${type}']/@ref`).toSorted();
  const [goal, joint, second, old, dig] = [
    idOf("campaign", "wells"),
    idOf("pledges", "joint"),
    idOf("pledges", "second"),
    idOf("pledges", "old"),
    idOf("programmes", "dig"),
  ] as const;
  assert.deepEqual(related(at("campaign", "wells"), "2"), [joint, second].toSorted());
  assert.deepEqual(related(JOINT_AT, "1"), [goal]);
  assert.deepEqual(related(at("pledges", "old"), "1"), [], "history stands beside the goal");
  assert.deepEqual(related(JOINT_AT, "3"), [second, old, dig].toSorted(), "dig by its document");
  assert.deepEqual(related(at("programmes", "dig"), "3"), [joint]);
  assert.deepEqual(new Set(found(xml, "//@aggregation-status")), new Set(["0"]));
  const ids = new Set(found(xml, "//iati-identifier"));
  for (const ref of found(xml, "//related-activity/@ref")) assert.ok(ids.has(ref));
});

test("OD8 a pledge is the child of the larger one that it counts towards, one level below, and no sibling", async () => {
  await using it = await openData();
  const towards = { goal: true, countsTowards: subjectOf("pledges", "joint") };
  await it.say("pledges", "second", "pledge.edited/1", pledge("Part of it", towards));
  const xml = await fileAt(it, PATH);
  const related = (of: string, to: string) =>
    found(xml, `${of}/related-activity[@ref='${to}']/@type`);
  const [joint, second] = [idOf("pledges", "joint"), idOf("pledges", "second")];
  assert.deepEqual(related(at("pledges", "second"), joint), ["1"]);
  assert.deepEqual(related(JOINT_AT, second), ["2"]);
  assert.deepEqual(related(at("pledges", "second"), idOf("campaign", "wells")), ["1"]);
  assert.deepEqual(found(xml, `${at("pledges", "second")}/@hierarchy`), ["3"]);
  assert.deepEqual(schemaErrors(xml), []);
  const answer = await it.get("/api/pledges/second");
  const body = JSON.parse(String(answer?.kind === "file" && answer.body)) as {
    countsTowards: { slug: string };
  };
  assert.equal(body.countsTowards.slug, "joint");
});

test("OD8 a figure claimed jointly joins pledges of different organisations", async () => {
  await using it = await openData();
  const [, , , own] = JOINT.claims;
  const source = { title: "Another", url: "https://example.com/another" };
  const body = pledge("Elsewhere", { pledger: subjectOf("partners", "gamma"), unit: "shares" });
  const related = async (claim: object) => {
    await it.say("pledges", "other", "pledge.edited/1", { ...body, claims: [claim] });
    const xml = await fileAt(it, PATH);
    return found(xml, `${at("pledges", "other")}/related-activity/@ref`);
  };
  await it.say("pledges", "other", "pledge.made/1", body);
  assert.deepEqual(await related({ ...own, source }), [idOf("pledges", "joint")]);
  assert.deepEqual(await related({ ...own, source, joint: "some-wells" }), []);
});

test("OD8 another unit or another organisation makes no siblings", () => {
  const one = { identifier: "a", organisations: ["x"], units: ["people"], documents: ["u"] };
  const of = (...all: Parameters<typeof relatedActivities>[0]) =>
    [...relatedActivities(all).values()].map((list) => list.map(({ xml }) => xml));
  const sibling = (ref: string) => `<related-activity ref="${ref}" type="3"/>`;
  assert.deepEqual(of(one, { ...one, identifier: "b", units: ["wells"], documents: [] }), [[], []]);
  assert.deepEqual(of(one, { ...one, identifier: "b", organisations: [], documents: [] }), [
    [],
    [],
  ]);
  assert.deepEqual(of(one, { ...one, identifier: "b", documents: [] }), [
    [sibling("b")],
    [sibling("a")],
  ]);
});

test("OD8 one organisation with thousands of pledges does not make the file grow as their square", () => {
  const all = Array.from({ length: 5000 }, (_, i) => ({
    identifier: `p${i}`,
    organisations: ["x"],
    units: ["people"],
    documents: [],
  }));
  const lists = [...relatedActivities(all).values()];
  assert.equal(lists.length, 5000);
  assert.ok(lists.every((list) => list.length === 20));
});

test("OD9 every figure is an actual value with who said it and its source; revised ones stay", async () => {
  await using it = await openData();
  const xml = await fileAt(it, PATH);
  assert.deepEqual(found(xml, `${JOINT_AT}//indicator/title/narrative`), [
    "wells dug (wells), stated as totals",
    "pumps, within a period",
  ]);
  const totals = `${JOINT_AT}//indicator[1]`;
  assert.deepEqual(found(xml, `${totals}/baseline/@value`), ["10"]);
  assert.deepEqual(found(xml, `${totals}/baseline/@year`), ["2021"]);
  assert.deepEqual(found(xml, `${totals}/period/target/@value`), ["100"]);
  assert.deepEqual(found(xml, `${totals}/period[target]/period-end/@iso-date`), ["2025-12-31"]);
  assert.deepEqual(found(xml, `${totals}/period/actual/@value`), ["60", "55", "90"]);
  assert.deepEqual(found(xml, `${totals}/period/actual/comment/narrative`), [
    "wells in villages, as of 2023-06: self-reported, said by Alpha on 2023-06. Said as over this value. Revised by figure b; kept beside it. Figure a. About.",
    "wells in villages, as of 2023-06: evidenced, said by Gamma on 2024-01-05. Revises figure a. Figure b.",
    "wells in villages, as of 2025-11-30: self-reported, said by Alpha on 2025-11-30. Figure d.",
  ]);
  assert.equal(found(xml, `${totals}/period/actual/document-link`).length, 4, "and its evidence");
  const year = `${JOINT_AT}//indicator[2]/period`;
  assert.deepEqual(found(xml, `${year}/period-start/@iso-date`), ["2023-01-01"]);
  assert.deepEqual(found(xml, `${year}/period-end/@iso-date`), ["2023-12-31"]);
  const dig = `${at("programmes", "dig")}//indicator`;
  assert.deepEqual(found(xml, `${dig}/@measure`), ["1", "5"], "words are no number");
  assert.deepEqual(found(xml, `${dig}//actual/@value`), ["6030"]);
  assert.deepEqual(found(xml, `${at("campaign", "wells")}//actual`), [], "not counted again");
});

test("OD9 the target stands in the indicator that counts towards the promise", async () => {
  await using it = await openData();
  const said = (id: string, measure: string) => ({
    id,
    measure,
    value: 5,
    text: "wells",
    asOf: "2024",
    saidOn: "2024",
    saidBy: "Alpha",
    by: "pledger",
    source: { title: "A release", url: "https://example.com/r" },
  });
  const since = said("a", "since-pledge");
  await it.say("pledges", "since", "pledge.made/1", pledge("Since", { claims: [since] }));
  const both = [since, said("b", "cumulative")];
  await it.say("pledges", "both", "pledge.made/1", pledge("Both", { claims: both }));
  const xml = await fileAt(it, PATH);
  const promised = (slug: string) =>
    found(xml, `${at("pledges", slug)}//indicator[period/target]/title/narrative`);
  assert.deepEqual(promised("since"), ["wells dug (wells), since the pledge"]);
  assert.deepEqual(promised("both"), ["wells dug (wells), stated as totals"]);
  const begun = `${at("pledges", "since")}//period[actual]/period-start/@iso-date`;
  assert.deepEqual(found(xml, begun), ["2022-01-01"], "counted from the pledge on");
});

test("OD9 swapping two names changes nothing but the names", async () => {
  await using one = await openData({ alpha: "Red", beta: "Blue" });
  await using other = await openData({ alpha: "Blue", beta: "Red" });
  const swapped = (await fileAt(other, PATH)).replace(/\b(Red|Blue)\b/g, (name) =>
    name === "Red" ? "Blue" : "Red",
  );
  const sorted = (xml: string) => xml.split("\n").toSorted(); // the order is alphabetical
  assert.deepEqual(sorted(await fileAt(one, PATH)), sorted(swapped));
  assert.match(swapped, /Red/);
});
