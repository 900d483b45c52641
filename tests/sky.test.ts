/** The first view of stories with a picture of their place, as a phone without a warm cache loads it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { serve, temporary, type Served } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
let stories: string[];

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve({ ...env, CND_DEV: "1" }); // where `?dir=rtl` tries a page out
  const map = await (await fetch(`${server.base}/sitemap.xml`)).text();
  const listed = map.matchAll(/<loc>[^<]*?(\/stories\/[^/<]+)</g); // once in each language
  stories = [...new Set(Array.from(listed, (m) => m[1]!))];
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("S24 every story of the first campaign opens on a phone within 30,000 bytes, its picture within 6,000 by itself", async () => {
  assert.ok(stories.length >= 20, `${stories.length} stories`);
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const weights = new Map<string, number>();
  page.on("response", (answer) =>
    weights.set(new URL(answer.url()).pathname, Number(answer.headers()["content-length"])),
  );
  for (const path of stories) {
    weights.clear();
    await page.goto(server.base + path, { waitUntil: "load" });
    const seen = page.locator(".sky img").first();
    assert.ok(await seen.evaluate((img: HTMLImageElement) => img.naturalWidth === 480), path);
    // How far below the screen a browser fetches what is lazy is its own affair, and changes with its version.
    const first = await page.evaluate(() =>
      [...document.images]
        .filter((img) => img.loading !== "lazy" || img.getBoundingClientRect().top < innerHeight)
        .map((img) => new URL(img.currentSrc).pathname),
    );
    const pictures = first.map((of) => [of, weights.get(of)] as const);
    assert.ok(pictures.length === 1 && pictures[0]![1]! <= 6000, `${path}: ${pictures.join(" ")}`);
    const all = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
    assert.ok(all <= 30_000, `${path}: ${all} bytes`);
  }
  await context.close();
});

test("S24 the line ends at the place, in the middle of the picture, from whichever side a language begins", async () => {
  const context = await browser.newContext({ viewport: { width: 768, height: 900 } });
  const page = await context.newPage();
  for (const dir of ["ltr", "rtl"]) {
    await page.goto(`${server.base}/stories/nangi${dir === "rtl" ? "?dir=rtl" : ""}`);
    const [line, dot, seen] = await Promise.all(
      [".seen .thread", ".seen .pin", ".seen"].map((of) => page.locator(of).first().boundingBox()),
    );
    const middle = { x: seen!.x + seen!.width / 2, y: seen!.y + seen!.height / 2 };
    assert.ok(Math.abs(dot!.x + dot!.width / 2 - middle.x) < 2, dir);
    assert.ok(Math.abs(dot!.y + dot!.height / 2 - middle.y) < 2, dir);
    const end = dir === "ltr" ? line!.x + line!.width : line!.x;
    assert.ok(Math.abs(end - middle.x) < 4, `${dir}: ${end}, not ${middle.x}`);
    assert.ok((dir === "ltr") === line!.x < middle.x - 50, dir);
  }
  await context.close();
});

test("S24 axe finds nothing on stories with pictures, by day and by night", async () => {
  const page = await browser.newPage();
  const some = ["nangi", "tusheti", "ulukhaktok", "rainforest", "gurb", "storysign"];
  const paths = [
    ...some.map((slug) => `/stories/${slug}`),
    "/fr/stories/talea",
    "/ar/stories/melling",
  ];
  assert.deepEqual(await axeFinds(page, server.base, paths), []);
  await page.close();
});
