/** A WebP while it comes: chunks that draw it stay; Exif but for its tags and its turn, notes, and whatever else are zeros. Rule M34. */
import { openNamedTiff } from "./tiff.ts";
import { blank, each, keep, nameAt, read, type Walk } from "./walk.ts";

const HEAD = 12; // bytes
const DRAWS = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);

export function* webp(): Walk {
  const head = yield read(HEAD);
  if (nameAt(head, 0) !== "RIFF" || nameAt(head, 8) !== "WEBP") return;
  const whole = 8 + new DataView(head.buffer).getUint32(4, true);
  for (let at = HEAD; at + 8 <= whole;) {
    const chunk = yield read(8);
    const name = nameAt(chunk, 0);
    const size = new DataView(chunk.buffer).getUint32(4, true);
    const padded = size + (size % 2);
    if (DRAWS.has(name)) yield keep(padded);
    else if (name === "EXIF") yield each(padded, openNamedTiff());
    else yield blank(padded);
    at += 8 + padded;
  } // what hangs behind is a reason to refuse it (M11)
}
