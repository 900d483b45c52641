/** What a zip says that it holds, and each file of it, unpacked to as much as it said and no more. */
import { crc32, inflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly path: string;
  /** Bytes as they are packed, and as they say they unpack to. */
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  /** 0 as it is, 8 deflated. */
  readonly method: number;
  /** Where its own head stands. */
  readonly at: number;
}

const END = 0x06054b50;
const LARGE_END = 0x06064b50;
const ENTRY = 0x02014b50;
const FULL = 0xffffffff;

/** As the list at its end says; read as it is asked for. @throws Error where it is no zip */
export function* entriesOf(zip: Buffer): Generator<ZipEntry> {
  let { at, count } = listOf(zip);
  for (; count > 0; count--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error("its list is broken");
    const flags = zip.readUInt16LE(at + 8);
    const [name, extra, comment] = [28, 30, 32].map((by) => zip.readUInt16LE(at + by));
    const end = at + 46 + name!;
    const [packed, size, own] = large(zip, end, extra!, [
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt32LE(at + 42),
    ]);
    yield {
      path: zip.toString(flags & 0x800 ? "utf8" : "latin1", at + 46, end),
      packed,
      size,
      crc: zip.readUInt32LE(at + 16),
      method: zip.readUInt16LE(at + 10),
      at: own,
    };
    at = end + extra! + comment!;
  }
}

/** What it holds. @throws Error where it is broken, or is more than it said */
export function contentOf(zip: Buffer, { path, packed, size, crc, method, at }: ZipEntry): Buffer {
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  if (start + packed > zip.length) throw new Error(`${path} ends before it is whole`);
  const bytes = zip.subarray(start, start + packed);
  if (method !== 0 && method !== 8) throw new Error(`${path} is packed in an unknown way`);
  const content = method === 0 ? bytes : inflated(bytes, size);
  if (content?.length !== size || crc32(content) !== crc)
    throw new Error(`${path} holds something else than it says`);
  return content;
}

/** Ends at the first byte more than it said: some kilobytes may unpack to gigabytes. */
function inflated(bytes: Buffer, size: number): Buffer | undefined {
  try {
    return inflateRawSync(bytes, { maxOutputLength: size + 1 });
  } catch {
    return undefined;
  }
}

function listOf(zip: Buffer): { readonly at: number; readonly count: number } {
  for (let end = zip.length - 22; end >= Math.max(0, zip.length - 65_557); end--) {
    if (zip.readUInt32LE(end) !== END) continue;
    const [count, at] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
    if (count !== 0xffff && at !== FULL) return { at, count };
    const before = Number(zip.readBigUInt64LE(end - 12));
    if (zip.readUInt32LE(before) !== LARGE_END) return { at, count };
    return {
      at: Number(zip.readBigUInt64LE(before + 48)),
      count: Number(zip.readBigUInt64LE(before + 32)),
    };
  }
  throw new Error("it has no list of its files");
}

/** Numbers that do not fit stand in a part of their own, in this order: size, packed, where. */
function large(
  zip: Buffer,
  from: number,
  length: number,
  [packed, size, at]: readonly [number, number, number],
): readonly [packed: number, size: number, at: number] {
  if (packed !== FULL && size !== FULL && at !== FULL) return [packed, size, at];
  let part = from;
  while (part + 4 <= from + length && zip.readUInt16LE(part) !== 1)
    part += 4 + zip.readUInt16LE(part + 2);
  part += 4;
  const next = (said: number) => {
    if (said !== FULL) return said;
    part += 8;
    return Number(zip.readBigUInt64LE(part - 8));
  };
  const whole = next(size);
  return [next(packed), whole, next(at)];
}
