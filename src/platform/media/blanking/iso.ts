/**
 * Files in boxes while they come: films and sounds as MP4, QuickTime and M4A, photos as AVIF and HEIC. Places, notes and times are
 * zeros. A photo says in its box `meta` where its Exif and its notes lie; where that is before it, what lies on the disk already is named.
 * Rule M35.
 */
import { itemsIn, type Range } from "./iso-items.ts";
import { openNamedTiff } from "./tiff.ts";
import { blank, each, keep, nameAt, read, type Walk } from "./walk.ts";

const MOST_BRANDS = 512; // bytes
const MOST_META = 1_000_000; // bytes; that of a photo of a thousand tiles has 100,000
const PICTURES = /^(?:avi[fs]|hei[cxms]|hev[cxms]|mif[12]|msf1)$/;
/** Whose body is boxes again, which are walked through like those beside it. */
const HOLDS = new Set(["moov", "trak", "mdia"]);
/** They begin with when the film was made, and when it was changed. */
const DATED = new Set(["mvhd", "tkhd", "mdhd"]);
/** Where places and notes stand, or nothing that is played. */
const TELLS = new Set(["udta", "meta", "free", "skip", "wide"]);
const ID = 16; // bytes with which a box of a program's own begins

/** @param late takes what lies before its `meta` and is to be zeros, too */
export function* iso(late: (range: Range) => void): Walk {
  const first = yield read(8);
  const begin = new DataView(first.buffer).getUint32(0);
  if (nameAt(first, 4) !== "ftyp" || begin < 16 || begin > MOST_BRANDS) return;
  const brands = yield read(begin - 8);
  const isPicture = Array.from({ length: brands.length / 4 }, (_, i) => nameAt(brands, 4 * i)).some(
    (brand) => PICTURES.test(brand),
  );
  let at = begin;
  let items: readonly Range[] = [];
  let isInside = false; // of a film
  for (;;) {
    const head = yield read(8);
    const name = nameAt(head, 4);
    let size = new DataView(head.buffer).getUint32(0);
    let headed = 8;
    if (size === 1) {
      const long = yield read(8);
      size = Number(new DataView(long.buffer).getBigUint64(0));
      headed = 16;
    }
    const body = size === 0 ? Infinity : size - headed;
    if (body < 0) return; // no box
    at += headed;
    if (HOLDS.has(name)) {
      isInside = true;
      continue;
    }
    if (name === "meta" && isPicture && !isInside && body <= MOST_META) {
      items = itemsIn(yield read(body), at);
      for (const one of items) if (one.at < at + body) late(one);
    } else if (DATED.has(name) && body > 20) yield* dated(body);
    else if (name === "uuid" && body >= ID) {
      yield keep(ID);
      yield blank(body - ID);
    } else if (TELLS.has(name)) yield blank(body);
    else yield* between(at, body, items);
    at += body;
  }
}

function* dated(body: number): Walk {
  const [version] = yield read(4);
  const times = version === 1 ? 16 : 8;
  yield blank(times);
  yield keep(body - 4 - times);
}

/** What is drawn and played, but for the Exif and the notes that lie within. */
function* between(from: number, body: number, items: readonly Range[]): Walk {
  const end = from + body;
  let at = from;
  for (const one of items) {
    if (one.at < at || one.at + one.bytes > end) continue;
    yield keep(one.at - at);
    yield one.isExif ? each(one.bytes, openExifItem()) : blank(one.bytes);
    at = one.at + one.bytes;
  }
  yield keep(end - at);
}

/** Four bytes before it say where its header begins. */
function openExifItem(): (byte: number) => number {
  const tiff = openNamedTiff();
  let at = 0;
  return (byte) => (at++ < 4 ? byte : tiff(byte));
}
