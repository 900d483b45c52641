import assert from "node:assert/strict";
import test from "node:test";
import { CAMPAIGN } from "../campaign/campaign.fixture.ts";
import { subjectOf } from "../places/world.test.kit.ts";
import { relatedActivities } from "./iati/related.ts";
import { found, schemaErrors } from "./iati.test.kit.ts";
import { wordsIn } from "./words.ts";
import { fileAt, GOAL, JOINT, openData, pledge } from "./world.test.kit.ts";

const PATH = "/data/iati-activities.xml";
const REF = subjectOf("campaign", "wells").slice(0, 16); // no register's prefix is made up
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
  const openly = (of: string) =>
    found(xml, `${of}/description/narrative`).filter((said) => said === wordsIn("en").iati).length;
  assert.deepEqual(
    [JOINT_AT, at("programmes", "dig"), at("campaign", "wells")].map(openly),
    [1, 1, 0],
    "in words, of what others do",
  );
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
    "Status: past its date; we found no closing figure (searched 1 Feb 2026).",
    "Disputed by Delta on 2025-02-01: “Two wells are dry.”",
    "Answered by Alpha on 2025-02-20: “They were full when counted.”",
    wordsIn("en").iati,
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

test("OD13 each activity has a country or the world, and a sector", async () => {
  await using it = await openData();
  const nowhere = JOINT.claims[0]!;
  const own = { ...JOINT.claims[3]!, places: [subjectOf("places", "hill")] };
  const of = async (slug: string, what: string) =>
    found(await fileAt(it, PATH), `${at("pledges", slug)}/${what}`);
  const where = async (slug: string) => [
    await of(slug, "recipient-country/@code"),
    await of(slug, "recipient-region/@code"),
  ];
  const say = (claims: readonly object[], more: object = {}) =>
    it.say("pledges", "there", "pledge.edited/1", pledge("There", { claims, ...more }));
  await it.say("pledges", "there", "pledge.made/1", pledge("There", { claims: [own] }));
  assert.deepEqual(await where("there"), [["ZA"], []]);
  assert.deepEqual(await of("there", "location/name/narrative"), ["Hill"]);
  await say([own, nowhere]);
  assert.deepEqual(await where("there"), [[], ["001"]], "one figure may be of elsewhere");
  assert.deepEqual(await of("there", "location/name/narrative"), ["Hill"]);
  const dale = subjectOf("places", "dale");
  await it.say("places", "dale", "place.edited/1", {
    type: "Feature",
    geometry: { type: "Point", coordinates: [-70, 5] },
    properties: { name: "Dale", country: "CO" },
  });
  await say([own, { ...own, id: "e", places: [dale] }]);
  assert.deepEqual(await where("there"), [[], ["001"]], "shares of two countries are not known");
  assert.deepEqual(await where("second"), [[], ["001"]], "nobody said where");
  assert.deepEqual(await of("second", "recipient-region/@vocabulary"), ["2"]);
  assert.deepEqual(await of("there", "sector/@code"), ["99810"], "not specified");
  await say([own], { sector: "14030" });
  assert.deepEqual(await of("there", "sector/@code"), ["14030"]);
  const xml = await fileAt(it, PATH);
  const all = found(xml, "//iati-activity").length;
  assert.equal(found(xml, "//iati-activity[recipient-country or recipient-region]").length, all);
  assert.equal(found(xml, "//iati-activity[count(sector[@vocabulary='1'])=1]").length, all);
  assert.deepEqual(schemaErrors(xml), []);
});

