/**
 * Rendered pages on disk, one after another in a pack: a head, what is known of the page as JSON, its bytes.
 * There are two packs at most: when the newer one is full the older one goes, and what is asked for is made anew.
 */
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const OTHER_BUILD = /^[0-9a-f]{16}$/;
const HEAD = 32; // bytes: the key's hash (16), the lengths of both parts, the checksums of both

/** Where a page's bytes stand. */
export interface Stored {
  readonly pack: number;
  readonly offset: number;
  readonly length: number;
  /** What is known of the page stands before them, this long. */
  readonly aboutLength: number;
  /** The checksums of both: what was altered on disk is as good as gone. */
  readonly crc: number;
  readonly aboutCrc: number;
}

export interface PageStore {
  /** @returns undefined where the disk would not take it */
  write(key: string, facts: unknown, bytes: Buffer): Stored | undefined;
  /** The bytes, read into `target`; undefined when they are gone or altered. */
  read(at: Stored, target: Buffer): Buffer | undefined;
  /** What is known of a page; undefined when it is gone or broken. */
  about(at: Stored): unknown;
  /** What an earlier run of the same build left of a page; undefined when a power cut tore it. */
  left(key: string): { readonly about: unknown; readonly stored: Stored } | undefined;
  /** Leave nothing of any page on disk. */
  clear(): void;
  readonly bytes: number;
}

interface Pack {
  readonly n: number;
  readonly file: string;
  readonly descriptor: number;
  size: number;
}

/**
 * @param build names the program that renders; what another one rendered is thrown away
 * @param maxBytes of both packs together
 */
export function openPageStore(dir: string, build: string, maxBytes: number): PageStore {
  const own = createHash("sha256").update(build).digest("hex").slice(0, 16);
  const root = join(dir, own);
  fs.mkdirSync(root, { recursive: true });
  for (const other of fs.readdirSync(dir))
    if (other !== own && OTHER_BUILD.test(other))
      fs.rm(join(dir, other), { recursive: true, force: true }, () => {});

  const packs: Pack[] = []; // older first
  const leftBehind = new Map<string, Stored>();
  for (const n of packsIn(root)) {
    const pack = openPack(root, n);
    packs.push(pack);
    for (const [hash, stored] of scan(pack)) leftBehind.set(hash, stored);
  }
  if (packs.length === 0) packs.push(openPack(root, 0));

  /** The pack that still has room for `bytes`. */
  const packFor = (bytes: number): Pack => {
    const newest = packs.at(-1)!;
    if (newest.size === 0 || newest.size + bytes <= maxBytes / 2) return newest;
    while (packs.length > 1) removePack(packs.shift()!);
    packs.push(openPack(root, newest.n + 1));
    return packs.at(-1)!;
  };
  const read = (
    at: Pick<Stored, "pack" | "offset" | "length" | "crc">,
    target: Buffer,
  ): Buffer | undefined => {
    const { offset, length, crc } = at;
    const pack = packs.find((p) => p.n === at.pack);
    if (!pack) return undefined;
    try {
      const bytes = target.subarray(0, length);
      const isWhole = fs.readSync(pack.descriptor, bytes, 0, length, offset) === length;
      return isWhole && crc32(bytes) === crc ? bytes : undefined;
    } catch {
      return undefined;
    }
  };

  const about = (stored: Stored): unknown => {
    const { pack, offset, aboutLength: length, aboutCrc: crc } = stored;
    const text = read({ pack, offset: offset - length, length, crc }, Buffer.alloc(length));
    return text && JSON.parse(text.toString("utf8"));
  };

  return {
    write(key, facts, bytes) {
      const known = Buffer.from(JSON.stringify(facts));
      const whole = HEAD + known.length + bytes.length;
      if (whole > maxBytes / 2) return undefined;
      const head = Buffer.alloc(HEAD);
      keyHash(key).copy(head);
      head.writeUInt32LE(known.length, 16);
      head.writeUInt32LE(bytes.length, 20);
      const [aboutCrc, crc] = [crc32(known), crc32(bytes)];
      head.writeUInt32LE(aboutCrc, 24);
      head.writeUInt32LE(crc, 28);
      try {
        const pack = packFor(whole);
        const start = pack.size;
        if (fs.writevSync(pack.descriptor, [head, known, bytes], start) < whole) return undefined;
        pack.size += whole; // what was written in part is written over
        return {
          pack: pack.n,
          offset: start + HEAD + known.length,
          length: bytes.length,
          aboutLength: known.length,
          crc,
          aboutCrc,
        };
      } catch {
        return undefined;
      }
    },
    read,
    about,
    left(key) {
      const hash = keyHash(key).toString("hex");
      const found = leftBehind.get(hash);
      if (!found) return undefined;
      leftBehind.delete(hash);
      const known = about(found);
      const bytes = known && read(found, Buffer.allocUnsafe(found.length));
      return bytes ? { about: known, stored: found } : undefined;
    },
    clear() {
      leftBehind.clear();
      const next = packs.at(-1)!.n + 1;
      packs.splice(0).forEach(removePack);
      packs.push(openPack(root, next));
    },
    get bytes() {
      return packs.reduce((sum, pack) => sum + pack.size, 0);
    },
  };
}

/** Every page that lies in this folder, whichever build made it: what is known of it, and its bytes; the same page may come twice. */
export function* pagesLeft(
  dir: string,
): Generator<{ readonly about: unknown; readonly bytes: Buffer }> {
  const packs = fs.existsSync(dir) ? fs.globSync("*/*.pack", { cwd: dir }) : [];
  for (const name of packs) {
    const all = fs.readFileSync(join(dir, name));
    for (let at = 0; at + HEAD <= all.length;) {
      const bytesAt = at + HEAD + all.readUInt32LE(at + 16);
      const end = bytesAt + all.readUInt32LE(at + 20);
      if (end > all.length) break;
      const known = all.subarray(at + HEAD, bytesAt);
      if (crc32(known) === all.readUInt32LE(at + 24))
        yield { about: JSON.parse(known.toString("utf8")), bytes: all.subarray(bytesAt, end) };
      at = end;
    }
  }
}

const keyHash = (key: string): Buffer => createHash("sha256").update(key).digest().subarray(0, 16);

const packsIn = (root: string): number[] =>
  fs
    .readdirSync(root)
    .flatMap((name) => /^(\d+)\.pack$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);

function openPack(root: string, n: number): Pack {
  const file = join(root, `${n}.pack`);
  const descriptor = fs.openSync(file, fs.constants.O_RDWR | fs.constants.O_CREAT);
  return { n, file, descriptor, size: 0 };
}

function removePack({ descriptor, file }: Pack): void {
  fs.closeSync(descriptor);
  fs.rmSync(file, { force: true });
}

/** Walks the heads of a pack; sets its size to where the whole pages end. */
function scan(pack: Pack): Map<string, Stored> {
  const found = new Map<string, Stored>();
  const end = fs.fstatSync(pack.descriptor).size;
  const head = Buffer.alloc(HEAD);
  while (fs.readSync(pack.descriptor, head, 0, HEAD, pack.size) === HEAD) {
    const [aboutLength, length] = [head.readUInt32LE(16), head.readUInt32LE(20)];
    const offset = pack.size + HEAD + aboutLength;
    if (offset + length > end) break;
    const [aboutCrc, crc] = [head.readUInt32LE(24), head.readUInt32LE(28)];
    const stored = { pack: pack.n, offset, length, crc, aboutLength, aboutCrc };
    found.set(head.toString("hex", 0, 16), stored); // the last one wins
    pack.size = offset + length;
  }
  return found;
}
