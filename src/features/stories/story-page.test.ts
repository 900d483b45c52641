/** What stands on the page of one story, and what it weighs. */
import assert from "node:assert/strict";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { LadderRow, LadderTables } from "../../platform/private/ladders.ts";
import { storyFolder } from "./folder.ts";
import { CONSENT, ROLE, type Stage } from "./stage.fixture.ts";
import { place, staged, tell } from "./pages.test.kit.ts";

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

test("S17 a film is a poster that says how long and how heavy it is; all else folds away, and what is said stands below", async () => {
  await using stage = await staged();
  const texts = [{ language: "fr", captions: stored("d", "vtt", 900) }];
  const captions = stored("c", "vtt", 800);
  const rungs = [{ file: stored("e", "mp4", 900_000), height: 240 }];
  const film = { file: stored("b", "mp4", 9_000_000), title: "The mast", captions, texts, rungs };
  await tell(stage, "mast", { film });
  await laddered(stage, film.file.media, { seconds: 125 }, [
    ["480p", hash("f", "mp4"), 2_000_000, 854],
    ["144p", hash("a", "mp4"), 320_000, 256],
    ["sound", hash("9", "ogg"), 96_000],
    ["poster", hash("8", "webp"), 6000, 480],
  ]);
  await laddered(stage, captions.media, { transcript: "We climb.\n\nWe see far." });
  const { main } = await stage.page("/stories/mast");
  const buttons = [...main.matchAll(/<summary><b>([^<]*)<\/b>(?:<span>([^<]*)<\/span>)?/g)].map(
    (m) => m.slice(1).join(" | "),
  );
  assert.match(
    main,
    /<img class="still"[^>]* loading="lazy"\/?><p><b>Film<\/b> <bdi>2:05 · 320 kB · 13 s on 2G<\/bdi><\/p><video/,
  );
  assert.ok(
    main.includes(
      `<video controls="" playsinline="" preload="none" poster="data:,x" src="/media/${hash("a", "mp4")}"`,
    ),
  );
  assert.deepEqual(buttons, [
    "Other sizes, and sound only | ",
    "Sound only | 96 kB · 4 s",
    "Film, 240p | 900 kB · 38 s",
    "Film, 480p | 2 MB · 83 s",
    "Film, as filmed | 9 MB · 6 min",
    "Transcript | ",
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
  assert.match(main, /In sign language \(American Sign Language\)<\/b> <bdi>900 kB · 38 s on 2G/);
});

test("S24 a story opens with the picture of its first place, by itself; by day it waits further down", async () => {
  await using stage = await staged();
  const [night, day] = ["a", "d"].map((letter) => ({
    wide: { ...stored(letter, "avif", 23_000), width: 960, height: 540 },
    small: { ...stored(letter === "a" ? "b" : "e", "avif", 5900), width: 480, height: 270 },
    plain: { ...stored(letter === "a" ? "c" : "f", "webp", 5800), width: 480, height: 270 },
    year: "2016",
    degrees: 5,
    credit: "NASA <GSFC>",
    drawing: "M1 2h3",
  }));
  const lit = (slug: string, sky: object) =>
    stage.open("place.named/1", "places", slug, {
      type: "Feature",
      geometry: { type: "Point", coordinates: [20, 10] },
      properties: { name: "Lit", country: "ZA", sky },
    });
  const hill = await lit("hill", {
    night: { ...night, alt: "Dark hills", note: "A note." },
    day,
  });
  await tell(stage, "seen", { places: [hill] });
  const { main } = await stage.page("/stories/seen");
  const [first = "", second = ""] = main.match(/<figure class="sky[^]*?<\/figure>/g)!;
  assert.match(first, /media="\(min-width:44rem\)" type="image\/avif" srcset="\/media\/a+\.avif"/);
  assert.match(first, /<source type="image\/avif" srcset="\/media\/b+\.avif"\/?>/);
  assert.match(first, /<img src="\/media\/c+\.webp" alt="Dark hills" width="480" height="270"\/?>/);
  assert.match(first, /<path class="lit" d="M1 2h3"/);
  assert.match(first, /<header>.*<h1>Story seen<\/h1>.*<\/header>/s);
  assert.match(
    first,
    /<b>Lit<\/b> from space, with its lights in 2016\. Small lights may not be visible\. A note\./,
  );
  assert.match(first, /NASA &lt;GSFC&gt;/);
  assert.match(
    second,
    /d+\.avif.*f+\.webp" alt="The Earth from space, centred on Lit\.".* loading="lazy"/s,
  );
  assert.ok(main.indexOf(second) > main.indexOf('class="prose'), "below the text");
  assert.doesNotMatch(main, / style=|class="globe"/);
  const french = (await stage.page("/fr/stories/seen")).main;
  assert.match(
    french,
    /alt="Dark hills"/,
    "the text is English there, and so is what is said of its picture",
  );
});

test("S28 a story leads to the film of its first place, whoever it is about, and the film stands below the text", async () => {
  await using stage = await staged();
  const sky = {
    film: {
      file: stored("f", "mp4", 180_000),
      height: 144,
      seconds: 15,
      poster: { ...stored("e", "webp", 5000), width: 480, height: 270 },
      captions: stored("c", "vtt", 400),
    },
  };
  const hill = await stage.open("place.named/1", "places", "hill", {
    type: "Feature",
    geometry: { type: "Point", coordinates: [20, 10] },
    properties: { name: "Hill", country: "ZA", sky },
  });
  const who = { name: "ONE", consent: { ...CONSENT, purposes: ["story"] } };
  const one = await stage.open("person.named/1", "people", "one", who);
  await tell(stage, "seen", { places: [hill], people: [one] });
  await laddered(stage, sky.film.captions.media, { transcript: "The lights." });
  const { main } = await stage.page("/stories/seen");
  const [before = "", after = ""] = main.split('class="prose');
  assert.match(
    before,
    /<a class="more" href="#film">Watch the flight to Hill<\/a> <small><bdi>0:15 · 180 kB · 8 s on 2G</,
  );
  assert.match(
    after,
    /<section class="flight" id="film".*A flight from the whole Earth at night down to Hill.*<video/s,
  );
  assert.match(after, /<img class="still" src="\/media\/e+\.webp"[^>]* loading="lazy"/);
  assert.match(after, /<p>The lights\.<\/p>/);
  assert.doesNotMatch(main, /preload="(?!none)|autoplay/);
  await tell(stage, "elsewhere", {});
  assert.doesNotMatch((await stage.page("/stories/elsewhere")).main, /#film|id="film"/);
});

test("S24 a place says with which of its pictures its stories open", async () => {
  await using stage = await staged();
  const view = (letter: string) => {
    const file = { ...stored(letter, "avif", 5000), width: 480, height: 270 };
    return { wide: file, small: file, plain: file, year: "2016", degrees: 5, credit: "NASA" };
  };
  const sky = { night: view("a"), day: view("d"), near: view("e"), first: "day" };
  const island = await stage.open("place.named/1", "places", "island", {
    type: "Feature",
    geometry: { type: "Point", coordinates: [20, 10] },
    properties: { name: "Island", country: "PH", sky },
  });
  await tell(stage, "seen", { places: [island] });
  const { main } = await stage.page("/stories/seen");
  const figures = main.match(/<figure class="sky[^]*?<\/figure>/g)!;
  assert.deepEqual(
    figures.map((one) => /\/media\/([ade])a*d*e*\.avif/.exec(one)?.[1]),
    ["d", "a", "e"],
  );
});

test("S25 under the summary stands what a reader can do next, in the language of the page", async () => {
  await using stage = await staged();
  const step = (main: string) =>
    /<p class="stand">.*?<\/p><p class="acts"><b>([^<]*)<\/b><a class="button" href="([^"]*)">([^<]*)<\/a>/s
      .exec(main)
      ?.slice(1);
  const subject = await tell(stage, "asking", { ask: { text: "Count the masts", to: "/do-good" } });
  await tell(stage, "silent");
  const french = { lang: "fr", title: "Un mât", summary: "…", state: "person", markdown: "…" };
  assert.deepEqual(step((await stage.page("/stories/asking")).main), [
    "What you can do",
    "/do-good",
    "Count the masts",
  ]);
  assert.deepEqual(step((await stage.page("/fr/stories/asking")).main), [
    "What you can do",
    "/fr/do-good",
    "Count the masts",
  ]);
  await stage.say("story.translated/1", subject, french);
  assert.deepEqual(step((await stage.page("/fr/stories/asking")).main), [
    "Ce que vous pouvez faire",
    "/fr/take-part/story",
    "Racontez votre histoire",
  ]);
  await stage.say("story.translated/1", subject, { ...french, ask: "Comptez les mâts" });
  assert.deepEqual(step((await stage.page("/fr/stories/asking")).main), [
    "Ce que vous pouvez faire",
    "/fr/do-good",
    "Comptez les mâts",
  ]);
  assert.deepEqual(step((await stage.page("/stories/silent")).main), [
    "What you can do",
    "/take-part/story",
    "Tell your own story",
  ]);
});

test("S26 what a story lacks is asked for once, and not where it lacks nothing", async () => {
  await using stage = await staged();
  const photo = { file: stored("e", "jpg", 20_000), alt: "Ana" };
  const consent = { ...CONSENT, purposes: ["story", "photo", "film"] };
  const ana = await stage.open("person.named/1", "people", "ana", { name: "Ana", consent, photo });
  const film = { link: "https://films.example/1", title: "The mast" };
  const asked = async (slug: string) =>
    (await stage.page(`/stories/${slug}`)).main.match(/for this page\?/g)?.length;
  await tell(stage, "bare");
  await tell(stage, "whole", { people: [ana], film });
  assert.equal(await asked("bare"), 1);
  assert.equal(await asked("whole"), 1, "it is in one of the three languages of the campaign");
  stage.frame = { ...stage.frame, languages: ["en"] };
  assert.equal(await asked("whole"), undefined);
  assert.equal(await asked("bare"), 1);
});

test("S24 a story of no place opens with the Earth, where the campaign has a picture of it, and no line", async () => {
  await using stage = await staged();
  const file = { ...stored("a", "avif", 5000), width: 480, height: 270 };
  const plain = { ...stored("c", "webp", 5000), width: 480, height: 270 };
  const earth = { wide: file, small: file, plain, year: "2016", degrees: 170, credit: "NASA" };
  stage.frame = { ...stage.frame, earth: { ...earth, alt: "The Earth at night" } };
  await tell(stage, "nowhere");
  await tell(stage, "somewhere", { places: [await place(stage, "village", 20)] });
  const { main } = await stage.page("/stories/nowhere");
  assert.match(
    main,
    /alt="The Earth at night".*The Earth from space, with its lights in 2016\. Small lights may not be visible\./s,
  );
  assert.equal(main.match(/class="sky/g)?.length, 1);
  assert.doesNotMatch(main, /class="thread"|class="pin"/);
  assert.doesNotMatch((await stage.page("/stories/somewhere")).main, /class="sky/);
});

test("S24 a photo of the person and a drawing of the story come first; the picture then follows the text", async () => {
  await using stage = await staged();
  const file = { ...stored("a", "avif", 5000), width: 480, height: 270 };
  const plain = { ...stored("c", "webp", 5000), width: 480, height: 270 };
  const night = { wide: file, small: file, plain, year: "2016", degrees: 5, credit: "NASA" };
  const hill = await stage.open("place.named/1", "places", "hill", {
    type: "Feature",
    geometry: { type: "Point", coordinates: [20, 10] },
    properties: { name: "Hill", country: "ZA", sky: { night } },
  });
  const photo = { file: stored("e", "jpg", 20_000), alt: "Ana" };
  const who = (slug: string, purposes: string[]) =>
    stage.open("person.named/1", "people", slug, {
      name: slug,
      consent: { ...CONSENT, purposes },
      photo,
    });
  await tell(stage, "shown", { places: [hill], people: [await who("ana", ["story", "photo"])] });
  await tell(stage, "unseen", { places: [hill], people: [await who("bea", ["story"])] });
  const cover = { file: { ...stored("d", "webp", 9000), width: 960, height: 456 }, alt: "A hill" };
  await tell(stage, "drawn", { places: [hill], cover });
  for (const [slug, leads] of [
    ["shown", false],
    ["unseen", true],
    ["drawn", false],
  ] as const) {
    const { main } = await stage.page(`/stories/${slug}`);
    assert.equal(main.match(/class="sky/g)?.length, 1, slug);
    assert.equal(main.indexOf('class="sky') < main.indexOf("<h1"), leads, slug);
    assert.equal(main.includes('class="globe"'), !leads, slug);
  }
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
  storyFolder.check!(
    { published: "2026-11-20", pictures, places: ["village"], markdown },
    (field, message) => problems.push(`${field}: ${message}`),
  );
  assert.deepEqual(problems, [
    'pictures.1.name: expected a name of its own, found "well" again',
    "markdown: expected one of the pictures of the story, found picture:pump",
    "markdown: expected one of the places of the story, found map:town",
  ]);
});
