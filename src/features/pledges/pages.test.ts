import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { partners } from "../partners/feature.ts";
import { places } from "../places/feature.ts";
import { openWorld, subjectOf, TODAY, type World } from "../places/world.test.kit.ts";
import { claim, evidenceFor, pledgeBody, pledgeOf, source } from "./bodies.test.kit.ts";
import { pledges } from "./feature.ts";
import { goalHistory, pledgeLedger } from "./queries.ts";
import { PledgeLedger } from "./pages/ledger.tsx";
import { PledgeMain } from "./pages/pledge.tsx";
import type { PledgeLine } from "./queries.ts";
import { statusOf } from "./status.ts";

const searched = { on: "2026-11-24", where: ["press releases"] };
const wordings = [
  { text: "bring connectivity", date: "2022-02", source },
  { text: "benefit directly", date: "2023", source },
];
const to = (path: string) => path;

async function world(said: Readonly<Record<string, object>> = {}): Promise<World> {
  const it = await openWorld([places, partners, pledges]);
  for (const name of ["Alpha", "Beta", "Gamma"])
    await it.say("partners", name.toLowerCase(), "partner.named/1", {
      name,
      kind: "company",
      summary: "An organisation.",
      standing: "named",
    });
  for (const [slug, more] of Object.entries(said))
    await it.say("pledges", slug, "pledge.made/1", pledgeBody(more));
  return it;
}

test("P5 what no figure has yet is asked for in a sentence: once in the list, once on the pledge's own page", async () => {
  await using it = await world({
    one: { claims: [claim("a", 60, "2022")] },
    two: { claims: [claim("b", 90, "2024")] },
  });
  const list = await it.page("/pledges");
  assert.doesNotMatch(list, /evidence: wanted|attestation: open|No evidence has been filed/);
  assert.equal(list.match(/Do you have evidence/g)?.length, 1);
  const own = await it.page("/pledges/one");
  assert.match(
    own,
    /No evidence has been filed .*?send\?about=evidence&amp;claim=a">please send it/,
  );
  assert.match(own, /href="\/pledges\/one#sign">Can you sign for it\?/);
  assert.equal(own.match(/No evidence has been filed/g)?.length, 1);
});

