import assert from "node:assert/strict";
import test from "node:test";
import { partners } from "../partners/feature.ts";
import { places } from "../places/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { stories } from "../stories/feature.ts";
import { CONSENT, openStage, ROLE, story } from "../stories/stage.fixture.ts";
import { people } from "./feature.ts";

const features = [places, partners, people, programmes, stories];

test("PE6 the page ends with the consent; without role or consent it is an author's", async () => {
  await using stage = await openStage(features);
  await stage.open("person.named/1", "people", "ana", { name: "Ana", consent: CONSENT });
  const desk = await stage.open("person.named/1", "people", "desk", { name: "The desk" });
  const page = await stage.ask("/authors/ana");
  assert.equal(page?.kind === "page" && page.until, "2027-01-01");
  assert.equal(await stage.ask("/authors/ana", "2027-01-01"), undefined);
  assert.equal(await stage.ask("/authors/desk"), undefined);
  await stage.open("story.told/1", "stories", "mast", story({ authors: [desk] }));
  const { main } = await stage.page("/authors/desk");
  assert.match(main, /The desk/);
  assert.match(main, /All posts/);
});

test("PE17 the page says why somebody is named for a role, and nothing where that was not weighed", async () => {
  await using stage = await openStage(features);
  const weighed = "She speaks for the office, and the page says only that.";
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  assert.doesNotMatch((await stage.page("/authors/ana")).main, /Why this person is named/);
  await stage.say("person.edited/1", ana, { name: "Ana", role: { ...ROLE, weighed } });
  const { main } = await stage.page("/authors/ana");
  assert.match(main, new RegExp(`<dt>Why this person is named</dt><dd>${weighed}</dd>`));
});

test("PE7 a photo stands under a consent for photos", async () => {
  await using stage = await openStage(features);
  const file = { media: `${"a".repeat(64)}.avif`, name: "media/a.avif", bytes: 24_000 };
  const body = { name: "Ana", role: ROLE, photo: { file, alt: "Ana at her desk" } };
  const ana = await stage.open("person.named/1", "people", "ana", body);
  assert.doesNotMatch((await stage.page("/authors/ana")).main, /at her desk/);
  const consent = { ...CONSENT, purposes: ["story", "photo"] };
  await stage.say("person.edited/1", ana, { ...body, consent });
  assert.match((await stage.page("/authors/ana")).main, /24 kB · 1 s/);
});

test("PE8 an old address leads to the present one", async () => {
  await using stage = await openStage(features);
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  await stage.say("slug.bound/1", ana, { space: "people", slug: "ana-lima" });
  const answer = await stage.ask("/authors/ana");
  assert.equal(answer?.kind === "redirect" && answer.to, "/authors/ana-lima");
});
