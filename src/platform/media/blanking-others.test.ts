/** What cameras and programs wrote is gone before its first byte is kept, from PNG, WebP, AVIF, MP4 and QuickTime, too (README.md, M33 to M35). */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { crc32, deflateSync } from "node:zlib";
import * as fc from "fast-check";
import sharp from "sharp";
import { noisyPhoto } from "../../../tests/noisy-photo.ts";
import { temporary } from "../../../tools/program.ts";
import { openFiles } from "../../features/contributions/upload-files.ts";
import { openBlanking } from "./blanking.ts";
import { blankLate } from "./blanking/late.ts";
import { takeFile } from "./intake.ts";
import { hasPlace } from "./pictures/exif.ts";

const SECRET = "SECRET-PLACE";
const exif = {
  IFD0: { Copyright: SECRET, Make: SECRET },
  IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" },
};
const DEGREES = Buffer.from([0, 0, 0, 51, 0, 0, 0, 1]);
const BACKWARDS = Buffer.from([51, 0, 0, 0, 1, 0, 0, 0]);
/** 51.5 degrees, as MP4 writes them. */
const FIXED = Buffer.from([0, 51, 0x80, 0]);
const tells = (bytes: Buffer): boolean =>
  [SECRET, DEGREES, BACKWARDS].some((one) => bytes.includes(one));

const small = async () => sharp(await noisyPhoto(60)).resize(120, 80);
const turned = async () => (await small()).withExif(exif).withMetadata({ orientation: 6, exif });

