import assert from "node:assert/strict";
import test from "node:test";
import { opportunities } from "../opportunities/feature.ts";
import { partners } from "../partners/feature.ts";
import { places } from "../places/feature.ts";
import { openWorld, recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { plans } from "../plans/feature.ts";
import { pledges } from "../pledges/feature.ts";
import { projects } from "./feature.ts";
import { projectsModel } from "./model.ts";

const source = { title: "A survey", url: "https://example.com/survey", date: "2020" };
const place = {
  type: "Feature",
  geometry: { type: "Point", coordinates: [29.15, -31.99] },
  properties: { name: "Mankosi", country: "ZA" },
};
const partner = { name: "A co-op", kind: "community", summary: "Ours.", standing: "named" };
const pledge = {
  kind: "pledge",
  title: "A hundred",
  pledger: subjectOf("partners", "coop"),
  summary: "A promise.",
  metric: "people",
  unit: "people",
  from: "2024",
};
const project = {
  title: "Masts <b>",
  summary: "A line of masts.",
  state: "building",
  places: [subjectOf("places", "mankosi")],
  partners: [subjectOf("partners", "coop")],
  pledges: [subjectOf("pledges", "hundred")],
};

async function world(more: object = {}) {
  const it = await openWorld([places, partners, pledges, projects, plans, opportunities]);
  await it.say("places", "mankosi", "place.named/1", place);
  await it.say("partners", "coop", "partner.named/1", partner);
  await it.say("pledges", "hundred", "pledge.made/1", pledge);
  await it.say("projects", "masts", "project.opened/1", { ...project, ...more });
  return it;
}

test("B2 the three measures stand side by side, with their source; one line names what is not known", async () => {
  await using silent = await world();
  const nothing = await silent.page("/projects/masts");
  const line = (html: string) =>
    /We do not yet know: ([^.]*)\./.exec(html)?.[1]?.split(/, (?:and )?| and /);
  assert.doesNotMatch(nothing, /<h3>/);
  assert.deepEqual(line(nothing)?.slice(0, 4), ["time", "people", "budget", "available"]);
  assert.equal(line(nothing)?.length, 12);
  await using told = await world({
    measures: { seamless: { latency: { value: 40, asOf: "2020", source } } },
  });
  const html = await told.page("/projects/masts");
  assert.match(html, /40 ms, 2020.*example\.com\/survey/s);
  assert.match(html, /<h3>Seamless<\/h3>/);
  assert.equal(line(html)?.length, 11);
  assert.ok(!line(html)?.includes("latency"));
});

test("B3 a milestone is reached when the day is said; its evidence stands below it", async () => {
  await using it = await world({
    milestones: [
      { id: "a", title: "First mast", due: "2020" },
      {
        id: "b",
        title: "Second mast",
        reached: "2021-03",
        evidence: [
          { title: "A photo", url: "https://example.com/p", by: "A paper", date: "2021-04" },
        ],
      },
    ],
  });
  const html = await it.page("/projects/masts");
  assert.match(html, /<li><b>First mast<\/b><small>due 2020; we found no report of the outcome/);
  assert.match(html, /<li class="on"><b>Second mast<\/b><small>reached March 2021/);
  assert.match(html, /example\.com\/p">A photo<\/a>\. A paper, April 2021/);
});

test("B4 people are a range with its source and time; a budget without a source says so", async () => {
  await using it = await world({
    people: { low: 400, high: 3500, source, period: "in 2020" },
    budget: { amount: 18000, currency: "ZAR" },
  });
  const html = await it.page("/projects/masts");
  assert.match(html, /400 to 3,500, in 2020.*example\.com\/survey/s);
  assert.match(html, /ZAR 18,000.*No source is given\./s);
  await using silent = await world();
  assert.doesNotMatch(await silent.page("/projects/masts"), /<dt>(?:People|Budget)<\/dt>/);
});

test("B9 a time that is typed as a span is printed as people say it", async () => {
  for (const [period, said] of [
    ["2026..", "since 2026"],
    ["2026-03-", "since March 2026"],
    ["..2026", "until 2026"],
    ["2024–2026", "2024 to 2026"],
    ["2024/2026", "2024 to 2026"],
    ["by 2026", "by 2026"],
    ["2026", "2026"],
  ] as const) {
    await using it = await world({ people: { low: 400, source, period } });
    assert.match(
      (await it.page("/projects/masts")).replaceAll(/<[^>]+>/g, ""),
      new RegExp(`400, ${said}[^.\\d–-]`),
    );
  }
});

test("B5 the list has every project with its state; the empty one invites; its old address leads there", async () => {
  await using it = await world();
  const moved = await it.get("/projects");
  assert.equal(moved?.kind === "redirect" && moved.to, "/opportunities#projects");
  assert.match(await it.page("/opportunities"), /building.*projects\/masts">Masts &lt;b&gt;/s);
  await it.say("projects", "masts", "project.withdrawn/1", {});
  assert.match(await it.page("/opportunities"), /No projects here yet/);
});

test("B6 a project stands on the pages of its place and its partner, and names its pledge", async () => {
  await using it = await world();
  for (const path of ["/places/mankosi", "/organisations/coop"])
    assert.match(await it.page(path), /href="\/projects\/masts"/, path);
  const html = await it.page("/projects/masts");
  for (const path of ["/places/mankosi", "/organisations/coop", "/pledges/hundred"])
    assert.ok(html.includes(`href="${path}"`), path);
  const asked = { db: it.db, frame: { language: "en", languages: ["en"], own: "en" }, lang: "en" };
  const related = await projects.related!(asked as never, subjectOf("pledges", "hundred"));
  assert.match(String(await related?.html), /Masts/);
});

test("B6 on the page of a plan stand the projects that came of it", async () => {
  const plan = subjectOf("plans", "valley");
  await using it = await world({ plan });
  const related = async (subject: string) => {
    const asked = {
      db: it.db,
      frame: { language: "en", languages: ["en"], own: "en" },
      lang: "en",
    };
    return String(await (await projects.related!(asked as never, subject))?.html);
  };
  assert.match(await related(plan), /Projects that resulted from this plan.*Masts/s);
  assert.doesNotMatch(await related(subjectOf("places", "mankosi")), /resulted from this plan/);
});

test("B6 many projects that name many places are written at once", async () => {
  await using it = await world();
  const far = Array.from({ length: 200 }, (_, i) => subjectOf("places", `p-${i}`));
  const many = Array.from({ length: 120 }, (_, i) => subjectOf("projects", `many-${i}`));
  const records = many.map(
    (subject) =>
      [subject, recordsOf(subject, ["project.opened/1", { ...project, places: far }])] as const,
  );
  const [projection] = projectsModel.projections;
  await it.db
    .transaction()
    .execute((tx) => projection!.write(tx, new Map(records), async () => undefined));
  const rows = it.db
    .withTables<{ project_subject: { about: string } }>()
    .selectFrom("project_subject")
    .select("about")
    .where("about", "=", far[199]!);
  assert.equal((await rows.execute()).length, 120);
});

test("B7 an old address leads on; an unknown or withdrawn project is no page", async () => {
  await using it = await world();
  await it.bind("projects", "masts", "four-masts");
  const answer = await it.get("/projects/masts");
  assert.equal(answer?.kind === "redirect" && answer.to, "/projects/four-masts");
  assert.equal(await it.get("/projects/nothing"), undefined);
  await it.say("projects", "masts", "project.withdrawn/1", {});
  assert.equal(await it.get("/projects/four-masts"), undefined);
});
