/** What a reader sees on public pages is words: no command, no name of a file, no name of a version inside the program (src/platform/web/README.md). */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";
import { pagesOf } from "./served-pages.ts";

const folder = temporary();
let server: Served;
let browser: Browser;
before(async () => {
  const data = join(folder.dir, "data");
  await firstCampaign(data);
  server = await serve({ CND_DATA: data });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** For people who write programs, and for whoever checks the log with one: they came for these words. */
const FOR_PROGRAMS = /^\/(?:data|log)(?:[/?]|$)/;
const INSIDE: Readonly<Record<string, RegExp>> = {
  "a command": /\b(?:bin\/)?cnd(?:\.js)? [a-z-]+|\bnpm (?:run|test|ci)\b|(?<=\s)--[a-z]+/g,
  "a setting": /\bCND_[A-Z]+/g,
  "the name of a file":
    /[\w./-]*\w\.(?:ya?ml|md|geojson|tsx?|js|po|json|csv|sqlite|env|toml|zip)\b/g,
  "a name inside the program": /\b(?:motor|cnd)-\d+\b|\b[a-z]+_[a-z_]+\b|\b[a-z]+\.[a-z]+\/\d\b/g,
};

test("WB40 law: no public page in English shows a command, the name of a file or a name inside the program", async () => {
  const page = await browser.newPage();
  await page.goto("about:blank");
  const found: string[] = [];
  let read = 0;
  for (const path of await pagesOf(server.base)) {
    if (/^\/(?:fr|es|pt|ar|sw|hi|zh)(?:\/|$)/.test(path) || FOR_PROGRAMS.test(path)) continue;
    const html = await (await fetch(server.base + path)).text();
    const text = await page.evaluate(seen, html);
    if (text.length > 200) read += 1;
    for (const [what, pattern] of Object.entries(INSIDE))
      for (const [said] of text.matchAll(pattern)) found.push(`${path}: ${what}: ${said}`);
  }
  assert.ok(read > 150, `${read} pages`);
  assert.deepEqual(found, []);
});

test("WB40 the law sees a command, a file and a name where there is one", async () => {
  const page = await browser.newPage();
  await page.goto("about:blank");
  for (const [what, said] of [
    ["a command", "cnd import-book BOOK"],
    ["a command", "bin/cnd.js attest --key"],
    ["a setting", "CND_DATA"],
    ["the name of a file", "docs/listening-model.md"],
    ["a name inside the program", "motor-1"],
  ] as const) {
    const text = await page.evaluate(seen, `<p>It says <code>${said}</code> here.</p>`);
    assert.ok([...text.matchAll(INSIDE[what]!)].length > 0, said);
  }
});

/** In the browser: the words of a page; titles of sources are their authors', and addresses lead to them. */
function seen(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const part of body.querySelectorAll("script, style, .notes, cite")) part.remove();
  return body.textContent.replace(/https?:\/\/\S+/g, "");
}
