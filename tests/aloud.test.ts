/** A story in larger type and read aloud, in a real browser. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { serve, temporary, type Served } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { click } from "./clicks.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
const campaign = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;

before(async () => {
  succeed(["init", campaign, "--yes"]);
  mkdirSync(join(campaign, "stories"), { recursive: true });
  mkdirSync(join(campaign, "media"), { recursive: true });
  // No sound is in it: the test moves the captions on by itself.
  writeFileSync(
    join(campaign, "media", "told.mp3"),
    Buffer.concat([Buffer.from("ID3"), Buffer.alloc(2000)]),
  );
  writeFileSync(
    join(campaign, "media", "told.vtt"),
    "WEBVTT\n\n00:00.000 --> 00:01.000\nThe first sentence.\n\n00:01.000 --> 00:02.000\nAnd the second one!\n",
  );
  writeFileSync(
    join(campaign, "stories", "told.md"),
    '---\ntitle: A story told\nsummary: In one line.\nlanguage: en\ncategory: Made up\npublished: 2026-01-01\nauthors: [campaign-desk]\nfilm: { file: media/told.mp3, title: Told, captions: media/told.vtt }\nsources:\n  - { title: A page, url: "https://source.example" }\n---\n\nThe first sentence.[^1] And the *second* one!\n',
  );
  succeed(["import", campaign], env);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const PATH = "/stories/told/aloud";

test("K7 larger type and wider lines by links, whole without script; what is no choice is a 404", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.base + PATH);
  const style = () =>
    page.$eval("article.aloud p:last-child", (p) => {
      const { fontSize, lineHeight } = getComputedStyle(p);
      return [Number.parseFloat(fontSize), Number.parseFloat(lineHeight)] as const;
    });
  const [size] = await style();
  await click(page.getByRole("link", { name: "very large" }));
  assert.ok((await style())[0] > size * 1.4);
  const [, height] = await style();
  await click(page.getByRole("link", { name: "widest" }));
  assert.ok((await style())[1] > height);
  assert.match(page.url(), /size=4&space=3$/);
  assert.ok(await page.isHidden("#voice"));
  assert.match((await page.textContent("article"))!, /The first sentence\./);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
  for (const query of ["?size=9", "?space=0", "?size=x"])
    assert.equal((await fetch(server.base + PATH + query)).status, 404, query);
});

test("K7 axe finds nothing, nothing scrolls sideways", async () => {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      bypassCSP: true,
      colorScheme,
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(`${server.base + PATH}?size=4&space=3`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await violations(page), []);
    await context.close();
  }
});

test("K9 a page is passed on by plain links alone, with script by the phone’s sheet and a copy, too", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(`${server.base}/stories/told`);
  assert.equal(await still.locator("script:not([type='application/ld+json'])").count(), 0);
  await click(still.getByRole("link", { name: "More ways to share, including Signal" }));
  assert.match(still.url(), /\/pass-on\?page=/);
  const address = await still.inputValue("#link");
  assert.equal(new URL(address).pathname, "/stories/told");
  assert.ok(await still.isVisible("a[href^='https://wa.me/']"));
  assert.ok((await still.isHidden("#sheet")) && (await still.isHidden("#copy")));
  const url = still.url();
  await plain.close();
  const context = await browser.newContext({ permissions: ["clipboard-write"] });
  const page = await context.newPage();
  await page.addInitScript(
    "navigator.share = async (what) => void (globalThis.shared = JSON.stringify(what));",
  );
  await page.goto(url);
  assert.deepEqual(await violations(page), []);
  await page.focus("#sheet");
  await page.keyboard.press("Enter");
  assert.deepEqual(JSON.parse(await page.evaluate("globalThis.shared")), {
    title: "A story told",
    text: "A story told",
    url: address,
  });
  await page.focus("#copy");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#copied:not([hidden])");
  await context.close();
  for (const none of [
    "",
    "/stories/none",
    "/about",
    "/pass-on",
    "//elsewhere.example",
    "https://elsewhere.example",
  ])
    assert.equal(
      (await fetch(`${server.base}/pass-on?page=${encodeURIComponent(none)}`)).status,
      404,
      none,
    );
});

/** What is lit, as text. */
const LIT = `[...(CSS.highlights.get("said") ?? [])].map((range) => range.toString()).join()`;

test("K8 the sentence that is said lights up; without a voice the page says so", async () => {
  const page = await browser.newPage();
  await page.goto(server.base + PATH);
  await page.focus("#play");
  await page.keyboard.press("Enter");
  assert.match(
    (await page.textContent("#no-voice:not([hidden])"))!,
    /no voice/,
    "a browser on a server has none",
  );

  // A voice stands in for the one that this machine lacks; it says a sentence when the test lets it.
  await page.addInitScript(`
    let said;
    let voices = [];
    globalThis.fail = () => said.dispatchEvent(new Event("error"));
    globalThis.finish = () => said.dispatchEvent(new Event("end"));
    globalThis.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
    Object.defineProperty(globalThis, "speechSynthesis", { value: {
      getVoices: () => (setTimeout(() => { voices = [{ lang: "en-GB" }]; }), voices), cancel() {},
      speak(utterance) { said = utterance; utterance.dispatchEvent(new Event("start")); },
    } });`);
  await page.reload();
  await page.focus("#play");
  await page.keyboard.press("Enter");
  const heard: unknown[] = [];
  for (let i = 0; i < 4; i += 1) {
    heard.push(await page.evaluate(LIT));
    await page.evaluate("finish()");
  }
  assert.deepEqual(heard.slice(0, 2), ["A story told", "In one line."]);
  assert.match(String(heard[2]), /^The first sentence\./);
  assert.equal(heard[3], "And the second one!");
  assert.ok(await page.isVisible("#play"), "at the end it can be read again");
  await page.focus("#play");
  await page.keyboard.press("Enter");
  assert.ok(await page.isHidden("#play"));
  await page.evaluate("fail()");
  assert.ok(await page.isVisible("#play"), "a voice that breaks off can be asked again");
  await page.close();
});

test("K8 the captions of a recording light the sentences up", async () => {
  const page = await browser.newPage();
  await page.goto(server.base + PATH);
  await click(page.locator("summary"));
  await page.waitForFunction(`document.querySelector("audio track").track.cues?.length === 2`);
  const lit = await page.evaluate(`
    const { track } = document.querySelector("audio track");
    const seen = [];
    for (const cue of track.cues) {
      Object.defineProperty(track, "activeCues", { value: [cue], configurable: true });
      track.dispatchEvent(new Event("cuechange"));
      seen.push(${LIT});
    }
    seen`);
  assert.match(String((lit as string[])[0]), /^The first sentence\./);
  assert.equal((lit as string[])[1], "And the second one!");
  await page.close();
});
