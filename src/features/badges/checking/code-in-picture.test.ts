/** What a picture may show, and what its reading takes. Rules BA28 and BA37. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import sharp, { type Sharp } from "sharp";
import { FIXED } from "../../../platform/budget/limits.ts";
import { openPlaces } from "../../../platform/media/places.ts";
import { codeOf } from "../code/code.ts";
import { badge, pictureOf } from "./badge.test.kit.ts";
import { glimpseOf } from "../../../platform/media/pictures/pictures.ts";
import { readGrey, type Grey } from "./code-in-picture.ts";

const SIDE = 1600;
const code = codeOf((await badge()).token)!;
const plain = await pictureOf(code, "png", 8);

/** The code on grey card, as large and turned as said. */
async function photo(
  size: number,
  angle: number,
  more: (picture: Sharp) => Sharp = (picture) => picture,
): Promise<Grey> {
  const background = "#c0c0c0";
  const turned = await sharp(plain).resize(size).rotate(angle, { background }).png().toBuffer();
  const paper = { width: SIDE, height: SIDE, channels: 3, background } as const;
  const laid = await sharp({ create: paper })
    .composite([{ input: turned }])
    .png()
    .toBuffer();
  const taken = await more(sharp(laid)).jpeg({ quality: 80 }).toBuffer();
  const { data, info } = await sharp(taken).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { pixels: new Uint8Array(data), width: info.width, height: info.height };
}

test("BA28 the code of a badge is read turned, small, blurred, pale, slanted, in shade and over noise", async () => {
  const kinds: readonly (readonly [string, Promise<Grey>])[] = [
    ...[0, 7, 45, 90, 135, 200].map((angle) => [`turned ${angle}`, photo(700, angle)] as const),
    ["small", photo(350, 7)],
    ["as large as it goes", photo(1100, 15)],
    ["blurred", photo(500, 15, (one) => one.blur(2))],
    ["pale", photo(700, 30, (one) => one.linear(0.2, 100))],
    ["slanted", photo(700, 0, (one) => one.affine([1, 0.1, 0, 1], { background: "#c0c0c0" }))],
  ];
  for (const [what, picture] of kinds) assert.equal(await readGrey(await picture), code, what);
});

const drawn = (draw: (x: number, y: number) => number): Grey => ({
  pixels: Uint8Array.from({ length: SIDE * SIDE }, (_, i) => draw(i % SIDE, Math.floor(i / SIDE))),
  width: SIDE,
  height: SIDE,
});
/** The mark in three corners of each code, wherever one looks. */
const marks = (module: number) => (x: number, y: number) => {
  const [a, b] = [x, y].map((at) => Math.floor((at % (9 * module)) / module) - 4);
  const ring = Math.max(Math.abs(a!), Math.abs(b!));
  return ring === 2 || ring === 4 ? 255 : 0;
};
const LINE = [0, 255, 0, 0, 0, 255, 0, 255];
const HOSTILE: Readonly<Record<string, (x: number, y: number) => number>> = {
  "marks of codes": marks(1),
  "larger marks of codes": marks(3),
  "crossed lines": (x, y) => Math.max(LINE[x % 8]!, LINE[y % 8]!),
  "a checkerboard": (x, y) => ((x + y) % 2) * 255,
  noise: (x, y) => (((x * 7919) ^ (y * 104_729) ^ (x * y * 31)) & 128 ? 255 : 0),
};

test("BA37 no picture takes more of a processor than its bound, whatever it shows, and the next one is read", async () => {
  // The bound, a look after it, and what is begun and ended for a thread: in time of this process alone, so that load is nothing.
  const honest = await photo(700, 30);
  await readGrey(honest);
  const taken = async (grey: Grey) => {
    const before = process.cpuUsage();
    await readGrey(grey);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const usual = Math.min(await taken(honest), await taken(honest));
  for (const [what, draw] of Object.entries(HOSTILE)) {
    const ms = await taken(drawn(draw));
    assert.ok(ms < 300 + 4 * usual, `${what}: ${ms} ms, of an honest one ${usual} ms`);
  }
  assert.equal(await readGrey(honest), code);
});

test("BA37 to decode a picture takes no more of a processor than its bound, or it is refused, and the next one is decoded", async () => {
  const side = SIDE;
  const folder = mkdtempSync(join(tmpdir(), "cnd-test-"));
  const [costly, cheap] = [join(folder, "costly"), join(folder, "cheap")];
  const { pixels, ...size } = drawn(HOSTILE["noise"]!);
  const grey = sharp(pixels, { raw: { ...size, channels: 1 } }).resize(3 * SIDE);
  await grey.avif({ effort: 0 }).toFile(costly);
  await sharp(plain).toFile(`${cheap}.png`);
  await assert.rejects(glimpseOf(costly, { side, most: 100 }), { code: "too-large" });
  const { width, height } = await glimpseOf(`${cheap}.png`, { side, most: 20_000 });
  assert.ok(width > 0 && width === height);
  rmSync(folder, { recursive: true });
});

test("BA38 networks take turns: one that sends many pictures waits for itself", async () => {
  const places = openPlaces(FIXED.qr, () => new Error("full"));
  const order: string[] = [];
  const work = (whose: string) =>
    places.hold(async () => void order.push(whose), undefined, { whose });
  const all = [...Array<string>(20).fill("many"), "one", "other"].map(work);
  await Promise.all(all);
  assert.equal(order.length, 22);
  assert.ok(order.indexOf("one") <= 2 && order.indexOf("other") <= 3, order.join(" "));
});
