/** Reading without a link, in a real browser: the link is a relay of ours, which is cut and mended. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect, type Server, type Socket } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { freePort, serve, temporary, type Served } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";

const folder = temporary();
const campaign = join(folder.dir, "campaign");
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
let port: number;
let relay: Server | undefined;
const sockets = new Set<Socket>();
const base = () => `http://localhost:${port}`;

before(async () => {
  succeed(["init", campaign, "--yes"]);
  mkdirSync(join(campaign, "stories"), { recursive: true });
  for (let i = 1; i <= 23; i += 1)
    writeFileSync(
      join(campaign, "stories", `s${i}.md`),
      `---\ntitle: Story ${i} & more\nsummary: …\nlanguage: en\ncategory: Made up\npublished: 2026-01-01\nauthors: [campaign-desk]\n---\n\nWords of ${i}.\n`,
    );
  const settings = join(campaign, "campaign.yaml");
  writeFileSync(
    settings,
    readFileSync(settings, "utf8").replace(/^languages: .*$/m, "languages: [en, fr, es, pt]"),
  );
  succeed(["import", campaign], env);
  server = await serve(env);
  port = await freePort();
  await mend();
  browser = await openBrowser(`--host-resolver-rules=MAP hub.test 127.0.0.1`);
});
after(async () => {
  await cut();
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function mend(): Promise<void> {
  const to = Number(new URL(server.base).port);
  relay = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
      one.pipe(other);
    }
  });
  relay.listen(port);
  await once(relay, "listening");
}
async function cut(): Promise<void> {
  const closed = relay && once(relay, "close");
  relay?.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await closed;
  relay = undefined;
}

/** A phone whose worker is up. */
async function phone(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base()}/keep`);
  await page.waitForSelector("#able:not([hidden])");
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return { context, page };
}
const kept = (page: Page, name: string) =>
  page.evaluate(async (cache) => {
    const keys = await (await caches.open(cache)).keys();
    return keys.map((request) => new URL(request.url).pathname);
  }, name);
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail("It did not come to be within ten seconds.");
}

test("K4 the stories read last and those kept for later open without a link", async () => {
  const { context, page } = await phone();
  for (let i = 1; i <= 22; i += 1) {
    await page.goto(`${base()}/stories/s${i}`);
    await until(async () => (await kept(page, "read")).includes(`/stories/s${i}`));
  }
  await until(async () => (await kept(page, "read")).length === 20);
  await page.goto(`${base()}/keep?story=s23`);
  await page.getByRole("button", { name: "Save Story 23" }).click();
  await page.waitForSelector("#kept:not([hidden])");
  await page.goto(`${base()}/keep`);
  assert.equal(await page.textContent("#later a"), "Story 23 & more");

  await cut();
  for (const n of [3, 22, 23]) {
    await page.goto(`${base()}/stories/s${n}`);
    assert.match((await page.textContent("main"))!, new RegExp(`Words of ${n}\\.`));
  }
  await page.goto(`${base()}/stories/s1`); // read longest ago
  await page.waitForSelector("#read a");
  assert.equal(await page.locator("#read a").count(), 20);
  await page.goto(`${base()}/keep`);
  await page.waitForSelector("#later a");
  assert.equal(await page.textContent("#later a"), "Story 23 & more");
  await page.locator("#later a").click();
  assert.match((await page.textContent("main"))!, /Words of 23\./);
  await mend();
  await context.close();
});

test("K12 the front page and the list of stories open without a link, and say so in their language", async () => {
  const { context, page } = await phone();
  await until(async () => (await kept(page, "lists")).length === 2);
  assert.deepEqual((await kept(page, "lists")).toSorted(), ["/", "/stories"]);
  await page.goto(`${base()}/fr/stories`);
  await until(async () => (await kept(page, "lists")).includes("/fr/stories"));
  assert.equal(await page.locator("#kept-here").count(), 0, "there is a link");

  await cut();
  const today = (lang: string) =>
    page.evaluate((l) => new Intl.DateTimeFormat(l, { dateStyle: "long" }).format(), lang);
  for (const [path, lang, words] of [
    ["/", "en", "You are offline. You are reading the copy of this page saved on this device on"],
    ["/stories?page=2", "en", "You are offline"],
    ["/fr/stories", "fr", "Pas de connexion pour l’instant. Voici la page telle qu’elle"],
  ] as const) {
    await page.goto(base() + path);
    const said = (await page.textContent("#kept-here"))!;
    assert.ok(said.startsWith(words), said);
    if (lang === "fr") assert.ok(said.includes(await today(lang)), said);
    assert.equal(await page.getAttribute("html", "lang"), lang);
    assert.match((await page.textContent("main"))!, /Story \d/);
  }
  await page.goto(`${base()}/pledges`);
  assert.match(
    (await page.textContent("#kept-here"))!,
    /the page you asked for has not been saved/,
  );
  await page.goto(`${base()}/keep`);
  await page.waitForSelector("#able:not([hidden])");
  assert.equal(await page.locator("#kept-here").count(), 0);
  await mend();

  for (const path of ["/es", "/es/stories", "/pt"]) await page.goto(base() + path);
  await until(async () => (await kept(page, "lists")).includes("/pt"));
  await until(async () => (await kept(page, "lists")).length === 4); // no more of them are kept
  await context.close();
});

test("K4 what is posted goes past the worker", async () => {
  const { context, page } = await phone();
  const answer = await page.evaluate(async () => {
    const sent = await fetch("/stories/s1", { method: "POST", body: "x" });
    return [sent.status, (await caches.keys()).length] as const;
  });
  assert.equal(answer[0], 405);
  await context.close();
});

test("K5 it says what is kept and forgets all; without script or https it offers what works", async () => {
  const { context, page } = await phone();
  await page.goto(`${base()}/stories/s5`);
  await until(async () => (await kept(page, "read")).length === 1);
  await page.goto(`${base()}/keep`);
  await page.waitForSelector("#read a");
  const checked = await browser.newContext({
    bypassCSP: true,
    viewport: { width: 360, height: 800 },
  });
  const look = await checked.newPage();
  for (const path of ["/keep", "/keep?story=s2"]) {
    await look.goto(base() + path);
    await look.waitForSelector("#able:not([hidden])");
    assert.deepEqual(await violations(look), [], path);
  }
  await checked.close();
  await page.focus("#forget");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#forgotten:not([hidden])");
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  assert.equal(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    0,
  );
  await context.close();

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const without = await plain.newPage();
  await without.goto(`${base()}/keep?story=s2`);
  assert.ok(await without.isVisible("#plain"));
  assert.ok(await without.isHidden("#able"));
  assert.ok(await without.isVisible('a[href="/stories/s2.epub"]'));
  await plain.close();

  const insecure = await browser.newPage();
  await insecure.goto(`http://hub.test:${port}/keep`);
  await insecure.waitForSelector("#unable:not([hidden])");
  assert.match((await insecure.textContent("#unable"))!, /secure address/);
  assert.ok(await insecure.isVisible('a[href="/campaign.epub"]'));
  await insecure.close();
});

