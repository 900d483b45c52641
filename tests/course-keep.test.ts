/** A course kept on a device, in a real browser: without a link it opens and judges; one that was taken back leaves. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import { serve, temporary } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { addCourse } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { tooWide } from "./too-wide.ts";

const COURSE = "/courses/a-link-over-the-hill";

test("CU17 CU18 CU19 a course says what it weighs, is kept, opens and judges without a link, and leaves when it was taken back", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"], env);
  addCourse(campaign);
  succeed(["import", campaign], env);
  await using server = await serve(env);
  const told = await (await fetch(`${server.base}${COURSE}`)).text();
  const [, said = ""] = /on this device:\s*<bdi>([\d.]+)\u00a0?\s?kB/.exec(told) ?? [];
  const carried = await weigh(server.base);
  assert.ok(
    Math.abs(Number(said) * 1000 - carried) < 0.15 * carried,
    `${said} kB, ${carried} bytes`,
  );
  const plain = await (await fetch(`${server.base}/keep?course=a-link-over-the-hill`)).text();
  assert.match(
    plain,
    /Saving pages here needs JavaScript[^]*lesson by lesson\. Even without JavaScript or https, you can print or save each page/,
  );

  const browser = await openBrowser();
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    bypassCSP: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(server.base + COURSE);
  await page.getByRole("link", { name: "Save this course" }).click();
  await page.waitForSelector("#able:not([hidden])");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  assert.deepEqual(await violations(page), []);
  const button = page.getByRole("button", { name: "All lessons" });
  assert.match((await button.textContent())!, /\d+\s?kB/);
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("#kept:not([hidden])");
  await page.waitForSelector("#later a");
  const asked = ["/keep?course=a-link-over-the-hill", COURSE].flatMap((path) => [
    path,
    `/ar${path}`,
  ]);
  for (const path of asked) assert.equal((await fetch(server.base + path)).status, 200, path);
  assert.deepEqual(await tooWide(page, server.base, asked), []);
  await page.goto(`${server.base}/ar/keep?course=a-link-over-the-hill`);
  await page.waitForSelector("#later a");
  assert.deepEqual(await violations(page), [], "in Arabic");

  await page.goto(`${server.base}/keep`);
  await page.waitForSelector("#later a");
  await context.setOffline(true);
  await page.locator("#later a").click();
  await page.waitForSelector("#kept-here");
  await page.getByRole("link", { name: "Begin" }).click();
  await page.waitForSelector(".lesson");
  await judges(page, "twice-as-far", "6 dB, because it is twice as far", /Right\./);
  for (let i = 1; i < 6; i += 1) {
    await page.getByRole("link", { name: "Next lesson" }).click();
    await page.waitForSelector("#kept-here");
  }
  await page.getByText("That was the last lesson.").waitFor();

  rmSync(join(campaign, "courses"), { recursive: true });
  succeed(["import", campaign, "--prune"], env);
  await context.setOffline(false);
  await page.goto(server.base);
  for (let i = 0; i < 400 && (await kept(page)).some((url) => url.includes("/courses/")); i += 1)
    await page.waitForTimeout(50);
  const left = await kept(page);
  assert.ok(left.length > 0 && !left.some((url) => url.includes("/courses/")), left.join("\n"));
  await page.goto(`${server.base}/keep`);
  await page.getByRole("button", { name: "Delete everything saved" }).click();
  await page.waitForSelector("#forgotten:not([hidden])");
  assert.deepEqual(await kept(page), []);
  await context.close();
});

/** Bytes of the course as a browser that keeps it fetches them. */
async function weigh(base: string): Promise<number> {
  const list = (await (await fetch(`${base}${COURSE}/kept`)).json()) as {
    pages: string[];
    parts: string[];
  };
  assert.equal(list.pages.length, 6);
  let sum = 0;
  for (const path of [COURSE, ...list.pages, ...list.parts]) {
    const answer = await fetch(base + path, { headers: { "Accept-Encoding": "br" } });
    assert.equal(answer.status, 200, path);
    const bytes = (await answer.arrayBuffer()).byteLength;
    sum += Number(answer.headers.get("content-length") ?? bytes);
  }
  return sum;
}

async function judges(page: Page, id: string, answer: string, verdict: RegExp): Promise<void> {
  const form = page.locator(`#${id}`);
  await form.getByLabel(answer).check();
  await form.getByRole("button").click();
  assert.match(await form.getByRole("status").innerText(), verdict);
}

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url);
    return all;
  });
