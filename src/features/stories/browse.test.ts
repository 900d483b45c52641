/** Ways to a story: lists, what it names, and the one before and after. */
import assert from "node:assert/strict";
import test from "node:test";
import { minutesToRead } from "./text.ts";
import { ROLE } from "./stage.fixture.ts";
import { place, staged, tell } from "./pages.test.kit.ts";

test("S9 stories are browsed with links, 24 a page; an empty walk of life invites", async () => {
  await using stage = await staged();
  const village = await place(stage, "village", 20);
  for (let i = 10; i < 36; i++)
    await tell(stage, `s${i}`, { walk: "teacher", ...(i < 12 && { places: [village] }) });
  const first = (await stage.page("/stories")).main;
  assert.equal(first.match(/<h3/g)?.length, 24);
  assert.match(first, /href="\/stories\?page=2"/);
  assert.match(first, /26 stories, page 1 of 2/);
  assert.match(first, /Farmers: tell the first story/);
  const second = (await stage.page("/stories?page=2")).main;
  assert.equal(second.match(/<h3/g)?.length, 2);
  const there = (await stage.page("/stories?walk=teacher&place=village")).main;
  assert.equal(there.match(/<h3/g)?.length, 2);
  for (const path of [
    "?walk=pilot",
    "?place=x",
    "?page=3",
    "?page=0",
    "?page=x",
    "?walk=teacher&page=9",
  ])
    assert.equal(await stage.ask(`/stories${path}`), undefined, path);
});

test("S37 a list says of a story in which language it is where the reader’s has none", async () => {
  await using stage = await staged();
  const subject = await tell(stage, "mast", { places: [await place(stage, "village", 20)] });
  const [title, summary, markdown] = ["Le mât", "…", "Mots."];
  const said = { lang: "fr", title, summary, markdown, state: "reviewed" };
  await stage.say("story.translated/1", subject, said);
  const heading = async (path: string) =>
    /<h3[^]*?<\/h3>/.exec((await stage.page(path)).main)?.[0] ?? "";
  assert.match(
    await heading("/es/stories"),
    /Story mast<\/a> <small lang="es">\(<span lang="es">inglés<\/span>\)<\/small>/,
  );
  assert.match(await heading("/es/places/village"), /\(<span lang="es">inglés<\/span>\)/);
  assert.match(await heading("/fr/stories"), /Le mât<\/a> <\/h3>/);
  assert.match(await heading("/stories"), /Story mast<\/a> <\/h3>/);
});

test("S9 a story is filed under its own walk of life, whoever is named in it", async () => {
  await using stage = await staged();
  const ben = await stage.open("person.named/1", "people", "ben", {
    name: "Ben",
    role: ROLE,
    walk: "teacher",
  });
  await tell(stage, "school", { people: [ben] });
  await tell(stage, "field", { people: [ben], walk: "farmer" });
  const of = async (walk: string) => (await stage.page(`/stories?walk=${walk}`)).main;
  assert.match(await of("teacher"), /Story school/);
  assert.doesNotMatch(await of("teacher"), /Story field/);
  assert.match(await of("farmer"), /Story field/);
});

test("S9 a text without spaces between its words takes as long to read as one with them", () => {
  assert.equal(minutesToRead("word ".repeat(450)), 3);
  assert.equal(minutesToRead("我们的村子".repeat(180)), 3);
  assert.equal(minutesToRead("One word."), 1);
});

test("S11 a place, a partner, a programme, a person show their stories, an author all posts", async () => {
  await using stage = await staged();
  const village = await place(stage, "village", 20);
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  const zen = await stage.open("partner.named/1", "partners", "zen", {
    name: "Zen",
    kind: "community",
    summary: "A network.",
    standing: "named",
  });
  const rural = await stage.open("programme.opened/1", "programmes", "rural", {
    title: "Rural",
    summary: "s",
    purpose: "p",
    markdown: "",
  });
  await tell(stage, "mast", {
    places: [village],
    people: [ana],
    authors: [ana],
    partners: [zen],
    programmes: [rural],
  });
  for (const path of ["/places/village", "/organisations/zen", "/programmes/rural", "/authors/ana"])
    assert.match((await stage.page(path)).main, /Story mast/, path);
  assert.match((await stage.page("/authors/ana")).main, /All posts/);
});

test("S14 each story leads to the one before and the one after, west to east", async () => {
  await using stage = await staged();
  for (const [slug, lon] of [
    ["east", 80],
    ["west", -70],
    ["middle", 20],
  ] as const)
    await tell(stage, slug, { places: [await place(stage, `p-${slug}`, lon)] });
  await tell(stage, "nowhere");
  const { main } = await stage.page("/stories/middle");
  assert.match(main, /href="\/stories\/west" rel="prev"/);
  assert.match(main, /href="\/stories\/east" rel="next"/);
  assert.doesNotMatch((await stage.page("/stories/nowhere")).main, /class="along"/);
});

/** Words that compress like text, the same on every run. */