test("P13 a status is set in ink: in its own paragraph, and nowhere in the signal colour", async () => {
  await using it = await world({ late: { searched }, open: { by: "2030" } });
  const html = (await it.page("/pledges")) + (await it.page("/pledges/late"));
  const statuses = [...html.matchAll(/<p class="status">.*?<\/p>/gs)].map((m) => m[0]);
  assert.equal(statuses.length, 3);
  for (const status of statuses)
    assert.doesNotMatch(status, /signal|thread|pin|<svg| style=|class="(?!status)/);
  const rest = statuses.reduce((text, status) => text.replace(status, ""), html);
  assert.doesNotMatch(rest, /past its date|open until/);
  assert.match(
    statuses.join(""),
    /<a href="\/pledges\/late\/send\?about=figure">Do you have the figure\? Send it<\/a>/,
  );
  assert.match(
    statuses.join(""),
    /\(searched 24 Nov 2026, <a href="\/pledges\/late#searched">sources<\/a>\)/,
  );
});

test("P41 every pledge leads to a form of its own, in the same words", async () => {
  await using it = await world({ late: { searched }, open: { by: "2030" } });
  const [list, late, open] = await Promise.all(
    ["/pledges", "/pledges/late", "/pledges/open"].map((path) => it.page(path)),
  );
  const links = (html: string, slug: string) =>
    [...html.matchAll(/<a[^>]*href="(\/pledges\/[a-z]+\/send[^"]*)"[^>]*>(.*?)<\/a>/gs)]
      .filter(([, href]) => href!.includes(`/${slug}/`))
      .map(([, href, words]) => `${href!.replace(slug, "*")} ${words!.trim()}`);
  for (const slug of ["late", "open"])
    assert.ok(
      links(list!, slug).some((link) => link.startsWith("/pledges/*/send Send a figure, evidence")),
      slug,
    );
  const wanted = "/pledges/*/send?about=figure Do you have the figure? Send it";
  assert.ok(links(late!, "late").includes(wanted));
  assert.deepEqual(links(late!, "late"), links(open!, "open"));
  for (const html of [list!, late!, open!]) assert.doesNotMatch(html, /take-part#figure/);
});

test("P36 another sort of thing is sent about the same figure", async () => {
  await using it = await world({
    a: { claims: [claim("one", 9, "2023"), claim("two", 8, "2024")] },
  });
  const html = await it.page("/pledges/a/send?about=evidence&claim=one");
  for (const way of ["correction", "dispute"])
    assert.ok(html.includes(`href="/pledges/a/send?about=${way}&amp;claim=one"`), way);
  assert.ok(html.includes('href="/pledges/a/send?about=figure"'), "a new one is about none");
  assert.doesNotMatch(await it.page("/pledges/a/send?about=evidence&claim=x%26y"), /x&amp;y/);
});

test("P12 absence is never asserted, by any page", async () => {
  await using it = await world({ bare: {}, late: { searched, claims: [claim("a", 9, "2023")] } });
  for (const path of ["/pledges", "/pledges/bare", "/pledges/late", "/organisations/alpha"]) {
    const text = (await it.page(path)).replaceAll(/<[^>]+>/g, " ");
    assert.doesNotMatch(
      text,
      /\b(failed|missed|expired|broken|unmet|overdue|never|missing|only|just)\b/i,
      path,
    );
    for (const [found] of text.matchAll(
      /(?:we have )?not found(?: by us)?|(?:we (?:have )?found )?no (?:closing figure|report)\b/g,
    ))
      assert.match(found, /^we |by us$/, path);
  }
});

const figure = fc.record({
  value: fc.integer({ min: 1, max: 2_000_000 }),
  asOf: fc.constantFrom("2022", "2023-11", "2025-12-31", "2026-03"),
  measure: fc.constantFrom("cumulative", "other"),
  by: fc.constantFrom("pledger", "other"),
  atLeast: fc.boolean(),
});
const promise = fc.record({
  figures: fc.array(figure, { maxLength: 4 }),
  by: fc.constantFrom("2025-12-31", "2030"),
  worded: fc.boolean(),
  looked: fc.boolean(),
  filed: fc.boolean(),
});

test("P14 swapping two pledgers' names changes nothing but the names", async () => {
  await fc.assert(
    fc.asyncProperty(promise, promise, async (one, two) => {
      const render = async (first: string, second: string) => {
        const lines = [lineOf("one", first, second, one), lineOf("two", second, first, two)];
        const parts = [
          PledgeLedger({ lines, lang: "en", to }),
          ...lines.map((line) => PledgeMain({ line, today: TODAY, lang: "en", to })),
        ];
        let html = "";
        for (const part of parts) html += String(await part);
        return html;
      };
      const swapped = (await render("Beta", "Alpha")).replaceAll(/Alpha|Beta/g, (name) =>
        name === "Alpha" ? "Beta" : "Alpha",
      );
      assert.equal(swapped, await render("Alpha", "Beta"));
    }),
    { numRuns: 40 },
  );
});

function lineOf(
  slug: string,
  name: string,
  other: string,
  from: typeof promise extends fc.Arbitrary<infer T> ? T : never,
): PledgeLine {
  const { figures, by, worded, looked, filed } = from;
  const claims = figures.map(({ value, asOf, ...more }, i) =>
    claim(`c${i}`, value, asOf, { ...more, saidBy: name }),
  );
  const pledge = pledgeOf({
    by,
    ...(claims.length > 0 && { claims, ...(filed && { evidence: [evidenceFor("c0")] }) }),
    ...(worded && { wordings }),
    ...(looked && { searched }),
  });
  const status = statusOf(pledge, TODAY);
  return {
    subject: slug,
    slug,
    pledge,
    pledger: { name },
    with: [{ name: other }],
    signers: new Map(),
    ...(status && { status }),
  };
}

const once = (n: number) => ({ low: n, high: n, shared: [], towards: 0 });
const people = (count: number, claimed: number, evidenced = 0) => ({
  unit: "people",
  pledges: count,
  ...(claimed > 0 && { latest: 2026 }),
  claimed: once(claimed),
  evidenced: once(evidenced),
  attested: once(0),
});

test("P15 the goal adds up what came since the pledges, one sum a number; history stands beside", async () => {
  const counts = (more: object) => ({ goal: true, by: "2030", ...more });
  await using it = await world({
    based: counts({
      baseline: { value: 60, asOf: "2022" },
      claims: [claim("a", 90, "2025"), claim("b", 100, "2026")],
      evidence: [evidenceFor("a")],
    }),
    plain: counts({ claims: [claim("a", 7, "2026")] }),
    past: counts({ claims: [claim("a", 1000, "2026")], historical: true }),
    aside: { claims: [claim("a", 1000, "2026")] },
    none: counts({ from: "2026" }),
  });
  let goal = await goalHistory(it.db, TODAY);
  assert.deepEqual(goal.totals, [people(3, 47, 30)]);
  assert.deepEqual(
    goal.historical.map((l) => l.slug),
    ["past"],
  );
  await it.say("pledges", "plain", "pledge.edited/1", {
    ...pledgeBody(counts({ claims: [claim("a", 7, "2026")] })),
    unit: "schools",
  });
  goal = await goalHistory(it.db, TODAY);
  assert.deepEqual(goal.totals, [people(2, 40, 30), { ...people(1, 7), unit: "schools" }]);
  await it.say("pledges", "based", "pledge.withdrawn/1", {});
  assert.deepEqual((await goalHistory(it.db, TODAY)).totals[0], people(1, 0));
});

test("P15 a total below the baseline, or of a date before it, came before the pledge and adds nothing", async () => {
  const based = { goal: true, by: "2030", baseline: { value: 60, asOf: "2022" } };
  await using it = await world({
    before: { ...based, from: "2026", claims: [claim("a", 70, "2021")] },
    below: { ...based, claims: [claim("a", 50, "2026")] },
  });
  assert.deepEqual((await goalHistory(it.db, TODAY)).totals, [people(2, 0)]);
});

test("P16 the ledger is alphabetical by pledger, then by date; series come after", async () => {
  await using it = await world({
    a: { pledger: subjectOf("partners", "beta") },
    b: { from: "2023" },
    c: { from: "2019" },
    d: { kind: "series", from: "2001" },
  });
  const ledger = await pledgeLedger(it.db, TODAY);
  assert.deepEqual(
    ledger.pledges.map((l) => l.slug),
    ["c", "b", "a"],
  );
  assert.deepEqual(
    ledger.series.map((l) => [l.slug, l.status]),
    [["d", undefined]],
  );
  const html = await it.page("/pledges");
  assert.ok(html.indexOf("For context") > html.indexOf("/pledges/a"));
});

test("P9 a series is drawn without a target, a status or a promise", async () => {
  await using it = await world({ s: { kind: "series", claims: [claim("a", 9, "2023")] } });
  const html = await it.page("/pledges/s");
  assert.doesNotMatch(html, /class="status"|pledged<|compared with the target|towards the promise/);
});

test("P18 a partner's page shows what it pledged or joined", async () => {
  await using it = await world({
    own: {},
    joint: { pledger: subjectOf("partners", "beta"), with: [subjectOf("partners", "alpha")] },
  });
  assert.match(await it.page("/organisations/alpha"), /\/pledges\/own".*\/pledges\/joint"/s);
  assert.doesNotMatch(await it.page("/organisations/beta"), /\/pledges\/own"/);
  assert.doesNotMatch(await it.page("/organisations/gamma"), /\/pledges\//);
});

test("P19 an old address leads to the present one; an unknown or withdrawn pledge is no page", async () => {
  await using it = await world({ a: {} });
  await it.bind("pledges", "a", "a-million");
  const answer = await it.get("/pledges/a");
  assert.equal(answer?.kind === "redirect" && answer.to, "/pledges/a-million");
  assert.equal(await it.get("/pledges/none"), undefined);
  await it.say("pledges", "a", "pledge.withdrawn/1", {});
  assert.equal(await it.get("/pledges/a-million"), undefined);
});

test("P3 the page shows both values of a revised figure, in chart and table", async () => {
  await using it = await world({
    a: {
      unit: "people",
      claims: [
        claim("old", 2_600_000, "2023"),
        claim("new", 2_800_000, "2023", { saidOn: "2024-11", revises: "old" }),
      ],
    },
  });
  const html = await it.page("/pledges/a");
  assert.match(html, /revised to 2\.8 million people, stated Nov 2024/);
  assert.match(html, /revises 2\.6 million people, stated 2023/);
  assert.match(html, />2\.6†<.*>2\.8</s);
});

test("P24 a dispute called like a figure stands at an address of its own", async () => {
  const dispute = { id: "a", claim: "a", text: "Fewer.", by: "A village", date: "2026-01-02" };
  await using it = await world({
    one: { claims: [claim("a", 9, "2023")], disputes: [{ ...dispute, source }] },
  });
  const html = await it.page("/pledges/one");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  );
  assert.ok(ids.includes("a") && ids.includes("dispute.a"));
});

test("P3 the ledger says the unit of what was revised, where that was another", async () => {
  await using it = await world({
    a: {
      claims: [
        claim("old", 700, "2023", { unit: "schools" }),
        claim("new", 2800, "2023", { saidOn: "2024-11", revises: "old" }),
      ],
    },
  });
  assert.match(await it.page("/pledges"), /This figure revises 700 schools\./);
});

test("P7 wordings that differ are quoted side by side", async () => {
  await using it = await world({ a: { wordings } });
  assert.match(
    await it.page("/pledges/a"),
    /Worded differently.*“bring connectivity”.*side by side.*“benefit directly”/s,
  );
});

test("a page is fresh until the day on which a status changes", async () => {
  await using it = await world({ a: { by: "2030" }, b: { by: "2027-06" } });
  const page = await it.get("/pledges");
  assert.equal(page?.kind === "page" && page.until, "2027-07-01");
  assert.match(await it.page("/pledges", "2027-07-01"), /past its date/);
});

test("P12 P25 a pledge's own page is fresh until a milestone is due or it falls silent, whatever its status says", async () => {
  await using it = await world({
    a: { by: "2024", from: "2024", milestones: [{ title: "A mast", due: "2026-12" }] },
    b: { by: "2030", from: "2026", milestones: [{ title: "Built", due: "2027", reached: "2026" }] },
  });
  const until = async (path: string, today = TODAY) => {
    const page = await it.get(path, { today });
    return page?.kind === "page" ? page.until : "no page";
  };
  assert.equal(await until("/pledges/a", "2026-11-24"), "2027-01-01");
  assert.match(
    await it.page("/pledges/a", "2027-01-01"),
    /A mast, due December 2026: no report of the outcome yet/,
  );
  assert.doesNotMatch(await it.page("/pledges/a", "2026-12-31"), /Silent since|: no report/);
  assert.match(await it.page("/pledges/a", "2027-01-01"), /Silent since 1 January 2027/);
  assert.equal(await until("/pledges/b"), "2029-01-01", "what was reached is due no more");
  assert.equal(await until("/pledges/a", "2027-01-01"), undefined, "nothing changes by itself");
  for (const path of ["/pledges", "/pledges/b"])
    assert.equal(await until(`${path}?on=2026-01-01`), undefined, "a day that was asked for stays");
});

test("P42 on a day that is asked for, everything said until now has the status of that day, and the page says so", async () => {
  const late = claim("late", 700, "2025-12-31", { saidOn: "2026-02-01" });
  await using it = await world({ a: { from: "2024", by: "2025", claims: [late] } });
  for (const path of ["/pledges", "/pledges/a"]) {
    const now = await it.page(path);
    for (const words of [/>700/, /past its date; closing figure/]) assert.match(now, words, path);
    assert.doesNotMatch(now, /with the status as of/, path);
    const before = await it.page(`${path}?on=2025-06-30`);
    assert.match(before, /Everything published so far, with the status as of 30 June 2025\./, path);
    for (const words of [/>700/, /open until 2025/]) assert.match(before, words, path);
  }
  assert.match(await it.page("/pledges/a?on=2029-01-01"), /with the status as of 1 January 2029\./);
});

test("an empty ledger invites", async () => {
  await using it = await world();
  const html = await it.page("/pledges");
  assert.match(
    html,
    /No pledges yet\. <a href="\/take-part\/pledge">Yours can be the first\.<\/a>/,
  );
  assert.doesNotMatch(html, / style=|<script/);
});

test("a note's address is a link, and what is no address is text", async () => {
  await using it = await world({
    a: { note: "See https://www.example.net/a_(b), or <b>javascript:alert(1)</b>." },
  });
  const html = await it.page("/pledges/a");
  assert.match(
    html,
    /See <a href="https:\/\/www\.example\.net\/a_">example\.net<\/a>\(b\), or &lt;b&gt;javascript/,
  );
});
