/** What feeds say of stories. */
import assert from "node:assert/strict";
import test from "node:test";
import { CONSENT, story } from "./stage.fixture.ts";
import { place, staged, tell, text } from "./pages.test.kit.ts";

test("S22 feeds and the description of a page say the moment at which a story came out and was changed", async () => {
  await using stage = await staged();
  const subject = await tell(stage, "mast", { published: "2026-11-18" });
  const moments = async () => {
    const atom = await text(stage, "/feed.xml");
    const [item] = JSON.parse(await text(stage, "/feed.json")).items;
    const { page, html } = await stage.page("/stories/mast");
    const ld = page.jsonLd!;
    const came = /<published>(.*?)<\/published>/.exec(atom)![1]!;
    const changed = /<entry[^]*<updated>(.*?)<\/updated>/.exec(atom)![1]!;
    assert.deepEqual([item.date_published, ld["datePublished"]], [came, came]);
    assert.ok(html.includes(`property="article:published_time" content="${came}"`));
    assert.equal(item.date_modified ?? came, changed);
    assert.equal(ld["dateModified"], item.date_modified);
    return { came, changed };
  };
  const first = await moments();
  assert.match(first.came, /^2026-11-18T\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.equal(first.changed, first.came);
  const seen = [first.changed];
  for (const markdown of ["Once more.", "And once more."]) {
    await stage.say("story.edited/1", subject, story({ published: "2026-11-18", markdown }));
    const { came, changed } = await moments();
    assert.equal(came, first.came);
    assert.ok(Date.parse(changed) > Date.parse(seen.at(-1)!), "twice on one day");
    seen.push(changed);
  }
});

test("S10 feeds name entries by their subject and ask for consent to a feed", async () => {
  await using stage = await staged();
  const desk = await stage.open("person.named/1", "people", "desk", { name: "The desk" });
  const ben = await stage.open("person.named/1", "people", "ben", {
    name: "Ben",
    consent: CONSENT,
  });
  const village = await place(stage, "village", 20);
  const subject = await tell(stage, "mast", {
    authors: [desk],
    places: [village],
    topics: ["economy"],
    markdown: "A sentence.[^1] See [this](/take-part).",
    sources: [{ title: "A page", url: "https://source.example" }],
  });
  await tell(stage, "web-only", { people: [ben] });
  for (const path of [
    "/feed.xml",
    "/feed.json",
    "/topics/economy/feed.xml",
    "/topics/economy/feed.json",
    "/authors/desk/feed.json",
    "/places/village/feed.json",
    "/authors/desk/feed.xml",
    "/places/village/feed.xml",
  ]) {
    const body = await text(stage, path);
    assert.ok(body.includes(`urn:sha256:${subject}`), path);
    assert.doesNotMatch(body, /Story web-only/, path);
    assert.ok(body.includes("https://campaign.example/take-part"), path);
  }
  assert.match(
    await text(stage, "/places/village/feed.xml"),
    new RegExp(`<id>urn:sha256:${village}`),
  );
  assert.equal(await stage.ask("/topics/none/feed.xml"), undefined);
});
