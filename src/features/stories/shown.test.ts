/** Where a story is shown, and where it is not or no more. */
import assert from "node:assert/strict";
import test from "node:test";
import { leadStory } from "./queries.ts";
import { CONSENT, ROLE, TODAY } from "./stage.fixture.ts";
import { place, staged, tell, text } from "./pages.test.kit.ts";

test("S5 a story with a later day is shown nowhere before it", async () => {
  await using stage = await staged();
  const village = await place(stage, "village", 20);
  await tell(stage, "soon", { published: "2026-12-01", places: [village], topics: ["economy"] });
  assert.equal(await stage.ask("/stories/soon"), undefined);
  assert.equal(await leadStory(stage.db, TODAY), undefined);
  for (const path of ["/stories", "/topics/economy", "/places/village"])
    assert.doesNotMatch((await stage.page(path)).main, /Story soon/, path);
  assert.doesNotMatch(await text(stage, "/feed.xml"), /Story soon/);
  const list = await stage.ask("/stories");
  assert.equal(list?.kind === "page" && list.until, "2026-12-01");
  assert.match((await stage.page("/stories/soon", "2026-12-01")).main, /Story soon/);
});

test("S6 a story whose people are not all covered is shown nowhere", async () => {
  await using stage = await staged();
  const village = await place(stage, "village", 20);
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  const ben = await stage.open("person.named/1", "people", "ben", {
    name: "Ben",
    consent: CONSENT,
  });
  await tell(stage, "both", { people: [ana, ben], places: [village], topics: ["economy"] });
  const page = await stage.ask("/stories/both");
  assert.equal(page?.kind === "page" && page.until, "2027-01-01");

  const gone = async (today: string, how?: "withdrawn") => {
    const answer = await stage.ask("/stories/both", today);
    if (how === undefined) assert.equal(answer, undefined);
    else {
      assert.equal(answer?.kind === "page" && answer.gone, true);
      assert.doesNotMatch((await stage.page("/stories/both", today)).html, /Story both/);
    }
    for (const path of ["/stories", "/topics/economy", "/places/village", "/authors/ana"])
      assert.doesNotMatch((await stage.page(path, today)).main, /Story both/, path);
    for (const path of [
      "/feed.xml",
      "/feed.json",
      "/places/village/feed.xml",
      "/places/village/feed.json",
    ])
      assert.doesNotMatch(await text(stage, path, today), /Story both/, path);
    assert.equal(await leadStory(stage.db, today), undefined);
  };
  await gone("2027-01-01"); // the day after the consent
  await stage.say("person.edited/1", ben, { name: "Ben" });
  await gone(TODAY); // neither role nor consent
  await stage.say("person.withdrawn/1", ben, {});
  await gone(TODAY, "withdrawn"); // nobody any more
  await stage.say("person.edited/1", ben, { name: "Ben", role: ROLE });
  assert.match((await stage.page("/stories/both")).main, /Story both/);
});

test("S7 an address in a language shows the translation with its state, else the original and says so", async () => {
  await using stage = await staged();
  const ben = await stage.open("person.named/1", "people", "ben", {
    name: "Ben",
    consent: { ...CONSENT, languages: ["en", "fr"] },
  });
  const subject = await tell(stage, "mast", { people: [ben] });
  for (const lang of ["fr", "es"])
    await stage.say("story.translated/1", subject, {
      lang,
      title: `Titre ${lang}`,
      summary: "…",
      state: "machine",
      markdown: "Mots.",
    });
  const french = await stage.page("/fr/stories/mast");
  assert.equal(french.page.lang, "fr");
  assert.match(french.main, /Titre fr/);
  assert.match(french.main, /traduction automatique, en attente de relecture/);
  assert.deepEqual(
    french.page.languages?.map(({ path }) => path),
    ["/stories/mast", "/fr/stories/mast"],
  );
  const spanish = await stage.page("/es/stories/mast");
  assert.equal(spanish.page.lang, "es", "what stands around it stays Spanish");
  assert.match(spanish.main, /^<article lang="en">/, "no consent to Spanish");
  assert.deepEqual(spanish.page.only, { lang: "en", path: "/stories/mast" });
  assert.match(spanish.main, /en inglés\. <a href="\/fr\/stories\/mast" hreflang="fr" lang="fr">/);
  assert.match(spanish.main, /Story mast/);
  assert.match(spanish.main, /Todavía no hay traducción/);
  const own = await stage.page("/stories/mast");
  assert.match(own.main, /machine translation, not yet checked by a native speaker/);
});

test("S8 an old address leads to the present one; a withdrawn or unknown story is a 404", async () => {
  await using stage = await staged();
  const subject = await tell(stage, "old");
  await stage.say("slug.bound/1", subject, { space: "stories", slug: "new" });
  const answer = await stage.ask("/stories/old");
  assert.equal(answer?.kind === "redirect" && answer.to, "/stories/new");
  await stage.say("story.withdrawn/1", subject, {});
  assert.equal(await stage.ask("/stories/new"), undefined);
  assert.equal(await stage.ask("/stories/never"), undefined);
});

test("S20 at the address of a story that was taken back stands that it was, with the status of what is gone", async () => {
  await using stage = await staged();
  const subject = await tell(stage, "gone", { title: "A title that goes" });
  await stage.say("story.withdrawn/1", subject, { by: "person" });
  const { page, html } = await stage.page("/stories/gone");
  assert.deepEqual([page.gone, page.unlisted], [true, true]);
  assert.match(html, /The subject of the story withdrew it on .*\./);
  assert.doesNotMatch(html, /A title that goes/);
});
