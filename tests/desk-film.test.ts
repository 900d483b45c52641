/** Films, sounds and sign videos that an editor puts into a story, by keyboard alone and without script (features/editor/README.md). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { answerNobody } from "./answering.ts";
import { axeFinds } from "./axe.ts";
import { click } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { deskHouse, EACH_WAY } from "./desk-house.ts";
import { draftFields } from "./draft-file.ts";
import type { Hands } from "./hands.ts";

const ADD = "Add a film, sound or sign language video";
const SECRET = "SECRET-RECORDER";
const at = (name: string): string => join(house.folder.dir, name);

const house = deskHouse({ isNew: true }, async () => {
  const picture = "-f lavfi -i testsrc2=s=640x480:r=10:d=2".split(" ");
  const sound = "-f lavfi -i sine=d=2".split(" ");
  const tag = ["-metadata", `title=${SECRET}`];
  const h264 = "-shortest -c:v libx264 -preset ultrafast -pix_fmt yuv420p".split(" ");
  const make = (...args: readonly string[]) => execFileSync("ffmpeg", ["-v", "error", ...args]);
  make(...picture, ...sound, ...h264, ...tag, at("clip.mp4"));
  make(...picture, "-vf", "hue=s=0", ...h264, at("sign.mp4"));
  make(...sound, "-c:a", "libopus", at("seen.ogg"));
  writeFileSync(at("clip.vtt"), "WEBVTT\n\n00:00.000 --> 00:01.500\nWe climb to call.\n");
  writeFileSync(at("empty.vtt"), "WEBVTT\n\n");
  writeFileSync(at("half.mp4"), readFileSync(at("clip.mp4")).subarray(0, 5000));
  writeFileSync(at("page.mp4"), "<svg xmlns='http://www.w3.org/2000/svg'></svg>");
  writeFileSync(at("none.mp4"), "");
});

async function begin(one: Hands, title: string): Promise<string> {
  await one.page.goto(`${house.base}/desk/stories`);
  await one.fill("Title", title);
  await one.press("Start");
  await ready(one);
  return one.page.url().replace(/[?#].*/, "");
}
async function ready({ page, isKeyboard }: Hands): Promise<void> {
  if (isKeyboard) await page.locator("#live[data-ready]").waitFor({ state: "attached" });
}
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`).first().inputValue();

for (const [way, hands] of Object.entries(EACH_WAY)) {
  const script = way === "by keyboard alone";
  const slug = script ? "the-way-up-k" : "the-way-up-p";

  test(`W13 a film with captions, its description track and a sign video are put into a story and published ${way}`, async () => {
    const one = hands(await house.signedIn("editor", `Amina ${way}`, { script }));
    const { page } = one;
    const path = await begin(one, slug.replaceAll("-", " "));
    await one.fill("Summary", "One sentence about the way up.");
    await one.fill("Text", "The first sentence.");
    await one.unfold("People, places, topics");
    await one.fill("Category", "Community network");
    await one.fill("Authors 1", "The campaign desk");
    await one.press("Save");
    await one.said(/^Done\./);

    await ready(one);
    await one.unfold(ADD);
    await one.give("File", at("clip.mp4"));
    await one.choose("Type of item", "the story’s film or sound");
    await one.fill(/^\s*Title\s+The title of the film or sound/, "The way to the mast");
    await one.fill("Who made it", "Campaign desk");
    await one.give("Captions", at("clip.vtt"));
    await one.press("Add");
    await one.said(/^Done\./);
    await ready(one);
    await one.unfold(ADD);
    await one.give("File", at("seen.ogg"));
    await one.choose("Type of item", "the same film with audio description");
    await one.press("Add");
    await one.said(/^Done\./);
    await ready(one);
    await one.unfold(ADD);
    await one.give("File", at("sign.mp4"));
    await one.choose("Type of item", "the story in sign language");
    await one.fill("Sign language", "british sign language");
    await one.press("Add");
    await one.said(/^Done\./);
    const { film, sign } = draftFields(house.env["CND_DATA"]!, path);
    const mine = `media/${slug}-[0-9a-f]{8}`;
    const shape = JSON.stringify(film).replaceAll(new RegExp(mine, "g"), "mine");
    const whole = { file: "mine.mp4", captions: "mine.vtt", described: { file: "mine.ogg" } };
    assert.deepEqual(JSON.parse(shape), {
      ...whole,
      title: "The way to the mast",
      credit: "Campaign desk",
    });
    assert.match(JSON.stringify(sign), /"file":"media\/[^"]*\.mp4","language":"bfi"/);
    assert.equal(await field(page, "film.title"), "The way to the mast");
    assert.equal(await field(page, "sign.language"), "British Sign Language");

    await page.goto(`${path}/preview`);
    const [played] = /\/media\/[0-9a-f]{64}\.mp4/.exec(await page.content())!;
    const original = await page.request.get(
      `${house.base}/desk/files/${played.slice("/media/".length)}`,
    );
    assert.equal(original.headers()["content-type"], "video/mp4");
    assert.ok((await original.body()).length > 5000, "the preview plays the original");
    assert.ok(!(await original.body()).includes(SECRET), "what the recorder wrote is gone");
    await page.goto(path);
    await ready(one);
    await one.press("Save, then publish …");
    await answerNobody(page);
    await one.press("Publish");
    await one.said(/The story is published at/);

    const story = await house.person({ script: false });
    await story.goto(`${house.base}/stories/${slug}`);
    await buttoned(story);
    assert.match(await story.content(), /<track kind="captions" src="\/media\/[0-9a-f]{64}\.vtt"/);
    await story.context().close();
  });
}

const BUTTONS = [
  /^Sound only/m,
  /^Film 0:\d\d/m,
  /^Film, as filmed/m,
  /^With audio description/m,
  /^In sign language \(British Sign Language\) 0:\d\d/m,
  /^In sign language \(British Sign Language\), as filmed/m,
];

/** Lighter files come one after the other; then the lightest is the poster, each other has its button, and all their weight and time. */
async function buttoned(page: Page): Promise<void> {
  const words = async () => (await (await fetch(page.url())).text()).replaceAll(/<[^>]*>/g, "\n");
  const isSaid = (text: string) =>
    BUTTONS.every(({ source }) => new RegExp(source.slice(1)).test(text));
  for (let i = 0; i < 300 && !isSaid((await words()).replaceAll(/\n+/g, "")); i++) await sleep(200);
  await page.reload();
  const buttons = await page.locator(".poster p, .player .media .media summary").allTextContents();
  for (const name of BUTTONS) {
    const button = buttons.find((one) => name.test(one));
    assert.match(button ?? buttons.join("\n"), name);
    assert.match(button!, /[\d.]+ (kB|MB) · \d+ s/);
  }
}

test("W13 what was published is exported and imported again without change", () => {
  const [one, two] = [at("one"), at("two")];
  succeed(["export", one], house.env);
  const other = { CND_DATA: at("other") };
  succeed(["import", one], other);
  succeed(["export", two], other);
  const files = readdirSync(one, { recursive: true, withFileTypes: true }).filter((f) =>
    f.isFile(),
  );
  const names = files.map((file) => join(file.parentPath, file.name).slice(one.length));
  assert.ok(names.includes("/stories/the-way-up-p.md"));
  assert.ok(names.some((name) => /the-way-up-p-[0-9a-f]{8}\.mp4$/.test(name)));
  for (const name of names)
    assert.ok(readFileSync(one + name).equals(readFileSync(two + name)), `${name} changed`);
  assert.match(readFileSync(`${one}/stories/the-way-up-p.md`, "utf8"), /language: bfi/);
});

test("W13 what is no film, is damaged, empty or too large, or lacks what it needs is refused in words; the draft is as it was", async () => {
  const page = await house.signedIn("editor", "Refused");
  const one = EACH_WAY["without script"](page);
  const path = await begin(one, "Refused films");
  const before = await field(page, "base");
  const CASES = [
    ["page.mp4", "film", {}, /page or a drawing/],
    ["none.mp4", "film", {}, /empty/],
    ["half.mp4", "film", {}, /cannot be read|damaged/],
    ["seen.ogg", "sign", { language: "bfi" }, /this file has only sound/],
    ["sign.mp4", "sign", {}, /name of the sign language/],
    ["sign.mp4", "sign", { language: "not a tag" }, /name of the sign language/],
    ["seen.ogg", "described", {}, /film or sound to the draft first/],
    ["clip.mp4", "film", { captions: "empty.vtt" }, /times and text/],
    ["clip.mp4", "film", { captions: "clip.mp4" }, /Expected captions/],
  ] as const;
  for (const [file, as, more, why] of CASES) {
    await one.unfold(ADD); // on the page that the one before came back with
    await page.setInputFiles("#recording", at(file));
    await page.selectOption("#recording-as", as);
    await page.fill("#recording-credit", "Who made it");
    await page.fill("#recording-language", "language" in more ? more.language : "");
    if ("captions" in more) await page.setInputFiles("#recording-captions", at(more.captions));
    await click(page.locator('form[action$="/recording"] button'));
    const said = await page.innerText('[role="alert"]');
    assert.match(said, why);
    assert.match(said, /Nothing was added/);
    assert.equal(await page.inputValue("#recording-credit"), "Who made it");
    assert.equal(await page.inputValue("#recording-as"), as);
    assert.equal(await field(page, "base"), before);
    assert.equal(draftFields(house.env["CND_DATA"]!, path)["film"], undefined);
  }
  assert.equal(await huge(page, path), 422);
  assert.deepEqual(readdirSync(join(house.env["CND_DATA"]!, "work")), [], "nothing of them stays");
  assert.deepEqual(await axeFinds(page, house.base, [new URL(path).pathname]), []);
});

/** What a form of 10 GB is answered as soon as it says how large it is. */
async function huge(page: Page, path: string): Promise<number | undefined> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  const asked = request(`${path}/recording`, {
    method: "POST",
    headers: {
      "Content-Type": "multipart/form-data; boundary=x",
      "Content-Length": "10000000000",
      Cookie: cookie.join("; "),
    },
  });
  asked.on("error", () => undefined); // the line is cut after the answer
  asked.write("--x\r\n");
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  asked.destroy();
  return answer.statusCode;
}
