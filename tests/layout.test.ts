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
