import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { LadderRow, LadderTables } from "../../platform/private/ladders.ts";
import { partners } from "../partners/feature.ts";
import { people } from "../people/feature.ts";
import { places } from "../places/feature.ts";
import { programmes } from "../programmes/feature.ts";
import { leadStory, stories } from "./feature.ts";
import { minutesToRead } from "./text.ts";
import { CONSENT, openStage, ROLE, story, TODAY, type Stage } from "./stage.fixture.ts";

const features = [places, partners, people, programmes, stories];
const staged = () => openStage(features);

const place = (stage: Stage, slug: string, lon: number) =>
  stage.open("place.named/1", "places", slug, {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, 10] },
    properties: { name: slug.toUpperCase(), country: "ZA" },
  });
const tell = (stage: Stage, slug: string, set: Parameters<typeof story>[0] = {}) =>
  stage.open("story.told/1", "stories", slug, story({ title: `Story ${slug}`, ...set }));
const text = async (stage: Stage, path: string, today = TODAY) => {
  const answer = await stage.ask(path, today);
  assert.equal(answer?.kind, "file");
  return answer?.kind === "file" ? String(answer.body) : "";
};

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
  assert.equal(spanish.page.lang, "en", "no consent to Spanish");
  assert.match(spanish.main, /Story mast/);
  assert.match(spanish.main, /Se busca una traducción/);
  const own = await stage.page("/stories/mast");
  assert.match(own.main, /machine translation, awaiting native review/);
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
  assert.match(html, /Withdrawn on .* by the person it was about/);
  assert.doesNotMatch(html, /A title that goes/);
});

test("S9 stories are browsed with links, 24 a page; an empty walk of life is wanted", async () => {
  await using stage = await staged();
  const village = await place(stage, "village", 20);
  for (let i = 10; i < 36; i++)
    await tell(stage, `s${i}`, { walk: "teacher", ...(i < 12 && { places: [village] }) });
  const first = (await stage.page("/stories")).main;
  assert.equal(first.match(/<h3/g)?.length, 24);
  assert.match(first, /href="\/stories\?page=2"/);
  assert.match(first, /Farmers: wanted, tell yours/);
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
  for (const path of ["/places/village", "/partners/zen", "/programmes/rural", "/authors/ana"])
    assert.match((await stage.page(path)).main, /Story mast/, path);
  assert.match((await stage.page("/authors/ana")).main, /All posts/);
});

test("S12 a film of ours waits behind its weight; one elsewhere is a card", async () => {
  await using stage = await staged();
  const file = { media: `${"b".repeat(64)}.mp4`, name: "media/f.mp4", bytes: 2_400_000 };
  await tell(stage, "ours", { film: { file, title: "The mast" } });
  await tell(stage, "theirs", {
    film: { link: "https://films.example/1", title: "The mast", minutes: 3 },
  });
  const ours = (await stage.page("/stories/ours")).main;
  assert.match(ours, /2\.4 MB · 2 min/);
  assert.match(ours, /preload="none"/);
  const theirs = (await stage.page("/stories/theirs")).main;
  assert.match(theirs, /films\.example/);
  assert.doesNotMatch(theirs, /<(video|iframe|img)/);
});

test("S12 a sound takes the consent to be heard, a film the consent to be seen", async () => {
  await using stage = await staged();
  const somebody = (slug: string, purpose: string) => {
    const consent = { ...CONSENT, purposes: ["story", purpose] };
    return stage.open("person.named/1", "people", slug, { name: slug.toUpperCase(), consent });
  };
  const [heard, seen] = [await somebody("heard", "voice"), await somebody("seen", "film")];
  const file = (kind: string) => ({ media: hash("b", kind), name: `media/f.${kind}`, bytes: 9000 });
  for (const [slug, who, kind] of [
    ["voice-heard", heard, "mp3"],
    ["voice-seen", seen, "mp3"],
    ["film-heard", heard, "mp4"],
    ["film-seen", seen, "mp4"],
  ] as const)
    await tell(stage, slug, { people: [who], film: { file: file(kind), title: "The mast" } });
  const plays = async (slug: string) =>
    /<(audio|video)/.test((await stage.page(`/stories/${slug}`)).main);
  assert.deepEqual([await plays("voice-heard"), await plays("voice-seen")], [true, false]);
  assert.deepEqual([await plays("film-heard"), await plays("film-seen")], [false, true]);
});

