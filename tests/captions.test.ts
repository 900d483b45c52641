/** Captions at the desk, in a real browser: as a plain form, and with its script (features/captions/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { Role } from "../src/platform/accounts/roles.ts";
import { violations } from "./axe.ts";
import { click, press } from "./clicks.ts";
import { exported } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";

const house = deskHouse();

let came = 0;
let editor: Page | undefined;
let address: string | undefined;
/** Somebody new at the film; the editor without script is the same all along. */
async function atFilm(role: Role, script = false): Promise<Page> {
  const isUsual = role === "editor" && !script;
  const page =
    (isUsual && editor) || (await house.signedIn(role, `An ${role} ${++came}`, { script }));
  if (isUsual) editor = page;
  if (address !== undefined) await page.goto(address);
  else {
    await page.goto(`${house.base}/desk/media`);
    await click(page.getByRole("link", { name: "A line over the ridge" }));
    address = page.url();
  }
  return page;
}
const rows = (page: Page) =>
  page.$$eval("fieldset.cue", (all) =>
    all.map((one) =>
      [...one.querySelectorAll<HTMLInputElement>("input, textarea")].map((f) => f.value),
    ),
  );

test("CP1 a film is listed, plays, and its captions are rows in each language", async () => {
  const page = await atFilm("editor");
  assert.match(await page.innerText("h1"), /A line over the ridge/);
  const en = await rows(page);
  assert.equal(en.length, 8);
  assert.deepEqual(en[7], ["00:41.000", "00:44.400", "More connects us than divides us."]);
  assert.equal(await page.locator("#film").getAttribute("controls"), "");
  await click(page.getByRole("link", { name: "What is said: fr" }));
  assert.match((await rows(page))[3]![2]!, /on voit les deux vallées/);
  await click(page.getByRole("link", { name: "What the film shows: es" }));
  assert.match((await rows(page))[0]![2]!, /Montañas dibujadas/);
});

test("CP2 rows are split, joined, removed and added by plain buttons", async () => {
  const page = await atFilm("editor");
  await press(page, "Split: line 4");
  const split = await rows(page);
  assert.equal(split.length, 9);
  assert.equal([split[3]![2], split[4]![2]].join(" "), "From up here, both valleys can be seen.");
  assert.equal(split[3]![1], split[4]![0]);
  assert.ok(split[3]![1]! > "00:19" && split[3]![1]! < "00:21", String(split[3]![1]));
  await press(page, "Join with next: line 4");
  assert.deepEqual((await rows(page))[3], [
    "00:17.800",
    "00:22.600",
    "From up here, both valleys can be seen.",
  ]);
  await press(page, "Remove: line 1");
  await press(page, "Add a line");
  const last = await rows(page);
  assert.equal(last.length, 8);
  assert.deepEqual(last[7], ["00:44.400", "", ""]);
});

test("CP3 what does not fit comes back as it was typed; what fits is kept, and nobody outside sees it", async () => {
  const page = await atFilm("editor");
  await page.getByLabel("End of line 2").fill("three o’clock");
  await page.getByLabel("Text of line 3").fill("");
  await press(page, "Save");
  const said = await page.innerText('[role="alert"]');
  assert.match(said, /Line 2: enter a time such as 1:02\.5 instead of “three o’clock”/);
  assert.match(said, /Line 3: enter some text, or remove the times/);
  assert.equal((await rows(page))[1]![1], "three o’clock");
  await page.getByLabel("End of line 2").fill("0:11.2");
  await page.getByLabel("Text of line 3").fill("Radio <goes> straight & meets\nthe mountain.");
  await press(page, "Save");
  assert.match(await page.innerText('[role="status"]'), /Nobody outside the desk can see it/);
  const again = await atFilm("contributor"); // somebody else
  assert.equal((await rows(again))[2]![2], "Radio <goes> straight & meets\nthe mountain.");
  assert.doesNotMatch(await (await fetch(`${house.base}/`)).text(), /meets the mountain\.</);
});

test("CP3 a thousand lines are kept, and what is no language opens none", async () => {
  const page = await atFilm("editor");
  const at = page.url();
  const [cookie] = await page.context().cookies();
  const fields: Record<string, string> = { kind: "captions", language: "hi", rows: "1000" };
  for (let i = 1; i <= 1000; i++) {
    fields[`start${i}`] = String(i);
    fields[`end${i}`] = String(i + 1);
    fields[`text${i}`] = `पंक्ति ${i}`;
  }
  const post = (body: Record<string, string>) =>
    fetch(at, {
      method: "POST",
      headers: { cookie: `${cookie!.name}=${cookie!.value}`, "sec-fetch-site": "same-origin" },
      body: new URLSearchParams(body),
    });
  const kept = await post({ ...fields, do: "save" });
  assert.match(await kept.text(), /Nobody outside the desk can see it/);
  const again = await page.request.get(`${at}?kind=captions&language=hi`);
  const shown = await again.text();
  assert.match(shown, /name="text1000"[^>]*>\s*पंक्ति 1000</);
  assert.doesNotMatch(shown, /name="text100[1-9]"[^>]*>\s*[^\s<]/);

  const words = "No language of anybody";
  assert.equal((await post({ ...fields, language: words, do: "publish" })).status, 422);
  const asked = await page.goto(`${at}?kind=captions&language=${encodeURIComponent(words)}`);
  assert.equal(asked?.status(), 422, "the lines of another language are not shown for it");
  assert.match(await page.innerText('[role="alert"]'), /Type a language’s name/);
  assert.equal(await page.locator("fieldset.cue").count(), 0);
  const named = await page.goto(`${at}?kind=captions&language=Brazilian+Portuguese`);
  assert.equal(named?.status(), 200);
  assert.equal(await page.inputValue("input[list=languages]"), "Brazilian Portuguese");
  const gone = await page.goto(`${house.base}/desk/media/none`);
  assert.equal(gone?.status(), 404);
  assert.doesNotMatch(await page.innerText("main"), /No story uses one of our films/);
});

