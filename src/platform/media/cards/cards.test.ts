import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import sharp from "sharp";
import type { Card } from "./card.ts";
import { drawCard } from "./draw.ts";
import { lettersOf } from "./fonts.ts";
import { openCards } from "./kept.ts";

const dir = mkdtempSync(join(tmpdir(), "cards-"));
after(() => rmSync(dir, { recursive: true, force: true }));
const fonts = join(dir, "fonts");
// No font of the machine is found in this process.
writeFileSync(join(dir, "fonts.conf"), `<?xml version="1.0"?><fontconfig></fontconfig>`);
process.env["FONTCONFIG_FILE"] = join(dir, "fonts.conf");

const card: Card = {
  title: "A title",
  tag: "#Hashtag",
  site: "example.org",
  lang: "en",
  isRtl: false,
  colour: "#ff8a5c",
};

interface Raw {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}
async function pointsOf(png: Uint8Array): Promise<Raw> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Where the title's ink lies: it alone is nearly white and large. */
async function inkOf(title: string, more: Partial<Card> = {}) {
  const png = await drawCard({ card: { ...card, title, ...more }, fonts });
  const { data, width, height } = await pointsOf(png);
  const columns = Array.from({ length: width }, () => 0);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      if (Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < 225) continue;
      columns[x]! += 1;
    }
  const left = columns.findIndex((points) => points > 0);
  const right = columns.findLastIndex((points) => points > 0);
  const points = columns.reduce((sum, one) => sum + one, 0);
  return { columns, left, right, points, wide: right - left };
}

test("M23 Arabic is joined and begins at the right, Devanagari has its conjuncts, Chinese its characters", async () => {
  const apart = "\u200c"; // keeps letters from joining
  const joined = await inkOf("شبكة", { lang: "ar", isRtl: true });
  const single = await inkOf(Array.from("شبكة").join(apart), { lang: "ar", isRtl: true });
  assert.ok(joined.wide < single.wide * 0.9, `${joined.wide} is joined, ${single.wide} is not`);
  assert.ok(joined.right > 1100, `it begins at ${joined.right}`);
  const conjunct = await inkOf("क्षेत्र", { lang: "hi" });
  const halves = await inkOf(`क्${apart}षेत्${apart}र`, { lang: "hi" });
  assert.ok(conjunct.wide < halves.wide * 0.9, `${conjunct.wide} and ${halves.wide}`);
  const [short, long] = [
    await inkOf("网络", { lang: "zh" }),
    await inkOf("网络网络", { lang: "zh" }),
  ];
  assert.ok(long.wide > short.wide * 1.9 && short.wide > 110, `${short.wide}, ${long.wide}`);
});

test("M23 what runs from right to left does so though a name in Latin letters begins it", async () => {
  const written = (title: string) => inkOf(title, { lang: "ar", isRtl: true });
  const [name, both] = [await written("Ana"), await written("Ana شبكة")];
  const from = name.right - name.wide;
  assert.ok(both.left < from, "the rest stands before it");
  const there = both.columns.slice(from).reduce((sum, one) => sum + one, 0);
  assert.ok(
    Math.abs(there / name.points - 1) < 0.05,
    `${there} points, of the name ${name.points}`,
  );
});

test("M24 a letter that no font has leaves its text out, a sign that is none is left out alone", async () => {
  assert.equal(lettersOf("A title 齉", fonts).text, undefined);
  assert.equal(lettersOf("ไทย", fonts).text, undefined);
  assert.equal(lettersOf("A 🎉 title ❤️", fonts).text, "A title");
  assert.equal(lettersOf("🎉", fonts).text, undefined);
  assert.equal((await inkOf("A title 齉")).points, 0);
  const [plain, party] = [await inkOf("A title"), await inkOf("A 🎉 title")];
  assert.ok(plain.points > 1000);
  assert.deepEqual(party, plain);
});

test("M24 words that are no letters of ours and look like markup are drawn as they are", async () => {
  const { points } = await inkOf(`<span size="999pt">& "x" </span>`);
  assert.ok(points > 1000);
});

test("M25 a card is a PNG of its size, and light though its picture is all noise", async () => {
  const noise = join(dir, "noise.png");
  const how = { channels: 3 as const, noise: { type: "gaussian" as const, mean: 128, sigma: 90 } };
  await sharp({ create: { width: 1200, height: 630, background: "#000", ...how } })
    .png()
    .toFile(noise);
  const png = await drawCard({ card, fonts, picture: { from: noise } });
  const { format, width, height } = await sharp(png).metadata();
  assert.deepEqual([format, width, height], ["png", 1200, 630]);
  assert.ok(png.length <= 300_000, `${png.length} bytes`);
});

