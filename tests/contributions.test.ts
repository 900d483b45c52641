/** Telling a story and taking it back without an account and without script, as a browser does it (features/contributions/README.md). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { chromium, type Browser, type Page } from "playwright-core";
import sharp from "sharp";
import { serve, temporary, type Served } from "../tools/program.ts";
import { BROWSER_FLAGS, CHROMIUM, openBrowser } from "./browser.ts";
import { newCampaign } from "./campaigns.ts";
import { click, press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { goOnTo } from "./telling.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const FORM = "/take-part/story";
let server: Served;
let browser: Browser;
let photo: Buffer;

before(async () => {
  await newCampaign(env.CND_DATA);
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

/** From the first step, whose words and files stand there, to the last one. */
async function called(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await goOnTo(page, "name");
  await page.locator("summary", { hasText: "Title and language" }).click();
  const fields = {
    language: "Swahili",
    place: "Hilltop",
    name: "Amina",
    contact: "by the shop",
    ...more,
  };
  for (const [id, text] of Object.entries(fields)) await page.fill(`#${id}`, text);
  await page.selectOption("#naming", "chosen");
  await goOnTo(page, "agree");
}

/** @param ins in which files; one can tick those alone that were sent */
async function agree(page: Page, ...ins: readonly string[]): Promise<void> {
  for (const one of ["p0-story", "p0-photo", "p0-web", "p0-feed", ...ins])
    await page.check(`[name=${one}]`);
}

const sendIt = (page: Page) => page.click("#tell button[type=submit]:not([name])");
const uploads = (): string[] => readdirSync(join(env.CND_DATA, "uploads"));
const jpeg = (name: string) => ({ name, mimeType: "image/jpeg", buffer: photo });

test("T1 a story with photos is told without script and without an account, and its sender sees how far it is", async () => {
  const page = await plainPage();
  await page.fill("#text", "The mast came, and we called.");
  await page.setInputFiles("#photo", [jpeg("a.jpg"), jpeg("b.jpg")]);
  await called(page);
  await agree(page, "p0-in-photo2");
  await sendIt(page);
  assert.match(page.url(), /\/o\/[A-Za-z0-9_-]{22}$/, await page.innerText("main"));
  assert.match(await page.innerText("h1"), /We have what you sent/);
  const main = await page.innerText("main");
  assert.match(main, /The mast came, and we called/);
  assert.equal(main.match(/received, [\d.]+ (?:bytes|kB)/g)?.length, 2);
  assert.match(main, /[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/);
  assert.match(main, /Files in which this person is seen or heard: photo 2/);
  const [id] = /[0-9a-f]{8}(?= {2})/.exec(succeed(["desk", "list"], env))!;
  assert.match(succeed(["desk", "show", id], env), /language: sw/);
  await page.reload();
  assert.match(await page.innerText("h1"), /Someone is reading this/);
  await page.context().close();
});

test("T8 a code takes it back on the web without script: text, files and consents are gone", async () => {
  const page = await plainPage();
  await page.fill("#text", "Unforgettable words");
  await page.setInputFiles("#photo", [jpeg("a.jpg"), jpeg("b.jpg")]);
  const known = uploads().length;
  await called(page);
  await agree(page, "p0-in-photos");
  await sendIt(page);
  assert.equal(uploads().length, known + 2);
  const address = page.url();
  const codes = (await page.innerText("main")).match(/[2-9A-Z]{3} [2-9A-Z]{4} [2-9A-Z]{3}/g)!;
  assert.equal(codes.length, 2);
  const unread = await fetch(`${server.base}/withdraw`, { method: "POST", body: new FormData() });
  assert.equal(unread.status, 415);
  assert.match(await unread.text(), /The form arrived incomplete/);
  await page.goto(`${server.base}/withdraw`);
  await page.fill("#code", "AAA AAAA AAA");
  await page.check("[name=sure]");
  await page.click("button[type=submit]");
  assert.match(await page.innerText('[role="alert"]'), /We found no consent/);
  await page.fill("#code", codes[1]!.toLowerCase().replaceAll(" ", ""));
  await page.check("[name=sure]");
  await page.click("button[type=submit]");
  assert.match(await page.innerText("h1"), /Withdrawn/);
  await page.goto(address);
  assert.match(await page.innerText("h1"), /Withdrawn/);
  assert.equal(uploads().length, known);
  await page.context().close();
});

const newPage = async (): Promise<Page> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on("pageerror", (error) => assert.fail(error));
  await page.goto(server.base + FORM);
  await page.locator("#tell[data-ready]").waitFor();
  return page;
};

