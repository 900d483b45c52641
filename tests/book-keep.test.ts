/** A book kept on a phone, in a real browser: without a link it opens, lights and loops; what is taken back leaves the phone. */
import assert from "node:assert/strict";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import type { Page } from "playwright-core";
import { PICTURE_RULES } from "../src/platform/media/ladder/rules.ts";
import { serve, temporary } from "../tools/program.ts";
import { bookCampaign, withClips } from "./book-campaign.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";
import { testCard } from "./test-card.ts";

test("PB60 PB61 PB62 PB63 PB64 a book is kept with what was chosen, opens, lights and loops without a link on any screen, and loses a signing that was taken back or erased", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  const campaign = await bookCampaign(folder.dir, env);
  await withClips(env);
  const media = join(env.CND_DATA, "media");
  const clip = join(folder.dir, "clip.mp4");
  testCard(clip, { seconds: 0.4, width: 160, height: 120 });
  for (const letter of "12abcde56789") cpSync(clip, join(media, `${letter.repeat(64)}.mp4`));
  withPrints(env);
  await using server = await serve(env);
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${server.base}/books/two-hills?sign=xki`);
  await page.getByRole("link", { name: "Save this book" }).click();
  await page.waitForSelector("#able:not([hidden])");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const light = page.getByRole("button", { name: "With light clips" });
  assert.match((await light.textContent())!, /2\d\d kB/);
  assert.match(
    (await page.getByRole("button", { name: "Pages and pictures only" }).textContent())!,
    /\d+ kB/,
  );
  await light.click();
  await page.waitForSelector("#kept:not([hidden])");
  await page.waitForSelector("#later a");

  await context.setOffline(true);
  await page.locator("#later a").click();
  await page.waitForSelector("#kept-here");
  await drawn(page);
  await page.goto(`${server.base}/books/two-hills/1?sign=xki`);
  await page.waitForSelector("#player [role=button]");
  await drawn(page);
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

  // It was taken out of the campaign.
  rmSync(join(campaign, "signings", "two-hills.xki.yaml"));
  succeed(["import", campaign, "--prune"], env);
  await context.setOffline(false);
  await page.goto(`${server.base}/books`);
  await withoutSigning(page);

  // What was said of the other one is forgotten for good.
  await page.goto(`${server.base}/keep?book=two-hills&sign=sfs`);
  await page.getByRole("button", { name: "With light clips" }).click();
  await page.waitForSelector("#kept:not([hidden])");
  assert.ok((await kept(page)).some((url) => url.endsWith(".mp4")));
  await context.setOffline(true);
  await page.goto(`${server.base}/books/two-hills/3?sign=sfs`);
  await page.waitForSelector("[data-s=p3s1]");
  succeed(["erase", signing(env, "sfs")], env);
  await context.setOffline(false);
  await page.goto(`${server.base}/books`);
  await withoutSigning(page);
  await context.close();
  await browser.close();
});

/** The picture of the page, with a print for phones, which is kept, and one for wide screens, which is not. */
function withPrints(env: { readonly CND_DATA: string }): void {
  const media = join(env.CND_DATA, "media");
  const hill = readdirSync(media).find((name) => name.endsWith(".webp"))!;
  using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"));
  db.prepare("insert into ladder (media, rules, done) values (?, ?, 1)").run(hill, PICTURE_RULES);
  for (const width of [320, 480]) {
    const file = `${String(width).padStart(64, "0")}.webp`;
    cpSync(join(media, hill), join(media, file));
    db.prepare(
      "insert into rung (media, rung, file, bytes, width, height) values (?, ?, ?, 5000, ?, ?)",
    ).run(hill, `webp-${width}`, file, width, (width * 2) / 3);
  }
}

const drawn = async (page: Page): Promise<void> => {
  await page.locator(".drawn img").scrollIntoViewIfNeeded();
  await page.waitForFunction(
    () => document.querySelector<HTMLImageElement>(".drawn img")!.naturalWidth > 0,
  );
};

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) all.push(url);
    return all;
  });

/** Waits until the phone has the book without it. */
async function withoutSigning(page: Page): Promise<void> {
  const isSigned = (url: string) => url.endsWith(".mp4") || url.includes("sign=");
  for (let i = 0; i < 400 && (await kept(page)).some(isSigned); i += 1)
    await page.waitForTimeout(50);
  const left = await kept(page);
  assert.ok(!left.some(isSigned), left.join("\n"));
  assert.ok(
    left.some((url) => url.endsWith("/books/two-hills/2")),
    left.join("\n"),
  );
}

/** The record that added it. */
function signing(env: { readonly CND_DATA: string }, language: string): string {
  using db = new DatabaseSync(join(env.CND_DATA, "log.sqlite"), { readOnly: true });
  const { subject } = db
    .prepare("select subject from signing where language = ?")
    .get(language) as { subject: string };
  return subject;
}
