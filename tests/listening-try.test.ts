/** A recording or the microphone is judged on the device (features/listening/README.md). */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { serve, temporary, type Served } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { smallCampaign } from "./small-campaign.ts";
import { tooWide } from "./too-wide.ts";

const PAGE = "/listening/try";
const RATE = 8000;
const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
let server: Served;
let browser: Browser;
const base = (): string => server.base.replace("127.0.0.1", "localhost");

before(async () => {
  smallCampaign(folder.dir, env);
  server = await serve(env);
  writeFileSync(join(folder.dir, "hum.wav"), wav(hum(30)));
  browser = await openBrowser(
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${join(folder.dir, "hum.wav")}%noloop`,
  );
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Something with the even tones of an engine, in a little noise that is the same each time. */
function hum(seconds: number): Float32Array {
  let chance = 1;
  return Float32Array.from({ length: seconds * RATE }, (_, i) => {
    chance = (chance * 48_271) % 2_147_483_647;
    let sum = (chance / 2_147_483_647 - 0.5) * 0.05;
    for (let n = 1; n <= 20; n += 1) sum += Math.sin((2 * Math.PI * 110 * n * i) / RATE) / n / 6;
    return sum * (1 + 0.2 * Math.sin((2 * Math.PI * 9 * i) / RATE));
  });
}

function wav(samples: Float32Array, said = samples.length * 2): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + said, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(said, 40);
  const body = Buffer.alloc(samples.length * 2);
  for (const [i, one] of samples.entries()) body.writeInt16LE(Math.round(one * 32_000), i * 2);
  return Buffer.concat([head, body]);
}
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "audio/wav", buffer });

async function opened(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(base() + PAGE);
  await page.locator("#trying").waitFor();
  return page;
}
const verdict = (page: Page) => page.locator("#verdict li");
const said = (page: Page) => page.locator("#said");
const isOn = (page: Page, field: string) =>
  page.locator(field).evaluate((one) => one === document.activeElement);
const plain = (text: string | null) => (text ?? "").replaceAll(/[\u2066-\u2069]/g, "");

test("LT10 LT14 a file is judged on the device, chosen by keys: drawing, scores and when; no request is made, and what was heard is in words too", async () => {
  await using context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const page = await opened(context);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press("Tab");
    if (await isOn(page, "#file")) break;
  }
  assert.ok(await isOn(page, "#file"), "the field is reached by keys");
  await page.setInputFiles("#file", file("hum.wav", wav(hum(12)))); // its dialog is the browser's
  await verdict(page).first().waitFor();
  const text = plain(await verdict(page).first().textContent());
  assert.match(text, /score is [01]\.\d\d out of 1\./);
  assert.equal(await page.locator("#seconds li").count(), 11);
  assert.match(
    plain(await page.locator("#seconds li").first().textContent()),
    /^0:01: [01]\.\d\d$/,
  );
  assert.ok((await page.locator("#drawing path[d]").count()) > 2);
  assert.match((await page.locator("#line").getAttribute("d")) ?? "", /^M0 0\.\d+h11$/);
  const own = asked.filter((url) => !url.startsWith("blob:"));
  assert.deepEqual(
    own.map((url) => new URL(url).pathname.replace(/-[0-9a-f]{12}/, "")),
    ["/listening/ears.js"],
    "the detector alone is fetched",
  );
  assert.ok(own.every((url) => url.startsWith(base())));
});

test("LT12 what is too long, too large, too short or no sound is refused in words, and the next one is judged", async () => {
  await using context = await browser.newContext();
  const page = await opened(context);
  const refused = async (name: string, buffer: Buffer, words: RegExp): Promise<void> => {
    await page.setInputFiles("#file", file(name, buffer));
    await page.waitForFunction(
      (source) => new RegExp(source).test(document.querySelector("#said")?.textContent ?? ""),
      words.source,
    );
    assert.ok(!(await page.locator("#found").isVisible()), name);
  };
  await refused(
    "long.wav",
    wav(new Float32Array(RATE * 130)),
    /2:10.* long, and the limit is 2:00/,
  );
  await refused("large.mp3", Buffer.alloc(4_100_000, 1), /4\.1.MB.* The limit is 50 MB for WAV/);
  await refused("short.wav", wav(hum(1)), /At least 2 seconds/);
  await refused("cut.wav", wav(hum(1)).subarray(0, 30), /We could not read any sound/);
  await refused("words.ogg", Buffer.from("These are words."), /We could not read any sound/);
  await refused("empty.wav", Buffer.alloc(0), /We could not read any sound/);
  await page.setInputFiles("#file", file("cut-short.wav", wav(hum(5), 4_000_000_000)));
  await verdict(page).first().waitFor();
  assert.ok(await said(page).isHidden());
});

test("LT10 LT11 the microphone is heard until it is stopped, and is off then; its sound goes nowhere", async () => {
  await using context = await browser.newContext({ permissions: ["microphone"] });
  await context.addInitScript(() => {
    const { mediaDevices } = navigator;
    const own = mediaDevices.getUserMedia.bind(mediaDevices);
    const seen = { asked: new Array<unknown>(), tracks: new Array<MediaStreamTrack>() };
    Object.assign(globalThis, { seen });
    mediaDevices.getUserMedia = async (wants) => {
      seen.asked.push(wants);
      const stream = await own(wants);
      seen.tracks.push(...stream.getTracks());
      return stream;
    };
  });
  const page = await opened(context);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()}`));
  await page.getByRole("button", { name: "Listen for 20 seconds" }).press("Enter");
  await page.waitForFunction(() =>
    /for \D*1[0-8]\D* more/.test(document.querySelector("#said")?.textContent ?? ""),
  );
  const on = () =>
    page.evaluate(() => {
      const { seen } = globalThis as unknown as { seen: { tracks: MediaStreamTrack[] } };
      return seen.tracks.map(({ readyState }) => readyState);
    });
  assert.deepEqual(await on(), ["live"]);
  await page.keyboard.press("Enter"); // the way to stop it is where one is
  await verdict(page).first().waitFor();
  assert.deepEqual(await on(), ["ended"]);
  const asked = await page.evaluate(
    () => (globalThis as unknown as { seen: { asked: unknown[] } }).seen.asked,
  );
  assert.deepEqual(asked, [
    {
      audio: {
        channelCount: 1,
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
      },
    },
  ]);
  const own = ["GET /listening/ears.js", "GET /listening/microphone.js"];
  for (const one of sent)
    assert.ok(own.includes(one.replace(base(), "").replace(/-[0-9a-f]{12}/, "")), one);
});

