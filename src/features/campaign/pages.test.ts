import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { books } from "../books/feature.ts";
import { courses } from "../courses/feature.ts";
import { conversation } from "../conversation/feature.ts";
import { events } from "../events/feature.ts";
import { openData } from "../open-data/feature.ts";
import { opportunities } from "../opportunities/feature.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { plans } from "../plans/feature.ts";
import { pledges } from "../pledges/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { projects } from "../projects/feature.ts";
import { stories } from "../stories/feature.ts";
import { BASE, CONSENT, openStage, ROLE, story, type Stage } from "../stories/stage.fixture.ts";
import { CAMPAIGN } from "./campaign.fixture.ts";
import { campaignOf } from "./feature.ts";
import { campaignFrame } from "./frame.ts";
import { openedCampaign } from "./queries.ts";
import { pageAt } from "./queries.ts";

const features = [
  campaignOf([]),
  places,
  partners,
  people,
  programmes,
  stories,
  pledges,
  projects,
  plans,
  events,
  opportunities,
  conversation,
  books,
  courses,
  openData,
];

const still = (letter: string, name: string) => ({
  media: `${letter.repeat(64)}.${name}`,
  name: `earth.${name}`,
  width: 480,
  height: 270,
  bytes: 5000,
});
const EARTH = {
  wide: still("a", "avif"),
  small: still("b", "avif"),
  plain: still("c", "webp"),
  year: "2016",
  degrees: 170,
  credit: "Credit.",
};

async function staged(set: object = {}): Promise<Stage> {
  const stage = await openStage(features);
  await stage.open("campaign.opened/1", "campaign", "wells", { ...CAMPAIGN, ...set });
  stage.frame = await campaignFrame(stage.db, BASE);
  return stage;
}

const headings = (html: string): string[] =>
  [...html.matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/gs)].map(([, inner]) =>
    inner!.replace(/<[^>]+>/g, "").trim(),
  );

test("C3 the front tells in its order", async () => {
  await using stage = await staged();
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  await stage.open("story.told/1", "stories", "well", story({ people: [ana], lead: true }));
  for (const more of [{}, { earth: EARTH }]) {
    const { subject } = (await openedCampaign(stage.db))!;
    await stage.say("campaign.edited/1", subject, { ...CAMPAIGN, ...more });
    stage.frame = await campaignFrame(stage.db, BASE);
    assert.deepEqual(headings((await stage.page("/")).main), [
      "Water is near",
      "How they did it",
      "What you can do now",
      "Pledges",
      "Conversation",
      "The next story could be yours",
    ]);
  }
});

const WEEK = { title: "Name a well", button: "Name it", to: "/take-part/opportunity?kind=need" };
const ASKED_FOR = { until: "2026-11-30", came: "Nine were named." };

test("C39 what is asked for this week stands until its day, with what came of the last one; then the ways to take part", async () => {
  await using stage = await staged({ week: { ...WEEK, ...ASKED_FOR } });
  const on = async (today: string) => (await stage.page("/", today)).main;
  const { main, page } = await stage.page("/", "2026-11-30");
  assert.match(
    main,
    /One thing to do this week[^]*Name a well[^]*kind=need"[^>]*>Name it<[^]*Nine were named/,
  );
  assert.equal(page.until, "2026-12-01");
  const after = await on("2026-12-01");
  assert.doesNotMatch(after, /this week|Name a well|Nine were/);
  assert.match(after, /What you can do now[^]*Dig with us/);
});

