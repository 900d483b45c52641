/** Stories as they are written at the desk, in a real browser (features/writing/README.md). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createConnection } from "node:net";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";

const require = createRequire(import.meta.url);
const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;

before(async () => {
  succeed(["import", "campaign"], env);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Somebody at the desk, without script unless asked for. */
async function person(role: string, name: string, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, bypassCSP: javaScriptEnabled });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  const link = succeed(["account", "invite", role, "--name", name], env).trim();
  await page.goto(server.base + new URL(link).pathname);
  await page.getByRole("button", { name: "Come in" }).click();
  return page;
}

/** Begin a story by its title; its page is open then. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`${server.base}/desk/stories`);
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  return page.url();
}
async function edit(page: Page, slug: string): Promise<string> {
  await page.goto(`${server.base}/desk/stories`);
  const row = page.locator("li", { has: page.locator(`a[href="/stories/${slug}"]`) });
  await row.getByText(/^(Edit|Open)/).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  return page.url();
}
const open = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function unfold(page: Page): Promise<void> {
  const shut = page.locator("form#draft > details:not([open]) > summary");
  while ((await shut.count()) > 0) await shut.first().click();
}

/** What can be published: everything that a story must have. */
async function fillIn(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const fields = {
    summary: "One sentence about a mast.",
    markdown: "The first sentence.",
    category: "Community network",
    authors: "campaign-desk",
    ...more,
  };
  await unfold(page);
  for (const [name, value] of Object.entries(fields))
    await page.locator(`[name="${name}"]`).fill(value);
}
async function publish(page: Page): Promise<void> {
  await press(page, "Save, then publish …");
  await press(page, "Publish");
}
const status = async (path: string): Promise<number> => (await fetch(server.base + path)).status;

test("W1 a contributor has their own drafts and publishes nothing; an editor has all", async () => {
  const [editor, contributor] = [
    await person("editor", "Amina"),
    await person("contributor", "Joseph"),
  ];
  const hers = await begin(editor, "Hers alone");
  const his = await begin(contributor, "A roof for the radio");
  assert.equal((await contributor.goto(hers))?.status(), 403);
  assert.equal((await contributor.goto(`${his}/publish`))?.status(), 403);
  await contributor.goto(`${server.base}/desk/stories`);
  const list = await contributor.innerText("main");
  assert.match(list, /A roof for the radio/);
  assert.doesNotMatch(list, /Hers alone/);
  assert.equal((await editor.goto(his))?.status(), 200);
  await editor.goto(`${server.base}/desk/stories`);
  assert.match(await editor.innerText("main"), /A roof for the radio/);
  assert.equal(await status("/stories/a-roof-for-the-radio"), 404);
});

test("W3 of two people on one draft the second sees both texts and finishes one from both", async () => {
  const [one, two] = [await person("editor", "Li"), await person("editor", "Maria")];
  const path = await begin(one, "A mast for two");
  await fillIn(one, { markdown: "First.\n\nSecond.\n\nThird." });
  await press(one, "Save");
  await two.goto(path);
  await one.locator("#markdown").fill("First, by Li.\n\nSecond.\n\nThird.");
  await press(one, "Save");
  await two.locator("#markdown").fill("First.\n\nSecond.\n\nThird, by Maria.");
  await press(two, "Save");
  assert.match(two.url(), /\/both\?mine=\d+$/);
  const texts = await two.locator(".two-texts").innerText();
  assert.match(texts, /by Li/);
  assert.match(texts, /by Maria/);
  assert.equal(
    await two.locator("#markdown").inputValue(),
    "First, by Li.\n\nSecond.\n\nThird, by Maria.",
  );
  await press(two, "Save");
  assert.equal(two.url(), path);
  await two.goto(`${path}/history`);
  assert.match(await two.innerText("main"), /came too late, kept beside/);
});

test("W3 where both changed the same passage it stands there twice, and is named", async () => {
  const [one, two] = [await person("editor", "Ada"), await person("editor", "Bo")];
  const path = await begin(one, "A mast for one");
  await two.goto(path);
  await one.locator("#markdown").fill("The hill, said Ada.");
  await press(one, "Save");
  await two.locator("#markdown").fill("The hill, said Bo.");
  await press(two, "Save");
  assert.equal(
    await two.locator("#markdown").inputValue(),
    "The hill, said Ada.\nThe hill, said Bo.",
  );
  assert.match(await two.innerText("main"), /same passage of: Text/);
});

