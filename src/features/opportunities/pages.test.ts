import assert from "node:assert/strict";
import test from "node:test";
import { places } from "../places/feature.ts";
import { asText, openWorld, subjectOf } from "../places/world.test.kit.ts";
import { plans } from "../plans/feature.ts";
import { projects } from "../projects/feature.ts";
import { opportunities } from "./feature.ts";
import { FormMain } from "./pages/form.tsx";
import { FIELDS, readSent, type Typed } from "./sent.ts";
import { wordsIn } from "./words.ts";

const EMPTY = Object.fromEntries(FIELDS.map((name) => [name, ""])) as Typed;
const typed = (more: Partial<Typed>): Typed => ({
  ...EMPTY,
  kind: "roof",
  place: "Mankosi",
  words: "A roof",
  ...more,
});

test("O1 what was typed is read as people type it", () => {
  const read = readSent(
    typed({
      country: "south africa",
      lat: "-31,98",
      lon: "29.15",
      distance: "20 km",
      agree: "yes",
    }),
    "en",
  );
  assert.deepEqual(read, {
    sent: {
      kind: "roof",
      place: "Mankosi",
      country: "ZA",
      lat: -31.98,
      lon: 29.15,
      words: "A roof",
      distance: 20,
      agreed: true,
    },
  });
});

test("O1 each field that does not fit has its line, and only those", () => {
  const wrong: readonly Partial<Typed>[] = [
    { kind: "castle" },
    { place: "" },
    { place: "a\nb" },
    { country: "Atlantis" },
    { lat: "91", lon: "0" },
    { lat: "1", lon: "181" },
    { lat: "1" },
    { words: "" },
    { words: "x".repeat(2001) },
    { words: "a\u0000b" },
    { distance: "far" },
    { distance: "20001" },
    { contact: "x".repeat(201) },
    { language: "a\nb" },
    { about: "../x" },
    { agree: "on" },
  ];
  for (const more of wrong) {
    const read = readSent(typed(more), "en");
    assert.ok("problems" in read, JSON.stringify(more));
    const names = Object.keys(read.problems);
    assert.equal(names.length, 1, JSON.stringify(more));
    assert.ok(names[0] === "lon" || Object.hasOwn(more, names[0]!), JSON.stringify(more));
  }
});

test("O1 half a position comes back in sight, whichever half it is", async () => {
  for (const half of [
    { lat: "", lon: "29" },
    { lat: "-31", lon: "" },
  ]) {
    const read = readSent(typed(half), "en");
    assert.ok("problems" in read);
    const again = { typed: half, problems: read.problems, words: wordsIn("en") };
    const html = await asText(await FormMain({ ...again, to: (path) => path }));
    assert.match(html, /<details class="media" open/, JSON.stringify(half));
  }
  const empty = await FormMain({ typed: {}, words: wordsIn("en"), to: (path) => path });
  assert.doesNotMatch(await asText(empty), /<details class="media" open/);
});

const place = (name: string, lon: number, lat: number) => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [lon, lat] },
  properties: { name, country: "ZA" },
});
const ask = { kind: "need", words: "A school <b>", date: "2026-11-24" };
const offer = { kind: "roof", words: "A hill", date: "2026-11-24", near: "Mthatha", country: "ZA" };

async function world() {
  const it = await openWorld([places, projects, plans, opportunities]);
  const mankosi = subjectOf("places", "mankosi");
  await it.say("places", "mankosi", "place.named/1", place("Mankosi", 29.147, -31.986));
  const named = (slug: string, body: object) =>
    it.say("opportunities", slug, "opportunity.named/1", body);
  await named("need-1", { ...ask, place: mankosi });
  await named("roof-1", { ...offer, distance: 60, position: { lat: -31.6, lon: 28.8 } });
  await named("roof-2", { ...offer, near: "Umtata", position: { lat: -31.6, lon: 28.8 } });
  await named("time-1", { ...offer, kind: "time", near: "Gurb", country: "ES", distance: 500 });
  return it;
}

test("O9 the list is by country and place, filtered by links; the empty one invites", async () => {
  await using it = await world();
  const html = await it.page("/opportunities");
  const order = [...html.matchAll(/<h3><a href="\/opportunities\/([a-z]+-\d)"/g)].map((m) => m[1]);
  assert.deepEqual(order.slice(0, 4), ["need-1", "roof-1", "roof-2", "time-1"]);
  assert.match(html, /A school &lt;b&gt;/);
  for (const path of ["?kind=need", "?kind=roof", "?country=ES", "?country=ZA"])
    assert.ok(html.includes(`href="/opportunities${path}"`), path);
  const filtered = String(await get(it, "/opportunities", { kind: "roof", country: "ZA" }));
  assert.match(filtered, /href="\/opportunities\?country=ZA"[^>]*>All/);
  assert.doesNotMatch(filtered.split('id="fits"')[0]!, /need-1|time-1/);
  await using empty = await openWorld([places, projects, plans, opportunities]);
  assert.match(await empty.page("/opportunities"), /No requests or offers yet/);
});

test("O10 an offer and an ask within its distance stand beside each other, with the distance", async () => {
  await using it = await world();
  const html = await it.page("/opportunities");
  const fits = html.slice(html.indexOf('id="fits"'));
  assert.match(fits, /need-1.*possible match, about 54 km apart.*roof-1/s);
  assert.doesNotMatch(fits, /roof-2|time-1/, "one goes nowhere, one is too far");
  assert.match(await it.page("/opportunities/need-1"), /possible match, about 54 km apart/);
  assert.doesNotMatch(await it.page("/opportunities/time-1"), /may fit/);
});

test("O15 where next: requests, projects and plans on one page, each part with its own address", async () => {
  await using it = await world();
  const html = await it.page("/opportunities");
  assert.match(html, /<h1[^>]*>Where next<\/h1>/);
  for (const part of ["asked", "projects", "plans"]) {
    assert.ok(html.includes(`<a href="#${part}">`), part);
    assert.ok(html.includes(` id="${part}"`), part);
  }
  assert.match(
    html,
    /id="asked".*need-1.*id="projects".*No projects here yet.*id="plans".*There are no plans yet/s,
  );
});

test("O11 on the page of a place stand the opportunities there", async () => {
  await using it = await world();
  assert.match(await it.page("/places/mankosi"), /Requests and offers for this place.*need-1/s);
  await it.say("opportunities", "need-1", "opportunity.withdrawn/1", {});
  assert.doesNotMatch(await it.page("/places/mankosi"), /Requests and offers for this place/);
});

test("O12 an old address leads on; an unknown or withdrawn opportunity is no page", async () => {
  await using it = await world();
  await it.bind("opportunities", "roof-1", "a-hill");
  const answer = await it.get("/opportunities/roof-1");
  assert.equal(answer?.kind === "redirect" && answer.to, "/opportunities/a-hill");
  assert.equal(await it.get("/opportunities/nothing"), undefined);
  await it.say("opportunities", "roof-1", "opportunity.withdrawn/1", {});
  assert.equal(await it.get("/opportunities/a-hill"), undefined);
});

/** A page of this feature under a filter. */
async function get(
  { db }: Awaited<ReturnType<typeof world>>,
  path: string,
  query: Readonly<Record<string, string>>,
) {
  const route = opportunities.routes.find((r) => r.path === path)!;
  const frame = { language: "en", languages: ["en"], own: "en" };
  const answer = await route.answer({ db, lang: "en", query, frame } as never);
  assert.ok(answer?.kind === "page");
  return answer.main;
}
