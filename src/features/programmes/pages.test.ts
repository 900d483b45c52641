import assert from "node:assert/strict";
import test from "node:test";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { pictures } from "../pictures/feature.ts";
import { places } from "../places/feature.ts";
import { asText, openWorld, subjectOf } from "../places/world.test.kit.ts";
import { programmes } from "./feature.ts";
import { programmeList } from "./queries.ts";

const figure = (state: string) => ({
  value: "6,030",
  text: "people trained",
  asOf: "2025-03",
  saidBy: "A maker",
  state,
  source: { title: "A release", url: "https://example.com/release" },
});
const programme = (title: string, more: object = {}) => ({
  title,
  summary: `${title} in a sentence.`,
  purpose: "To connect.",
  markdown: "Some *text*.",
  ...more,
});

async function world() {
  const it = await openWorld([places, partners, programmes]);
  await it.say("places", "omalo", "place.named/1", {
    type: "Feature",
    geometry: { type: "Point", coordinates: [45.6, 42.4] },
    properties: { name: "Omalo", country: "GE" },
  });
  await it.say("partners", "alpha", "partner.named/1", {
    name: "Alpha",
    kind: "carrier",
    summary: "A carrier.",
    standing: "joined",
  });
  await it.say("programmes", "last", "programme.opened/1", programme("A last one"));
  await it.say(
    "programmes",
    "first",
    "programme.opened/1",
    programme("The first", {
      order: 1,
      places: [subjectOf("places", "omalo")],
      partners: [subjectOf("partners", "alpha")],
      figures: [figure("self-reported"), figure("evidenced")],
    }),
  );
  return it;
}

test("PG3 programmes stand by their order, then by title", async () => {
  await using it = await world();
  await it.say("programmes", "another", "programme.opened/1", programme("Another"));
  assert.deepEqual(
    (await programmeList(it.db)).map((p) => p.title),
    ["The first", "A last one", "Another"],
  );
});

test("PG4 a figure has the texture of its state, the word and the speaker beside it", async () => {
  await using it = await world();
  assert.match(
    await it.page("/do-good"),
    /class="fig claimed">6,030<\/span> people trained, March 2025\. <span class="state claimed">self-reported<\/span> <span class="small">A maker</,
  );
  const html = await it.page("/programmes/first");
  assert.match(html, /num mid evidenced.*state evidenced">evidenced/s);
  assert.match(html, /Some <em>text<\/em>/);
});

test("PG5 a place's and a partner's page show the programmes that name them", async () => {
  await using it = await world();
  for (const path of ["/places/omalo", "/organisations/alpha"]) {
    const html = await it.page(path);
    assert.match(html, /href="\/programmes\/first"/);
    assert.doesNotMatch(html, /A last one/);
  }
});

test("PG6 do good invites where it is empty", async () => {
  await using it = await world();
  const html = await it.page("/do-good");
  assert.match(html, /Rural carriers<\/a><span class="small">1 here/);
  assert.doesNotMatch(html, /wanted/);
  const [, end] = html.split('id="lend"');
  assert.match(
    end!,
    /still looking for these kinds of partner: [^<]*Community networks[^<]*<a href="\/take-part#join">/,
  );
  assert.match(end!, /<a href="\/take-part\/opportunity">Say what you have<\/a>/);
  assert.equal(html.match(/opportunity\?kind=[a-z]+">/g)?.length, 5);
  await using empty = await openWorld([places, partners, programmes]);
  assert.match(await empty.page("/do-good"), /No programmes yet\. <a [^>]+>Yours can be the first/);
});

test("PG8 a translated programme stands in the language of the address, in all that leads to it, and says who made it", async () => {
  await using it = await world();
  const french = {
    title: "Le premier",
    summary: "En une phrase.",
    lang: "fr",
    state: "machine",
    markdown: "Du *texte*, [à vous](/take-part), [des données](/data/x.csv).",
  };
  await it.say("programmes", "first", "programme.translated/1", french);
  const there = await it.get("/programmes/first", { lang: "fr" });
  assert.ok(there?.kind === "page");
  assert.deepEqual([there.title, there.byMachine], ["Le premier", true]);
  assert.deepEqual(there.languages, [
    { lang: "en", path: "/programmes/first" },
    { lang: "fr", path: "/fr/programmes/first" },
  ]);
  const html = await asText(await there.main);
  assert.match(html, /<h1 class="c10">Le premier<.*En une phrase\..*Du <em>texte<\/em>/s);
  assert.match(html, /href="\/fr\/take-part">à vous.*href="\/data\/x\.csv"/s);
  assert.doesNotMatch(html, /Some <em>|Personne n’a encore traduit/);
  const own = await it.get("/programmes/first");
  assert.ok(own?.kind === "page");
  assert.deepEqual(
    [own.title, own.byMachine, own.languages],
    ["The first", undefined, there.languages],
  );
  const last = await it.get("/programmes/last", { lang: "fr" });
  assert.ok(last?.kind === "page" && last.languages === undefined);
  assert.match(
    await asText(await last.main),
    /Personne n’a encore traduit[^]*<div class="prose" lang="en">/,
  );
  assert.deepEqual(last.only, { lang: "en", path: "/programmes/last" });
  await it.say("programmes", "first", "programme.translated/1", { ...french, lang: "nl" });
  const dutch = await it.get("/programmes/first", { lang: "nl" });
  assert.ok(dutch?.kind === "page" && dutch.lang === "en", "the interface is not in Dutch");
  const inDutch = await asText(await dutch.main);
  assert.match(inDutch, /<div class="prose" lang="nl">/);
  assert.doesNotMatch(inDutch, /has translated/);
  await it.say("programmes", "first", "programme.edited/1", programme("The first one"));
  const later = await it.get("/programmes/first", { lang: "fr" });
  assert.ok(later?.kind === "page");
  assert.match(await asText(await later.main), /modifié après cette traduction/);
});

test("PG7 an old address leads to the present one; an unknown or withdrawn programme is no page", async () => {
  await using it = await world();
  await it.bind("programmes", "first", "the-first");
  const answer = await it.get("/programmes/first");
  assert.equal(answer?.kind === "redirect" && answer.to, "/programmes/the-first");
  assert.equal(await it.get("/programmes/none"), undefined);
  await it.say("programmes", "last", "programme.withdrawn/1", {});
  assert.equal(await it.get("/programmes/last"), undefined);
});

test("PH3 the cover of a programme is shown for as long as whoever is on it agrees, and until its day", async () => {
  await using it = await openWorld([pictures, places, partners, people, programmes]);
  const media = `${"a".repeat(64)}.jpg`;
  const file = { media, name: "media/dig.jpg", bytes: 900, width: 640, height: 400 };
  await it.say(
    "programmes",
    "dig",
    "programme.opened/1",
    programme("Dig", { cover: { file, alt: "Two people dig." } }),
  );
  const pages = async () => [await it.page("/programmes/dig"), await it.page("/do-good")];
  for (const page of await pages()) assert.match(page, /Two people dig/);
  await it.say("pictures", "p-a", "picture.described/1", {
    photo: media,
    people: [subjectOf("people", "amina")],
  });
  for (const page of await pages()) assert.doesNotMatch(page, /Two people dig|a{64}/);
  await it.say("pictures", "p-a", "picture.edited/1", { photo: media, until: "2020-01-01" });
  for (const page of await pages()) assert.doesNotMatch(page, /Two people dig|a{64}/);
  await it.say("pictures", "p-a", "picture.edited/1", { photo: media, until: "2999-01-01" });
  for (const page of await pages()) assert.match(page, /Two people dig/);
});
