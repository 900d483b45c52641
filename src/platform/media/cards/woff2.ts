/**
 * Fonts come by npm as WOFF2, which the libraries that draw do not read: unpacked into the TrueType that they do.
 * W3C WOFF File Format 2.0, of 8 August 2024, sections 4 and 5. No compiler of WebAssembly is in the process for pictures.
 */
import { brotliDecompressSync } from "node:zlib";

interface Table {
  readonly tag: string;
  bytes: Buffer;
  readonly isTransformed: boolean;
}

/** The tags that a number stands for, four letters each (section 4.1). */
const KNOWN = (
  "cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMXvheavmtxBASEGDEFGPOSGSUB" +
  "EBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapf" +
  "SilfGlatGlocFeatSill"
).match(/.{4}/g)!;
const ANY_TAG = 63;
const MOST = 30_000_000; // bytes of one font, all of which come pinned by npm

/** @throws Error where it is no WOFF2 with TrueType outlines */
export function unpackWoff2(woff2: Buffer): Buffer {
  if (woff2.length < 48 || woff2.toString("latin1", 0, 4) !== "wOF2")
    throw new Error("Expected a font in the form WOFF2.");
  const at = { bytes: woff2, at: 48 };
  const listed = Array.from({ length: woff2.readUInt16BE(12) }, () => {
    const flags = byte(at);
    const known = flags & 63;
    const tag = known === ANY_TAG ? take(at, 4).toString("latin1") : KNOWN[known]!;
    // Of outlines and where they lie, 3 is "as they are"; of all others 0 is.
    const isOutlines = tag === "glyf" || tag === "loca";
    const isTransformed = flags >> 6 !== (isOutlines ? 3 : 0);
    const length = base128(at);
    return { tag, isTransformed, length: isTransformed ? base128(at) : length };
  });
  const packed = take(at, woff2.readUInt32BE(20));
  const body = { bytes: brotliDecompressSync(packed, { maxOutputLength: MOST }), at: 0 };
  const tables = listed.map(({ length, ...one }): Table => ({ ...one, bytes: take(body, length) }));
  restore(new Map(tables.map((table) => [table.tag, table])));
  return sfnt(woff2.readUInt32BE(4), tables);
}

function restore(tables: ReadonlyMap<string, Table>): void {
  const of = (tag: string): Table => {
    const found = tables.get(tag);
    if (!found) throw new Error(`Expected a font with a table ${tag}.`);
    return found;
  };
  const glyf = of("glyf");
  if (!glyf.isTransformed) return;
  const { outlines, offsets, lefts } = outlinesOf(glyf.bytes);
  glyf.bytes = outlines;
  of("loca").bytes = fourBytesEach(offsets);
  const head = Buffer.from(of("head").bytes);
  head.writeInt16BE(1, 50); // four bytes for each place of an outline
  of("head").bytes = head;
  const hmtx = of("hmtx");
  if (hmtx.isTransformed)
    hmtx.bytes = metricsOf(hmtx.bytes, of("hhea").bytes.readUInt16BE(34), lefts);
}

interface Outlines {
  readonly outlines: Buffer;
  readonly offsets: readonly number[];
  /** The left edge of each. */
  readonly lefts: readonly number[];
}