test("CP4 who may publish says them with the campaign; others hand them on saved", async () => {
  const helper = await atFilm("contributor");
  assert.equal(await helper.getByRole("button", { name: "Publish", exact: true }).count(), 0);
  await helper.goto(`${helper.url()}?kind=captions&language=pt`);
  await helper.getByLabel("Start of line 1").fill("0:00.2");
  await helper.getByLabel("End of line 1").fill("6");
  await helper.getByLabel("Text of line 1").fill("Os Pirenéus em redor de Andorra.");
  await press(helper, "Save");
  assert.match(await helper.innerText('[role="status"]'), /Someone who can publish/);
  const page = await atFilm("editor");
  await click(page.getByRole("link", { name: "What is said: pt" }));
  await press(page, "Publish");
  assert.match(await page.innerText('[role="status"]'), /The captions are published/);
  const front = await (await fetch(`${house.base}/`)).text();
  const [, media] = /<track kind="captions" src="([^"]+)" srclang="pt"/.exec(front) ?? [];
  const file = await (await fetch(house.base + media!)).text();
  assert.match(file, /^WEBVTT\n\n00:00\.200 --> 00:06\.000\nOs Pirenéus em redor de Andorra\.\n\n/);
  const out = exported(house.folder.dir, house.env);
  const yaml = Buffer.from(out["campaign.yaml"]!, "base64").toString();
  assert.match(
    yaml,
    /language: pt, captions: media\/[0-9a-f]{8}\.pt\.vtt|captions: media\/[0-9a-f]{8}\.pt\.vtt/,
  );
  assert.match(yaml, /the-line\.fr\.vtt/);
});

test("CP5 the script plays from a row and takes times from the player; axe finds nothing", async () => {
  const page = await atFilm("editor", true);
  await page.waitForFunction(
    () => document.querySelector<HTMLVideoElement>("#film")!.readyState >= 1,
  );
  await press(page, "Play from here: Line 4");
  await page.waitForFunction(
    () => document.querySelector<HTMLVideoElement>("#film")!.currentTime >= 17.8,
  );
  await page.evaluate(() => document.querySelector<HTMLVideoElement>("#film")!.pause());
  await page.evaluate(async () => {
    const film = document.querySelector<HTMLVideoElement>("#film")!;
    const there = new Promise((done) => film.addEventListener("seeked", done, { once: true }));
    film.currentTime = 20;
    await there;
  });
  await press(page, "End now: Line 4");
  assert.equal((await rows(page))[3]![1], "0:20.00");
  for (const [seconds, time] of [
    [59.997, "1:00.00"],
    [3723.4, "1:02:03.40"],
  ] as const) {
    await page.evaluate((now) => {
      const film = document.querySelector("#film")!;
      Object.defineProperty(film, "currentTime", { configurable: true, get: () => now });
    }, seconds);
    await press(page, "End now: Line 4");
    assert.equal((await rows(page))[3]![1], time);
  }
  await page.evaluate(() => {
    delete (document.querySelector("#film") as { currentTime?: number }).currentTime;
  });
  await page.getByLabel("End of line 4").fill("0:22.6");
  await page.getByLabel("Text of line 4").evaluate((text: HTMLTextAreaElement) => {
    text.setSelectionRange(5, 5);
  });
  await press(page, "Split: line 4");
  await page.waitForSelector("fieldset:nth-of-type(9)");
  assert.deepEqual((await rows(page)).slice(3, 5), [
    ["00:17.800", "00:20.000", "From"],
    ["00:20.000", "0:22.6", "up here, both valleys can be seen."],
  ]);
  await sleep(100);
  assert.deepEqual(await violations(page), []);
});

test("CP6 the list says which files there are, with their weight, and how far the lighter ones are", async () => {
  const page = await atFilm("editor");
  const line = page.getByRole("listitem").filter({ hasText: "A line over the ridge" });
  let said = "";
  for (let i = 0; i < 240 && !said.endsWith("."); i++) {
    await sleep(250);
    await page.goto(`${house.base}/desk/media`);
    said = (await line.innerText()).trim();
    assert.match(said, /MB\.$|MB\. Smaller files (will be made soon|are being made: \d+ %)\.$/);
    if (said.includes("Smaller")) said = "";
  }
  assert.match(said, /sound only [\d.]+\skB · 144p \d+\skB · 240p \d+\skB · 480p 1\.\d\sMB\.$/);
});
