/**
 * A zip that is sent as it is read: small parts stand ready, stored files are read when their turn comes. Its size is known
 * before its first byte, and the same parts give the same bytes.
 */
import { crc32 } from "node:zlib";
import { whenUsed } from "../process/when-used.ts";

const fflate = whenUsed((from) => from("fflate") as typeof import("fflate"));

/** A file of the store, and the sum of its bytes. */
interface StoredFile {
  readonly media: string;
  readonly size: number;
  readonly crc: number;
}
export interface ZipPart {
  /** ASCII. */
  readonly name: string;
  /** Text is packed, bytes and stored files are not: pictures and films do not grow smaller. */
  readonly content: string | Uint8Array | StoredFile;
}
export type Piece = Uint8Array | StoredFile;

export interface WholeZip {
  readonly pieces: readonly Piece[];
  readonly size: number;
  /** The same for the same bytes. */
  readonly mark: string;
}

/** The first day that a zip can hold: the same on every machine. */
const FIRST_DAY = 0x21;
const MOST = 0xffff_ffff; // bytes and more want another form of zip

/** @throws RangeError beyond 4 GB */
export function wholeZip(parts: readonly ZipPart[]): WholeZip {
  const pieces: Piece[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const add = (piece: Piece) => {
    pieces.push(piece);
    at += sizeOf(piece);
  };
  for (const { name, content } of parts) {
    const raw = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const isText = typeof content === "string";
    const body = isText ? fflate().deflateSync(raw as Uint8Array, { level: 9 }) : raw;
    const about = {
      name: new TextEncoder().encode(name),
      method: isText ? 8 : 0,
      crc: raw instanceof Uint8Array ? crc32(raw) : raw.crc,
      packed: sizeOf(body),
      size: sizeOf(raw),
      at,
    };
    directory.push(headOf(about, "directory"));
    add(headOf(about, "local"));
    add(body);
  }
  const from = at;
  for (const entry of directory) add(entry);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, at - from, true);
  end.setUint32(16, from, true);
  add(new Uint8Array(end.buffer));
  if (at > MOST) throw new RangeError(`Expected at most ${MOST} bytes in a zip, got ${at}.`);
  let mark = 0;
  for (const entry of directory) mark = crc32(entry, mark);
  return { pieces, size: at, mark: `${at.toString(36)}-${mark.toString(36)}` };
}

const sizeOf = (piece: Piece): number => (piece instanceof Uint8Array ? piece.length : piece.size);

interface About {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}
function headOf(about: About, where: "local" | "directory"): Uint8Array {
  const isLocal = where === "local";
  const bytes = new Uint8Array((isLocal ? 30 : 46) + about.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, isLocal ? 0x04034b50 : 0x02014b50, true);
  if (!isLocal) view.setUint16(4, 20, true);
  const to = isLocal ? 4 : 6;
  view.setUint16(to, 20, true); // the version that unpacks it
  view.setUint16(to + 4, about.method, true);
  view.setUint16(to + 8, FIRST_DAY, true);
  view.setUint32(to + 10, about.crc, true);
  view.setUint32(to + 14, about.packed, true);
  view.setUint32(to + 18, about.size, true);
  view.setUint16(to + 22, about.name.length, true);
  if (!isLocal) view.setUint32(42, about.at, true);
  bytes.set(about.name, isLocal ? 30 : 46);
  return bytes;
}

/**
 * Its bytes from `start` to `end`, both among them.
 * @param read the bytes of a stored file from one place to another, both among them
 */
export async function* bytesOfZip(
  { pieces }: WholeZip,
  { start, end }: { readonly start: number; readonly end: number },
  read: (media: string, start: number, end: number) => AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const piece of pieces) {
    const size = sizeOf(piece);
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, size - 1)];
    at += size;
    if (from > to) continue;
    if (piece instanceof Uint8Array) yield piece.subarray(from, to + 1);
    else yield* read(piece.media, from, to);
  }
}