const chunk = (name: string, body: Buffer | string): Buffer => {
  const named = Buffer.concat([Buffer.from(name, "latin1"), Buffer.from(body as string, "latin1")]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(named.length - 4, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
};
async function pngPhoto(): Promise<Buffer> {
  const made = await (await turned()).png().toBuffer();
  const head = 8 + 25; // its signature, and its size
  return Buffer.concat([
    made.subarray(0, head),
    chunk("tEXt", `Comment\0${SECRET}`),
    chunk("zTXt", Buffer.concat([Buffer.from("Where\0\0"), deflateSync(SECRET)])),
    chunk("iTXt", `XML:com.adobe.xmp\0\0\0\0\0<x>GPSLatitude ${SECRET}</x>`),
    chunk("prVt", SECRET),
    made.subarray(head),
  ]);
}
async function webpPhoto(): Promise<Buffer> {
  const made = await (await turned()).webp().toBuffer();
  const notes = Buffer.from(`XMP \0\0\0\0<x>GPSLatitude ${SECRET}</x>`);
  notes.writeUInt32LE(notes.length - 8, 4);
  const padded = notes.length % 2 === 1 ? Buffer.concat([notes, Buffer.alloc(1)]) : notes;
  const whole = Buffer.concat([made, padded]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
const avifPhoto = async (): Promise<Buffer> => (await turned()).avif({ quality: 50 }).toBuffer();

/** As a phone writes it: with where and by what it was taken. */
function film(dir: string, name: string, more: readonly string[]): Buffer {
  const out = join(dir, name);
  const what = "testsrc=size=64x48:rate=5:duration=1";
  const said = ["location=+51.5-000.1/", `comment=${SECRET}`, `title=${SECRET}`];
  const written = said.flatMap((one) => ["-metadata", one]);
  const made = "creation_time=2026-03-04T05:06:07Z";
  const all = ["-f", "lavfi", "-i", what, ...written, "-metadata", made, ...more, out];
  execFileSync("ffmpeg", ["-v", "error", "-y", ...all]);
  return readFileSync(out);
}

/** Blanked as it comes, and what is known late as whoever writes the file does it. */
async function through(bytes: Buffer, cuts: readonly number[] = []): Promise<Buffer> {
  using folder = temporary();
  const blanking = openBlanking();
  const at = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
  const parts = at.slice(1).map((end, i) => blanking.next(bytes.subarray(at[i], end)));
  const path = join(folder.dir, "file");
  writeFileSync(path, Buffer.concat(parts));
  await blankLate(path, blanking);
  return readFileSync(path);
}

const pixels = (of: Buffer) => sharp(of).autoOrient().raw().toBuffer();

for (const [rule, sort, made] of [
  ["M33", "PNG", pngPhoto],
  ["M34", "WebP", webpPhoto],
  ["M35", "AVIF", avifPhoto],
] as const)
  test(`${rule} what was written into a ${sort} is zeros; the picture and its turn are as they were, and its sender is told`, async () => {
    const bytes = await made();
    assert.ok(tells(bytes), "there was something to blank");
    const blanked = await through(bytes);
    assert.equal(blanked.length, bytes.length);
    assert.ok(!tells(blanked));
    const is = await sharp(blanked).metadata();
    const was = await sharp(bytes).metadata();
    assert.equal(is.orientation, was.orientation);
    assert.ok(is.exif && hasPlace(is.exif), "that there was a place");
    assert.ok((await pixels(bytes)).equals(await pixels(blanked)));
    // Nothing in it is broken for whoever is strict.
    await sharp(blanked, { failOn: "warning" }).raw().toBuffer();
  });

test("M35 of a film places, notes and times are zeros, wherever its index stands, as MP4, M4A and QuickTime; it plays as before", async () => {
  using folder = temporary();
  const films = [
    ["a.mp4", []],
    ["b.mp4", ["-movflags", "+faststart"]],
    ["c.mp4", ["-movflags", "use_metadata_tags"]],
    ["d.mov", []],
  ] as const;
  for (const [name, more] of films) {
    const bytes = film(folder.dir, name, more);
    const at = bytes.indexOf("mvhd");
    const hasPlaceIn = (of: Buffer) => of.includes("+51.5") || of.includes(FIXED);
    assert.ok(bytes.includes(SECRET) && hasPlaceIn(bytes) && at > 0, name);
    assert.ok(
      bytes.subarray(at + 8, at + 12).some((byte) => byte !== 0),
      "it says when",
    );
    const blanked = await through(bytes);
    assert.equal(blanked.length, bytes.length);
    assert.ok(!blanked.includes(SECRET) && !hasPlaceIn(blanked), name);
    assert.ok(
      blanked.subarray(at + 8, at + 16).every((byte) => byte === 0),
      name,
    );
    const path = join(folder.dir, `blanked-${name}`);
    writeFileSync(path, blanked);
    const frames = (of: string) =>
      execFileSync("ffmpeg", ["-v", "error", "-i", of, "-f", "framemd5", "-"], {
        encoding: "utf8",
      });
    assert.equal(frames(path), frames(join(folder.dir, name)), name);
  }
});

test("M35 what lies before the index of a photo is blanked before anybody is answered, also within the index itself", async () => {
  const box = (name: string, ...body: readonly Buffer[]): Buffer => {
    const whole = Buffer.concat([Buffer.alloc(8), ...body]);
    whole.writeUInt32BE(whole.length, 0);
    whole.write(name, 4, "latin1");
    return whole;
  };
  const numbers = (size: number, ...all: readonly number[]): Buffer => {
    const out = Buffer.alloc(size * all.length);
    for (const [i, one] of all.entries()) out.writeUIntBE(one, i * size, size);
    return out;
  };
  const ftyp = box("ftyp", Buffer.from("avif\0\0\0\0avifmif1"));
  const drawn = Buffer.from("what is drawn");
  const mdat = box("mdat", drawn, Buffer.from(SECRET), drawn);
  const infe = (id: number, kind: string) =>
    box("infe", numbers(4, 0x02000000), numbers(2, id, 0), Buffer.from(`${kind}\0`));
  const meta = box(
    "meta",
    numbers(4, 0),
    box("iinf", numbers(4, 0), numbers(2, 2), infe(1, "Exif"), infe(2, "mime")),
    box("idat", Buffer.from(`own ${SECRET}`)),
    box(
      "iloc",
      numbers(4, 0x01000000),
      numbers(2, 0x4400, 2),
      ...[
        [1, 0, ftyp.length + 8 + drawn.length],
        [2, 1, 4],
      ].map(([id, method, at]) =>
        Buffer.concat([numbers(2, id!, method!, 0, 1), numbers(4, at!, SECRET.length)]),
      ),
    ),
  );
  const bytes = Buffer.concat([ftyp, mdat, meta]);
  assert.equal(bytes.toString("latin1").split(SECRET).length, 3);
  const blanked = await through(bytes);
  assert.ok(!blanked.includes(SECRET));
  assert.equal(blanked.toString("latin1").split("what is drawn").length, 3, "the rest stands");
  using folder = temporary();
  const files = openFiles(folder.dir, undefined);
  const all = async function* () {
    for (let i = 0; i < bytes.length; i += 7) yield bytes.subarray(i, i + 7);
  };
  await files.receive("x", { bytes: all(), by: "n" });
  await files.keep("x");
  assert.ok(readFileSync(files.arriving("x")).equals(blanked));
  await files.announce("y");
  const upload = { id: "y", size: bytes.length } as never;
  await files.append(upload, { bytes: all(), by: "n" }, new AbortController().signal);
  assert.ok(readFileSync(files.arriving("y")).equals(blanked));
});

test("M33 M34 M35 law: wherever the bytes are cut it is the same, what was blanked stays so, and of whatever comes as many bytes are kept", async () => {
  using folder = temporary();
  const all = [
    await pngPhoto(),
    await webpPhoto(),
    await avifPhoto(),
    film(folder.dir, "law.mp4", []),
  ];
  for (const bytes of all) {
    const whole = await through(bytes);
    assert.ok((await through(whole)).equals(whole), "as after a restart");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 8 }), async (cuts) =>
        assert.ok((await through(bytes, cuts)).equals(whole)),
      ),
      { numRuns: 25 },
    );
  }
  const heads = all.map((bytes) => bytes.subarray(0, 48));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array(), async (head, some) => {
      const one = Buffer.concat([head.subarray(0, 8 + (some.length % 40)), some]);
      assert.equal((await through(one)).length, one.length);
    }),
  );
});

test("M32 M33 M34 M35 bug: while a photo came at the desk, what its camera wrote lay on the disk", async () => {
  for (const bytes of [
    await (await turned()).jpeg().toBuffer(),
    await pngPhoto(),
    await webpPhoto(),
    await avifPhoto(),
  ]) {
    using folder = temporary();
    let looked = 0;
    const lying = () => globSync("in-*", { cwd: folder.dir });
    async function* coming() {
      yield bytes;
      for (const name of lying()) {
        looked += 1;
        assert.ok(!tells(readFileSync(join(folder.dir, name))));
      }
    }
    await using taken = await takeFile(coming(), { what: ["picture"], work: folder.dir });
    assert.equal(looked, 1, "it lay there");
    assert.ok(taken.removed.includes("place"), "and its sender is told");
  }
});
