/** A clip is made smaller in a real browser before it leaves, and plays where it arrives (features/contributions/README.md). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { newCampaign } from "./campaigns.ts";
import { press } from "./clicks.ts";
import { goOnTo } from "./telling.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const FORM = "/take-part/story";
const SECONDS = 4;
let server: Served;
let browser: Browser;

before(async () => {
  await newCampaign(env.CND_DATA);
  server = await serve(env);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const sound = ["-f", "lavfi", "-i", `sine=440:d=${SECONDS}`];

/** As a phone makes it: 720 lines, 5 Mbit/s, two channels; with half the pictures of one, which are what takes time. */
function clip(name: string, ...picture: readonly string[]): string {
  const file = join(folder.dir, name);
  const made = ["-shortest", "-b:a", "128k", "-ac", "2", file];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...sound, ...picture, ...made]);
  return file;
}
const PICTURE = `-f lavfi -i testsrc2=s=1280x720:r=15:d=${SECONDS} -b:v 5M`.split(" ");
const H264 = [...PICTURE, ..."-c:v libx264 -preset ultrafast -pix_fmt yuv420p".split(" ")];

async function open(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => assert.fail(error));
  page.on("console", (line) => assert.doesNotMatch(line.text(), /Content Security|Trusted/));
  await page.goto(server.base + FORM);
  await page.locator("#tell[data-ready]").waitFor();
  return page;
}

interface Probed {
  readonly streams: readonly { codec_name: string; height?: number; channels?: number }[];
  readonly format: { readonly duration: string };
}
const probe = (file: string): Probed =>
  JSON.parse(
    execFileSync(
      "ffprobe",
      "-v error -of json -show_streams -show_format".split(" ").concat(file),
      {
        encoding: "utf8",
      },
    ),
  ) as Probed;
const uploads = (): string[] =>
  readdirSync(join(env.CND_DATA, "uploads")).map((name) => join(env.CND_DATA, "uploads", name));

test("T10 a film is made smaller before it leaves, by a library that comes only then, and what arrives plays", async () => {
  const film = clip("film.mp4", ...H264);
  const was = statSync(film).size;
  assert.ok(was > 2_000_000, `${was} bytes`);
  const page = await open();
  const libraries: string[] = [];
  page.on("response", (one) => {
    if (one.url().includes("/take-part/clips/")) libraries.push(one.url());
  });
  await page.setInputFiles("#voice", [clip("voice.ogg", "-c:a", "libopus")]);
  await page.locator("#pieces li").waitFor();
  assert.deepEqual(libraries, [], "a small recording is not worth it");
  await press(page, "Remove");
  await page.setInputFiles("#film", [film]);
  await page.locator("#pieces li", { hasText: "reduced from" }).waitFor({ timeout: 120_000 });
  assert.equal(libraries.length, 1);
  const line = await page.innerText("#pieces li");
  const [, from, to] = /reduced from ([\d,]+) kB to ([\d,]+) kB/
    .exec(line)!
    .map((text) => Number(text.replaceAll(",", "")));
  assert.ok(from! > 2000 && to! < 700, line);
  await goOnTo(page, "name");
  await page.selectOption("#naming", "none");
  await goOnTo(page, "agree");
  await page.click("#tell button[type=submit]:not([name])");
  await page.waitForURL(/\/o\/[A-Za-z0-9_-]{22}$/);
  const [arrived, ...others] = uploads();
  assert.deepEqual(others, []);
  const { streams, format } = probe(arrived!);
  assert.ok(statSync(arrived!).size < 0.3 * was, `${statSync(arrived!).size} of ${was} bytes`);
  assert.deepEqual(streams.map((one) => one.codec_name).toSorted(), ["opus", "vp9"]);
  assert.equal(streams.find((one) => one.height)?.height, 480);
  assert.ok(Math.abs(Number(format.duration) - SECONDS) < 0.5, format.duration);
  execFileSync("ffmpeg", ["-v", "error", "-xerror", "-i", arrived!, "-f", "null", "-"]); // every frame decodes
  console.log(JSON.stringify({ name: "clip", was, arrived: statSync(arrived!).size }));
  await page.context().close();
});

test("T10 a clip that this browser cannot read, and one whose sender does not wait, go as they are with their weight said", async () => {
  const page = await open();
  const foreign = clip("film.mkv", ...PICTURE, "-c:v", "mpeg2video");
  await page.setInputFiles("#film", [foreign]);
  await page.locator("#pieces li", { hasText: "kB, sent unchanged" }).waitFor();
  await page
    .locator("#pieces button", { hasText: "Send it unchanged" })
    .waitFor({ state: "detached" });
  assert.match(
    (await page.innerText("#pieces li")).replaceAll(",", ""),
    new RegExp(`${Math.round(statSync(foreign).size / 1000)} kB`),
  );
  const long = join(folder.dir, "long.mp4"); // so long that it is not done before the button is reached
  const again = ["-stream_loop", "15", "-i", clip("sign.mp4", ...H264), "-c", "copy", long];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...again]);
  await page.setInputFiles("#sign", [long]);
  await press(page, "Send it unchanged");
  const line = page.locator("#pieces li", { hasText: "sign language" });
  await line.getByText("sent unchanged").waitFor();
  assert.doesNotMatch(await line.innerText(), /reduced|smaller/);
  await page.context().close();
});
