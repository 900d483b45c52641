import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import sharp from "sharp";
import { mediaKind } from "./kind.ts";
import { MediaError } from "./media-error.ts";
import { openMedia } from "./media.ts";

const root = mkdtempSync(join(tmpdir(), "media-"));
after(() => rmSync(root, { recursive: true }));
const inFolder = (name: string) => ({ dir: join(root, name), media: openMedia(join(root, name)) });
const plain = { create: { width: 12, height: 8, channels: 3, background: "#c2350a" } } as const;
const bytes = (text: string) => Buffer.from(text, "latin1");
const WEBVTT = Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n");

test("M1 the same bytes are kept once, from memory or from a file", async () => {
  const { dir, media } = inFolder("m1");
  const first = await media.put(WEBVTT);
  const path = join(root, "m1.vtt");
  writeFileSync(path, WEBVTT);
  assert.deepEqual(await media.put(path), first);
  assert.match(first.media, /^[0-9a-f]{64}\.vtt$/);
  assert.equal(first.bytes, WEBVTT.length);
  assert.deepEqual(readdirSync(dir), [first.media]);
  assert.equal(await media.has(first.media), true);
  await media.remove(first.media);
  await media.remove(first.media);
  assert.equal(await media.has(first.media), false);
});

test("M2 the kind is told from the bytes, and anything else is refused", async () => {
  const { dir, media } = inFolder("m2");
  const kinds = {
    mp4: "\0\0\0\x18ftypisom\0\0\0\0isom",
    webm: "\x1aE\xdf\xa3\x9fB\x86\x81\x01\x42\x82\x84webm",
    mp3: "ID3\x04",
    ogg: "OggS",
    vtt: "\xef\xbb\xbfWEBVTT",
    csv: "\xef\xbb\xbfiso3,\xc3\xa9t\xc3\xa9\r\nZAF,1\r\n",
  };
  for (const [kind, text] of Object.entries(kinds)) assert.equal(mediaKind(bytes(text)), kind);
  assert.equal(mediaKind(bytes("\xff\xfb\x90")), "mp3");
  for (const kind of ["png", "jpeg", "webp", "avif"] as const) {
    const { media: name } = await media.put(await sharp(plain).toFormat(kind).toBuffer());
    assert.equal(name.slice(65), kind === "jpeg" ? "jpg" : kind);
  }
  const before = readdirSync(dir).length;
  const refused = [
    "",
    "<svg onload=alert(1)>",
    "<html>",
    "MZ",
    "<b>a</b>,b\n",
    "caf\xe9,b\n1,2\n",
    "a,b\n\0",
    "WEBVTTX",
    "\x89PNG\r\n\x1a\n",
    "\0\0\0\x14ftypheic\0\0\0\0mif1",
  ];
  for (const text of refused) await assert.rejects(media.put(bytes(text)), MediaError, text);
  symlinkSync("/etc/hostname", join(root, "link.png"));
  await assert.rejects(media.put(join(root, "link.png")));
  assert.equal(readdirSync(dir).length, before);
});

test("M3 a picture's size is told as it is shown", async () => {
  const { media } = inFolder("m3");
  const upright = await media.put(await sharp(plain).avif().toBuffer());
  assert.deepEqual([upright.width, upright.height], [12, 8]);
  const turned = await media.put(
    await sharp(plain).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  );
  assert.deepEqual([turned.width, turned.height], [8, 12]);
});

test("M4 another name reaches no file", async () => {
  const { media } = inFolder("m4");
  for (const name of [
    "../../etc/passwd",
    "a.png",
    `${"a".repeat(64)}.svg`,
    `${"A".repeat(64)}.png`,
  ])
    assert.throws(() => media.path(name), { code: "bad-name" });
});

test("M5 the sweep removes what is old and unnamed", async () => {
  const { dir, media } = inFolder("m5");
  const named = await media.put(WEBVTT);
  const old = await media.put(Buffer.from("WEBVTT old"));
  const young = await media.put(Buffer.from("WEBVTT young"));
  writeFileSync(join(dir, ".new-left"), "half");
  writeFileSync(join(dir, "README"), "not ours");
  for (const name of [named.media, old.media, ".new-left", "README"])
    utimesSync(join(dir, name), 0, 0);
  utimesSync(media.path(young.media), new Date(), new Date()); // a clock that is moved does not move the file system's
  assert.equal(await media.sweep((name) => name === named.media, 60_000), 2);
  assert.deepEqual(new Set(readdirSync(dir)), new Set([named.media, young.media, "README"]));
});

test("M6 a file whose bytes changed no longer holds", async () => {
  const { media } = inFolder("m6");
  const { media: name } = await media.put(WEBVTT);
  assert.equal(await media.holds(name), true);
  writeFileSync(media.path(name), "WEBVTT other");
  assert.equal(await media.holds(name), false);
  await media.remove(name);
  assert.equal(await media.holds(name), false);
});
