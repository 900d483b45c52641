/** Every page of the first campaign, as a reader's browser and two checkers see it. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { lookOf, type Style } from "../src/platform/web/look.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { OF_COLOUR, OF_WIDTH, tooWide, violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";
import { htmlErrors } from "./java.ts";
import { onTheWire } from "./wire.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
let paths: string[];

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  const map = await (await fetch(`${server.base}/sitemap.xml`)).text();
  const listed = [...map.matchAll(/<loc>[^<]*?\/\/[^/<]+([^<]*)<\/loc>/g)].map((m) => m[1] || "/");
  const more = ["/log", "/stories?walk=teacher", "/stories?page=2", "/nothing-here"];
  const pledge = await (await fetch(`${server.base}/pledges/huawei-120-million`)).text();
  const entries = /\/log\/subjects\/[0-9a-f]{64}/.exec(pledge)![0];
  more.push(entries, entries.replace("subjects", "records")); // the opening record has the subject's id
  more.push(...SEND, ...FORMS);
  paths = [...new Set([...listed, ...more])];
  assert.ok(paths.length > 100, `the sitemap lists ${listed.length} pages`);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("the Nu HTML checker finds no error on any page", async () => {
  assert.deepEqual(await htmlErrors(server.base, paths), []);
});

/** The forms of a pledge, which no search engine is told of. */
const SEND = [
  "",
  "?about=figure",
  "?about=evidence",
  "?about=correction&claim=c1",
  "?about=dispute",
].map((query) => `/pledges/huawei-120-million/send${query}`);

/** Forms that are made for one request. */
const FORMS = [
  "/conversation/comment",
  "/conversation/link",
  "/conversation/share",
  "/letter/sign",
  "/letter/find?name=ana",
];

/** One page of each kind; the rules of a kind hold for all its pages. */
const KINDS = [
  "/",
  "/stories",
  "/stories/mankosi",
  "/fr/stories/mankosi",
  "/stories/what-this-is",
  "/topics/connectivity",
  "/authors/campaign-desk",
  "/places/mankosi",
  "/organisations",
  "/organisations/huawei",
  "/programmes/rainforest-listening",
  "/do-good",
  "/pledges",
  "/pledges/huawei-120-million",
  "/pledges/huawei-500-million",
  "/pledges/itu-people-offline",
  ...SEND,
  "/atlas",
  "/atlas/africa",
  "/atlas/asia?layer=measured",
  "/conversation",
  "/questions",
  "/stories/opheim/comment?question=none",
  "/conversation/comment",
  "/conversation/link",
  "/conversation/share?server=social.example",
  "/letter",
  "/letter/sign",
  "/letter/find?name=ana",
  "/take-part",
  "/measure",
  "/listening/try",
  "/take-part/opportunity",
  "/take-part/story",
  "/withdraw",
  "/opportunities",
  "/projects/mankosi",
  "/about",
  "/privacy",
  "/data",
  "/log",
  "/nothing-here",
];

const WIDTHS = [360, 1280];
/** What is found at each width: each page is opened once. */
let looked: Promise<ReadonlyMap<number, string[]>> | undefined;
async function look(): Promise<ReadonlyMap<number, string[]>> {
  const found = new Map<number, string[]>(WIDTHS.map((width) => [width, []]));
  const context = await browser.newContext({ bypassCSP: true }); // axe itself is a script
  const page = await context.newPage();
  for (const path of KINDS) {
    await page.goto(server.base + path);
    for (const [width, some] of found) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        const wide = await tooWide(page);
        if (wide > 0) some.push(`${path} is ${wide} px too wide, ${colorScheme}`);
        const rules = colorScheme === "dark" ? OF_COLOUR : width === 360 ? OF_WIDTH : undefined;
        some.push(...(await violations(page, rules)).map((one) => `${path} ${colorScheme} ${one}`));
      }
    }
  }
  await context.close();
  return found;
}

for (const width of WIDTHS)
  test(`axe finds no violation by day and by night, nothing scrolls sideways: ${width} px`, async () => {
    assert.deepEqual((await (looked ??= look())).get(width), []);
  });