test("T3 with a link photos leave small and without what the camera wrote, and all arrives once", async () => {
  const noise = Buffer.alloc(2300 * 1700 * 3);
  for (let i = 0; i < noise.length; i++) noise[i] = (i * 2_654_435_761) >>> 24;
  const large = await sharp(noise, { raw: { width: 2300, height: 1700, channels: 3 } })
    .withExif({ IFD0: { Copyright: "SECRET-PLACE" } })
    .jpeg({ quality: 98 })
    .toBuffer();
  assert.ok(large.length > 3_500_000, `${large.length} bytes`);
  const page = await newPage();
  await page.fill("#text", "With a photo of four megabytes");
  const file = { name: "c.jpg", mimeType: "image/jpeg", buffer: large };
  await page.setInputFiles("#photo", [file]);
  await page.locator("#pieces li").waitFor();
  const made = /reduced from \d,\d{3} kB to (\d+) kB; the camera’s data .*was removed/.exec(
    await page.innerText("#pieces li"),
  );
  assert.ok(Number(made?.[1]) <= 150, await page.innerText("#pieces li"));
  const known = uploads().length;
  const left: number[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") left.push(Number(request.headers()["upload-length"] ?? 0));
  });
  await called(page);
  await sendIt(page);
  await page.waitForURL(/\/o\/[A-Za-z0-9_-]{22}$/);
  assert.ok(left[0]! > 10_000 && left[0]! <= 150_000, `${left[0]} bytes left`);
  const kept = uploads().map((name) => readFileSync(join(env.CND_DATA, "uploads", name)));
  assert.ok(kept.length > 0 && kept.every((bytes) => !bytes.includes("SECRET-PLACE")));
  assert.match(await page.innerText("main"), /With a photo of four megabytes/);
  assert.equal(uploads().length, known + 1);
  await page.goto(server.base + FORM);
  assert.equal(await page.inputValue("#text"), "", "what was sent is kept here no more");
  await page.context().close();
});

test("T3 files that were chosen before the script was there are taken up", async () => {
  const page = await (await browser.newContext()).newPage();
  const late = Promise.withResolvers<void>();
  await page.route("**/take-part/story*.js", async (route) => {
    await late.promise;
    await route.continue();
  });
  await page.goto(server.base + FORM, { waitUntil: "commit" });
  await page.setInputFiles("#photo", [jpeg("a.jpg"), jpeg("b.jpg")]);
  late.resolve();
  await page.locator("#pieces li").nth(1).waitFor();
  assert.match(await page.innerText("#pieces"), /Photos 2: reduced from .* kB to/);
  await page.context().close();
});

