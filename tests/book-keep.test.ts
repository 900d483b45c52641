/** A book kept on a phone, in a real browser: without a link it opens, lights and loops; what is taken back leaves the phone. */
import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { serve, temporary } from "../tools/program.ts";
import { bookCampaign, withClips } from "./book-campaign.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";
import { testCard } from "./test-card.ts";

test("PB60 PB61 PB62 PB63 a book is kept with what was chosen, opens, lights and loops without a link, and loses a signing that was taken back", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const campaign = await bookCampaign(folder.dir, env);
  await withClips(env);
  const clip = join(folder.dir, "clip.mp4");
  testCard(clip, { seconds: 1, width: 160, height: 120 });
  for (const letter of "abcde56789") {
    const name = `${letter.repeat(64)}.mp4`;
    cpSync(clip, join(env.CND_DATA, "media", name));
  }
  await using server = await serve(env);
  const browser = await openBrowser();
  const context = await browser.newContext();
  context.setDefaultTimeout(8000);
  const page = await context.newPage();
  await page.goto(`${server.base}/books/two-hills`);
  await page.getByRole("link", { name: "Keep this book" }).click();
  await page.waitForSelector("#able:not([hidden])");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const light = page.getByRole("button", { name: "With light clips" });
  assert.match((await light.textContent())!, /2\d\d kB/);
  assert.match(
    (await page.getByRole("button", { name: "Pages and pictures alone" }).textContent())!,
    /\d+ kB/,
  );
  await light.click();
  await page.waitForSelector("#kept:not([hidden])");
  await page.waitForSelector("#later a");

  await context.setOffline(true);
  await page.locator("#later a").click();
  await page.waitForSelector("#kept-here");
  const tag = new URL(page.url()).searchParams.get("sign");
  await page.goto(`${server.base}/books/two-hills/1?sign=${tag}`);
  await page.waitForSelector("#player [role=button]");
  const second = page.locator("[data-s=p1s2]");
  await second.click();
  await page.waitForSelector("[data-s=p1s2][aria-current]");
  const turns = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let seeks = 0;
        document
          .querySelector("video")!
          .addEventListener("seeked", () => ++seeks === 2 && done(seeks));
      }),
  );
  assert.equal(turns, 2);
  const part = await page.evaluate(
    async (src) => {
      const answer = await fetch(src, { headers: { Range: "bytes=10-19" } });
      return [
        answer.status,
        answer.headers.get("content-range"),
        (await answer.arrayBuffer()).byteLength,
      ];
    },
    (await second.getAttribute("href"))!,
  );
  assert.equal(part[0], 206);
  assert.match(String(part[1]), /^bytes 10-19\/\d+$/);
  assert.equal(part[2], 10);
  await page.getByRole("link", { name: "Next page" }).click();
  await page.waitForSelector("[data-s=p2s1]");

  await context.setOffline(false);
  rmSync(join(campaign, "signings", `two-hills.${tag}.yaml`));
  succeed(["import", campaign, "--prune"], env);
  await page.goto(`${server.base}/books`);
  const kept = () =>
    page.evaluate(async () => {
      const all: string[] = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) all.push(url);
      return all;
    });
  for (let i = 0; i < 100 && (await kept()).some((url) => url.endsWith(".mp4")); i += 1)
    await page.waitForTimeout(50);
  const left = await kept();
  assert.ok(!left.some((url) => url.endsWith(".mp4") || url.includes("sign=")), left.join("\n"));
  assert.ok(
    left.some((url) => url.endsWith("/books/two-hills/2")),
    left.join("\n"),
  );
  await context.close();
  await browser.close();
});