/** Status line, headers and body in brotli, exactly as they cross the wire. */
async function onTheWire(path: string): Promise<number> {
  const socket = createConnection(Number(new URL(server.base).port), "127.0.0.1");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: example.org\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n`,
  );
  let bytes = 0;
  for await (const part of socket) bytes += (part as Buffer).length;
  return bytes;
}
const meter = async (page: Page): Promise<number> =>
  Number(/^([\d.]+) kB of 14 kB/.exec(await page.innerText("#weight"))![1]) * 1000;

test("W5 the meter agrees within 5 % with every story of the campaign on the wire, and with a new one", async () => {
  const editor = await person("editor", "Weigher");
  const map = await (await fetch(`${server.base}/sitemap.xml`)).text();
  const paths = [
    ...map.matchAll(/<loc>[^<]*?\/\/[^/<]+((?:\/[a-z]{2})?\/stories\/[^<]+)<\/loc>/g),
  ].map((m) => m[1]!);
  assert.ok(paths.length >= 20, paths.join());
  const off: number[] = [];
  const compare = (path: string, shown: number, bytes: number) => {
    off.push(shown / bytes - 1);
    assert.ok(Math.abs(shown / bytes - 1) <= 0.05, `${path}: ${shown} said, ${bytes} on the wire`);
  };
  for (const path of paths.filter((one) => one.startsWith("/stories/"))) {
    const bytes = await onTheWire(path); // first served
    await edit(editor, path.slice("/stories/".length));
    compare(path, await meter(editor), bytes);
  }
  await begin(editor, "A new mast");
  await fillIn(editor, {
    places: "mankosi",
    topics: "connectivity",
    markdown: `${"Some words that are read on a hill. ".repeat(40)}\n\n> We climb.\n> — Somebody\n\n![Here](map:mankosi)`,
  });
  await press(editor, "Save");
  const said = await meter(editor);
  await publish(editor);
  compare("/stories/a-new-mast", said, await onTheWire("/stories/a-new-mast"));
  console.log(
    `meter against wire, ${off.length} pages: ${Math.min(...off)} to ${Math.max(...off)}`,
  );
});

test("W5 a story over its budget is told what weighs most", async () => {
  const editor = await person("editor", "Heavy");
  await begin(editor, "Too much");
  const noise = Array.from({ length: 4000 }, (_, i) =>
    ((i * 2_654_435_761) % 4_294_967_296).toString(36),
  );
  await fillIn(editor, { markdown: noise.join(" ") });
  await press(editor, "Save");
  assert.match(await editor.innerText("#trim"), /over what a 2G phone gets.*most: the text \(/);
});

test("W4 the preview is the page itself", async () => {
  const editor = await person("editor", "Looker");
  const path = await edit(editor, "mankosi");
  const main = async (url: string) => {
    await editor.goto(url);
    return editor.innerHTML("main");
  };
  assert.equal(await main(`${path}/preview`), await main(`${server.base}/stories/mankosi`));
  await editor.goto(`${path}/phone`);
  const frame = editor.frameLocator("iframe.phone");
  assert.match(await frame.locator("h1").innerText(), /village became its own operator/);
  assert.match(await editor.innerText("main"), /s on 2G/);
});

test("W7 a person whom nothing covers keeps a story back, and it is said who", async () => {
  const editor = await person("editor", "Careful");
  await begin(editor, "Somebody uncovered");
  await fillIn(editor, { people: "campaign-desk" });
  await press(editor, "Save, then publish …");
  assert.match(await editor.innerText("#findings"), /has no documented role, and no consent/);
  assert.equal(await editor.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  const { pathname } = new URL(editor.url());
  const [cookie] = await editor.context().cookies(editor.url());
  const forced = await fetch(server.base + pathname, {
    method: "POST",
    headers: { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ base: "2" }),
  });
  assert.equal(forced.status, 422);
  assert.equal(await status("/stories/somebody-uncovered"), 404);
});

test("W8 a later day schedules, withdrawing takes off the site, and publishing brings back", async () => {
  const editor = await person("editor", "Planner");
  const path = await begin(editor, "In a year");
  await fillIn(editor, { published: "2099-01-01" });
  await publish(editor);
  assert.equal(await status("/stories/in-a-year"), 404);
  await editor.goto(path);
  assert.match(await editor.innerText(".meta"), /scheduled/);
  await unfold(editor);
  await editor.locator('[name="published"]').fill("2026-11-01");
  await publish(editor);
  assert.equal(await status("/stories/in-a-year"), 200);
  await editor.goto(path);
  await editor.getByText("Withdraw the story").first().click();
  await editor.getByLabel("Take it off the site").check();
  await press(editor, "Withdraw the story");
  assert.equal(await status("/stories/in-a-year"), 404);
  assert.match(await editor.innerText(".meta"), /withdrawn/);
  await editor.goto(`${path}/publish`);
  await press(editor, "Publish");
  assert.equal(await status("/stories/in-a-year"), 200);
});

test("W9 a picture is added by what it is; what is none, is empty or too large is refused", async () => {
  const editor = await person("editor", "Painter");
  const path = await begin(editor, "A painted mast");
  const add = async (name: string, buffer: Buffer) => {
    await editor.goto(path);
    await editor.getByText("Add a picture").click();
    await editor.locator("#upload").setInputFiles({ name, mimeType: "image/png", buffer });
    await editor.locator("#upload-alt").fill("A hill");
    await press(editor, "Add");
  };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>';
  for (const [name, bytes] of [
    ["x.svg", Buffer.from(svg)],
    ["x.png", Buffer.from("a,b\n1,2\n")],
    ["x.png", Buffer.alloc(0)],
    ["x.png", Buffer.alloc(1_500_000)],
  ] as const) {
    await add(name, bytes);
    assert.match(await editor.innerText('[role="alert"]'), /Nothing was added/);
  }
  const hill = sharp("docs/protocol/valid/small/media/hill.png").jpeg();
  await add("hill.jpg", await hill.withExif({ IFD0: { Model: "A phone" } }).toBuffer());
  const [, name] = /!\[A hill\]\(picture:(p-[0-9a-f]{8})\)/.exec(
    await editor.locator("#markdown").inputValue(),
  )!;
  await fillIn(editor, { markdown: `![A hill](picture:${name})` });
  await publish(editor);
  const page = await (await fetch(`${server.base}/stories/a-painted-mast`)).text();
  const [, file] = /<details class="media">.*?<img src="(\/media\/[0-9a-f]{64}\.jpg)"/s.exec(page)!;
  const kept = Buffer.from(await (await fetch(server.base + file!)).arrayBuffer());
  assert.equal((await sharp(kept).metadata()).exif, undefined);
});

test("W10 the calendar lists a month's stories and drafts as links", async () => {
  const editor = await person("editor", "Dated");
  await begin(editor, "For a spring day");
  await fillIn(editor, { published: "2031-04-07" });
  await press(editor, "Save");
  await editor.goto(`${server.base}/desk/calendar?month=2031-04`);
  const first = editor.locator("main ol a").first();
  assert.equal(await first.innerText(), "For a spring day");
  assert.match(await editor.innerText("ol.queue"), /Mon 7|7 Mon/);
  await first.click();
  assert.match(editor.url(), /\/desk\/stories\/[0-9a-f]{12}$/);
});

test("W11 a translation stands beside its original, with what changed since, and is published as one", async () => {
  const editor = await person("editor", "Traductrice");
  const path = await begin(editor, "A mast in two tongues");
  await fillIn(editor, { markdown: "One hill.\n\nTwo valleys." });
  await publish(editor);
  await editor.goto(`${path}/translate/fr`);
  assert.match(await editor.innerText("main"), /first translation/);
  await editor.getByLabel("Title").fill("Un mât");
  await editor.getByLabel("Summary").fill("Une phrase.");
  await editor.locator("#markdown").fill("Une colline.\n\nDeux vallées.");
  await editor.getByLabel("Translator").fill("Traductrice");
  await press(editor, "Save");
  const cells = await editor.locator(".sides td").allInnerTexts();
  assert.deepEqual(cells.slice(4, 8), [
    "One hill.",
    "Une colline.",
    "Two valleys.",
    "Deux vallées.",
  ]);
  await publish(editor);
  const page = await (await fetch(`${server.base}/fr/stories/a-mast-in-two-tongues`)).text();
  assert.match(page, /Deux vallées/);
  await editor.goto(path);
  await editor.locator("#markdown").fill("One hill.\n\nThree valleys.");
  await publish(editor);
  await editor.goto(`${path}/translate/fr`);
  assert.match(await editor.locator("del").innerText(), /Two/);
  assert.match(await editor.locator("ins").innerText(), /Three/);
});

for (const [width, colorScheme] of [
  [360, "light"],
  [1280, "dark"],
] as const)
  test(`axe finds no violation on the pages of writing, nothing scrolls sideways: ${width} px, ${colorScheme}`, async () => {
    const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
    const page = await person("editor", `Checker ${width}`, true);
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const path = await edit(page, "mankosi");
    await page.locator("#live[data-ready]").waitFor({ state: "attached" });
    const found: string[] = [];
    for (const to of ["", "/phone", "/publish", "/history", "/history?a=1&b=1", "/translate/fr"]
      .map((rest) => path + rest)
      .concat([`${server.base}/desk/stories`, `${server.base}/desk/calendar?month=2026-11`])) {
      await page.goto(to);
      await open(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) found.push(`${to} is ${wide} px too wide`);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as {
          axe: {
            run(
              c: object,
              o: object,
            ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations: list } = await checker.run(
          { exclude: ["iframe"] },
          { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        );
        return list.map((v) => `${v.id}: ${v.nodes[0]?.html}`);
      });
      found.push(...violations.map((v) => `${to} ${v}`));
    }
    assert.deepEqual(found, []);
  });