test("LT13 the page says its weight; kept, it opens and judges without a link", async () => {
  await using context = await browser.newContext();
  const page = await opened(context);
  const keep = page.getByRole("button", { name: "Save this page on this device" });
  assert.match(plain(await keep.textContent()), /\d+ kB/);
  await keep.click();
  await page.getByText("Saved. This page now works offline").waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.locator("#kept-here").waitFor();
  await page.setInputFiles("#file", file("hum.wav", wav(hum(6))));
  await verdict(page).first().waitFor();
});

test("LT14 without script the page says that it needs script, and why; it fits a narrow phone, and axe finds nothing", async () => {
  await using bare = await browser.newContext({ javaScriptEnabled: false });
  const without = await bare.newPage();
  await without.goto(base() + PAGE);
  assert.match(
    await without.getByRole("main").innerText(),
    /This page needs JavaScript\. Without JavaScript/,
  );
  assert.ok(!(await without.locator("#trying").isVisible()));
  assert.ok(!(await without.locator("#keep").isVisible()));
  await using context = await browser.newContext({ bypassCSP: true });
  const page = await opened(context);
  await page.setInputFiles("#file", file("hum.wav", wav(hum(6))));
  await verdict(page).first().waitFor();
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await tooWide(page, base(), [PAGE]), []);
});
