/** Books of other systems come into a campaign folder: made here in our own words, as those systems write them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { strToU8, zipSync } from "fflate";
import sharp from "sharp";
import { parse } from "yaml";
import { type Settings } from "../src/commands/context.ts";
import { run } from "../src/commands/import-book.ts";
import { readSignCues } from "../src/features/books/cues.ts";
import { folderParts } from "../src/folder-parts.ts";
import { forbids, licenceOf } from "../src/importers/books/arriving.ts";
import { readBloom } from "../src/importers/books/bloom.ts";
import { bringBooks } from "../src/importers/books/import-books.ts";
import { readStorybook } from "../src/importers/books/storybook.ts";
import { readFolder } from "../src/platform/folder/read.ts";
import { temporary } from "../tools/program.ts";

const folder = temporary();
let picture: Buffer;
before(async () => {
  const create = { width: 40, height: 30, channels: 3, background: "#335544" } as const;
  picture = await sharp({ create }).jpeg().toBuffer();
});
after(() => folder[Symbol.dispose]());

const at = (...path: string[]) => join(folder.dir, ...path);
function put(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
  return at(path);
}
const bring = (from: string, into: string) =>
  bringBooks({ from: at(from), into: at(into), parts: folderParts, today: "2026-01-02" });
const yaml = (path: string) => parse(readFileSync(at(path), "utf8")) as Record<string, unknown>;
const report = (into: string) => readFileSync(at(into, "import-report-books.md"), "utf8");

const storybook = (title: string, pages: readonly string[], end: readonly string[]) =>
  `# ${title}\n\n${pages.map((page) => `##\n${page}\n\n`).join("")}##\n${end.map((line) => `* ${line}\n`).join("")}`;
const END = ["License: [CC-BY]", "Text: Ana Example, Ben Example", "Illustration: Cleo Example"];

test("PB50 texts of African Storybook become a book and its translations, with names, licence and a picture a page", async () => {
  const english = storybook(
    "A lamp, at last",
    ["It is dark. Nobody\nreads now.", "", '"Look," says\nour teacher.'],
    [...END, "Language: en"],
  );
  const other = storybook(
    "Taa, hatimaye",
    ["Ni giza.", "", "Tazama."],
    [...END, "Translation: Dan Example", "Language: sw"],
  );
  const longer = storybook("Une lampe", ["Un.", "Deux."], [...END, "Language: fr"]);
  const closed = storybook(
    "Eine Lampe",
    ["Eins.", "Zwei.", "Drei."],
    ["License: CC BY-NC-ND", ...END.slice(1), "Language: de"],
  );
  for (const [name, text] of Object.entries({ en: english, sw: other, fr: longer, de: closed }))
    put(`asp/0001/text/${name}.md`, text);
  for (const n of ["01", "02", "03", "04", "05"]) put(`asp/0001/pictures/${n}.jpg`, picture);
  put("asp/README.md", "# About these\n\nNo book.\n");

  const came = await bring("asp", "one");
  assert.deepEqual(came.leftOut, []);
  assert.deepEqual(
    came.books.map(({ path, pages, languages }) => [path, pages, languages]),
    [
      ["books/a-lamp-at-last.yaml", 3, ["en", "sw"]],
      ["books/eine-lampe.yaml", 3, ["de"]],
      ["books/une-lampe.yaml", 2, ["fr"]],
    ],
  );
  const book = yaml("one/books/a-lamp-at-last.yaml");
  assert.deepEqual(book["credits"], { text: "Ana Example, Ben Example", pictures: "Cleo Example" });
  assert.deepEqual(book["licence"], { name: "CC BY" });
  const pages = book["pages"] as { lines: string[]; picture: { file: string } }[];
  assert.deepEqual(
    pages.map(({ lines }) => lines),
    [["It is dark.", "Nobody reads now."], [], ['"Look," says our teacher.']],
  );
  assert.ok(pages.every((page) => existsSync(at("one", page.picture.file))));
  const text = yaml("one/books/a-lamp-at-last.sw.yaml");
  assert.deepEqual(
    [text["title"], text["translator"], text["state"]],
    ["Taa, hatimaye", "Dan Example", "person"],
  );
  assert.match(report("one"), /pictures after those of its pages were left out: 05\.jpg/);
  assert.match(report("one"), /forbids commercial use[^]*forbids to change it/);
  assert.deepEqual((await readFolder(at("one"), folderParts)).problems, []);
});

test("PB51 doing it again adds nothing, whatever was mended since, and only what is new comes", async (t) => {
  const path = at("one/books/a-lamp-at-last.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace("A lamp, at last", "A lamp"));
  const standing = globSync("**/*", { cwd: at("one") }).length;
  const again = await bring("asp", "one");
  assert.deepEqual([again.books.length, again.alreadyThere], [0, 3]);
  assert.equal(globSync("**/*", { cwd: at("one") }).length, standing);
  put("asp/0002/en.md", storybook("A lamp, at last", ["Another."], [...END, "Language: en"]));
  const { mock } = t.mock.method(console, "log", () => undefined);
  await run({} as Settings, [at("asp"), "--into", at("one")]);
  assert.match(
    String(mock.calls[0]?.arguments[0]),
    /1 books in 1 texts, 1 pages, 0 pictures, 3 already there/,
  );
  assert.ok(existsSync(at("one/books/a-lamp-at-last-2.yaml")));
});

const editable = (lang: string, inner: string) =>
  `<div class="bloom-editable" lang="${lang}">${inner}</div>`;
const group = (inner: string, more = "") =>
  `<div class="bloom-translationGroup ${more}">${inner}</div>`;
const bloom = (
  licence = '<div data-book="licenseUrl" lang="*">http://creativecommons.org/licenses/by/4.0/</div>',
) => `<html><head>
<meta name="Generator" content="Bloom Version 6"/><script>alert(1)</script></head><body data-l1="en" onload="alert(2)">
<div id="bloomDataDiv"><div data-book="bookTitle" lang="en">The gate</div><div data-book="bookTitle" lang="fr">La porte</div>
<div data-book="copyright" lang="*">Copyright © 2026, Ana Example</div>${licence}</div>
<div class="bloom-page cover outsideFrontCover" data-xmatter-page="frontCover"><div class="bloom-canvas"><img src="the%20gate.jpg" data-creator="Cleo Example"></div></div>
<div class="bloom-page numberedPage" id="a"><div class="bloom-canvas" style="background-image:url('hill.jpg')" data-license="cc-by">${group(editable("en", "<p>A gate on a hill.</p>"), "bloom-imageDescription")}</div>
${group(editable("en", '<p><span class="audio-sentence" id="x1" data-duration="2.1">Dr. Example opens it.</span> <span class="audio-sentence" id="x2">We go in.</span></p>') + editable("fr", "<p>Elle ouvre.<br>Entrons.</p>") + editable("z", "<p>template</p>"))}
<div class="bloom-videoContainer"><video><source src="video/one.mp4#t=0.2,0.8"></video></div></div>
<div class="bloom-page bloom-interactive-page" data-activity="quiz">${group(editable("en", "<p>Which?</p>"))}</div>
<div class="bloom-page numberedPage">${group(editable("en", "<p>The end.</p>"))}<img src="../../secret.jpg"><img src="gone.jpg"></div>
<div class="bloom-page bloom-backMatter" data-xmatter-page="credits">${group(editable("en", "<p>Thanks.</p>"))}</div></body></html>`;
const META = JSON.stringify({
  bookInstanceId: "b-1",
  license: "cc-by",
  features: ["signLanguage", "signLanguage:xki"],
});
const film = () => {
  execFileSync(
    "ffmpeg",
    `-v error -f lavfi -i testsrc=s=64x48:r=25:d=1 -pix_fmt yuv420p -y ${at("one.mp4")}`.split(" "),
  );
  return readFileSync(at("one.mp4"));
};
const packed = (more: Record<string, Uint8Array> = {}) =>
  zipSync({
    "index.htm": strToU8(bloom()),
    "meta.json": strToU8(META),
    "the gate.jpg": picture,
    "hill.jpg": picture,
    ...more,
  });

test("PB52 PB54 a book of Bloom comes with its languages, pictures and marked sentences; what it left is told by page, a film has no name until somebody gives it one", async () => {
  put("shelf/gate.bloompub", packed({ "video/one.mp4": film(), "evil.js": strToU8("alert(3)") }));
  const came = await bring("shelf/gate.bloompub", "two");
  assert.deepEqual(came.leftOut, []);
  const book = yaml("two/books/the-gate.yaml");
  assert.deepEqual(book["licence"], {
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  });
  assert.deepEqual(book["credits"], {
    text: "Copyright © 2026, Ana Example",
    pictures: "Copyright © 2026, Ana Example",
  });
  assert.deepEqual(book["pages"], [
    {
      picture: { file: "media/books/the-gate-01.jpg", alt: "A gate on a hill." },
      lines: ["Dr. Example opens it.", "We go in."],
    },
    { lines: ["The end."] },
  ]);
  assert.deepEqual(yaml("two/books/the-gate.fr.yaml")["pages"], [
    { lines: ["Elle ouvre.", "Entrons."] },
    { lines: [] },
  ]);
  const told = report("two");
  for (const words of [
    /page 1: its recorded voice was left out/,
    /1 programs in it were left out/,
    /a game or a quiz after page 1 was left out/,
    /page 2: its picture was left out: it is not in the book/,
    /fr: page 2 has no words in it/,
    /page 1: somebody signs it in xki; the film lies in drafts\/films\/the-gate\/page-1\.mp4, of which it shows 0\.2 s to 0\.8 s\. The file names nobody/,
  ])
    assert.match(told, words);
  assert.ok(existsSync(at("two/drafts/films/the-gate/page-1.mp4")));
  assert.deepEqual(globSync("{signings/*,**/*.js}", { cwd: at("two") }), []);
  assert.deepEqual((await readFolder(at("two"), folderParts)).problems, []);
  assert.equal((await bring("shelf", "two")).alreadyThere, 1);

  put("open/The gate/The gate.htm", bloom());
  put("open/The gate/hill.jpg", picture);
  writeFileSync(at("outside.jpg"), picture);
  symlinkSync(at("outside.jpg"), at("open/The gate/the gate.jpg"));
  const plain = await bring("open", "three");
  assert.equal(plain.books[0]?.pages, 2);
  assert.match(report("three"), /cover: its picture was left out: it is not in the book/);
});

test("PB54 where it is said who signs, and they agree, the films of a book become a signing with cues", async () => {
  await bring("asp/0002", "six");
  const person = (id: string, until: string) =>
    `- id: ${id}\n  name: ${id}\n  consent: { purposes: [film], channels: [web], languages: [en], until: ${until}, method: signed form, given: 2025-01-01 }\n`;
  appendFileSync(
    at("six/people.yaml"),
    person("amina", "2099-01-01") + person("lerato", "2025-12-31"),
  );
  const as = (signer: string) =>
    bringBooks({
      from: at("shelf"),
      into: at("six"),
      parts: folderParts,
      today: "2026-01-02",
      signer,
    });
  await assert.rejects(as("nobody"), /Expected nobody in people\.yaml/);
  await assert.rejects(as("lerato"), /found no such consent\. Ask first/);
  const came = await as("amina");
  assert.equal(came.books.length, 1);
  assert.deepEqual(yaml("six/signings/the-gate.xki.yaml"), {
    book: "the-gate",
    language: "xki",
    signer: "amina",
    follows: "en",
    film: { file: "media/books/the-gate.xki.mp4", seconds: 1 },
    cues: "media/books/the-gate.xki.vtt",
  });
  const cues = readSignCues(readFileSync(at("six/media/books/the-gate.xki.vtt"), "utf8"))!;
  assert.deepEqual(
    cues.map(({ sentence, start, end }) => [sentence, start, end]),
    [
      ["p1s1", 0, 440],
      ["p1s2", 440, 600],
    ],
  );
  const asked = "-v error -count_frames -show_entries stream=codec_type,nb_read_frames -of csv=p=0";
  const shown = execFileSync("ffprobe", [
    ...asked.split(" "),
    at("six/media/books/the-gate.xki.mp4"),
  ]);
  assert.equal(shown.toString().trim(), "video,15"); // 0.2 s to 0.8 s of it, at 25 a second, without sound
  assert.match(came.books[0]!.notes.join(), /page 1: one film signs several sentences/);
  assert.deepEqual((await readFolder(at("six"), folderParts)).problems, []);
});

test("PB51 a run that ended in the middle is gone on with, and no book comes twice", async () => {
  rmSync(at("six/.imported-books"));
  const again = await bring("asp/0002", "six");
  assert.deepEqual([again.books.length, again.alreadyThere], [0, 1]);
});

test("PB53 a book that names no licence, or keeps all rights, is refused in words", async () => {
  put("none/a/a.htm", bloom(""));
  put("none/a/meta.json", '{"license":"ask"}');
  put(
    "none/b/en.md",
    storybook("No terms", ["One."], ["Text: Ana", "Illustration: Cleo", "Language: en"]),
  );
  put(
    "none/c/en.md",
    storybook(
      "All kept",
      ["One."],
      ["License: All rights reserved", "Text: Ana", "Illustration: Cleo"],
    ),
  );
  const { books, leftOut } = await bring("none", "four");
  assert.deepEqual(books, []);
  assert.equal(leftOut.length, 3);
  for (const { why } of leftOut)
    assert.match(why, /licence .*found none that lets us show it|lets us show it.*found none/);
  assert.ok(!existsSync(at("four")), "nothing is made for nothing");
});

/** It says that a file of it unpacks to a hundred bytes. */
function lying(zip: Uint8Array, name: string): Buffer {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(100, bytes.lastIndexOf(name) - 46 + 24);
  return bytes;
}

test("PB55 a book of a thousand pages or languages is refused before it is put together", () => {
  const many = (one: (i: number) => string) =>
    bloom().replace("</body>", `${Array.from({ length: 1000 }, (_, i) => one(i)).join("")}</body>`);
  const pageIn = (lang: string) => `<div class="bloom-page">${group(editable(lang, "A."))}</div>`;
  assert.throws(
    () =>
      readBloom(
        many(() => pageIn("en")),
        META,
        "x",
      ),
    /at most 100 pages/,
  );
  const tag = (i: number) => `en-x-a${i}`;
  const tongues = many(
    (i) => (i === 0 ? '<div class="bloom-page">' : "") + group(editable(tag(i), "A.")),
  );
  assert.throws(() => readBloom(tongues, META, "x"), /at most 100 languages/);
  const long = storybook(
    "Long",
    Array.from({ length: 101 }, () => "A."),
    END,
  );
  assert.throws(() => readStorybook(long, "en"), /at most 100 pages/);
});

test("PB53 a licence is read as it is said, with what it forbids, and none is made of words that are none", () => {
  const forbidden = (said: string) => forbids(licenceOf(said)!).map((one) => one.slice(12, 30));
  const nc = "forbids commercial";
  const nd = "forbids to change ";
  for (const [said, name, ...not] of [
    ["CC BY-NC-ND 4.0", "CC BY-NC-ND 4.0", nc, nd],
    ["https://creativecommons.org/licenses/by-nc/3.0/igo/", "CC BY-NC 3.0 IGO", nc],
    ["http://creativecommons.org/publicdomain/mark/1.0/", "Public Domain Mark 1.0"],
    ["http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"],
  ] as const) {
    assert.equal(licenceOf(said)?.name, name);
    assert.deepEqual(forbidden(said), not);
  }
  const words = "Creative Commons Attribution-NonCommercial-NoDerivatives";
  assert.deepEqual(forbidden(words).slice(0, 2), [nc, nd]);
  assert.match(forbids(licenceOf("For schools of ours")!).join(), /in words of its own/);
  for (const none of [
    "",
    "-",
    "n/a",
    "[ask]",
    "© Tous droits réservés",
    "All Rights Reserved 2020",
  ])
    assert.equal(licenceOf(none), undefined, none);
  assert.match(
    licenceOf("https://creativecommons.org/licenses/by/3.0/igo/legalcode")!.url!,
    /by\/3\.0\/igo\/$/,
  );
});

test("PB55 a file that leads outside, one that unpacks for ever and one that is broken are refused, and the others come", async () => {
  put("bad/0-outside.bloompub", packed({ "../evil.jpg": picture }));
  put("bad/1-bomb.bloompub", packed({ "hill.png": new Uint8Array(8_000_000) }));
  put(
    "bad/2-many.bloompub",
    packed(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`f${i}`, new Uint8Array()]))),
  );
  put("bad/3-broken.bloompub", packed().subarray(0, 900));
  put("bad/4-empty.bloompub", zipSync({ "a.txt": strToU8("a") }));
  put("bad/5-deep.htm", `<html><meta content="Bloom"><body>${"<div>".repeat(5000)}`);
  put("bad/whole.bloompub", packed());
  put("bad/6-lies.bloompub", lying(packed({ "hill.jpg": new Uint8Array(900_000) }), "hill.jpg"));
  put("bad/7-long.bloompub", packed({ [`${"a".repeat(300)}.htm`]: strToU8("a") }));
  const both = `<div class="bloom-page"><img src="x.jpg"></div><div class="bloom-page"><img src="x.jpg/y.jpg"></div>`;
  const beside = { "index.htm": strToU8(bloom().replace("</body>", `${both}</body>`)) };
  put("bad/8-both.bloompub", packed({ ...beside, "x.jpg": picture, "x.jpg/y.jpg": picture }));
  const { books, leftOut } = await bring("bad", "five");
  const why = Object.fromEntries(leftOut.map((one) => [one.what.slice(0, 1), one.why]));
  assert.match(why["0"]!, /leads outside: \.\.\/evil\.jpg/);
  assert.match(why["1"]!, /unpacks to far more than any book holds/);
  assert.match(why["2"]!, /at most 5000 files/);
  assert.match(why["3"]!, /Expected a whole \.bloompub/);
  assert.match(why["4"]!, /Expected a page \(index\.htm\)/);
  assert.match(why["6"]!, /hill\.jpg holds something else than it says/);
  assert.match(why["7"]!, /files that can lie beside each other/);
  assert.match(why["8"]!, /files that can lie beside each other, found x\.jpg/);
  assert.equal(books.length, 1, JSON.stringify(leftOut));
  assert.deepEqual(
    readdirSync(folder.dir).filter((name) => name.includes("evil")),
    [],
  );
});