test("S9 a text without spaces between its words takes as long to read as one with them", () => {
  assert.equal(minutesToRead("word ".repeat(450)), 3);
  assert.equal(minutesToRead("我们的村子".repeat(180)), 3);
  assert.equal(minutesToRead("One word."), 1);
});

const hash = (letter: string, kind: string) => `${letter.repeat(64)}.${kind}`;
const stored = (letter: string, kind: string, bytes: number) => ({
  media: hash(letter, kind),
  name: `media/${letter}.${kind}`,
  bytes,
});
/** What jobs noted of a file. */
async function laddered(
  stage: Stage,
  media: string,
  about: Partial<LadderRow>,
  rungs: readonly [rung: string, file: string, bytes: number, width?: number][] = [],
) {
  const mine = stage.db.withTables<LadderTables>();
  const empty = { seconds: null, placeholder: null, waveform: null, transcript: null };
  await mine
    .insertInto("ladder")
    .values({ media, rules: 1, done: 1, ...empty, ...about })
    .execute();
  for (const [rung, file, bytes, width = null] of rungs)
    await mine
      .insertInto("rung")
      .values({ media, rung, file, bytes, width, height: width && width / 2 })
      .execute();
}

test("S17 a film's lighter files come first, larger ones fold away, and what is said stands below", async () => {
  await using stage = await staged();
  const texts = [{ language: "fr", captions: stored("d", "vtt", 900) }];
  const captions = stored("c", "vtt", 800);
  const rungs = [{ file: stored("e", "mp4", 900_000), height: 240 }];
  const film = { file: stored("b", "mp4", 9_000_000), title: "The mast", captions, texts, rungs };
  await tell(stage, "mast", { film });
  await laddered(stage, film.file.media, {}, [
    ["480p", hash("f", "mp4"), 2_000_000, 854],
    ["144p", hash("a", "mp4"), 320_000, 256],
    ["sound", hash("9", "ogg"), 96_000],
    ["poster", hash("8", "jpg"), 20_000, 640],
  ]);
  await laddered(stage, captions.media, { transcript: "We climb.\n\nWe see far." });
  const { main } = await stage.page("/stories/mast");
  const buttons = [...main.matchAll(/<summary><b>([^<]*)<\/b>(?:<span>([^<]*)<\/span>)?/g)].map(
    (m) => m.slice(1).join(" | "),
  );
  assert.deepEqual(buttons, [
    "Sound only | 96 kB · 4 s",
    "Film, 144p | 340 kB · 14 s",
    "Larger | 240p, 480p, as it was filmed",
    "Film, 240p | 920 kB · 38 s",
    "Film, 480p | 2 MB · 84 s",
    "Film, as it was filmed | 9 MB · 6 min",
    "What is said, to read | ",
  ]);
  assert.match(main, /<p>We climb\.<\/p><p>We see far\.<\/p>/);
  assert.match(main, /srclang="en" label="English"/);
  assert.doesNotMatch(main, /poster="\/|autoplay|default|preload="(?!none)|<details[^>]* open/);
  await laddered(stage, texts[0]!.captions.media, { transcript: "x".repeat(3000) });
  const french = (await stage.page("/fr/stories/mast")).main;
  assert.ok(french.includes(hash("d", "vtt")) && !french.includes("xxx"), "a long text is a link");
});

test("S18 a photo opens with its lighter files, and none weighs more than the button says", async () => {
  await using stage = await staged();
  const file = { ...stored("b", "jpg", 4_000_000), width: 4000, height: 2000 };
  await tell(stage, "photo", { cover: { file, alt: "A mast" } });
  assert.match((await stage.page("/stories/photo")).main, /4 MB · 3 min/);
  await laddered(stage, file.media, { placeholder: "M1 1h3" }, [
    ["avif-320", hash("1", "avif"), 8000, 320],
    ["jpg-320", hash("2", "jpg"), 20_000, 320],
    ["avif-640", hash("3", "avif"), 24_000, 640],
    ["jpg-640", hash("4", "jpg"), 48_000, 640],
    ["avif-1280", hash("5", "avif"), 70_000, 1280],
    ["jpg-1280", hash("6", "jpg"), 150_000, 1280],
  ]);
  const { main } = await stage.page("/stories/photo");
  assert.match(main, /48 kB · 2 s/);
  assert.match(main, /d="M1 1h3"/);
  assert.match(main, new RegExp(`<source type="image/avif" srcset="/media/${hash("3", "avif")}"`));
  assert.match(main, /prefers-reduced-data: reduce\)" type="image\/avif" srcset="\/media\/1/);
  assert.match(main, new RegExp(`<a href="/media/${hash("6", "jpg")}">1280 × 640, 150 kB</a>`));
  assert.ok(!main.includes(file.media), "the heavy one is no part of the page");
});

