/** What a camera wrote is gone from a JPEG before its first byte is kept (README.md, M32). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import * as fc from "fast-check";
import sharp from "sharp";
import { noisyPhoto } from "../../../tests/noisy-photo.ts";
import { temporary } from "../../../tools/program.ts";
import { openFiles, uploadPath } from "../../features/contributions/upload-files.ts";
import { openBlanking } from "./blanking.ts";
import { hasPlace } from "./pictures/exif.ts";

const SECRET = ["SECRET-WORDS", "SECRET-MAKER", "SECRET-XMP", "SECRET-COMMENT", "SECRET-BEHIND"];

/** A JPEG as a phone writes it: turned, with a place, a maker, a comment, and something behind its end. */
async function photo(): Promise<Buffer> {
  const exif = {
    IFD0: { Copyright: "SECRET-WORDS", Make: "SECRET-MAKER" },
    IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" },
  };
  const made = await sharp(await noisyPhoto(120))
    .resize(120, 80)
    .withIccProfile("p3")
    .withExif(exif)
    .withMetadata({ orientation: 6, exif })
    .jpeg({ progressive: true })
    .toBuffer();
  const segment = (marker: number, text: string) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(text.length + 2, 2);
    return Buffer.concat([head, Buffer.from(text, "latin1")]);
  };
  return Buffer.concat([
    made.subarray(0, 2),
    segment(0xfe, "SECRET-COMMENT"),
    segment(0xe1, "http://ns.adobe.com/xap/1.0/\0<x>GPSLatitude SECRET-XMP</x>"),
    made.subarray(2),
    Buffer.from("\xff\xd8\xff\xe1SECRET-BEHIND", "latin1"),
  ]);
}
const through = (bytes: Uint8Array, cuts: readonly number[] = []): Buffer => {
  const blanking = openBlanking();
  const at = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
  const parts = at.slice(1).map((end, i) => blanking.next(bytes.subarray(at[i], end)));
  assert.equal(blanking.at, bytes.length);
  return Buffer.concat(parts);
};
const tells = (bytes: Buffer) => SECRET.filter((word) => bytes.includes(word));

test("M32 place, maker, comment, notes and what hangs behind are zeros; the picture, its turn and its colours are as they were", async () => {
  const bytes = await photo();
  assert.deepEqual(tells(bytes), SECRET);
  const blanked = through(bytes);
  assert.equal(blanked.length, bytes.length);
  assert.deepEqual(tells(blanked), []);
  const [was, is] = [await sharp(bytes).metadata(), await sharp(blanked).metadata()];
  assert.equal(is.orientation, 6);
  assert.equal(is.isProgressive, true);
  assert.ok(is.icc && was.icc && is.icc.equals(was.icc));
  assert.ok(is.exif && hasPlace(is.exif), "the sender is told that there was a place");
  assert.ok(is.xmp, "and that there were notes");
  assert.ok(
    !is.exif.includes(Buffer.from([0, 0, 0, 51, 0, 0, 0, 1])),
    "the degrees themselves are gone",
  );
  const pixels = (of: Buffer) => sharp(of).autoOrient().raw().toBuffer();
  assert.ok((await pixels(bytes)).equals(await pixels(blanked)));
});

test("M32 law: wherever the bytes are cut it is the same, and of whatever comes as many bytes are kept", async () => {
  const bytes = await photo();
  const whole = through(bytes);
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 8 }), (cuts) =>
      assert.ok(through(bytes, cuts).equals(whole)),
    ),
  );
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.boolean(), (some, isPhoto) => {
      const one = isPhoto
        ? Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), some])
        : Buffer.from(some);
      const out = through(one);
      assert.equal(out.length, one.length);
      if (!isPhoto && one[0] !== 0xff) assert.ok(out.equals(one), "what is no JPEG stays as it is");
    }),
  );
});

test("M32 T6 bug: while an upload came, its place lay on the disk; now no byte of it does, whole or in pieces, also after a restart", async () => {
  const bytes = await photo();
  using folder = temporary();
  async function* parts(of: Buffer, size = 97) {
    for (let i = 0; i < of.length; i += size) yield of.subarray(i, i + size);
  }
  const files = openFiles(folder.dir, undefined);
  assert.equal(await files.receive("whole", { bytes: parts(bytes), by: "n" }), bytes.length);
  assert.deepEqual(tells(readFileSync(`${uploadPath(folder.dir, "whole")}.coming`)), []);
  await files.announce("cut");
  const upload = { id: "cut", size: bytes.length } as never;
  const { signal } = new AbortController();
  const [first, second] = [200, 700];
  await files.append(upload, { bytes: parts(bytes.subarray(0, first)), by: "n" }, signal);
  await files.append(upload, { bytes: parts(bytes.subarray(first, second)), by: "n" }, signal);
  const restarted = openFiles(folder.dir, undefined);
  const rest = { bytes: parts(bytes.subarray(second)), by: "n" };
  assert.equal(await restarted.append(upload, rest, signal), bytes.length);
  const kept = readFileSync(restarted.arriving("cut"));
  assert.deepEqual(tells(kept), []);
  assert.ok(kept.equals(through(bytes)));
});
