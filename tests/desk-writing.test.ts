/** Stories as they are written at the desk, in a real browser (features/editor/README.md). */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import test from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import type { Role } from "../src/platform/accounts/roles.ts";
import { answerNobody } from "./answering.ts";
import { axeFinds } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();

const there = new Map<string, Promise<Page>>();
/** Whoever was there before comes again in the same browser. */
function person(role: Role, name: string, script = false): Promise<Page> {
  const page = there.get(name) ?? house.signedIn(role, name, { script });
  there.set(name, page);
  return page;
}

/** Begin a story by its title; its page is open then. */
async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`${house.base}/desk/stories`);
  await page.getByLabel("Title").fill(title);
  await press(page, "Start");
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  return page.url();
}
async function edit(page: Page, slug: string): Promise<string> {
  await page.goto(`${house.base}/desk/stories`);
  const row = page.locator("li", { has: page.locator(`a[href="/stories/${slug}"]`) });
  await click(row.getByText(/^(Edit|Open)/));
  await page.waitForURL(/\/desk\/stories\/[0-9a-f]{12}$/);
  return page.url();
}

async function unfold(page: Page): Promise<void> {
  const shut = page.locator("form#draft > details:not([open]) > summary");
  while ((await shut.count()) > 0) await click(shut.first());
}

/** What can be published: everything that a story must have. */
async function fillIn(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const fields = {
    summary: "One sentence about a mast.",
    markdown: "The first sentence.",
    category: "Community network",
    "authors.0": "The campaign desk",
    ...more,
  };
  await unfold(page);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`);
    await (name.startsWith("topics.") ? field.check() : field.fill(value));
  }
}
async function publish(page: Page): Promise<void> {
  await press(page, "Save, then publish …");
  await answerNobody(page);
  await press(page, "Publish");
}
const status = async (path: string): Promise<number> => (await fetch(house.base + path)).status;

test("W1 a contributor has their own drafts and publishes nothing; an editor has all", async () => {
  const [editor, contributor] = [
    await person("editor", "Amina"),
    await person("contributor", "Joseph"),
  ];
  const hers = await begin(editor, "Hers alone");
  const his = await begin(contributor, "A roof for the radio");
  assert.equal((await contributor.goto(hers))?.status(), 403);
  assert.equal((await contributor.goto(`${his}/publish`))?.status(), 403);
  await contributor.goto(`${house.base}/desk/stories`);
  const list = await contributor.innerText("main");
  assert.match(list, /A roof for the radio/);
  assert.doesNotMatch(list, /Hers alone/);
  assert.equal((await editor.goto(his))?.status(), 200);
  await editor.goto(`${house.base}/desk/stories`);
  assert.match(await editor.innerText("main"), /A roof for the radio/);
  assert.equal(await status("/stories/a-roof-for-the-radio"), 404);
});

test("W3 of two people on one draft the second sees both texts and finishes one from both", async () => {
  const [one, two] = [await person("editor", "Amina"), await person("editor", "Maria")];
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
  assert.equal(two.url(), `${path}?done`);
  await two.goto(`${path}/history`);
  assert.match(await two.innerText("main"), /saved too late, kept separately/);
});

test("W3 where both changed the same passage it stands there twice, and is named", async () => {
  const [one, two] = [await person("editor", "Amina"), await person("editor", "Maria")];
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
  assert.match(await two.innerText("main"), /same passage in: Text/);
});

/** A form of the desk as somebody's browser sends it. */
async function sent(page: Page, url: string, body: URLSearchParams | FormData): Promise<Response> {
  const [cookie] = await page.context().cookies(url);
  const headers = { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "same-origin" };
  return fetch(url, { method: "POST", redirect: "manual", headers, body });
}

test("W2 W3 what is no version, no address or too long is refused in words, and no text is lost", async () => {
  const editor = await person("editor", "Amina");
  const path = await begin(editor, "An odd mast");
  const post = (fields: Readonly<Record<string, string>>, to = "") =>
    sent(editor, path + to, new URLSearchParams(fields));
  const late = await post({ base: "abc", title: "An odd mast", markdown: "Over nothing." });
  assert.match(late.headers.get("location") ?? "", /\/both\?mine=2$/, "it is kept beside");
  const long = { base: "1", title: "An odd mast", markdown: "x".repeat(450_000) };
  assert.equal((await post(long)).status, 413);
  const auto = await post(long, "/autosave");
  assert.equal(auto.status, 413);
  const none = await post({ base: "1", version: "abc" }, "/take-up");
  assert.match(none.headers.get("location") ?? "", /\/history$/);
  const named = await post({ base: "1", title: "An odd mast", address: "A Mast!" });
  assert.equal(named.status, 422);
  assert.match(await named.text(), /the letters a to z, digits and hyphens/);

  const file = new FormData();
  file.set("file", new Blob([await sharp("docs/protocol/valid/small/media/hill.png").toBuffer()]));
  file.set("alt", "A hill");
  const { base } = { base: await editor.goto(path).then(() => editor.inputValue("[name=base]")) };
  await post({ base, file: "No fields here, words alone." });
  const lost = await sent(editor, `${path}/picture`, file);
  assert.equal(lost.status, 422, "a text without fields has no place for a picture");
  assert.match(await lost.text(), /cannot show this file as a form.*Nothing was added/);
});

/** Status line, headers and body in brotli, exactly as they cross the wire. */
async function onTheWire(path: string): Promise<number> {
  const socket = createConnection(Number(new URL(house.base).port), "127.0.0.1");
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: example.org\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n`,
  );
  let bytes = 0;
  for await (const part of socket) bytes += (part as Buffer).length;
  return bytes;
}
const weighed = (said: string): number => Number(/^([\d.]+)\skB of 14\skB/.exec(said)![1]) * 1000;
const meter = async (page: Page): Promise<number> => weighed(await page.innerText("#weight"));