test("M25 words have 4.5 : 1 over a white picture", async () => {
  const of = async (background: string, title: string, line: string) => {
    const file = join(dir, `${background}.png`);
    const size = { width: 1200, height: 630, channels: 3 as const };
    await sharp({ create: { ...size, background } })
      .png()
      .toFile(file);
    return pointsOf(
      await drawCard({ card: { ...card, title, line }, fonts, picture: { from: file } }),
    );
  };
  const white = await of("white", "A title of some words", "Who, and where");
  const black = await of("black", "A title of some words", "Who, and where");
  let [rows, worst] = [0, 0];
  for (let y = 0; y < white.height; y++) {
    const row = Array.from({ length: white.width }, (_, x) => x);
    const light = row.map((x) => luminance(white.data, 3 * (y * white.width + x)));
    // Where the black picture is light too, there is a word.
    const isWord = row.some(
      (x) => x > 70 && luminance(black.data, 3 * (y * white.width + x)) > 0.5,
    );
    if (!isWord) continue;
    rows++;
    worst = Math.max(worst, light[white.width - 4]!); // nothing is written at this edge
  }
  assert.ok(rows > 40, `${rows} rows of words`);
  const softest = luminance(Buffer.from([0xc3, 0xcc, 0xc5]), 0);
  assert.ok((softest + 0.05) / (worst + 0.05) >= 4.5, `the ground is ${worst}`);
});

function luminance(rgb: Buffer, at: number): number {
  const [r, g, b] = [0, 1, 2].map((i) => {
    const share = rgb[at + i]! / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test("M26 the same card is drawn once, and the one that was not asked for the longest goes first", async () => {
  const own = join(dir, "kept");
  let looked = 0;
  const pathOf = async () => void looked++;
  const cards = openCards({ dir: own, fonts, pathOf, most: 2 });
  const of = (title: string): Card => ({ ...card, title, picture: { media: "x" } });
  const [one, same] = await Promise.all([cards.draw(of("1"), ""), cards.draw(of("1"), "")]);
  assert.equal(one, same);
  assert.equal(looked, 1);
  await cards.draw(of("2"), "");
  assert.deepEqual(Buffer.from(cards.kept(of("1"), "")!), Buffer.from(one));
  await cards.draw(of("3"), "");
  assert.equal(cards.kept(of("2"), ""), undefined);
  assert.ok(cards.kept(of("1"), "") && cards.kept(of("3"), ""));
  assert.equal(readdirSync(own).length, 2);
});

test("M27 who waits for a card while all are deleted gets it, and it is not kept", async (t) => {
  const own = join(dir, "meanwhile");
  const cards = openCards({ dir: own, fonts, pathOf: async () => undefined });
  t.after(syncBuiltinESMExports);
  for (const step of ["writeFile", "rename"] as const) {
    const real = promises[step] as (...given: unknown[]) => Promise<void>;
    const { mock } = t.mock.method(promises, step, async (...given: unknown[]) => {
      cards.clear();
      await real(...given);
    });
    syncBuiltinESMExports();
    assert.ok((await cards.draw(card, "")).length > 0, step);
    assert.deepEqual(readdirSync(own), [], step);
    mock.restore();
    syncBuiltinESMExports();
  }
});

test("M27 no card stays after something was taken back, nor past its day, nor from an earlier run", async () => {
  const own = join(dir, "taken");
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<undefined>()];
  const options = { dir: own, fonts, pathOf: () => (asked.resolve(), answer.promise) };
  const cards = openCards(options);
  const drawing = cards.draw({ ...card, picture: { media: "x" } }, "");
  await asked.promise;
  cards.clear();
  answer.resolve(undefined);
  await drawing;
  assert.deepEqual(readdirSync(own), []);
  await cards.draw(card, "2026-12-01");
  cards.expire("2026-11-30");
  assert.equal(cards.count, 1);
  cards.expire("2026-12-01");
  assert.deepEqual(readdirSync(own), []);
  await cards.draw(card, "");
  assert.equal(cards.count, 1);
  cards.clear();
  assert.deepEqual(readdirSync(own), []);
  await cards.draw(card, "");
  openCards(options);
  assert.deepEqual(readdirSync(own), []);
});