test("K6 a withdrawn story leaves a phone at its next contact", async () => {
  const { context, page } = await phone();
  for (const n of [7, 8]) {
    await page.goto(`${base()}/stories/s${n}`);
    await until(async () => (await kept(page, "read")).includes(`/stories/s${n}`));
  }
  await page.goto(`${base()}/keep?story=s7`);
  await page.getByRole("button", { name: "Save Story 7" }).click();
  await page.waitForSelector("#kept:not([hidden])");
  await cut();
  rmSync(join(campaign, "stories", "s7.md"));
  succeed(["import", campaign, "--prune"], env);
  await page.goto(`${base()}/stories/s7`);
  assert.match((await page.textContent("main"))!, /Words of 7\./, "nobody could tell the phone");
  await mend();
  await page.goto(`${base()}/stories/s9`);
  await until(async () => !(await kept(page, "read")).includes("/stories/s7"));
  await until(async () => !(await kept(page, "later")).includes("/stories/s7"));
  assert.ok((await kept(page, "read")).includes("/stories/s8"));
  await cut();
  await page.goto(`${base()}/stories/s7`);
  assert.doesNotMatch((await page.textContent("main"))!, /Words of 7\./);
  await mend();
  await context.close();
});

test("K14 a kept file that is withdrawn leaves a phone once it was asked after, which it is once a day", async () => {
  const { context, page } = await phone();
  await page.goto(`${base()}/stories/s10`);
  await until(async () => (await kept(page, "read")).includes("/stories/s10"));
  const [old, young] = ["a", "b"].map((digit) => `/media/${digit.repeat(64)}.jpg`);
  await page.evaluate(
    async ([path, ...files]) => {
      const read = await caches.open("read");
      const was = (await read.match(path!))!;
      const shows = files.map((file) => `<img src="${file}">`).join("");
      const headers = new Headers(was.headers); // its ETag: the page stands as it was kept
      await read.put(path!, new Response((await was.text()) + shows, { headers }));
      const parts = await caches.open("parts");
      for (const [i, file] of files.entries()) {
        const date = new Date(Date.now() - (i === 0 ? 2 : 0) * 86_400_000).toUTCString();
        await parts.put(file, new Response("a picture", { headers: { date } }));
      }
    },
    ["/stories/s10", old!, young!],
  );
  assert.deepEqual(
    (await kept(page, "parts")).filter((one) => one.startsWith("/media/")).toSorted(),
    [old, young],
  );
  const ask = () =>
    page.evaluate(() =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", done, { once: true });
        port1.start();
        navigator.serviceWorker.controller!.postMessage({ ask: true }, [port2]);
      }).then(() => undefined),
    );
  await ask();
  const files = await kept(page, "parts");
  assert.ok(!files.includes(old!), "410");
  assert.ok(files.includes(young!), "asked after within a day");
  await context.close();
});
