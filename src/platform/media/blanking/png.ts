/** A PNG while it comes: chunks that draw it stay; texts, Exif and times are zeros with a right checksum. Rule M33. */
import { crc32 } from "node:zlib";
import { openTiff } from "./tiff.ts";
import { each, keep, nameAt, read, type Walk } from "./walk.ts";

const SIGNATURE = "\x89PNG\r\n\x1a\n";
/** Beside those without which nothing is drawn, whose names begin with a capital. */
const DRAWS = new Set(
  "tRNS gAMA cHRM sRGB iCCP cICP bKGD pHYs sBIT hIST sPLT acTL fcTL fdAT".split(" "),
);
/** What says only that notes stood here, at the beginning of a text. */
const NOTES = "XML:com.adobe.xmp\0";

export function* png(): Walk {
  const signature = yield read(SIGNATURE.length);
  if (String.fromCharCode(...signature) !== SIGNATURE) return;
  for (;;) {
    const head = yield read(8);
    const size = new DataView(head.buffer).getUint32(0);
    const name = nameAt(head, 4);
    if (/^[A-Z]/.test(name) || DRAWS.has(name)) {
      yield keep(size + 4);
      if (name === "IEND") return; // no camera writes behind it, and what hangs there is a reason to refuse it (M11)
      continue;
    }
    let sum = crc32(head.subarray(4));
    const made = name === "eXIf" ? openTiff() : openText();
    yield each(size, (byte) => {
      const kept = made(byte);
      sum = crc32(Uint8Array.of(kept), sum);
      return kept;
    });
    let n = 4;
    yield each(4, () => (sum >>> (8 * --n)) & 0xff);
  }
}

function openText(): (byte: number) => number {
  let at = 0;
  let isNotes = true;
  return (byte) => {
    if (isNotes) isNotes = byte === NOTES.charCodeAt(at++);
    return isNotes ? byte : 0;
  };
}