test("T2 the browser is killed while somebody writes: every word is there on return", async () => {
  using home = temporary();
  const start = async () => {
    const context = await chromium.launchPersistentContext(home.dir, {
      executablePath: CHROMIUM,
      args: [...BROWSER_FLAGS],
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(server.base + FORM);
    await page.locator("#tell[data-ready]").waitFor();
    return { context, page };
  };
  const { page, context } = await start();
  const text =
    "We dug the trench together, and ate together, and then the light of the modem came on.";
  await page.locator("#text").pressSequentially(text);
  await page.setInputFiles("#photo", [jpeg("a.jpg")]);
  await page.locator("#pieces li").waitFor();
  const ended = new Promise((done) => context.once("close", done));
  const whose = ["-o", "-f", "--", `--user-data-dir=${home.dir}`];
  process.kill(Number(execFileSync("pgrep", whose, { encoding: "utf8" })), "SIGKILL");
  await ended;
  const again = await start();
  assert.equal(await again.page.inputValue("#text"), text);
  assert.match(await again.page.innerText("#said"), /restored what you wrote earlier/);
  assert.equal(await again.page.locator("#pieces li").count(), 1);
  await again.context.close();
});

test("T4 sent without a link it waits, and goes once when the link is back", async () => {
  const page = await newPage();
  await page.fill("#text", "Written on the bus");
  await page.setInputFiles("#photo", [jpeg("a.jpg")]);
  await page.locator("#pieces li").waitFor();
  const known = uploads().length;
  const offline = async () => {
    await page.context().setOffline(true);
    await sendIt(page);
    await page
      .locator("#said", { hasText: "Your story is saved on this device and will be sent" })
      .waitFor();
    await page.context().setOffline(false);
  };
  await offline();
  await page.waitForURL(/\/story\/name\//);
  await page.selectOption("#naming", "none");
  await offline();
  await page.waitForURL(/\/story\/agree\//);
  await page.fill("#p0-name", "Amina");
  await agree(page, "p0-in-photo1");
  await offline();
  await page.waitForURL(/\/o\/[A-Za-z0-9_-]{22}$/);
  assert.match(await page.innerText("main"), /Written on the bus/);
  assert.equal(uploads().length, known + 1);
  assert.equal(succeed(["desk", "list"], env).match(/Written on the bus/g)?.length, 1);
  await page.context().close();
});

test("T3 a face is hidden with the keys alone before the photo leaves, and the keys are where they were", async () => {
  const page = await newPage();
  await page.setInputFiles("#photo", [jpeg("a.jpg")]);
  await page.locator("#pieces li").waitFor();
  const at = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const go = async (key: string, name: string) => {
    for (let i = 0; i < 9 && (await at()) !== name; i++) await page.keyboard.press(key);
    assert.equal(await at(), name);
  };
  await page.focus("#photo"); // what was chosen has opened what it stands in
  await go("Shift+Tab", "Hide a face or a place");
  await page.keyboard.press("Enter");
  await page.locator("#hiding canvas:focus").waitFor();
  for (const key of ["ArrowLeft", "+", "Enter"]) await page.keyboard.press(key);
  await go("Tab", "Done");
  await page.keyboard.press("Enter");
  await page.locator("#said", { hasText: "The part you chose is now hidden" }).waitFor();
  assert.equal(await page.locator("#hiding canvas").count(), 0);
  assert.equal(await page.locator("#pieces li").count(), 1);
  assert.equal(await at(), "Hide a face or a place");
  await page.context().close();
});

test("T3 a voice is recorded in the page, small, and arrives as a recording", async () => {
  const fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
  const other = await openBrowser(...fake);
  try {
    const page = await other.newPage();
    await page.goto(server.base + FORM);
    await page.click("#more-files summary");
    await page.click("#record");
    await page.locator("#said", { hasText: "Recording" }).waitFor();
    await page.waitForTimeout(3000);
    await page.click("#record");
    const line = await page.locator("#pieces li").innerText();
    assert.ok(Number(/(\d+) kB/.exec(line)?.[1]) <= 16, line);
    await called(page);
    await sendIt(page);
    await page.waitForURL(/\/o\//);
    assert.match(await page.innerText("main"), /voice/);
  } finally {
    await other.close();
  }
});

test("V2 what waits at the desk is in a backup with its files, and a restore brings both back", () => {
  const file = join(folder.dir, "backup");
  const restored = join(folder.dir, "restored");
  succeed(["backup", file], env);
  succeed(["restore", file], { CND_DATA: restored });
  assert.deepEqual(readdirSync(join(restored, "uploads")).toSorted(), uploads().toSorted());
  const list = (data: string) => succeed(["desk", "list"], { CND_DATA: data });
  assert.equal(list(restored), list(env.CND_DATA));
});

test("T9 the desk reads a story in its queue, looks at its files, and makes a draft of it; nobody else sees them", async () => {
  const page = await plainPage();
  await page.fill("#text", "For the desk to read");
  await page.setInputFiles("#photo", [jpeg("a.jpg")]);
  await called(page, { title: "A story for the desk" });
  await agree(page, "p0-in-photo1");
  await sendIt(page);
  const address = page.url();
  const invite = ["account", "invite", "editor", "--name", "Amina"];
  await page.goto(server.base + new URL(succeed(invite, env).trim()).pathname);
  await press(page, "Sign in");
  await page.goto(`${server.base}/desk/queue`);
  await click(page.getByRole("link", { name: "A story for the desk" }));
  assert.match(await page.innerText("main"), /For the desk to read/);
  const file = await page.getByRole("link", { name: "photo 1", exact: true }).getAttribute("href");
  assert.equal(
    (await page.request.get(server.base + file!)).headers()["content-type"],
    "image/jpeg",
  );
  assert.equal((await fetch(server.base + file!)).status, 404);
  await press(page, "Create a draft");
  await page.goto(`${server.base}/desk/stories`);
  assert.match(await page.innerText("main"), /A story for the desk[^]*the sender, /);
  await click(page.getByRole("link", { name: "A story for the desk" }));
  assert.match(await page.innerText("#saved"), /^Saved by the sender, /);
  await page.goto(address);
  assert.match(await page.innerText("h1"), /accepted/i);
  assert.match(await page.innerText("main"), /is preparing your story/);
  await page.context().close();
});
