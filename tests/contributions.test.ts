/** Telling a story and taking it back without an account and without script, as a browser does it (features/contributions/README.md). */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const FORM = "/take-part/story";
let server: Served;
let browser: Browser;
let photo: Buffer;

before(async () => {
  const campaign = join(folder.dir, "campaign");
  succeed(["init", campaign, "--yes"]);
  succeed(["import", campaign], env);
  server = await serve(env);
  browser = await openBrowser();
  photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#c2350a" } })
    .withExif({ IFD0: { Copyright: "SECRET-PLACE" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .jpeg()
    .toBuffer();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function plainPage(path = FORM): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.base + path);
  return page;
}

async function fill(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const fields = {
    text: "The mast came, and we called.",
    language: "Swahili",
    place: "Hilltop",
    name: "Amina",
    contact: "by the shop",
    ...more,
  };
  for (const [id, text] of Object.entries(fields)) await page.fill(`#${id}`, text);
  await page.selectOption("#naming", "chosen");
  await page.selectOption("#teller", "self");
}

async function agree(page: Page): Promise<void> {
  await page.fill("#p0-name", "Amina");
  for (const name of ["p0-story", "p0-photo", "p0-web", "p0-feed"])
    await page.check(`[name=${name}]`);
  await page.fill("#p0-asked", "herself");
  await page.selectOption("#p0-how", "text");
}

const sendIt = (page: Page) => page.click("#tell button[type=submit]");
const uploads = (): string[] => readdirSync(join(env.CND_DATA, "uploads"));
const jpeg = (name: string) => ({ name, mimeType: "image/jpeg", buffer: photo });

test("T1 a story with photos is told without script and without an account, and its sender sees how far it is", async () => {
  const page = await plainPage();
  await fill(page);
  await agree(page);
  await page.setInputFiles("#photo", [jpeg("a.jpg"), jpeg("b.jpg")]);
  await sendIt(page);
  assert.match(page.url(), /\/o\/[A-Za-z0-9_-]{22}$/, await page.innerText("main"));
  assert.match(await page.innerText("h1"), /Received/);
  const main = await page.innerText("main");
  assert.match(main, /The mast came, and we called/);
  assert.equal(main.match(/with us, \d+ kB/g)?.length, 2);
  assert.match(main, /[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/);
  const [id] = /[0-9a-f]{8}(?= {2})/.exec(succeed(["desk", "list"], env))!;
  assert.match(succeed(["desk", "show", id], env), /language: sw/);
  await page.reload();
  assert.match(await page.innerText("h1"), /being read/);
  await page.context().close();
});

test("T8 a code takes it back on the web without script: text, files and consents are gone", async () => {
  const page = await plainPage();
  await fill(page, { text: "Unforgettable words" });
  await agree(page);
  await page.setInputFiles("#photo", [jpeg("a.jpg")]);
  const known = uploads().length;
  await sendIt(page);
  assert.equal(uploads().length, known + 1);
  const address = page.url();
  const codes = (await page.innerText("main")).match(/[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/g)!;
  assert.equal(codes.length, 2);
  await page.goto(`${server.base}/withdraw`);
  await page.fill("#code", "AAA AAAA AAA");
  await page.check("[name=sure]");
  await page.click("button[type=submit]");
  assert.match(await page.innerText('[role="alert"]'), /No consent is known/);
  await page.fill("#code", codes[1]!.toLowerCase().replaceAll(" ", ""));
  await page.check("[name=sure]");
  await page.click("button[type=submit]");
  assert.match(await page.innerText("h1"), /It is withdrawn/);
  await page.goto(address);
  assert.match(await page.innerText("h1"), /It is withdrawn/);
  assert.equal(uploads().length, known);
  await page.context().close();
});
