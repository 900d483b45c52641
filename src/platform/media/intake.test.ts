import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { MARKS } from "./ends.ts";
import { takeFile, type What } from "./intake.ts";
import { MediaError, type MediaCode } from "./media-error.ts";
import { tellsPlace } from "./tells-place.ts";

const root = mkdtempSync(join(tmpdir(), "intake-"));
const work = join(root, "work");
after(() => rmSync(root, { recursive: true }));

const ANY: readonly What[] = ["picture", "sound", "film", "captions"];
const take = (from: string | Uint8Array, what = ANY, originals?: string) =>
  takeFile(typeof from === "string" ? from : one(from), { what, work, originals });
async function* one(bytes: Uint8Array) {
  yield bytes;
}
async function refused(from: string | Uint8Array, code: MediaCode, words: RegExp, what = ANY) {
  await assert.rejects(take(from, what), (error: MediaError) => {
    assert.equal(error.code, code, error.message);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /\/tmp|node_modules/);
    return true;
  });
  assert.deepEqual(readdirSync(work), [], "nothing is left of what was refused");
}
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: "#c2350a" } }).jpeg();
const noise = () => made("noise.png", "-i", "testsrc2=s=320x240", "-frames:v", "1");
const GPS = {
  IFD0: { Make: "Maker", Copyright: "Somebody" },
  IFD3: { GPSLatitude: "51/1 30/1 0/1" },
};

/** A file of ffmpeg's own making. */
function made(name: string, ...args: string[]): string {
  const path = join(root, name);
  execFileSync("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", ...args, path]);
  return path;
}
const film = () =>
  made(
    "film.mp4",
    ..."-i testsrc2=s=320x240:r=10:d=1 -f lavfi -i sine=d=1".split(" "),
    ..."-metadata location=+51.5-000.1/ -metadata title=Ours".split(" "),
    ..."-metadata:s:v handler_name=PhoneOfAna".split(" "),
  );

test("M7 a photo comes in upright and says nothing of its place, its camera and its maker", async () => {
  const bytes = await photo().withExif(GPS).withMetadata({ orientation: 6, exif: GPS }).toBuffer();
  await using taken = await take(bytes);
  assert.deepEqual([taken.what, taken.width, taken.height], ["picture", 40, 60]);
  assert.deepEqual(taken.removed, ["place", "camera"]);
  const { exif, xmp, icc, orientation } = await sharp(taken.path).metadata();
  assert.deepEqual([exif, xmp, icc, orientation], [undefined, undefined, undefined, undefined]);
  assert.ok(!readFileSync(taken.path).includes("Maker"));
});

test("M8 sound and film are wrapped anew without what they say of place, date and maker", async () => {
  const path = film();
  assert.ok(readFileSync(path).includes("Ours"));
  assert.equal(await tellsPlace(path, "mp4"), true);
  await using taken = await take(path);
  assert.equal(await tellsPlace(taken.path, "mp4"), false);
  assert.deepEqual([taken.what, taken.width, taken.height, taken.seconds], ["film", 320, 240, 1]);
  const clean = readFileSync(taken.path).toString("latin1");
  assert.doesNotMatch(clean, /Ours|\+51\.5|PhoneOfAna/);
  for (const name of ["voice.m4a", "voice.wav", "voice.ogg", "voice.mp3"]) {
    const voice = made(name, "-i", "sine=d=1", "-metadata", "artist=Ana of the hill");
    await using sound = await take(voice);
    assert.equal(sound.what, "sound", name);
    assert.ok(!readFileSync(sound.path).includes("Ana of the hill"), name);
  }
});

test("M9 what is no photo, sound or film is refused in words that a person understands", async () => {
  await refused(new Uint8Array(), "empty", /empty \(0 bytes\)/);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await refused(svg, "unknown-kind", /can hold a program/);
  await refused(Buffer.from("PK\x03\x04 a zip bomb"), "unknown-kind", /archive \(ZIP\)/);
  await refused(Buffer.from("\0\0\0\x14ftypheic\0\0\0\0mif1", "latin1"), "unknown-kind", /HEIC/);
  await refused(Buffer.from("MZ\x90\0"), "unknown-kind", /whatever its name says/);
  await refused(await photo().toBuffer(), "wrong-kind", /Expected sound here/, ["sound"]);
  const whole = await sharp(noise()).jpeg().toBuffer();
  const half = whole.subarray(0, whole.length / 2);
  await refused(half, "unreadable", /did not arrive whole/);
});

test("M10 a picture of too many points, a file of too many bytes and a recording of too many minutes are refused", async () => {
  await refused(bomb(40_000, 40_000), "too-large", /million points/);
  const large = sparse("large.jpg", 41_000_000);
  await refused(large, "too-large", /At most 40 MB/, ["picture"]);
  const long = made("long.mp3", "-i", "anullsrc=r=8000:cl=mono", "-t", "3700", "-b:a", "8k");
  await refused(long, "too-long", /62 minutes/);
});

test("M11 a file that is two things at once, and a recording with broken headers, are refused", async () => {
  const whole = await photo().toBuffer();
  const html = Buffer.concat([whole, Buffer.from("\n<html><script>alert(1)</script>")]);
  await refused(html, "two-kinds", /two things at once: .* a web page/);
  for (const [mark, name] of MARKS)
    for (const written of [mark, mark.toUpperCase()]) {
      const both = Buffer.concat([whole, Buffer.from(`behind it ${written} more`, "latin1")]);
      await refused(both, "two-kinds", new RegExp(name));
    }
  const directory = Buffer.alloc(22);
  directory.write("PK\x05\x06", "latin1");
  const zip = Buffer.concat([whole, Buffer.from("PK\x03\x04 inside"), directory]);
  await refused(zip, "two-kinds", /archive/);
  const png = await sharp(whole).png().toBuffer();
  await refused(Buffer.concat([png, Buffer.from("%PDF-1.7")]), "two-kinds", /PDF/);
  const camera = Buffer.concat([whole, Buffer.from("\0\0SEFHe camera's own data SEFT")]);
  await (await take(camera))[Symbol.asyncDispose]();
  const path = film();
  const bytes = readFileSync(path);
  bytes.fill(0xff, bytes.indexOf("moov") + 4, bytes.indexOf("moov") + 900);
  await refused(bytes, "unreadable", /damaged or it did not arrive whole/);
  await refused(readFileSync(path).subarray(0, 4000), "unreadable", /Please send it again/);
});

test("M12 originals are not kept, or kept where nobody else reads them when the owner wants them", async () => {
  const bytes = await photo().toBuffer();
  await (await take(bytes))[Symbol.asyncDispose]();
  assert.deepEqual(readdirSync(work), []);
  const originals = join(root, "originals");
  await (await take(bytes, ANY, originals))[Symbol.asyncDispose]();
  const [name] = readdirSync(originals);
  assert.deepEqual(readFileSync(join(originals, name!)), bytes);
  assert.equal(statSync(originals).mode & 0o77, 0);
});

function sparse(name: string, bytes: number): string {
  const path = join(root, name);
  const file = Buffer.alloc(bytes);
  file.set([0xff, 0xd8, 0xff, 0xe0]);
  writeFileSync(path, file);
  return path;
}

/** A PNG of a few bytes that says it is as large as a field. */
function bomb(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const mark = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const rows = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([
    mark,
    chunk("IHDR", head),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let i = 0; i < 8; i++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