/** Section 5.1: each kind of number stands in a stream of its own. */
function outlinesOf(bytes: Buffer): Outlines {
  const options = bytes.readUInt16BE(2);
  const count = bytes.readUInt16BE(4);
  let from = 36;
  const stream = (n: number): Stream => {
    const length = bytes.readUInt32BE(8 + 4 * n);
    from += length;
    return { bytes: bytes.subarray(from - length, from), at: 0 };
  };
  const [contours, points, flags, glyphs, composites, boxes, instructions] = Array.from(
    { length: 7 },
    (_, n) => stream(n),
  ) as [Stream, Stream, Stream, Stream, Stream, Stream, Stream];
  const overlaps = (options & 1) === 1 ? bytes.subarray(from) : undefined;
  const hasBox = take(boxes, 4 * ((count + 31) >> 5));
  const parts: Buffer[] = [];
  const offsets = [0];
  const lefts: number[] = [];
  let end = 0;
  for (let i = 0; i < count; i++) {
    const n = short(contours);
    const box = isSet(hasBox, i) ? take(boxes, 8) : undefined;
    const outline =
      n === 0
        ? Buffer.alloc(0)
        : n < 0
          ? composite(composites, glyphs, instructions, box)
          : simple(n, { points, flags, glyphs, instructions, box }, isSet(overlaps, i));
    const padded = Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]);
    lefts.push(outline.length === 0 ? 0 : outline.readInt16BE(2));
    parts.push(padded);
    offsets.push((end += padded.length));
  }
  return { outlines: Buffer.concat(parts), offsets, lefts };
}

const isSet = (bits: Buffer | undefined, i: number): boolean =>
  bits !== undefined && ((bits[i >> 3]! >> (7 - (i & 7))) & 1) === 1;

