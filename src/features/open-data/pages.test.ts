import assert from "node:assert/strict";
import test from "node:test";
import { openWorld } from "../places/world.test.kit.ts";
import { CAMPAIGN } from "../campaign/campaign.fixture.ts";
import { campaignOf } from "../campaign/feature.ts";
import { pledges } from "../pledges/feature.ts";
import { apiAddresses } from "./api/openapi.ts";
import { openData as feature } from "./feature.ts";
import { FILES } from "./files.ts";
import { dataRoutes } from "./routes.ts";
import { fileAt, openData } from "./world.test.kit.ts";

const JOINT = "/data/pledges/joint.html";

test("OD11 a pledge to copy says who, where it stands, the three numbers, the day, and where from", async () => {
  await using it = await openData();
  const html = await fileAt(it, JOINT);
  assert.match(html, /A hundred wells &lt;with&gt; Beta/);
  assert.match(html, /Alpha &amp; Sons with Beta, 2022/);
  assert.match(html, /Past its date; we found no closing figure \(searched 1 Feb 2026\)\./);
  assert.match(
    html,
    /Claimed \(drawn hatched\): 90 wells, 30 November 2025 \(self-reported, Alpha\)/,
  );
  assert.match(html, /Evidenced \(drawn half-tone\): 55 wells, June 2023 \(evidenced, Gamma\)/);
  assert.match(html, /Attested \(drawn solid\): none recorded here/);
  assert.match(html, /as of 24 November 2026\./);
  assert.equal(html.match(/href="https:\/\/example\.org\/pledges\/joint"/g)?.length, 2);
});

test("OD11 it brings no script and fetches nothing", async () => {
  await using it = await openData();
  const html = await fileAt(it, JOINT);
  assert.doesNotMatch(html, /<(?:script|iframe|img|link|style|object|form)|url\(|\son\w+=|\ssrc=/i);
  for (const [, href] of html.matchAll(/href="([^"]*)"/g)) assert.match(href!, /^https:\/\//);
  assert.ok(Buffer.byteLength(html) < 2500);
});

test("OD11 its day is today's, and an old address leads to the present one", async () => {
  await using it = await openData();
  const answer = await it.get(JOINT, { today: "2027-01-31" });
  assert.equal(answer?.kind === "file" && answer.until, "2027-02-01");
  assert.match(await fileAt(it, JOINT, "2027-01-31"), /as of 31 January 2027\./);
  assert.equal(await it.get("/data/pledges/joint"), undefined);
  assert.equal(await it.get("/data/pledges/nothing.html"), undefined);
  await it.bind("pledges", "joint", "new");
  const old = await it.get(JOINT);
  assert.equal(old?.kind === "redirect" && old.to, "/data/pledges/new.html");
});

test("OD12 the page names every file and every path of the API", async () => {
  await using it = await openData();
  const html = await it.page("/data");
  for (const { path } of FILES) assert.ok(html.includes(`href="${path}"`), path);
  for (const { path } of apiAddresses()) assert.ok(html.includes(path), path);
  const own = dataRoutes.map(({ path }) => path).filter((path) => /^\/data\/[^:]+$/.test(path));
  assert.ok(own.length >= 2);
  for (const path of own)
    assert.ok(
      FILES.some((file) => file.path === path),
      path,
    );
});

test("OD12 it says the licence where the campaign states one, and how to cite", async () => {
  await using it = await openData();
  const before = await it.page("/data");
  assert.match(before, /has not stated a licence/);
  assert.match(
    before,
    /A campaign: open data, https:\/\/example\.org\/data, accessed on 24 November 2026\./,
  );
  const licence = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" };
  await it.say("campaign", "wells", "campaign.edited/1", { ...CAMPAIGN, licence });
  assert.match(
    await it.page("/data"),
    /<a href="https:\/\/creativecommons\.org[^>]*>CC BY 4\.0<\/a>/,
  );
  const answer = await it.get("/data");
  const described = answer?.kind === "page" ? answer.jsonLd : undefined;
  assert.equal(described?.["@type"], "Dataset");
  assert.equal(described?.["license"], licence.url);
  const distribution = described?.["distribution"] as { contentUrl: string }[];
  assert.ok(distribution.some((d) => d.contentUrl === "https://example.org/data/pledges.csv"));
  const api = JSON.parse(await fileAt(it, "/api/openapi.json"));
  assert.deepEqual(api.info.license, licence);
});

test("OD12 a pledge stands on it to copy, escaped; without any the page stands all the same", async () => {
  await using it = await openData();
  const html = await it.page("/data");
  const [, shown] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html) ?? [];
  const [, slug] = /href="\/data\/pledges\/([^"]+)\.html"/.exec(html) ?? [];
  const fragment = await fileAt(it, `/data/pledges/${slug}.html`);
  const plain = (text: string) =>
    text.replace(/&(lt|gt|quot|amp|#39);/g, (_, name) => ENTITIES[name as keyof typeof ENTITIES]);
  assert.equal(plain(shown!).trim(), fragment.trim());
  await using empty = await openWorld([campaignOf([]), pledges, feature]);
  await empty.say("campaign", "wells", "campaign.opened/1", CAMPAIGN);
  assert.match(await empty.page("/data"), /There are no pledges here yet/);
});
const ENTITIES = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };
