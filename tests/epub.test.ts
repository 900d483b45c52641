/** Books of stories, as two checkers, a browser with axe and another time zone see them. */
import assert from "node:assert/strict";
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { unzipSync } from "fflate";
import sharp from "sharp";
import { serve, serveAlone, temporary, type Served } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { bothCheckersPass } from "./epub-checkers.ts";

const folder = temporary();
const opened = new AsyncDisposableStack();
const campaign = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data"), CND_URL: "http://books.example" };
let server: Served;

const BOOKS = [
  "/stories/arabic.epub",
  "/stories/chinese.epub",
  "/stories/english.epub",
  "/fr/stories/english.epub",
  "/campaign.epub",
];

/** The others’ chapters stand in the whole too. */
const CHECKED = ["/stories/arabic.epub", "/fr/stories/english.epub", "/campaign.epub"];

before(async () => {
  succeed(["init", campaign, "--yes"]);
  mkdirSync(join(campaign, "stories"), { recursive: true });
  mkdirSync(join(campaign, "media"), { recursive: true });
  const noise = {
    create: { width: 900, height: 500, channels: 3, background: "#445544" },
  } as const;
  await sharp(noise)
    .webp()
    .toFile(join(campaign, "media", "hill.webp"));
  const write = (name: string, front: string, text: string) =>
    writeFileSync(join(campaign, "stories", name), `---\n${front}\n---\n\n${text}\n`);
  const front = (lang: string, title: string, more = "") =>
    `title: ${title}\nsummary: …\nlanguage: ${lang}\ncategory: Made up\npublished: 2026-01-01\n${more}authors: [campaign-desk]`;
  const cover = "cover: { file: media/hill.webp, alt: A hill }\n";
  const sources =
    'sources:\n  - { title: A page & <more>, url: "https://source.example/?a=1&b=2", date: 2026-01-01 }\n';
  write(
    "arabic.md",
    front("ar", "شبكة القرية", sources),
    "## باب\n\nوصل الإنترنت.[^1]\n\n- أول\n- ثان",
  );
  write("chinese.md", front("zh", "村子的网络"), "## 开始\n\n我们有了网络。\n\n> 引用");
  write(
    "english.md",
    front("en", "A mast & <a hill>", cover + sources),
    "A sentence[^1] and [a link](/stories/chinese).  \nA break.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n\n```\ncode <x>\n```\n\n<script>alert(1)</script>",
  );
  writeFileSync(
    join(campaign, "stories", "english.fr.md"),
    "---\ntitle: Un mât\nsummary: …\nstate: machine\n---\n\nUne phrase.\n",
  );
  write("web-only.md", front("en", "Ana on the web", "people: [ana]\n"), "Her words.");
  appendFileSync(
    join(campaign, "people.yaml"),
    "- id: ana\n  name: Ana\n  consent: { purposes: [story], channels: [web], languages: [en], until: 2999-12-31, method: text, given: 2026-01-01 }\n",
  );
  const settings = join(campaign, "campaign.yaml");
  writeFileSync(
    settings,
    readFileSync(settings, "utf8").replace(/^languages: .*$/m, "languages: [en, fr, zh]"),
  );
  succeed(["import", campaign], env);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  await opened.disposeAsync();
  folder[Symbol.dispose]();
});

let first: Promise<Served> | undefined;
/** The first campaign's server. */
const firstServed = () =>
  (first ??= (async () => {
    const real = { CND_DATA: join(folder.dir, "real") };
    await firstCampaign(real.CND_DATA);
    return opened.use(await serve(real));
  })());

async function book(path: string, at = server): Promise<Uint8Array> {
  const answer = await fetch(at.base + path);
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers.get("content-type"), "application/epub+zip");
  return new Uint8Array(await answer.arrayBuffer());
}
const textIn = (bytes: Uint8Array, name: string) =>
  new TextDecoder().decode(unzipSync(bytes)[name]);

const check = (path: string, bytes: Uint8Array): Promise<void> =>
  bothCheckersPass(join(folder.dir, path.replaceAll("/", "-")), bytes);

test("K1 two checkers find no error, axe no violation, and the book says what it is", async () => {
  const browser = await openBrowser();
  const page = await browser.newPage();
  let documents = 0;
  for (const path of CHECKED) {
    const bytes = await book(path);
    await check(path, bytes);
    const dir = join(folder.dir, `open-${path.replaceAll("/", "-")}`);
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), content);
      if (!name.endsWith(".xhtml")) continue;
      documents += 1;
    }
    for (const name of Object.keys(unzipSync(bytes)).filter((n) => n.endsWith(".xhtml"))) {
      await page.goto(`file://${join(dir, name)}`);
      assert.equal((await page.title()) !== "", true);
      assert.deepEqual(await violations(page), [], `${path} ${name}`);
    }
  }
  await browser.close();
  assert.ok(documents >= 11, `${documents} documents`);

  const arabic = textIn(await book("/stories/arabic.epub"), "EPUB/package.opf");
  assert.match(arabic, /page-progression-direction="rtl"/);
  assert.match(arabic, /<dc:language>ar<\/dc:language>/);
  assert.match(arabic, /<dc:identifier id="id">urn:sha256:[0-9a-f]{64}<\/dc:identifier>/);
  assert.match(arabic, /schema:accessMode"/);
  const english = unzipSync(await book("/stories/english.epub"));
  assert.equal(Object.keys(english)[0], "mimetype");
  const text = new TextDecoder().decode(english["EPUB/story-1.xhtml"]);
  assert.match(text, /role="doc-noteref" href="#s1"/);
  assert.match(text, /<img src="media\/[0-9a-f]{16}\.jpg" alt="A hill"\/>/);
  const id = (bytes: Uint8Array) => /id="id">([^<]*)/.exec(textIn(bytes, "EPUB/package.opf"))![1];
  assert.equal(
    id(await book("/fr/stories/english.epub")),
    `${id(await book("/stories/english.epub"))}#fr`,
  );
});

test("K1 the first campaign’s books pass both checkers: a story, a topic, the whole", async () => {
  const at = await firstServed();
  for (const path of ["/stories/mankosi.epub", "/topics/connectivity.epub", "/campaign.epub"])
    await check(path, await book(path, at));
});

test("K13 a cover is a picture that a library shows: its own, its place from space, the Earth, or drawn", async () => {
  const coverIn = async (bytes: Uint8Array) => {
    assert.match(
      textIn(bytes, "EPUB/package.opf"),
      /href="cover\.jpg" media-type="image\/jpeg" properties="cover-image"/,
    );
    const picture = unzipSync(bytes)["EPUB/cover.jpg"]!;
    const { width, height, format } = await sharp(picture).metadata();
    assert.deepEqual([width, height, format], [600, 800, "jpeg"]);
    assert.ok(picture.length <= 60_000, `${picture.length} bytes`);
    const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [
      ...data.subarray((y * info.width + x) * 3).subarray(0, 3),
    ];
    return { at, page: textIn(bytes, "EPUB/cover.xhtml") };
  };
  /** Whether it is the colour, as a JPEG keeps it. */
  const is = (found: readonly number[], wanted: readonly number[]) =>
    assert.ok(
      found.every((value, i) => Math.abs(value - wanted[i]!) < 30),
      `${found.join(" ")}, not ${wanted.join(" ")}`,
    );
  const [signal, night, paper] = [
    [255, 138, 92],
    [11, 13, 28],
    [244, 244, 238],
  ];

  const drawn = await coverIn(await book("/stories/arabic.epub"));
  is(drawn.at(590, 790), paper);
  const own = await coverIn(await book("/stories/english.epub"));
  is(own.at(300, 100), [0x44, 0x55, 0x44]);
  is(own.at(590, 790), night);
  assert.match(own.page, /<img src="cover\.jpg" alt="A hill"\/>/);

  const at = await firstServed();
  const place = await coverIn(await book("/stories/nangi.epub", at));
  is(place.at(300, 300), signal);
  is(place.at(590, 790), night);
  assert.match(place.page, /Nangi from space, with its lights in 2016\. .*<p>NASA/);
  const french = await coverIn(await book("/fr/stories/nangi.epub", at));
  assert.match(
    french.page,
    /alt="[^"]*Nangi[^"]*"\/><figcaption><p>Nangi, [^<]*2016[^<]*<\/p><p lang="en" xml:lang="en" dir="ltr">NASA/,
  );
  const whole = await coverIn(await book("/campaign.epub", at));
  assert.match(whole.page, /The Earth from space/);
  assert.ok(whole.at(300, 300)[0]! < 200, "nothing is marked on the Earth");
});

test("K2 the same records give the same bytes in another time zone, made anew", async () => {
  const earlier = await Promise.all(BOOKS.map((path) => book(path)));
  await server[Symbol.asyncDispose]();
  rmSync(join(env.CND_DATA, "cache"), { recursive: true });
  server = await serveAlone({ ...env, TZ: "Asia/Tokyo" }); // a process begins in its zone
  for (const [i, path] of BOOKS.entries()) assert.deepEqual(await book(path), earlier[i], path);
});

test("K3 a book holds only stories whose people agreed to print, and no withdrawn one", async () => {
  const status = async (path: string) => (await fetch(server.base + path)).status;
  assert.equal(await status("/stories/web-only"), 200);
  assert.equal(await status("/stories/web-only.epub"), 404);
  const contents = async () => textIn(await book("/campaign.epub"), "EPUB/nav.xhtml");
  assert.doesNotMatch(await contents(), /Ana/);
  assert.match(await contents(), /村子的网络/);
  rmSync(join(campaign, "stories", "chinese.md"));
  succeed(["import", campaign, "--prune"], env);
  assert.equal(await status("/stories/chinese.epub"), 404);
  assert.doesNotMatch(await contents(), /村子的网络/);
});
