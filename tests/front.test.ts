/** The front page of the first campaign, as long and as heavy as a phone and a desk meet it (features/campaign/README.md). */
import assert from "node:assert/strict";
import test from "node:test";
import { axeFinds } from "./axe.ts";
import { deskHouse } from "./desk-house.ts";
import { onTheWire } from "./wire.ts";

const LANGUAGES = ["", "fr", "es", "pt", "ar", "sw", "hi", "zh"];
const house = deskHouse();

const SIZES = [
  [360, 780, 7],
  [1280, 800, 4],
] as const;
/** How many screens long it is in each language, by width: each page is opened once. */
async function measure(): Promise<Readonly<Record<number, readonly number[]>>> {
  const found: Record<number, number[]> = { 360: [], 1280: [] };
  const page = await house.browser.newPage();
  for (const lang of LANGUAGES) {
    await page.goto(`${house.base}/${lang}`);
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      found[width]!.push(
        await page.evaluate(() => document.documentElement.scrollHeight / innerHeight),
      );
    }
  }
  await page.close();
  return found;
}
let measured: ReturnType<typeof measure> | undefined;

for (const [width, height, most] of SIZES)
  test(`C12 the front page is at most ${most} screens of ${width} × ${height}, in every language`, async () => {
    for (const [i, screens] of (await (measured ??= measure()))[width]!.entries())
      assert.ok(screens <= most, `/${LANGUAGES[i]}: ${screens.toFixed(2)}`);
  });

test("C12 it is at most 14,000 bytes over the wire, in every language", async () => {
  for (const lang of LANGUAGES) {
    const bytes = await onTheWire(house.base, `/${lang}`);
    assert.ok(bytes <= 14_000, `/${lang} is ${bytes} bytes`);
  }
});

test("C12 the first view on a phone is at most 30,000 bytes, with script and without; one picture comes by itself", async () => {
  const viewport = { width: 360, height: 780 };
  for (const javaScriptEnabled of [true, false]) {
    const context = await house.browser.newContext({ viewport, javaScriptEnabled });
    const page = await context.newPage();
    let all = await onTheWire(house.base, "/");
    page.on("response", (answer) => {
      const { pathname } = new URL(answer.url());
      if (pathname !== "/") all += Number(answer.headers()["content-length"]);
    });
    await page.goto(house.base, { waitUntil: "networkidle" });
    assert.ok(all > 12_000 && all <= 30_000, `${all} bytes`);
    assert.equal(await page.locator("main img:not([loading=lazy])").count(), 1);
    assert.ok((await page.locator("main img[loading=lazy]").count()) >= 2);
    await context.close();
  }
});

test("C3 picture, claim, purpose, number and a way on stand on the first screen of a phone, in every language", async () => {
  const page = await house.browser.newPage({ viewport: { width: 360, height: 780 } });
  for (const lang of LANGUAGES) {
    await page.goto(`${house.base}/${lang}`);
    for (const part of ["picture", "h1", ".stand", ".figure", ".acts a >> nth=0"]) {
      const box = await page.locator(`.scene ${part}`).first().boundingBox();
      assert.ok(box && box.height > 0, part);
      assert.ok(box.y + box.height <= 780, `/${lang} ${part}: ${box.y + box.height}`);
    }
  }
  await page.close();
});

test("C3 axe finds nothing on the front page, by day and by night, from both sides", async () => {
  const page = await house.browser.newPage();
  assert.deepEqual(await axeFinds(page, house.base, ["/", "/fr", "/ar"]), []);
  await page.close();
});

test("WB9 the head leads to search and to the other languages, without script; the foot is at most five lines", async () => {
  const viewport = { width: 1280, height: 900 };
  const context = await house.browser.newContext({ viewport, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${house.base}/fr`);
  assert.equal(
    await page.locator("header.masthead .nav a").last().getAttribute("href"),
    "/fr/search",
  );
  const others = page.locator("header.masthead nav[aria-label=Langues] a");
  assert.equal(await others.first().isVisible(), false);
  await page.locator("header.masthead summary").press("Enter");
  assert.deepEqual(
    await others.evaluateAll((all) =>
      all.map((one) => [one.getAttribute("lang"), one.getAttribute("href")]),
    ),
    LANGUAGES.filter((lang) => lang !== "fr").map((lang) => [lang || "en", `/${lang}`]),
  );
  assert.ok(await others.last().isVisible());
  for (const path of ["/", "/fr", "/ar/stories", "/pledges"]) {
    await page.goto(house.base + path);
    const lines = await page.locator("footer > *").count();
    assert.ok(lines >= 4 && lines <= 5, `${path}: ${lines}`);
  }
  await context.close();
});

test("S17 the film of the front page plays by one press where it stands, its still comes when it is near, and nothing else of it", async () => {
  const context = await house.browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`${house.base}/fr`, { waitUntil: "networkidle" });
  const film = page.locator(".poster video");
  await film.scrollIntoViewIfNeeded();
  const still = page.locator(".poster img");
  await page.waitForFunction(
    () => document.querySelector<HTMLImageElement>(".poster img")!.naturalWidth === 480,
  );
  const at = (await still.getAttribute("src"))!;
  const { headers } = await fetch(house.base + at);
  assert.ok(Number(headers.get("content-length")) <= 6000);
  assert.match(await page.locator(".poster p").innerText(), /0:45 · 244.ko · 10.s en 2G/);
  assert.ok(!asked.some((url) => /\.(mp4|ogg|vtt)$/.test(url)), asked.join(" "));
  await film.evaluate((one: HTMLVideoElement) => (one.muted = true)); // a browser without a sound card
  await film.press("Space");
  await page.waitForFunction(
    () => !document.querySelector<HTMLVideoElement>(".poster video")!.paused,
  );
  assert.match(await page.locator(".player").innerText(), /Ce qui est dit, à lire/);
  await context.close();
});
