/** Who is refused is told why: each error of the form of a story, on a phone, with script and without (features/contributions/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { tellWords } from "../src/features/contributions/api.ts";
import { lookOf } from "../src/platform/web/look.ts";
import { LANGUAGES } from "../src/platform/words/catalogue.ts";
import { unmarked } from "../src/platform/words/fallback.ts";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";
import {
  choose,
  ERRORS,
  errorsOf,
  openForm,
  openStep,
  send,
  type FormError,
} from "./form-errors.ts";
import { goOnTo, tell } from "./telling.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

for (const script of [true, false])
  test(`T1 WB3 each error of the form is named, has the focus and is on the screen of a phone, ${script ? "with" : "without"} script; nothing that was typed is lost`, async () => {
    // Each in one language and in one of the two ways, each language in both with some: all with all is in tests/long.
    const turn = script ? 0 : 1;
    for (const [n, lang] of LANGUAGES.entries()) {
      const errors = ERRORS.filter(
        (_, i) => i % LANGUAGES.length === n && Math.floor(i / LANGUAGES.length) % 2 === turn,
      );
      assert.ok(errors.length > 1, lang);
      await errorsOf(browser, { base: server.base, lang, script, errors, from: `10.${n}.0.1` });
    }
  });

test("T1 WB3 where no field is at fault the focus is on the reason, with script and without", async () => {
  const { base } = server;
  const from = "10.9.0.1";
  for (let status = 303; status !== 429; { status } = await tell(base, { from }))
    assert.equal(status, 303);
  for (const script of [true, false]) {
    const page = await openForm(browser, { base, lang: "sw", script, from });
    await openStep(page, { base, lang: "sw", script, from, field: "p0-name" });
    await send(page, {});
    const said = await page.evaluate(() => document.activeElement!.textContent);
    assert.ok(said.includes(unmarked(tellWords("sw").refused.busy)), said);
    await page.context().close();
  }
});

const TOO_MUCH: readonly FormError[] = [
  ["photo", { text: "Seventeen photos of the well." }, "seventeen"],
  ["photo", { text: "One photo of 41 MB." }, "large"],
];
for (const script of [true, false])
  test(`T1 T7 WB3 more than sixteen files, and one that is too large, are named as every other error, ${script ? "with" : "without"} script`, async () => {
    for (const [n, error] of TOO_MUCH.entries()) {
      const errors = [error];
      await errorsOf(browser, {
        base: server.base,
        lang: "ar",
        script,
        errors,
        from: `10.2${n}.0.1`,
      });
    }
  });

test("bug: without script the fields in which no file was chosen counted as files: nine photos were too many", async () => {
  const page = await openForm(browser, {
    base: server.base,
    lang: "en",
    script: false,
    from: "10.30.0.1",
  });
  await choose(page, "photo", "sixteen");
  await page.fill("#text", "Sixteen photos of the well.");
  await goOnTo(page, "name");
  await page.selectOption("#naming", "none");
  await goOnTo(page, "agree");
  await page.click("#tell button[type=submit]:not([name])");
  await page.waitForURL(/\/o\//);
  await page.context().close();
});

test("WB6 what is slanted in a script that has italics is upright in one that has none, and stressed all the same", async () => {
  const page = await browser.newPage();
  const colour = { day: "#c2350a", night: "#ff8a5c" };
  const drawn = async (lang: string, words: string, upright: string) => {
    const html = `<main lang="${lang}"><p class="status">${words}</p><p><em>${words}</em></p></main>`;
    await page.setContent(`<style>${lookOf(colour, html)[0]!.css} ${upright}</style>${html}`);
    return Promise.all([
      page.locator(".status").screenshot(),
      page.locator("em").screenshot(),
      page.locator("em").evaluate((em) => getComputedStyle(em).fontWeight),
    ]);
  };
  const UPRIGHT = ".status, em { font-style: normal !important }";
  for (const [lang, words, slants] of [
    ["en", "Please say who", true],
    ["ar", "يرجى كتابة اسمك", false],
    ["hi", "कृपया अपना नाम लिखिए", false],
    ["zh", "请写下您的名字", false],
  ] as const) {
    const [status, em, weight] = await drawn(lang, words, "");
    const [flatStatus, flatEm] = await drawn(lang, words, UPRIGHT);
    assert.deepEqual([!status.equals(flatStatus), !em.equals(flatEm)], [slants, slants], lang);
    assert.equal(weight, slants ? "400" : "700", lang);
  }
  await page.close();
});