test("S19 somebody signs the story, beside any story", async () => {
  await using stage = await staged();
  await tell(stage, "signed", { sign: { file: stored("b", "mp4", 900_000), language: "ase" } });
  const { main } = await stage.page("/stories/signed");
  assert.match(main, /In sign language \(American Sign Language\)<\/b><span>900 kB · 38 s/);
});

test("S13 600 words and 9 sources stay within 14,000 bytes; no script, no style attribute", async () => {
  await using stage = await staged();
  const village = await place(stage, "village", 20);
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", role: ROLE });
  const sources = Array.from({ length: 9 }, (_, i) => ({
    title: `What a page said on day ${i}`,
    url: `https://source${i}.example/${randomWords(3, i).replaceAll(" ", "-")}`,
    publisher: randomWords(2, i + 50),
    date: `2020-0${i + 1}-11`,
  }));
  const paragraphs = Array.from(sources, (_, i) => `${randomWords(67, i)}.[^${i + 1}]`);
  await tell(stage, "long", {
    people: [ana],
    places: [village],
    topics: ["economy"],
    sources,
    markdown: paragraphs.join("\n\n"),
  });
  const { html, main } = await stage.page("/stories/long");
  assert.equal(main.match(/<sup>/g)?.length, 9);
  assert.doesNotMatch(main, /<script| style=| on[a-z]+=/);
  const headers = 900; // bytes of a status line and headers, policy included
  assert.ok(brotliCompressSync(html).length + headers < 14_000);
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
function randomWords(count: number, seed: number): string {
  let state = seed + 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  const syllables = "ka lo mi ten ra su vel no di per ast ing er the om bra ul qui".split(" ");
  const word = () => [next(), next(), next()].map((n) => syllables[n % syllables.length]).join("");
  return Array.from({ length: count }, word).join(" ");
}

const PICTURE = {
  file: {
    media: `${"a".repeat(64)}.webp`,
    name: "media/well.webp",
    bytes: 24_000,
    width: 3,
    height: 2,
  },
  alt: "A well",
  credit: "Amina",
};

test("S16 a text draws out a quotation, shows pictures of its own list, and draws a place", async () => {
  await using stage = await staged();
  const village = await place(stage, "village", 20);
  await tell(stage, "drawn", {
    places: [village],
    pictures: [
      { name: "well", ...PICTURE },
      { name: "pump", ...PICTURE },
    ],
    markdown:
      "> We climb to call.\n> — Amina\n\n![](picture:well)\n![The pump](picture:pump)\n\n![Here](map:village)\n\n![x](map:town)",
  });
  const { main, html } = await stage.page("/stories/drawn");
  assert.match(main, /<figure class="pull"><blockquote>/);
  assert.match(main, /<b>Two photos<\/b><span>48 kB · 2 s<\/span>/);
  assert.match(main, /alt="The pump"/);
  assert.match(main, /<figure><svg class="globe"[^>]*aria-labelledby="map-village"/);
  assert.match(main, /<p>x<\/p>/);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(brotliCompressSync(html).length < 13_000);
});

test("S16 the folder refuses a picture or a place that the story does not have", () => {
  const problems: string[] = [];
  const markdown = "![](picture:well) ![](map:village) ![](picture:pump) ![](map:town)";
  const pictures = [{ name: "well" }, { name: "well" }];
  stories.folder![0]!.check!(
    { published: "2026-11-20", pictures, places: ["village"], markdown },
    (field, message) => problems.push(`${field}: ${message}`),
  );
  assert.deepEqual(problems, [
    'pictures.1.name: expected a name of its own, found "well" again',
    "markdown: expected one of the pictures of the story, found picture:pump",
    "markdown: expected one of the places of the story, found map:town",
  ]);
});