test("W5 the meter agrees within 5 % with every story of the campaign on the wire, and with a new one", async () => {
  const editor = await person("editor", "Amina");
  const map = await (await fetch(`${house.base}/sitemap.xml`)).text();
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
    const slug = path.slice("/stories/".length);
    const draft = await editor.request.post(`${house.base}/desk/stories`, { form: { slug } });
    compare(
      path,
      weighed(/id="weight"[^>]*>(?:<[^>]*>)*([^<]*)/.exec(await draft.text())![1]!),
      bytes,
    );
  }
  await begin(editor, "A new mast");
  await fillIn(editor, {
    "places.0": "Mankosi",
    "topics.connectivity": "yes",
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
  const editor = await person("editor", "Amina");
  await begin(editor, "Too much");
  const noise = Array.from({ length: 4000 }, (_, i) =>
    ((i * 2_654_435_761) % 4_294_967_296).toString(36),
  );
  await fillIn(editor, { markdown: noise.join(" ") });
  await press(editor, "Save");
  assert.match(
    await editor.innerText("#trim"),
    /larger than a 2G phone can load.*Largest parts: the text \(/,
  );
});

test("W4 the preview is the page itself", async () => {
  const editor = await person("editor", "Amina");
  const path = await edit(editor, "mankosi");
  const main = async (url: string) => {
    await editor.goto(url);
    return editor.innerHTML("main");
  };
  assert.equal(await main(`${path}/preview`), await main(`${house.base}/stories/mankosi`));
  await editor.goto(`${path}/phone`);
  const frame = editor.frameLocator("iframe.phone");
  assert.match(await frame.locator("h1").innerText(), /village that runs its own network/);
  assert.match(await editor.innerText("main"), /s on 2G/);
});

test("W7 a person whom nothing covers keeps a story back, and it is said who", async () => {
  const editor = await person("editor", "Amina");
  await begin(editor, "Somebody uncovered");
  await fillIn(editor, { "people.0": "The campaign desk" });
  await press(editor, "Save, then publish …");
  assert.match(await editor.innerText("#findings"), /has no public role and has not consented/);
  assert.equal(await editor.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  const { pathname } = new URL(editor.url());
  const [cookie] = await editor.context().cookies(editor.url());
  const forced = await fetch(house.base + pathname, {
    method: "POST",
    headers: { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "same-origin" },
    body: new URLSearchParams({ base: "2" }),
  });
  assert.equal(forced.status, 422);
  assert.equal(await status("/stories/somebody-uncovered"), 404);
});

test("W8 a later day schedules, withdrawing takes off the site, and publishing brings back", async () => {
  const editor = await person("editor", "Amina");
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
  await click(editor.getByText("Withdraw the story").first());
  await editor.getByLabel("Remove the story from the site").check();
  await press(editor, "Withdraw the story");
  assert.equal(await status("/stories/in-a-year"), 410);
  assert.match(await editor.innerText(".meta"), /withdrawn/i);
  await editor.goto(`${path}/publish`);
  await press(editor, "Publish");
  assert.equal(await status("/stories/in-a-year"), 200);
});

test("W9 a picture is added by what it is; what is none, is empty or too large is refused", async () => {
  const editor = await person("editor", "Amina");
  const path = await begin(editor, "A painted mast");
  const add = async (name: string, buffer: Buffer) => {
    await editor.goto(path);
    await click(editor.getByText("Add a picture"));
    const file = join(house.folder.dir, name);
    writeFileSync(file, buffer);
    await editor.locator("#upload").setInputFiles(file);
    await editor.locator("#upload-alt").fill("A hill");
    await press(editor, "Add");
  };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>a()</script></svg>';
  for (const [name, bytes] of [
    ["x.svg", Buffer.from(svg)],
    ["x.png", Buffer.from("a,b\n1,2\n")],
    ["x.png", Buffer.alloc(0)],
    ["x.png", Buffer.alloc(15_100_000)],
  ] as const) {
    await add(name, bytes);
    assert.match(await editor.innerText('[role="alert"]'), /Nothing was added/);
  }
  const hill = sharp("docs/protocol/valid/small/media/hill.png").jpeg();
  await add("hill.jpg", await hill.withExif({ IFD0: { Model: "A phone" } }).toBuffer());
  const [, name] = /!\[A hill\]\(picture:(p-[0-9a-f]{8})\)/.exec(
    await editor.locator("#markdown").inputValue(),
  )!;
  const said = await editor.innerText('[role="status"][autofocus]');
  assert.match(
    said,
    /“A hill” was added at the end of the text.*Removed from the file: the date, time and camera details/,
  );
  assert.ok(
    await editor
      .getByRole("img", { name: "A hill" })
      .evaluate((one: HTMLImageElement) => one.naturalWidth > 0),
  );
  await fillIn(editor, { markdown: `![A hill](picture:${name})` });
  await publish(editor);
  const page = await (await fetch(`${house.base}/stories/a-painted-mast`)).text();
  const [, file] = /<details class="media">.*?<img src="(\/media\/[0-9a-f]{64}\.jpg)"/s.exec(page)!;
  const kept = Buffer.from(await (await fetch(house.base + file!)).arrayBuffer());
  assert.equal((await sharp(kept).metadata()).exif, undefined);
});

test("W9 a photo as phones write it is made smaller, and where it was taken is gone and said so", async () => {
  const editor = await person("editor", "Amina");
  const draft = await begin(editor, "From a phone");
  const noise = { type: "gaussian" as const, mean: 128, sigma: 2.5 }; // little: what is made of it is quickly made
  const photo = await sharp({
    create: { width: 4000, height: 3000, channels: 3, background: "#000", noise },
  })
    .withExif({ IFD3: { GPSLatitudeRef: "S", GPSLatitude: "31/1 56/1 0/1" } })
    .jpeg({ quality: 100 })
    .toBuffer();
  assert.ok(photo.length > 5_000_000 && photo.length < 15_000_000, `${photo.length} bytes`);
  await click(editor.getByText("Add a picture"));
  const file = join(house.folder.dir, "IMG_1.jpg"); // a browser reads it; bytes it would be handed as text
  writeFileSync(file, photo);
  await editor.locator("#upload").setInputFiles(file);
  await editor.locator("#upload-alt").fill("A mast, with a bird");
  await editor.locator("#upload-as").selectOption("cover");
  await press(editor, "Add");
  const said = editor.locator('[role="status"][autofocus]');
  assert.match(
    await said.innerText(),
    /was added as the cover\. Removed from the file: the location data/,
  );
  const src = (await said.locator("img").getAttribute("src"))!;
  assert.equal((await fetch(house.base + src)).status, 410, "nothing public shows it yet");
  const own = await editor.request.get(house.base + src.replace("/media/", "/desk/files/"));
  const kept = await own.body();
  const { width, height, exif } = await sharp(kept).metadata();
  assert.deepEqual([width, height, exif], [2048, 1536, undefined]);
  const added = new URL(editor.url());
  assert.deepEqual(await axeFinds(editor, house.base, [added.pathname + added.search]), []);
  await editor.goto(draft);
  assert.equal(await editor.locator("#cover_alt").inputValue(), "A mast, with a bird");
});

test("W25 a story is found by words of its title, and a page after the last one is the last one", async () => {
  const editor = await person("editor", "Amina");
  const titles = async (query: string) => {
    await editor.goto(`${house.base}/desk/stories${query}`);
    return editor.locator('main li > a[href^="/stories/"]').allInnerTexts();
  };
  assert.deepEqual(await titles("?q=CAFE+container"), [
    "Joseph Bishi and the café in a shipping container",
  ]);
  assert.deepEqual(await titles("?q=nowhere+said"), []);
  assert.match(await editor.innerText("main"), /No story title contains these words/);
  assert.deepEqual(await titles("?page=99"), await titles(""));
});

test("W10 the calendar lists a month's stories and drafts as links", async () => {
  const editor = await person("editor", "Amina");
  await begin(editor, "For a spring day");
  await fillIn(editor, { published: "2031-04-07" });
  await press(editor, "Save");
  await editor.goto(`${house.base}/desk/calendar?month=2031-04`);
  const first = editor.locator("main ol a").first();
  assert.equal(await first.innerText(), "For a spring day");
  assert.match(await editor.innerText("ol.queue"), /Mon 7|7 Mon/);
  await click(first);
  assert.match(editor.url(), /\/desk\/stories\/[0-9a-f]{12}$/);
  await unfold(editor);
  await editor.locator('[name="published"]').fill("2031-04-xx");
  await press(editor, "Save");
  const half = await editor.goto(`${house.base}/desk/calendar?month=2031-04`);
  assert.equal(half?.status(), 200, "a day that is half typed does not shut the calendar");
  assert.match(await editor.innerText('[aria-labelledby="no-day"]'), /For a spring day/);
});

/** From the page of a story to that of its French. */
async function translate(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await click(page.getByText("Translate", { exact: true }));
  await press(page, "Translate into French");
}

test("W11 a translation stands beside its original, with what changed since, and is published as one", async () => {
  const editor = await person("editor", "Amina");
  const path = await begin(editor, "A mast in two tongues");
  await fillIn(editor, { markdown: "One hill.\n\nTwo valleys." });
  await publish(editor);
  await translate(editor, path);
  assert.match(await editor.innerText("main"), /first translation/);
  assert.match(await editor.innerText('.original[role="region"]'), /^One hill\.\s+Two valleys\.$/);
  await editor.getByLabel("Title", { exact: true }).fill("Un mât");
  await editor.getByLabel("Summary").fill("Une phrase.");
  await editor.locator("#markdown").fill("Une colline.\n\nDeux vallées.");
  await editor.getByLabel("Translator").fill("Traductrice");
  await press(editor, "Save");
  assert.match(await editor.innerText("#weight"), /kB of 14 kB/);
  await publish(editor);
  const page = await (await fetch(`${house.base}/fr/stories/a-mast-in-two-tongues`)).text();
  assert.match(page, /Deux vallées/);
  await editor.goto(path);
  await unfold(editor);
  await editor.locator('[name="published"]').fill("2099-01-01");
  await editor.locator("#markdown").fill("One hill.\n\nThree valleys.");
  await publish(editor);
  await translate(editor, path);
  assert.match(await editor.locator("del").innerText(), /Two/);
  assert.match(await editor.locator("ins").innerText(), /Three/);
  assert.match(await editor.innerText(".meta"), /scheduled/, "it is read when its original is");
});

test("axe finds no violation on the pages of writing, and nothing scrolls sideways", async () => {
  const page = await person("editor", "Checker", true);
  const path = new URL(await edit(page, "mankosi")).pathname;
  const own = ["", "/phone", "/publish", "/history", "/history?a=1&b=1"];
  const paths = own.map((rest) => path + rest);
  await translate(page, house.base + path);
  await page.waitForURL((url) => url.pathname !== path);
  paths.push(new URL(page.url()).pathname);
  paths.push("/desk/stories", "/desk/calendar?month=2026-11");
  assert.deepEqual(await axeFinds(page, house.base, paths), []);
});
