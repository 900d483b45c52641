/** Nothing moves while a page comes, and search engines find what they ask for, on a phone and on a desk (src/platform/web). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, CDPSession, Page } from "playwright-core";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";

const BOOK = "/books/the-light-on-the-hill";
const COURSE = "/courses/a-link-over-the-hill";
const PAGES = [
  "/",
  "/stories",
  "/stories/mankosi",
  BOOK,
  `${BOOK}/1`,
  COURSE,
  `${COURSE}/what-a-link-needs`,
  "/events",
  "/plans/pyrenees",
  "/conversation",
  "/about",
];
const WIDTHS = [360, 1280];
const LATE = 300; // ms; a picture comes long after its page is drawn

const folder = temporary();
let server: Served;
let browser: Browser;
before(async () => {
  const env = { CND_DATA: join(folder.dir, "data") };
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Before anything of a page is drawn: what moves is written down, and where. */
function watch(): void {
  const moved: string[] = [];
  Object.assign(globalThis, { moved });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { value, sources = [] } = entry as PerformanceEntry & {
        value: number;
        sources?: readonly { readonly node: Node | null }[];
      };
      const nodes = sources.map(({ node }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        return `${element?.tagName ?? "?"}.${element?.className ?? ""}`;
      });
      moved.push(`${value.toFixed(4)} ${nodes.join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Down to its end, as fast as a thumb: what is far comes late, too. */
async function readDown(page: Page, cdp: CDPSession): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const step = 600;
  for (let y = 0; y < height; y += step) {
    await cdp.send("Input.synthesizeScrollGesture", {
      x: 100,
      y: 300,
      yDistance: -step,
      speed: 6000,
    });
    await sleep(60);
  }
  await sleep(LATE + 100);
}

test("WB34 nothing moves while a page and its late pictures come, on a phone and on a desk", async () => {
  const shifts: string[] = [];
  let late = 0;
  for (const width of WIDTHS) {
    const context = await browser.newContext({ viewport: { width, height: 780 } });
    await context.route("**/media/**", async (route) => {
      late += 1;
      await sleep(LATE);
      await route.continue().catch(() => undefined); // the page is left
    });
    for (const path of PAGES) {
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await page.addInitScript(watch);
      await page.goto(server.base + path, { waitUntil: "load" });
      await readDown(page, cdp);
      const moved = await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved);
      shifts.push(...moved.map((one) => `${width} ${path} ${one}`));
      await page.close();
    }
    await context.close();
  }
  assert.deepEqual(shifts, []);
  assert.ok(late >= PAGES.length, `${late} pictures`);
});

test("C25 WB35 robots.txt has lines that every reader of it knows, and a tool that looks at a page can fetch it from there", async () => {
  const robots = `${server.base}/robots.txt`;
  const lines = (await (await fetch(robots)).text()).split("\n").filter((line) => line !== "");
  assert.ok(lines.length >= 3);
  for (const line of lines)
    assert.match(line, /^(?:#|(?:User-agent|Allow|Disallow|Sitemap): \S+$)/);
  const page = await browser.newPage();
  const cdp = await page.context().newCDPSession(page);
  for (const path of PAGES) {
    await page.goto(server.base + path);
    const { frameTree } = await cdp.send("Page.getFrameTree");
    const { resource } = await cdp.send("Network.loadNetworkResource", {
      frameId: frameTree.frame.id,
      url: robots,
      options: { disableCache: true, includeCredentials: true },
    });
    assert.deepEqual([resource.success, resource.httpStatusCode], [true, 200], path);
  }
  await page.close();
});

test("WB36 a page says what search engines ask: its title, what it is about, its language and its one address, with links that they can follow and words that a phone shows large enough", async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 780 } });
  const titles = new Set<string>();
  for (const path of PAGES) {
    await page.goto(server.base + path);
    const said = await page.evaluate(() => {
      const attribute = (selector: string, name: string) =>
        document.querySelector(selector)?.getAttribute(name) ?? "";
      const links = [...document.querySelectorAll("a")];
      const [all, small] = [{ n: 0 }, { n: 0 }];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue!.trim().length;
        all.n += length;
        if (Number.parseFloat(getComputedStyle(node.parentElement!).fontSize) < 12)
          small.n += length;
      }
      return {
        title: document.title,
        description: attribute('meta[name="description"]', "content"),
        lang: document.documentElement.lang,
        viewport: attribute('meta[name="viewport"]', "content"),
        canonical: attribute('link[rel="canonical"]', "href"),
        robots: attribute('meta[name="robots"]', "content"),
        tongues: [...document.querySelectorAll("link[hreflang]")].map((link) => [
          link.getAttribute("hreflang"),
          link.getAttribute("href"),
        ]),
        links: links.length,
        dead: links.filter((a) => !a.hasAttribute("href") || /^javascript:/i.test(a.href)).length,
        nameless: links.filter(
          (a) =>
            !(a.textContent?.trim() || a.ariaLabel || a.querySelector("img[alt]:not([alt=''])")),
        ).length,
        small: small.n / all.n,
      };
    });
    assert.ok(said.title.length > 5 && !titles.has(said.title), `${path}: ${said.title}`);
    titles.add(said.title);
    assert.ok(said.description.length > 10, `${path}: ${said.description}`);
    assert.equal(said.lang, "en", path);
    assert.match(said.viewport, /width=device-width, initial-scale=1$/);
    assert.equal(new URL(said.canonical).pathname, path);
    assert.equal(said.robots, "", path);
    for (const [tag, href] of said.tongues) {
      assert.ok(
        tag === "x-default" || Intl.getCanonicalLocales(tag!)[0] === tag,
        `${path}: ${tag}`,
      );
      assert.ok(href!.startsWith(new URL(said.canonical).origin), `${path}: ${href}`);
    }
    assert.ok(said.links > 5, path);
    assert.deepEqual([said.dead, said.nameless], [0, 0], path);
    assert.ok(said.small < 0.1, `${path}: ${said.small} of it is smaller than 12 px`);
  }
  await page.close();
});

const SCRIPTS = ["", "/ar", "/hi"]; // letters joined from the right, and under a line
const DESK = { width: 1280, height: 800 };
const STORIES = ["mankosi", "nangi", "those-who-fly"].map((one) => `/stories/${one}`);

test("WB45 on a wide screen the text of a page and what belongs to it stand side by side, and a picture and a film fill their columns", async () => {
  const page = await browser.newPage({ viewport: DESK });
  /** The first of each on the page: sides and top, in px. */
  const boxes = async (path: string, ...selectors: readonly string[]) => {
    await page.goto(server.base + path);
    return page.evaluate(
      (all) =>
        all.map((one) => {
          const { left, right, top, bottom } = document.querySelector(one)!.getBoundingClientRect();
          return { left, right, top, bottom, width: right - left };
        }),
      selectors,
    );
  };
  const beside: readonly (readonly [path: string, text: string, facts: string])[] = [
    ...STORIES.map((path) => [path, ".body .prose", ".body > .side"] as const),
    ["/stories/nangi", ".body .prose", ".body .later img"],
    ["/programmes/rainforest-listening", ".c8 .prose", ".r4 .num"],
    [BOOK, ".drawn img", ".c5 .button"],
    [`${BOOK}/1`, ".drawn img", ".sentences"],
    [COURSE, ".prose", ".path"],
    [`${COURSE}/what-a-link-needs`, ".prose", ".exercise"],
    ["/letter", ".prose", ".acts .button"],
    ["/about", ".prose > h2", ".prose > h2 + *"],
    ["/stories", ".index > li", ".index > li + li"],
  ];
  for (const lang of SCRIPTS)
    for (const [path, ...pair] of beside) {
      const [text, facts] = await boxes(lang + path, ...pair);
      // A story that is not translated is read in its own direction.
      const isLeftward = await page.evaluate(() => document.documentElement.dir === "rtl");
      const isApart = isLeftward ? facts!.right <= text!.left + 1 : text!.right <= facts!.left + 1;
      const isLevel = facts!.top < text!.bottom && text!.top < facts!.bottom;
      assert.ok(isApart && isLevel, `${lang}${path}: ${JSON.stringify([pair, text, facts])}`);
    }
  for (const path of [BOOK, `${BOOK}/1`]) {
    const [picture] = await boxes(path, ".drawn img");
    assert.ok(picture!.width >= 560, `${path}: ${picture!.width} px`);
  }
  const [film] = await boxes("/stories/nangi", ".flight video");
  assert.ok(film!.width >= 640, `${film!.width} px`);
  await page.close();
});

test("WB45 nothing lies over a link or a button of a page, however far it is scrolled", async () => {
  const page = await browser.newPage({ viewport: DESK });
  let seen = 0;
  for (const path of [...STORIES, COURSE, `${COURSE}/what-a-link-needs`, "/letter", "/about", BOOK])
    for (const block of ["start", "center", "end"] as const) {
      await page.goto(server.base + path);
      const { under, all } = await page.evaluate((to) => {
        const pressed = [...document.querySelectorAll("main :is(a, button)")].filter(
          (one) => one.closest("svg") === null && one.checkVisibility(),
        );
        const covered = pressed.filter((one) => {
          one.scrollIntoView({ block: to, behavior: "instant" });
          const { left, top, width, height } = one.getClientRects()[0]!;
          const on = document.elementFromPoint(left + width / 2, top + height / 2);
          return on === null || !(one.contains(on) || on.contains(one));
        });
        return { under: covered.map((one) => one.textContent), all: pressed.length };
      }, block);
      assert.deepEqual(under, [], path);
      seen += all;
    }
  assert.ok(seen > 100, `${seen} links and buttons`);
  await page.close();
});

test("WB45 nothing scrolls sideways on a phone, a tablet and a desk, in three scripts", async () => {
  const page = await browser.newPage();
  const wide: string[] = [];
  let seen = 0;
  const paths = [...PAGES, ...STORIES, "/atlas", "/do-good", "/programmes/digitruck"];
  for (const path of [...paths, "/places/mankosi", "/take-part", "/letter", "/opportunities"])
    for (const lang of SCRIPTS) {
      await page.goto(server.base + lang + path, { waitUntil: "domcontentloaded" });
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        seen += 1;
        if (over > 0) wide.push(`${lang}${path} at ${width}: ${over} px`);
      }
    }
  assert.deepEqual(wide, []);
  assert.ok(seen > 150, `${seen} pages`);
  await page.close();
});
