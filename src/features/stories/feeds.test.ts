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

test("S10 an entry has its picture, with type and size, in the form of each feed; a photo only where everybody in it agreed to a feed", async () => {
  await using stage = await staged();
  const file = { media: `${"a".repeat(64)}.webp`, name: "media/well.webp", bytes: 24_000 };
  const cover = { file, alt: "A well <dug>" };
  const agreed = { ...CONSENT, channels: ["web", "feed"] };
  const dina = { name: "Dina", consent: { ...agreed, purposes: ["story", "photo"] } };
  const ben = { name: "Ben", consent: agreed };
  const [seen, unseen] = [
    await stage.open("person.named/1", "people", "dina", dina),
    await stage.open("person.named/1", "people", "ben", ben),
  ];
  await tell(stage, "seen", { people: [seen], cover });
  await tell(stage, "unseen", { people: [seen, unseen], cover });
  await tell(stage, "night", { people: [unseen], cover: { ...cover, night: file } });
  const url = `https://campaign.example/media/${file.media}`;
  const items = JSON.parse(await text(stage, "/feed.json")).items as Record<string, unknown>[];
  const of = (title: string) => items.find((item) => item["title"] === `Story ${title}`)!;
  for (const title of ["seen", "night"]) {
    assert.equal(of(title)["image"], url, title);
    const attached = { url, mime_type: "image/webp", title: cover.alt, size_in_bytes: 24_000 };
    assert.deepEqual(of(title)["attachments"], [attached]);
  }
  assert.equal(of("unseen")["image"], undefined);
  const entries = (await text(stage, "/feed.xml")).split("<entry").slice(1);
  assert.equal(entries.length, 3);
  const link = `<link rel="enclosure" type="image/webp" length="24000" href="${url}" title="A well &lt;dug&gt;"/>`;
  for (const entry of entries)
    assert.equal(entry.includes(link), !entry.includes("Story unseen"), entry);
});

test("S10 a feed without entries bears the date on which the campaign began", async () => {
  await using stage = await staged();
  stage.frame = { ...stage.frame, opened: "2026-03-04T05:06:07.000Z" };
  const feed = await text(stage, "/feed.xml");
  assert.doesNotMatch(feed, /<entry/);
  assert.match(feed, /<updated>2026-03-04T05:06:07\.000Z<\/updated>/);
});