test("WB16 a page in two styles looks as it does in one, on a phone, on a desk and on paper", async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  for (const [path, width, colorScheme, media] of [
    ["/stories/nangi", 360, "light", "screen"],
    ["/stories/melling", 1280, "dark", "screen"], // in one language: nothing of its head is out of sight
    ["/ar/stories/mankosi", 800, "light", "print"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ media, colorScheme });
    const answer = await page.goto(server.base + path);
    await page.$$eval("img", async (all) => {
      for (const img of all) {
        img.loading = "eager";
        await img.decode();
      }
    });
    const folded = await page.$$eval("style", (all) => all.map((one) => one.textContent ?? ""));
    assert.equal(folded.length, 2, path);
    const policy = answer!.headers()["content-security-policy"]!;
    for (const style of folded) {
      const hash = createHash("sha256").update(style).digest("base64");
      assert.ok(policy.includes(`'sha256-${hash}'`), `${path}: ${policy}`);
    }
    const holder = await page.locator("svg:has(> style)").boundingBox();
    assert.ok(holder!.width <= 1 && holder!.height <= 1, `${path}: what holds the style is seen`);
    const colour = { day: "#c2350a", night: "#ff8a5c" }; // what a campaign has that names none
    const [{ css }] = lookOf(colour, await page.content()) as [Style];
    const [two, one, less] = [
      await drawn(page, folded),
      await drawn(page, [css, ""]),
      await drawn(page, [folded[0]!, ""]),
    ];
    assert.equal(differing(two, one), 0, `${path}, ${width} px, ${colorScheme}, ${media}`);
    assert.ok(differing(two, less) > 1000, `${path}: the second style is seen`);
  }
  await context.close();
});

/** The page once its styles are these. */
async function drawn(page: Page, styles: readonly string[]): Promise<Raster> {
  await page.$$eval(
    "style",
    (all, texts) => all.forEach((style, i) => (style.textContent = texts[i]!)),
    styles,
  );
  const mask = [page.locator("video")]; // its control turns
  const picture = sharp(await page.screenshot({ fullPage: true, mask })).removeAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return { data, height: info.height };
}

interface Raster {
  readonly data: Buffer;
  readonly height: number;
}

const NOISE = 24; // of 255: a browser does not scale a picture twice to the very same

/** How many values of two pictures differ; all where one of them is higher. */
function differing(one: Raster, other: Raster): number {
  if (one.height !== other.height) return Infinity;
  let count = 0;
  for (let i = 0; i < one.data.length; i++)
    if (Math.abs(one.data[i]! - other.data[i]!) > NOISE) count++;
  return count;
}

test("without script: one request and the pictures of its place, no third party, no cookie, nothing stored", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of ["/stories/mankosi", "/", "/pledges/huawei-120-million"]) {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(server.base + path, { waitUntil: "networkidle" });
    const own = asked.filter((url) => !url.startsWith(`${server.base}/media/`));
    assert.deepEqual(own, [server.base + path]);
    // Without script a browser does not wait with those that are further down: of a story by day and from near, of a front page its film and four people.
    const pictures = path === "/" ? 6 : path.startsWith("/stories/") ? 2 : 0;
    assert.ok(asked.length - own.length <= pictures, asked.join(" "));
    assert.ok((await page.innerText("main")).length > 500);
    page.removeAllListeners("request");
  }
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test("a story is one response of at most 14,000 bytes", async () => {
  const stories = paths.filter((p) => /^(\/[a-z]{2})?\/stories\/[^?]+$/.test(p));
  assert.ok(stories.length >= 20);
  for (const path of stories) {
    const bytes = await onTheWire(server.base, path);
    assert.ok(bytes <= 14_000, `${path} is ${bytes} bytes`);
  }
});

test("AT1 a page of the atlas, with the figures under that of the world, is at most 30,000 bytes", async () => {
  const pages = paths.filter((p) => p.startsWith("/atlas"));
  assert.ok(pages.length >= 6, pages.join());
  for (const path of pages) {
    const bytes = await onTheWire(server.base, path);
    assert.ok(bytes <= 30_000, `${path} is ${bytes} bytes`);
  }
});

test("by keyboard: the skip link comes first and leads to the text", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.base}/stories/mankosi`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("href")), "#main");
  await page.keyboard.press("Enter");
  // The browser reports the new address a moment after the key.
  await page.waitForURL(/#main$/);
  await page.close();
});
