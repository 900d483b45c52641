/** Pages of each kind, and texts with whatever may be wide, on the narrowest phones. All pages: tests/long. */
import assert from "node:assert/strict";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { serve, temporary } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign, wordpressCampaign } from "./campaigns.ts";
import { pagesOf } from "./served-pages.ts";
import { tooWide } from "./too-wide.ts";

let browser: Browser;
before(async () => void (browser = await openBrowser()));
after(() => browser?.close());

/** One of each kind of page, and those whose words are longest. */
function someOf(paths: readonly string[]): string[] {
  const first = new Map(paths.map((path) => [path.split("/").slice(0, 2).join("/"), path]));
  const long = /\/(?:talea|melling|storysign|fcc|rati-kochlamazashvili|cerdanya)$|^\/atlas/;
  return [...new Set([...first.values(), ...paths.filter((path) => long.test(path))])];
}
/** The first form of each trait of the export, the lists and the page. */
const traits = (paths: readonly string[]): string[] =>
  paths.filter((path) =>
    /\/1\d[02468]-post$|^\/(?:stories|topics\/traits|pages\/500-post)$/.test(path),
  );

for (const [name, bring, which, least] of [
  ["the first campaign", firstCampaign, someOf, 30],
  ["an export of WordPress", wordpressCampaign, traits, 40],
] as const)
  test(`WB1 no page of ${name} is wider than 320 and 360 px, closed and unfolded`, async () => {
    using folder = temporary();
    const env = { CND_DATA: join(folder.dir, "data") };
    await bring(env.CND_DATA);
    await using server = await serve(env);
    const paths = which(await pagesOf(server.base));
    assert.ok(paths.length >= least, `${paths.length} pages`);
    const page = await browser.newPage();
    assert.deepEqual(await tooWide(page, server.base, paths), []);
    await page.close();
  });

test("WB1 a table and code scroll inside, by keyboard too, and their edge is shaded only where more can be drawn", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  await wordpressCampaign(env.CND_DATA);
  await using server = await serve(env);
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  for (const [path, what] of [
    ["/stories/120-post", ".prose .scroll"],
    ["/stories/114-post", ".prose pre"],
  ] as const) {
    await page.goto(server.base + path);
    const box = page.locator(what).first();
    const [inner, outer] = await box.evaluate((one) => [one.scrollWidth, one.clientWidth] as const);
    assert.ok(inner > outer, `${path}: ${inner} in ${outer}`);
    const edge = await box.evaluate((one) => getComputedStyle(one));
    assert.match(edge.backgroundAttachment, /local, local, scroll, scroll/);
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((one) => document.querySelector(one)!.scrollLeft > 0, what);
  }
  await page.close();
});