function composite(
  composites: Stream,
  glyphs: Stream,
  instructions: Stream,
  box: Buffer | undefined,
): Buffer {
  if (!box) throw new Error("Expected the box of an outline that is made of others.");
  const start = composites.at;
  let hasInstructions = false;
  for (let flags = 0x20; (flags & 0x20) !== 0;) {
    flags = short(composites) & 0xffff;
    hasInstructions ||= (flags & 0x100) !== 0;
    const scale = (flags & 0x8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    take(composites, 2 + ((flags & 1) !== 0 ? 4 : 2) + scale);
  }
  const parts = [twoBytes(-1), box, composites.bytes.subarray(start, composites.at)];
  if (hasInstructions) {
    const length = short255(glyphs);
    parts.push(twoBytes(length), take(instructions, length));
  }
  return Buffer.concat(parts);
}

interface Simple {
  readonly points: Stream;
  readonly flags: Stream;
  readonly glyphs: Stream;
  readonly instructions: Stream;
  readonly box: Buffer | undefined;
}

function simple(
  contours: number,
  { points, flags, glyphs, instructions, box }: Simple,
  overlaps: boolean,
): Buffer {
  let last = -1;
  const ends = Array.from({ length: contours }, () => (last += short255(points)));
  const steps = Array.from({ length: last + 1 }, () => step(byte(flags), glyphs));
  const length = short255(glyphs);
  return Buffer.concat([
    twoBytes(contours),
    box ?? boxOf(steps),
    ...ends.map(twoBytes),
    twoBytes(length),
    take(instructions, length),
    Buffer.from(steps.map((one, i) => flagOf(one) | (overlaps && i === 0 ? 0x40 : 0))),
    ...steps.map(({ dx }) => moved(dx)),
    ...steps.map(({ dy }) => moved(dy)),
  ]);
}

interface Step {
  readonly dx: number;
  readonly dy: number;
  readonly isOn: boolean;
}

/** Section 5.2: how far to the next point, in one to four bytes. */
function step(flag: number, stream: Stream): Step {
  const isOn = flag < 128;
  const f = flag & 127;
  const b = (i: number): number => stream.bytes[stream.at + i]!;
  const signed = (bit: number, value: number): number => ((bit & 1) === 1 ? value : -value);
  const [dx, dy, length] =
    f < 10
      ? [0, signed(f, ((f & 14) << 7) + b(0)), 1]
      : f < 20
        ? [signed(f, (((f - 10) & 14) << 7) + b(0)), 0, 1]
        : f < 84
          ? [
              signed(f, 1 + ((f - 20) & 0x30) + (b(0) >> 4)),
              signed(f >> 1, 1 + (((f - 20) & 0x0c) << 2) + (b(0) & 15)),
              1,
            ]
          : f < 120
            ? [
                signed(f, 1 + (Math.floor((f - 84) / 12) << 8) + b(0)),
                signed(f >> 1, 1 + ((((f - 84) % 12) >> 2) << 8) + b(1)),
                2,
              ]
            : f < 124
              ? [signed(f, (b(0) << 4) + (b(1) >> 4)), signed(f >> 1, ((b(1) & 15) << 8) + b(2)), 3]
              : [signed(f, (b(0) << 8) + b(1)), signed(f >> 1, (b(2) << 8) + b(3)), 4];
  stream.at += length;
  return { dx, dy, isOn };
}

/** TrueType's: 1 on the line, 2 and 4 a short way, 16 and 32 forward where it is short, else none at all. */
const flagOf = ({ dx, dy, isOn }: Step): number =>
  (isOn ? 1 : 0) | wayOf(dx, 2, 16) | wayOf(dy, 4, 32);
const wayOf = (d: number, short: number, same: number): number =>
  d === 0 ? same : Math.abs(d) > 255 ? 0 : d > 0 ? short | same : short;
const moved = (d: number): Buffer =>
  d === 0 ? EMPTY : Math.abs(d) > 255 ? twoBytes(d) : Buffer.of(Math.abs(d));
const EMPTY = Buffer.alloc(0);

function boxOf(steps: readonly Step[]): Buffer {
  let [x, y] = [0, 0];
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const { dx, dy } of steps) {
    x += dx;
    y += dy;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return Buffer.concat(box.map((edge) => twoBytes(Number.isFinite(edge) ? edge : 0)));
}

/** Section 5.4: a left edge that is the outline's own is left out. */
function metricsOf(bytes: Buffer, long: number, lefts: readonly number[]): Buffer {
  const at = { bytes, at: 1 };
  const flags = bytes[0]!;
  const widths = Array.from({ length: long }, () => take(at, 2));
  const edges = (count: number, from: number, isLeftOut: boolean): Buffer[] =>
    Array.from({ length: count }, (_, i) => (isLeftOut ? twoBytes(lefts[from + i]!) : take(at, 2)));
  const own = edges(long, 0, (flags & 1) === 1);
  const rest = edges(lefts.length - long, long, (flags & 2) === 2);
  return Buffer.concat([...widths.flatMap((width, i) => [width, own[i]!]), ...rest]);
}

/** The font as one file; nobody who draws looks at its checksums. */
function sfnt(flavour: number, tables: readonly Table[]): Buffer {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  const head = Buffer.alloc(12 + 16 * sorted.length);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(sorted.length, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (sorted.length - power), 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [i, { tag, bytes }] of sorted.entries()) {
    head.write(tag, 12 + 16 * i, "latin1");
    head.writeUInt32BE(offset, 20 + 16 * i);
    head.writeUInt32BE(bytes.length, 24 + 16 * i);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    offset += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}

interface Stream {
  readonly bytes: Buffer;
  at: number;
}

function take(stream: Stream, length: number): Buffer {
  const end = stream.at + length;
  if (end > stream.bytes.length) throw new Error("Expected a whole font, and it ended early.");
  const taken = stream.bytes.subarray(stream.at, end);
  stream.at = end;
  return taken;
}
const byte = (stream: Stream): number => take(stream, 1)[0]!;
const short = (stream: Stream): number => take(stream, 2).readInt16BE(0);

/** Section 4.1: seven bits a byte, the highest first. */
function base128(stream: Stream): number {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const next = byte(stream);
    value = value * 128 + (next & 127);
    if (next < 128) return value;
  }
  throw new Error("Expected a number of at most five bytes.");
}

function short255(stream: Stream): number {
  const code = byte(stream);
  if (code === 253) return short(stream) & 0xffff;
  if (code === 254) return byte(stream) + 506;
  return code === 255 ? byte(stream) + 253 : code;
}

function twoBytes(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2);
  bytes.writeUInt16BE(value & 0xffff);
  return bytes;
}
function fourBytesEach(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(4 * values.length);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, 4 * i);
  return bytes;
}