test("OD14 what is over says when it ended, and every period ends after it begins", async () => {
  await using it = await openData();
  const of = async (what: string, today?: string) =>
    found(await fileAt(it, PATH, today), `${JOINT_AT}/${what}`);
  assert.deepEqual(await of("activity-date[@type='4']/@iso-date"), ["2025-12-31"]);
  assert.deepEqual(await of("activity-date[@type='4']/@iso-date", "2025-12-31"), []);
  const closing = { ...JOINT.claims[3], id: "z", asOf: "2025-12-31", saidOn: "2026-01-02" };
  await it.say("pledges", "joint", "pledge.edited/1", { ...JOINT, claims: [closing] });
  assert.deepEqual(await of("activity-status/@code"), ["4"]);
  assert.deepEqual(await of("activity-date[@type='4']/@iso-date"), ["2025-12-31"]);
  const odd = { claims: [{ ...closing, asOf: "2020" }] };
  for (const [slug, more] of [
    ["undated", { by: undefined }],
    ["backwards", { from: "2024-05-02", by: "2023" }],
    ["a-day", { from: "2024-05-02", by: "2024-05-02" }],
  ] as const)
    await it.say(
      "pledges",
      slug,
      "pledge.made/1",
      JSON.parse(JSON.stringify({ ...pledge(slug, odd), ...more })),
    );
  await it.say("campaign", "wells", "campaign.edited/1", {
    ...CAMPAIGN,
    goal: { ...GOAL, by: "2025-12-31" },
  });
  const xml = await fileAt(it, PATH);
  const [begin, end] = ["start", "end"].map((edge) => found(xml, `//period-${edge}/@iso-date`));
  assert.ok(begin!.length > 8);
  assert.deepEqual(
    begin!.flatMap((day, i) => (day < end![i]! ? [] : [[day, end![i]]])),
    [],
  );
  assert.deepEqual(
    found(xml, `${JOINT_AT}//period[actual]/*[starts-with(name(), 'period-')]/@iso-date`),
    ["2025-12-30", "2025-12-31"],
    "a figure of a day ends on it",
  );
  const over = "activity-status[@code='3' or @code='4']";
  assert.ok(found(xml, `//iati-activity[${over}]`).length > 3);
  assert.deepEqual(found(xml, `//iati-activity[${over}][not(activity-date[@type='4'])]`), []);
  const undated = `${at("pledges", "undated")}//indicator`;
  assert.deepEqual(found(xml, `${undated}//target`), []);
  assert.deepEqual(found(xml, `${undated}/description/narrative`), [
    "Promised without a date: 100. Unit: wells.",
  ]);
  assert.deepEqual(found(xml, `${at("pledges", "backwards")}/activity-date/@type`), ["2"]);
  assert.deepEqual(schemaErrors(xml), []);
});

test("OD15 it says when it changed last, and makes up no reference", async () => {
  await using it = await openData();
  const last = async (slug: string, today?: string) =>
    found(await fileAt(it, PATH, today), `${at("pledges", slug)}/@last-updated-datetime`)[0];
  assert.equal(await last("second", "2021-12-31"), "1970-01-01T00:00:00.000Z", "its record's");
  assert.equal(await last("second"), "2025-01-01T00:00:00.000Z", "silent since");
  assert.equal(await last("joint", "2026-01-01"), "2026-01-01T00:00:00.000Z", "over since");
  await it.say("pledges", "second", "pledge.edited/1", pledge("Second", { from: "2030" }));
  assert.equal(await last("second"), "1970-01-01T00:00:00.001Z", "its newest record's");
  const xml = await fileAt(it, PATH);
  assert.deepEqual(found(xml, "//participating-org/@ref"), []);
  assert.deepEqual(found(xml, "//other-identifier"), []);
  assert.doesNotMatch(xml, /CND/);
  const before = found(xml, "//iati-identifier");

  await it.say("campaign", "wells", "campaign.edited/1", {
    ...CAMPAIGN,
    goal: GOAL,
    iati: { reference: "ZA-NPO-123", sector: "14030" },
  });
  await it.say("partners", "beta", "partner.edited/1", {
    name: "Beta",
    kind: "carrier",
    summary: "Digs.",
    standing: "named",
    reference: "XM-DAC-1",
  });
  const registered = await fileAt(it, PATH);
  assert.deepEqual(found(registered, "//iati-identifier"), before, "they never change");
  assert.deepEqual(new Set(found(registered, "//reporting-org/@ref")), new Set(["ZA-NPO-123"]));
  assert.deepEqual(
    new Set(found(registered, "//other-identifier[@type='B1']/@ref")),
    new Set([REF]),
  );
  const taking = (of: string) => found(registered, `${of}/participating-org/@ref`);
  assert.deepEqual(taking(JOINT_AT), ["XM-DAC-1"], "of Alpha nobody knows one");
  assert.deepEqual(taking(at("campaign", "wells")), ["ZA-NPO-123"]);
  assert.deepEqual(found(registered, `${at("campaign", "wells")}/sector/@code`), ["14030"]);
  assert.deepEqual(schemaErrors(registered), []);
});
