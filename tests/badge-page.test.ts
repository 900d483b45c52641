/** The page on which a badge is checked, in a browser (features/badges/README.md): with and without a link, by text, photo and camera. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import type { Browser } from "playwright-core";
import sharp from "sharp";
import { NAME, pictureOf } from "../src/features/badges/checking/badge.test.kit.ts";
import { codeOf } from "../src/features/badges/code/code.ts";
import { violations } from "./axe.ts";
import { altered, badgeHouse, CHECK, WORDS } from "./checking-house.ts";
import { openBrowser } from "./browser.ts";
import { tooWide } from "./too-wide.ts";

/** One for all: what is before its camera is the code of a badge that is right, and it knows a host that is not this machine. */
let browser: Browser;
const house = badgeHouse(async () => {
  browser = await openBrowser(
    "--host-resolver-rules=MAP school.test 127.0.0.1",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${await film()}`,
  );
});
after(() => browser?.close());

/** The code of a badge that is right, as a camera sees it. @returns the file */
async function film(): Promise<string> {
  const file = join(house.folder.dir, "camera.y4m");
  const [width, height] = [640, 640];
  const grey = await sharp(await pictureOf(codeOf(house.right.token)!))
    .resize({ width, height, fit: "contain", background: "#fff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  const colours = Buffer.alloc((width * height) / 2, 128);
  const head = `YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`;
  const frame = Buffer.concat([Buffer.from("FRAME\n"), grey, colours]);
  writeFileSync(file, Buffer.concat([Buffer.from(head), frame, frame]));
  return file;
}

test("BA31 the page weighs at most 14,000 bytes with its style, and what reads codes comes when a camera or a photo is opened", async () => {
  const answer = await fetch(house.server.base + CHECK, { headers: { "Accept-Encoding": "br" } });
  const html = await answer.text();
  assert.ok(Number(answer.headers.get("content-length")) <= 14_000);
  assert.equal([...html.matchAll(/<script/g)].length, 1);
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(house.server.base.replace("127.0.0.1", "localhost") + CHECK);
  await page.locator("#known:not(:empty)").waitFor();
  const isReader = (path: string) => path.startsWith("/badges/reader-");
  assert.ok(!asked.some(isReader));
  await page.locator("#photo").setInputFiles({
    name: "photo.png",
    mimeType: "image/png",
    buffer: await pictureOf(codeOf(house.right.token)!),
  });
  await page.getByLabel("Name on the card").fill(NAME);
  await page.getByRole("button", { name: "Check this badge" }).click();
  await page.locator("#found .is-right").waitFor();
  assert.ok(asked.some(isReader));
  assert.equal(asked.filter((path) => path === CHECK).length, 1, "nothing was sent");
  await context.close();
});

test("BA32 kept on a device the page checks without a link, each badge in its own words, and asks anew at the next contact", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const base = house.server.base.replace("127.0.0.1", "localhost");
  await page.goto(base + CHECK);
  await page.getByRole("button", { name: /^Save this page/ }).click();
  await page.getByText("Saved. This page now works offline").waitFor();
  await context.setOffline(true);
  await page.goto(base + CHECK);
  await page.locator("#known:not(:empty)").waitFor();
  const check = async (text: string, name = NAME) => {
    await page.getByLabel("The badge’s text").fill(text);
    await page.getByLabel("Name on the card").fill(name);
    await page.getByRole("button", { name: "Check this badge" }).click();
    await page.locator("#found b").waitFor();
    const words = (await page.locator("#found").innerText()).replaceAll(/[\u2066-\u2069]/g, "");
    return words.replaceAll(/\s+/g, " ").replace(/^✓ /, "");
  };
  assert.match(await check(house.right.token), WORDS.right);
  assert.match(await check(codeOf(house.right.token)!, "Bruno"), WORDS.other);
  assert.match(await check(altered(house.right)), WORDS.altered);
  assert.match(await check(house.strange.token), WORDS.unknown);
  assert.match(await check(house.taken.token), WORDS.taken);
  await page.getByLabel("The badge’s text").fill("");
  await page.locator("#photo").setInputFiles({
    name: "photo.png",
    mimeType: "image/png",
    buffer: await pictureOf(codeOf(house.right.token)!),
  });
  await page.locator("#found").evaluate((one) => one.replaceChildren());
  await page.getByLabel("Name on the card").fill(NAME);
  await page.getByRole("button", { name: "Check this badge" }).click();
  await page.locator("#found .is-right").waitFor();
  // Another one is taken back; the device hears of it when there is a link again.
  await context.setOffline(false);
  await house.addKey();
  await page.goto(`${base}/stories`);
  await page.goto(base + CHECK);
  await page.waitForFunction(() =>
    /Known keys: \u2068?2\u2069?\./.test(document.querySelector("#known")?.textContent ?? ""),
  );
  await context.setOffline(true);
  await page.goto(base + CHECK);
  await page.waitForFunction(() =>
    /Known keys: \u2068?2\u2069?\./.test(document.querySelector("#known")?.textContent ?? ""),
  );
  await context.close();
});

test("BA33 the page is in order on a phone, by keys and in Arabic; over plain http it says what it cannot do, and the form does it", async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  const base = house.server.base.replace("127.0.0.1", "school.test");
  await page.goto(base + CHECK);
  await page.getByText("This address does not use https").waitFor();
  await page.getByLabel("The badge’s text").focus();
  await page.keyboard.insertText(house.right.token);
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(NAME);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#found .is-right").waitFor();
  assert.deepEqual(await violations(page), []);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  assert.deepEqual(await tooWide(page, house.server.base, [CHECK]), []);
  await page.goto(`${base}/ar${CHECK}`);
  assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
  await page.locator("#text").fill(house.right.token);
  await page.locator("#name").fill(NAME);
  await page.locator("#badge button[type=submit]").click();
  await page.locator("#found .is-right").waitFor();
  assert.match(new URL(page.url()).pathname, /^\/ar\//);
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("BA34 the camera reads a code, goes off, and what it read is checked at once", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(house.server.base.replace("127.0.0.1", "localhost") + CHECK);
  await page.locator("#known:not(:empty)").waitFor();
  await page.getByLabel("Name on the card").fill(NAME);
  await page.getByRole("button", { name: "Scan with the camera" }).click();
  await page.locator("#found .is-right").waitFor();
  assert.equal(await page.locator("#seen").isVisible(), false);
  const isOn = await page.evaluate(() => document.querySelector("video")!.srcObject !== null);
  assert.equal(isOn, false);
  await page.context().close();
});
