/** A page that is signed, in a real browser: the sentence that is lit against the frame that is seen, keys, switches. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { PlayerProps } from "../src/features/books/components/player.tsx";
import { temporary } from "../tools/program.ts";
import { tooWide, violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { framesOff, loopsOf, seenOf, watch } from "./lit.ts";
import { servePage } from "./signed-page.ts";
import { testCard } from "./test-card.ts";

const RATE = 25;
const CUES = [
  { id: "p2s1", start: 400, end: 1000 },
  { id: "p2s2", start: 1000, end: 1480 },
  { id: "p2s3", start: 1600, end: 2200 },
];
const WORD = { start: 1200, end: 1400 };
const folder = temporary();
const [card, clip] = ["film.mp4", "clip.mp4"].map((name) => join(folder.dir, name)) as [
  string,
  string,
];
let served: Awaited<ReturnType<typeof servePage>>;
let browser: Browser;

const whole = { src: "/media/film.mp4", bytes: 40_000, width: 256, height: 192 };
const propsOf = (search: URLSearchParams, path: string): PlayerProps => {
  const page = Number(path.slice(1));
  const lines = CUES.map((cue, i) => ({
    id: cue.id,
    text: `Sentence ${i + 1}.`,
    cue,
    clip: { ...whole, src: `/media/clip${i}.mp4` },
    ...(i === 1 && { words: [{ text: "asleep", cue: WORD }] }),
  }));
  return {
    lines: page === 2 ? lines : [],
    film: search.has("clips") ? undefined : whole,
    signed: "ase",
    own: "en",
    lang: search.get("lang") ?? "en",
    before: `/1?${search.toString()}`,
    after: `/3?${search.toString()}`,
  };
};

before(async () => {
  testCard(card, { seconds: 3, rate: RATE, width: 256, height: 192 });
  testCard(clip, { seconds: 0.48, rate: RATE, width: 256, height: 192 });
  const clips = CUES.map((_, i) => [`clip${i}.mp4`, clip] as const);
  served = await servePage(propsOf, { "film.mp4": card, ...Object.fromEntries(clips) });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  served?.close();
  folder[Symbol.dispose]();
});

async function opened(path: string, how: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const page = await browser.newPage(how);
  await page.goto(served.base + path);
  if (how.javaScriptEnabled !== false)
    await page.waitForFunction(() => document.querySelector("video")!.readyState > 1);
  return page;
}
const isPaused = (page: Page) => page.$eval("video", (one) => one.paused);
const stopped = (page: Page) => page.waitForFunction(() => document.querySelector("video")!.paused);

test("PB30 the sentence that is signed is lit, within a frame of its cue; the page ends with its last one", async () => {
  const page = await opened("/2");
  assert.ok(await isPaused(page), "nothing plays by itself");
  await watch(page);
  // From frame to frame around each edge: how quick the browser is does not matter.
  for (const edge of CUES.flatMap(({ start, end }) => [start, end]))
    for (const off of [-2, -1, 0, 1]) {
      const frame = (edge * RATE) / 1000 + off;
      await page.$eval(
        "video",
        async (film, at) => {
          film.currentTime = at;
          await new Promise((done) => film.addEventListener("seeked", done, { once: true }));
        },
        (frame + 0.5) / RATE,
      );
      await page.waitForFunction(
        (n) => (globalThis as unknown as { seen: { frame: number }[] }).seen.at(-1)?.frame === n,
        frame,
      );
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const shown = (await seenOf(page)).at(-1)!;
      assert.ok(framesOff(CUES, RATE, frame, shown.lit) <= 1, `frame ${frame}: ${shown.lit}`);
    }
  await page.$eval("video", (film) => (film.currentTime = 0));
  await page.getByRole("button", { name: "Play the page" }).click();
  await page.waitForFunction(() => !document.querySelector("video")!.paused);
  await stopped(page);
  const seen = await seenOf(page);
  assert.deepEqual(
    [...new Set(seen.map(({ lit }) => lit))].filter(Boolean),
    CUES.map(({ id }) => id),
  );
  const { frame, isLate } = seen.at(-1)!;
  assert.ok(isLate || frame <= 55, `ends at frame ${frame}, of which 54 is the last one`);
  await page.close();
});

test("PB31 a tapped sentence, or word, is signed from its first frame to its last, again and again until it is tapped once more", async () => {
  const page = await opened("/2");
  await watch(page);
  for (const [name, cue] of [
    ["Sentence 2.", CUES[1]!],
    ["asleep", WORD],
  ] as const) {
    const { begins, ends } = await loopsOf(page, name, cue, RATE, 2);
    assert.ok(begins.length >= 2);
    for (const off of [...begins, ...ends])
      assert.ok(Math.abs(off) <= 1, `${begins.join(" ")} / ${ends.join(" ")}`);
    assert.equal(await page.getByRole("button", { name }).getAttribute("aria-pressed"), "false");
  }
  await page.close();
});

test("PB32 without script each sentence is a link to its clip, with its length and weight, and the film is the browser’s own", async () => {
  const page = await opened("/2", { javaScriptEnabled: false });
  const link = page.getByRole("link", { name: "Sentence 1." });
  assert.equal(await link.getAttribute("href"), "/media/clip0.mp4");
  assert.match((await link.textContent())!, /Sentence 1\. +0:01 · 40 kB/);
  assert.equal(
    await page.getByRole("link", { name: "asleep" }).getAttribute("href"),
    "/media/film.mp4#t=1.2,1.4",
  );
  assert.equal(await page.getAttribute("video", "controls"), "");
  assert.ok(await page.isHidden("#play"));
  assert.ok(await page.isVisible("a[rel=next]"));
  await page.close();
});

test("PB33 PB35 space, the figures, Escape and the arrows; what is set goes on from page to page, from right to left too", async () => {
  const page = await opened("/2");
  await page.focus("video");
  await page.keyboard.press("Space");
  assert.equal(await isPaused(page), false);
  await page.keyboard.press("Space");
  assert.ok(await isPaused(page));
  await page.keyboard.press("3");
  assert.equal(await page.getAttribute("[data-s=p2s3]", "aria-pressed"), "true");
  assert.equal(await isPaused(page), false);
  await page.keyboard.press("Escape");
  await stopped(page);
  await page.getByRole("button", { name: "Half" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.$eval("video", (one) => one.playbackRate), 0.5);
  assert.match(page.url(), /speed=0\.5/);
  await page.keyboard.press("ArrowRight");
  await page.waitForURL(/\/3\?speed=0\.5#player$/);
  await page.waitForFunction(() => document.activeElement?.id === "player");
  assert.equal(
    await page.getByRole("button", { name: "Half" }).getAttribute("aria-pressed"),
    "true",
  );
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/\/1\?/);
  await page.goto(`${served.base}/2?lang=ar#player`);
  await page.waitForFunction(() => document.activeElement?.id === "player");
  await page.keyboard.press("ArrowLeft");
  await page.waitForURL(/\/3\?lang=ar/);
  await page.close();
});

test("PB34 with two switches everything is reached and pressed, by keys and by two large buttons, on the next page too", async () => {
  const page = await opened("/2?switches=1");
  const at = () => page.$eval("[data-scan]", (one) => one.textContent?.trim() || one.id);
  const met: string[] = [];
  const till = async (words: RegExp, next: () => Promise<void>) => {
    for (let i = 0; i < 20 && !words.test(await at()); i += 1) {
      met.push(await at());
      await next();
    }
    assert.match(await at(), words);
  };
  const space = () => page.keyboard.press("Space");
  await till(/^Sentence 3/, space);
  assert.ok(met.length >= 7, met.join(" | "));
  await page.keyboard.press("Enter");
  assert.equal(await isPaused(page), false);
  assert.equal(await page.getAttribute("[data-s=p2s3]", "aria-pressed"), "true");
  const tap = (name: string) => page.getByRole("button", { name, exact: true }).click();
  await till(/^asleep/, () => tap("Next"));
  await tap("Press it");
  assert.equal(await page.getAttribute(".word", "aria-pressed"), "true");
  await till(/^Next page/, space);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/3\?switches=1#player$/);
  await page.waitForSelector("[data-scan]");
  assert.ok(await page.isVisible("#pair"));
  await page.close();
});

test("PB34 with two switches on, there is a way out of the book, and who goes elsewhere by the keyboard presses what is there", async () => {
  const page = await opened("/2?switches=1");
  for (let i = 0; i < 20 && (await page.locator("[data-scan]").innerText()) !== "All pages"; i += 1)
    await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/book$/);
  await page.goto(`${served.base}/2?switches=1`);
  await page.waitForSelector("[data-scan]");
  await page.focus("h1 a");
  await page.keyboard.press("Enter");
  await page.waitForURL(/:\d+\/$/);
  await page.close();
});

test("PB36 lit by more than colour, nothing to press is smaller than 44 px, nothing is wider than the window, axe finds nothing", async () => {
  for (const [path, colorScheme, width] of [
    ["/2?switches=1&lang=ar", "light", 360],
    ["/2", "dark", 1280],
  ] as const) {
    const page = await opened(path, { colorScheme, viewport: { width, height: 780 } });
    await page.evaluate(() =>
      document.querySelectorAll("details").forEach((one) => (one.open = true)),
    );
    const lit = page.locator("[data-s=p2s2]");
    const edge = () =>
      lit.evaluate(
        (one) => getComputedStyle(one, "::before").content + getComputedStyle(one).outlineStyle,
      );
    const unlit = await edge();
    await lit.click();
    await page.waitForSelector("[data-s=p2s2][aria-current]");
    assert.notEqual(await edge(), unlit);
    const small = await page.$$eval("#player :is(button, a, summary)", (all) =>
      all
        .filter((one) => one.checkVisibility())
        .flatMap((one) => {
          const { width: wide, height: high } = one.getBoundingClientRect();
          return wide < 44 || high < 44 ? [`${one.textContent} ${wide} × ${high}`] : [];
        }),
    );
    assert.deepEqual(small, [], path);
    assert.equal(await tooWide(page), 0, path);
    assert.deepEqual(await violations(page), [], path);
    await page.close();
  }
});

test("PB37 without frames told by the browser it goes by animation frames; where nobody looks, by the film’s own clock", async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Reflect.deleteProperty(HTMLVideoElement.prototype, "requestVideoFrameCallback");
  });
  const page = await context.newPage();
  await page.goto(`${served.base}/2`);
  await page.waitForFunction(() => document.querySelector("video")!.readyState > 1);
  await page.locator("[data-s=p2s1]").click();
  await page.waitForSelector("[data-s=p2s1][aria-current]");
  await page.keyboard.press("Escape");
  await stopped(page);
  const lit = await page.evaluate(() => {
    globalThis.requestAnimationFrame = () => 0;
    Object.defineProperty(document, "hidden", { value: true });
    const film = document.querySelector("video")!;
    Object.defineProperty(film, "currentTime", { value: 1.7 });
    film.dispatchEvent(new Event("timeupdate"));
    return document.querySelector<HTMLElement>("[aria-current]")?.dataset["s"];
  });
  assert.equal(lit, "p2s3");
  await context.close();
});

test("PB38 the script of the player is small", async () => {
  const text = await (await fetch(`${served.base}/player.js`)).text();
  assert.ok(gzipSync(text, { level: 9 }).length <= 5000, `${gzipSync(text).length} bytes`);
});

test("PB39 of clips alone each lights while it plays, one after the other or one again and again; one that does not come is said", async () => {
  const page = await opened("/2?clips", {});
  await page.evaluate(() => {
    const lit: string[] = [];
    new MutationObserver(() => {
      const now = document.querySelector<HTMLElement>("[aria-current]")?.dataset["s"];
      if (now !== undefined && now !== lit.at(-1)) lit.push(now);
    }).observe(document.body, { subtree: true, attributeFilter: ["aria-current"] });
    Object.assign(globalThis, { lit });
  });
  await page.getByRole("button", { name: "Play the page" }).click();
  const ids = CUES.map(({ id }) => id);
  const litSoFar = () => page.evaluate(() => (globalThis as unknown as { lit: string[] }).lit);
  await page.waitForFunction(
    (most) =>
      (globalThis as unknown as { lit: string[] }).lit.length >= most &&
      document.querySelector("video")!.ended,
    ids.length,
  );
  assert.deepEqual(await litSoFar(), ids);
  assert.equal(await page.locator("[aria-current]").count(), 0);
  await page.locator("[data-s=p2s2]").click();
  const times = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const film = document.querySelector("video")!;
        let turns = 0;
        film.addEventListener("seeked", () => ++turns === 2 && done(turns));
      }),
  );
  assert.equal(times, 2);
  await page.locator("[data-s=p2s2][aria-current]").waitFor();
  await page.route("**/clip0.mp4", (route) => route.abort());
  await page.locator("[data-s=p2s1]").click();
  await page.waitForSelector("#failed:not([hidden])");
  await page.close();
});
