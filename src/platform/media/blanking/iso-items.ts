/** Where Exif and notes lie in a photo as AVIF or HEIC: what its box `meta` says of its items (ISO/IEC 14496-12, `iinf` and `iloc`). Pure. */
import { nameAt } from "./walk.ts";

/** Bytes of the file. */
export interface Range {
  readonly at: number;
  readonly bytes: number;
  readonly isExif: boolean;
}

const MOST_ITEMS = 10_000; // of one photo; what has more is no photo
/** Exif, notes as XMP, and what only an address says what it is. */
const TELLING = new Set(["Exif", "mime", "uri "]);

interface Box {
  readonly name: string;
  /** Of its body, in the bytes that were given. */
  readonly at: number;
  readonly end: number;
}

/**
 * @param meta the body of the box @param from where in the file that begins
 * @returns in the order of the file; nothing where it cannot be read
 */
export function itemsIn(meta: Uint8Array, from: number): readonly Range[] {
  const view = new DataView(meta.buffer, meta.byteOffset, meta.byteLength);
  try {
    const boxes = boxesIn(meta, 4, meta.length);
    const kinds = kindsIn(
      meta,
      view,
      boxes.find(({ name }) => name === "iinf"),
    );
    const data = boxes.find(({ name }) => name === "idat");
    const own = data && from + data.at;
    const found = placesIn(
      view,
      boxes.find(({ name }) => name === "iloc"),
      own,
    );
    return found
      .flatMap(({ id, ...place }) => {
        const kind = kinds.get(id);
        return kind === undefined ? [] : [{ ...place, isExif: kind === "Exif" }];
      })
      .toSorted((a, b) => a.at - b.at);
  } catch (error) {
    if (error instanceof RangeError) return []; // it ends before it should, and will be refused
    throw error;
  }
}

function boxesIn(bytes: Uint8Array, from: number, to: number): Box[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Box[] = [];
  for (let at = from; at + 8 <= to && found.length < MOST_ITEMS;) {
    const size = view.getUint32(at) || to - at;
    if (size < 8 || at + size > to) break;
    found.push({ name: nameAt(bytes, at + 4), at: at + 8, end: at + size });
    at += size;
  }
  return found;
}

/** The items that tell something, with their kind. */
function kindsIn(bytes: Uint8Array, view: DataView, iinf: Box | undefined): Map<number, string> {
  if (!iinf) return new Map();
  const counted = view.getUint8(iinf.at) === 0 ? 2 : 4;
  const entries = boxesIn(bytes, iinf.at + 4 + counted, iinf.end);
  const all = entries
    .filter(({ name }) => name === "infe")
    .map(({ at }) => {
      const isLong = view.getUint8(at) >= 3;
      const id = isLong ? view.getUint32(at + 4) : view.getUint16(at + 4);
      return [id, nameAt(bytes, at + (isLong ? 10 : 8))] as const;
    });
  return new Map(all.filter(([, kind]) => TELLING.has(kind)));
}

/** @param own where in the file the data begins that lies within `meta` itself */
function placesIn(view: DataView, iloc: Box | undefined, own: number | undefined) {
  const found: { id: number; at: number; bytes: number }[] = [];
  if (!iloc) return found;
  let at = iloc.at;
  const number = (size: number): number => {
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + view.getUint8(at++);
    return value;
  };
  const version = number(1);
  number(3); // flags
  const sizes = number(2);
  const [offset, length, base, index] = [12, 8, 4, 0].map((shift) => (sizes >> shift) & 15);
  const items = number(version < 2 ? 2 : 4);
  for (let i = 0; i < Math.min(items, MOST_ITEMS); i++) {
    const id = number(version < 2 ? 2 : 4);
    const method = version > 0 ? number(2) & 15 : 0;
    number(2); // in this file
    const from = number(base!);
    const extents = number(2);
    for (let n = 0; n < extents && found.length < MOST_ITEMS; n++) {
      if (version > 0) number(index!);
      const [place, bytes] = [from + number(offset!), number(length!)];
      if (method === 0) found.push({ id, at: place, bytes });
      else if (method === 1 && own !== undefined) found.push({ id, at: own + place, bytes });
    }
  }
  return found;
}
