/** Fewer doors: pages that became part of another one are found where they are now, and what people come for is near the front. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { features } from "../src/app.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";

const LANGUAGES = ["en", "fr", "es", "pt", "ar", "sw", "hi", "zh"];
const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
});
after(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Every address that the features say has moved, without a language. */
const MOVED = features
  .flatMap(({ routes }) => routes)
  .filter(({ movedTo }) => movedTo !== undefined)
  .map(({ path }) => path);

const get = async (path: string) => (await fetch(server.base + path)).text();

test("WB38 each address that was merged leads for good to a section that exists, in each language", async () => {
  assert.deepEqual(MOVED.toSorted(), [
    "/indicators",
    "/listening",
    "/measurements",
    "/partners",
    "/plans",
    "/projects",
  ]);
  const pages = new Map<string, string>();
  for (const path of MOVED)
    for (const lang of LANGUAGES) {
      const asked = lang === "en" ? path : `/${lang}${path}`;
      const answer = await fetch(server.base + asked, { redirect: "manual" });
      assert.equal(answer.status, 301, asked);
      const to = answer.headers.get("location") ?? "";
      const [page = "", part = ""] = to.split("#");
      assert.equal(/^\/(fr|es|pt|ar|sw|hi|zh)\//.exec(page)?.[1] ?? "en", lang, `${asked}: ${to}`);
      if (!pages.has(page)) {
        const there = await fetch(server.base + page, { redirect: "manual" });
        assert.equal(there.status, 200, `${asked}: ${to}`);
        pages.set(page, await there.text());
      }
      assert.ok(part !== "" && pages.get(page)!.includes(` id="${part}"`), `${asked}: ${to}`);
    }
  assert.equal(pages.size, 5 * LANGUAGES.length); // projects and plans are on one
});

test("WB38 what was chosen is kept on the way to the page that took another one in", async () => {
  for (const path of ["/indicators", "/fr/indicators"]) {
    const answer = await fetch(`${server.base}${path}?state=connected`, { redirect: "manual" });
    const to = path.replace("indicators", "atlas?state=connected#indicators");
    assert.equal(answer.headers.get("location"), to);
  }
});

test("WB38 no map of the site names an address that was merged, and no page within two clicks of the front leads to one", async () => {
  const map = await get("/sitemap.xml");
  assert.match(map, /<loc>[^<]*\/organisations<\/loc>/);
  for (const path of MOVED)
    for (const lang of LANGUAGES) {
      const url = lang === "en" ? path : `/${lang}${path}`;
      assert.ok(!map.includes(`${url}<`) && !map.includes(`${url}"`), url);
    }
  const { clicks, links } = await walked();
  assert.ok(clicks.size > 150, `${clicks.size} pages`);
  const wrong = links.filter(([, to]) => MOVED.includes(to.replace(/[?#].*/, "")));
  assert.deepEqual(wrong, []);
});

test("a book, a course, a plan, and listening, told of and to be tried, are two clicks from the front at most", async () => {
  const { clicks } = await walked();
  for (const [name, one] of [
    ["a book", /^\/books\/[a-z-]+$/],
    ["a course", /^\/courses\/[a-z-]+$/],
    ["a plan", /^\/plans\/[a-z-]+$/],
    ["listening", /^\/programmes\/rainforest-listening$/],
    ["the detector", /^\/listening\/try$/],
    ["where next", /^\/opportunities$/],
    ["organisations", /^\/organisations$/],
  ] as const)
    assert.ok(
      [...clicks.keys()].some((path) => one.test(path)),
      `${name} is more than two clicks from the front page`,
    );
  assert.match(await get("/programmes/rainforest-listening"), /id="listening-here"/);
});

interface Walked {
  /** Of each path how many clicks it is from the front page. */
  readonly clicks: ReadonlyMap<string, number>;
  readonly links: readonly (readonly [from: string, to: string])[];
}
let walking: Promise<Walked> | undefined;
const walked = (): Promise<Walked> => (walking ??= walk());

async function walk(): Promise<Walked> {
  const clicks = new Map([["/", 0]]);
  const links: [string, string][] = [];
  for (const click of [1, 2, 3])
    for (const [path, at] of clicks) {
      const [bare = ""] = path.split("?");
      // A file leads nowhere, and a chosen list has the links of the whole one.
      if (at !== click - 1 || /\.\w+$/.test(bare) || (click === 3 && bare !== path)) continue;
      for (const [, to = ""] of (await get(path)).matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const next = to.replaceAll("&amp;", "&");
        links.push([path, next]);
        if (click < 3 && !clicks.has(next)) clicks.set(next, click);
      }
    }
  return { clicks, links };
}

test("S36 the page of stories begins with stories: on a phone nothing to choose and no text stands above the first", async () => {
  const browser = await openBrowser();
  const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
  await page.goto(`${server.base}/stories`);
  const first = (await page.locator("main h3 a").first().boundingBox())!;
  assert.ok(first.y < 780, `the first story begins at ${first.y} px`);
  for (const part of await page.locator("main :is(form, nav, details, p.stand)").all()) {
    const box = await part.boundingBox();
    if (box) assert.ok(box.y > first.y, await part.innerText());
  }
  await page
    .getByRole("link", { name: /stories/ })
    .first()
    .waitFor();
  assert.ok(await page.locator("#choose form").isVisible());
  await browser.close();
});