test("C40 the question of the month opens, closes, and is summed up", async () => {
  const question = { text: "Who dug it?", topic: "depth", from: "2026-12-01", until: "2026-12-31" };
  await using stage = await staged({ question });
  const on = async (today: string) => {
    const { main, page } = await stage.page("/", today);
    return { main, until: page.until };
  };
  const before = await on("2026-11-30");
  assert.equal(before.until, "2026-12-01");
  assert.doesNotMatch(before.main, /Who dug it/);
  assert.match(before.main, /How deep is it\?/);
  const open = await on("2026-12-31");
  assert.match(
    open.main,
    /Question of the month[^]*Who dug it\?[^]*\/topics\/depth\/comment"[^]*Open until/,
  );
  assert.equal(open.until, "2027-01-01");
  const closed = await on("2027-01-01");
  assert.match(closed.main, /Who dug it\?[^]*We are reading the answers/);
  assert.doesNotMatch(closed.main, /depth\/comment/);
  const { subject } = (await openedCampaign(stage.db))!;
  const summed = { ...question, answers: "Four hands did." };
  await stage.say("campaign.edited/1", subject, { ...CAMPAIGN, question: summed });
  assert.match((await on("2027-01-01")).main, /Four hands did\.[^]*\/topics\/depth\/conversation"/);
});

test("C28 S34 a person is introduced by the figure of their story, where it has one", async () => {
  await using stage = await staged({ languages: ["en", "fr"] });
  const figure = { number: "7 hours", says: "on foot to the well" };
  const well = await stage.open("story.told/1", "stories", "well", story({ figure }));
  const { main } = await stage.page("/");
  assert.match(main, /<b>7 hours<\/b> <span>on foot to the well</);
  assert.doesNotMatch(main, /How a village reached the town/);
  const french = {
    lang: "fr",
    title: "Le puits",
    summary: "Loin.",
    state: "person",
    markdown: "…",
  };
  await stage.say("story.translated/1", well, french);
  assert.match((await stage.page("/fr")).main, /Le puits<\/a> <\/h3><p>Loin\.</);
  const own = { number: "7 heures", says: "à pied" };
  await stage.say("story.translated/1", well, { ...french, figure: own });
  assert.match((await stage.page("/fr")).main, /<b>7 heures<\/b> <span>à pied</);
});

test("C28 people of as many walks and places as there are stand beside the lead, the next by the goal; what is wanted is said once, last", async () => {
  await using stage = await staged({
    walks: ["digger", "cook", "smith", "baker", "nurse"].map((id) => ({ id, one: id, many: id })),
  });
  const there = await Promise.all(
    [0, 1, 2, 3, 4].map((i) =>
      stage.open("place.named/1", "places", `place-${i}`, {
        type: "Feature",
        geometry: { type: "Point", coordinates: [i, i] },
        properties: { name: `Place ${i}`, country: "ZA" },
      }),
    ),
  );
  const told = [
    ["digger", 0],
    ["digger", 1],
    ["cook", 2],
    ["smith", 3],
    ["baker", 2], // where the cook is
    ["baker", 4],
  ] as const;
  for (const [i, [walk, at]] of told.entries()) {
    const who = await stage.open("person.named/1", "people", `p-${i}`, {
      name: `P${i}`,
      role: ROLE,
    });
    const body = story({ people: [who], places: [there[at]!], walk, lead: i === 0 });
    await stage.open("story.told/1", "stories", `s-${i}`, body);
  }
  const { main } = await stage.page("/");
  const names = [...main.matchAll(/<h3[^>]*><a href="\/stories[^>]*>(P\d)</g)].map(
    ([, name]) => name,
  );
  assert.equal(names.length, 4);
  assert.deepEqual(names, ["P0", "P1", "P2", "P3"]);
  assert.doesNotMatch(main.replace(/<[^>]+>/g, " "), /wanted/i);
  assert.match(
    main,
    /<h2[^>]*id="wanted"(?:(?!<h2)[^])*We would love to hear from <span>nurse<\/span>/,
  );
});

test("C4 a campaign with one story, or with no record at all, has pages that invite", async () => {
  await using stage = await staged();
  await stage.open("story.told/1", "stories", "well", story({ walk: "digger" }));
  const { main } = await stage.page("/");
  assert.match(main, /A mast on the hill/);
  assert.match(main, /We would love to hear from <span>Cooks<\/span>/);
  assert.match(
    main,
    /There are no pledges here yet\. <a href="\/take-part\/pledge">Yours can be the first/,
  );
  assert.doesNotMatch(main, /undefined|NaN|\[object/);

  await using empty = await openStage(features);
  empty.frame = await campaignFrame(empty.db, BASE);
  for (const path of ["/", "/stories", "/about", "/privacy", "/take-part"])
    assert.doesNotMatch((await empty.page(path)).html, /undefined|NaN|\[object|#"|#</, path);
  assert.match((await empty.page("/")).main, /The first story could be yours/);
});

test("C5 no word of another campaign stands on a stranger's pages", async () => {
  await using stage = await staged();
  for (const path of ["/", "/stories", "/about", "/privacy", "/take-part"]) {
    const { html } = await stage.page(path);
    assert.match(html, /Wells for All/, path);
    assert.doesNotMatch(
      html,
      /Connect, Not Divide|ConnectNotDivide|divides|Huawei|TECH4ALL/i,
      path,
    );
  }
});

test("C6 about and privacy stand on every instance; a written about page is independent, with the credits", async () => {
  await using stage = await staged({ credits: ["Land: Ours"], legal: ["Names are theirs."] });
  const about = (await stage.page("/about")).main;
  assert.match(about, /Part one: do good[^]*Dig with us\.[^]*Part two: tell the world/);
  assert.match(about, /Nobody named here endorses this/);
  assert.match(about, /<li>Land: Ours<\/li><li>Names are theirs\.<\/li>/);
  assert.doesNotMatch((await stage.page("/")).html, /Land: Ours|Names are theirs/);
  assert.match(
    (await stage.page("/privacy")).main,
    /Reading this site sets no cookies and needs no scripts[^]*What is kept/,
  );
  const written = { title: "Who we are", markdown: "## Part one\n\nWe dig." };
  await stage.open("page.written/1", "pages", "about", written);
  const ours = (await stage.page("/about")).main;
  assert.match(ours, /Who we are[^]*We dig\.[^]*Nobody named here endorses this[^]*Land: Ours/);
  stage.frame = await campaignFrame(stage.db, BASE);
  assert.deepEqual(stage.frame.pages, [
    { title: "Who we are", path: "/about" },
    { standing: "privacy", path: "/privacy" },
    { standing: "rights", path: "/rights" },
    { standing: "press", path: "/press" },
    { standing: "events", path: "/events" },
    { standing: "updates", path: "/updates" },
  ]);
});

test("C7 free pages stand under /pages; old addresses and /imprint lead there", async () => {
  await using stage = await staged();
  assert.equal(await stage.ask("/imprint"), undefined);
  const body = { title: "Imprint", markdown: "Us, Hill Road 1." };
  const imprint = await stage.open("page.written/1", "pages", "imprint", body);
  const to = async (path: string) => {
    const answer = await stage.ask(path);
    return answer?.kind === "redirect" ? answer.to : undefined;
  };
  assert.equal(await to("/imprint"), "/pages/imprint");
  assert.match((await stage.page("/pages/imprint")).main, /Hill Road 1/);
  await stage.say("slug.bound/1", imprint, { space: "pages", slug: "who-runs-this" });
  assert.equal(await to("/pages/imprint"), "/pages/who-runs-this");
  await stage.say("page.withdrawn/1", imprint, {});
  assert.equal(await stage.ask("/pages/who-runs-this"), undefined);
});

test("C8 take part names the ways that exist today", async () => {
  await using stage = await staged();
  const { main } = await stage.page("/take-part");
  for (const id of ["tell", "ask", "offer", "join", "measure", "figure"])
    assert.ok(main.includes(`id="${id}"`), id);
  assert.match(main, /#WellsForAll/);
  assert.doesNotMatch(main, /mailto|imprint|<form/);
  await using reachable = await staged({ contact: "us@wells.example" });
  await reachable.open("page.written/1", "pages", "imprint", { title: "Imprint", markdown: "Us." });
  const ways = (await reachable.page("/take-part")).main;
  assert.match(ways, /mailto:us@wells\.example/);
  assert.match(ways, /href="\/pages\/imprint"/);
});

test("C9 the conversation on the front names every topic with its question and the last words about it", async () => {
  await using stage = await staged();
  const front = async () => (await stage.page("/")).main;
  assert.match(await front(), /#depth"[^]*How deep is it\?/);
  assert.doesNotMatch(await front(), /<q/);
  for (const [i, text] of ["Ten metres.", `Twelve ${"and more ".repeat(40)}`].entries())
    await stage.open("comment.said/1", "none", `c${i}`, {
      id: String(i).padStart(32, "0"),
      about: "topic:depth",
      text,
      said: "2026-11-24",
      name: "Ana",
    });
  assert.match(
    await front(),
    /How deep is it\?[^]*Ana<\/bdi>: <q[^>]*>Twelve and more[^<]{0,120} …<\/q>/,
  );
  assert.doesNotMatch(await front(), /Ten metres/);
  assert.ok((await stage.page("/")).page.uses.projections!.includes("thread topic:depth"));
});

test("C30 a translation without a summary has none: the original's is in another language", async () => {
  await using stage = await staged({ languages: ["en", "fr"] });
  const original = { title: "Team", summary: "Who we are.", markdown: "Us." };
  const id = await stage.open("page.written/1", "pages", "team", original);
  const french = { lang: "fr", title: "L’équipe", state: "person", markdown: "Nous." };
  await stage.say("page.translated/1", id, french);
  const summaryIn = async (lang: string) => (await pageAt(stage.db, "team", lang))?.page.summary;
  assert.deepEqual([await summaryIn("en"), await summaryIn("fr")], ["Who we are.", undefined]);
  await stage.say("page.translated/1", id, { ...french, summary: "Qui." });
  assert.equal(await summaryIn("fr"), "Qui.");
});

test("OD16 the sitemap lists the public pages and no story that may not be shown", async () => {
  await using stage = await staged({ languages: ["en", "fr"] });
  const ben = await stage.open("person.named/1", "people", "ben", { name: "Ben" });
  const well = await stage.open("story.told/1", "stories", "well", story());
  const french = { lang: "fr", title: "Le puits", summary: "…", state: "person", markdown: "…" };
  await stage.say("story.translated/1", well, french);
  await stage.open("story.told/1", "stories", "hidden", story({ people: [ben] }));
  for (const slug of ["team", "about"])
    await stage.open("page.written/1", "pages", slug, { title: "Team", markdown: "Us." });
  stage.frame = await campaignFrame(stage.db, BASE);
  const body = (await sitemap(stage)).text;
  for (const path of ["/", "/stories/well", "/fr/stories/well", "/topics/depth", "/pages/team"])
    assert.ok(body.includes(`<loc>${BASE}${path}</loc>`), path);
  for (const path of [
    "/stories",
    "/opportunities",
    "/atlas/africa",
    "/events",
    "/take-part/opportunity",
  ])
    assert.ok(body.includes(`hreflang="fr" href="${BASE}/fr${path}"`), path);
  assert.doesNotMatch(
    body,
    /\/fr\/(pages\/team|about)"/,
    "written in the campaign's own language alone",
  );
  assert.doesNotMatch(body, /hidden/);
});

test("S22 the sitemap says the moment of the last change", async () => {
  await using stage = await staged();
  const well = await stage.open(
    "story.told/1",
    "stories",
    "well",
    story({ published: "2026-11-18" }),
  );
  stage.frame = await campaignFrame(stage.db, BASE);
  const changed = async () => /well<\/loc><lastmod>(.*?)</.exec((await sitemap(stage)).text)![1]!;
  const first = await changed();
  await stage.say(
    "story.edited/1",
    well,
    story({ published: "2026-11-18", markdown: "Once more." }),
  );
  const second = await changed();
  assert.match(second, /T\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.ok(Date.parse(second) > Date.parse(first));
});

test("OD16 the sitemap lists the pages of people for as long as they have one", async () => {
  await using stage = await staged();
  await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  const ben = await stage.open("person.named/1", "people", "ben", {
    name: "Ben",
    consent: CONSENT,
  });
  await stage.open("person.named/1", "people", "cem", { name: "Cem" });
  const desk = await stage.open("person.named/1", "people", "desk", { name: "The desk" });
  const gone = await stage.open("person.named/1", "people", "gone", { name: "Gone", role: ROLE });
  await stage.say("person.withdrawn/1", gone, {});
  const published = "2026-12-01";
  await stage.open("story.told/1", "stories", "well", story({ authors: [desk, ben], published }));
  const listed = async (today: string) => {
    const { text, until } = await sitemap(stage, today);
    return [[...text.matchAll(/\/authors\/([a-z]+)</g)].map(([, slug]) => slug), until];
  };
  assert.deepEqual(await listed("2026-11-24"), [["ana", "ben"], "2026-12-01"]);
  assert.deepEqual(await listed("2026-12-01"), [["ana", "ben", "desk"], "2027-01-01"]);
  assert.deepEqual(await listed("2027-01-01"), [["ana", "desk"], undefined]);
});

async function sitemap(stage: Stage, today?: string): Promise<{ text: string; until?: string }> {
  const answer = await stage.ask("/sitemap.xml", today);
  assert.ok(answer?.kind === "file");
  return { text: String(answer.body), ...(answer.until !== undefined && { until: answer.until }) };
}

test("C11 the aim is drawn as said by the campaign, and history is not added", async () => {
  const goal = { statement: "100 wells", metric: "wells dug", unit: "wells", target: 100 };
  await using stage = await staged({ goal: { ...goal, from: "2026-11-24", by: "2031" } });
  const zen = await stage.open("partner.named/1", "partners", "zen", {
    name: "Zen",
    kind: "company",
    summary: "Pumps.",
    standing: "named",
  });
  const promise = { kind: "pledge", pledger: zen, metric: "wells", unit: "wells", goal: true };
  await stage.open("pledge.made/1", "pledges", "old", {
    ...promise,
    title: "80 wells",
    summary: "s",
    target: 80,
    from: "2019",
    historical: true,
  });
  const { main } = await stage.page("/");
  assert.match(
    main,
    /num mid claimed"><span><a href="\/goal\/proof">100<[^]*said by Wells for All/,
  );
  assert.match(main, /The count begins with a pledge/);
  assert.match(main, /History, not added[^]*80 wells/);
});

test("C12 the front stays within 14,000 bytes; no script, no style attribute", async () => {
  await using stage = await staged();
  for (let i = 0; i < 20; i++) {
    const place = await stage.open("place.named/1", "places", `place-${i}`, {
      type: "Feature",
      geometry: { type: "Point", coordinates: [i * 15 - 150, i * 5 - 50] },
      properties: { name: `Place ${i}`, country: "ZA" },
    });
    const walk = i % 2 === 0 ? "digger" : "cook";
    await stage.open("story.told/1", "stories", `s-${i}`, story({ places: [place], walk }));
  }
  const { html, main } = await stage.page("/");
  assert.doesNotMatch(main, /<script| style=| on[a-z]+=/);
  assert.ok(brotliCompressSync(html).length < 13_500);
});
