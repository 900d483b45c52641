/** Rendered pages on disk, each in a file of its own: a line of JSON about it, then its bytes. */
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

const RESERVED = /^[0-9a-f]{16}$/; // folders that another build of the program left here

/** Where a page's bytes stand in its file; an offset of -1 says that it has none. */
export interface Stored {
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

export interface Shelf {
  /** The file that a key stands in, whether or not it is there. */
  fileOf(key: string): string;
  /** @returns the offset of the bytes in the file, or -1 where the disk would not take them */
  write(file: string, about: unknown, bytes: Buffer): number;
  /** The bytes, checked, read into `target`; undefined when they are gone or broken. */
  read(file: string, at: Stored, target: Buffer): Buffer | undefined;
  /** What was written about a page by an earlier run of the same build. */
  about(file: string): { readonly about: unknown; readonly offset: number } | undefined;
  readonly bytes: number;
}

/**
 * @param build names the program that renders; what another one rendered is thrown away
 * @param maxBytes beyond it the files that were written first go
 */
export function openShelf(dir: string, build: string, maxBytes: number): Shelf {
  const own = createHash("sha256").update(build).digest("hex").slice(0, 16);
  const root = join(dir, own);
  fs.mkdirSync(root, { recursive: true });
  for (const other of fs.readdirSync(dir))
    if (other !== own && RESERVED.test(other))
      fs.rm(join(dir, other), { recursive: true, force: true }, () => {});

  const sizes = new Map<string, number>(); // in the order written
  const folders = new Set<string>();
  let total = 0;
  for (const [file, size] of filesIn(root)) {
    sizes.set(file, size);
    total += size;
  }

  const forget = (file: string): void => {
    total -= sizes.get(file) ?? 0;
    sizes.delete(file);
  };
  return {
    fileOf(key) {
      const hash = createHash("sha256").update(key).digest("hex").slice(0, 40);
      return `${root}/${hash.slice(0, 2)}/${hash}.br`;
    },
    write(file, about, bytes) {
      const head = Buffer.from(`${JSON.stringify(about)}\n`);
      const folder = file.slice(0, file.lastIndexOf("/"));
      const fresh = `${file}.new`;
      try {
        if (!folders.has(folder)) fs.mkdirSync(folder, { recursive: true });
        folders.add(folder);
        fs.writeFileSync(fresh, Buffer.concat([head, bytes]));
        fs.renameSync(fresh, file); // a reader sees the old file or the new one; a power cut is found by the checksum
      } catch {
        fs.rmSync(fresh, { force: true });
        return -1;
      }
      forget(file);
      sizes.set(file, head.length + bytes.length);
      total += head.length + bytes.length;
      for (const [oldest] of sizes) {
        if (total <= maxBytes || oldest === file) break;
        fs.rmSync(oldest, { force: true });
        forget(oldest);
      }
      return head.length;
    },
    read(file, { offset, length, crc }, target) {
      if (!sizes.has(file)) return undefined;
      let descriptor = -1;
      try {
        descriptor = fs.openSync(file, "r");
        const bytes = target.subarray(0, length);
        const whole = fs.readSync(descriptor, bytes, 0, length, offset) === length;
        if (whole && crc32(bytes) === crc) return bytes;
        forget(file);
        return undefined;
      } catch {
        forget(file);
        return undefined;
      } finally {
        if (descriptor >= 0) fs.closeSync(descriptor);
      }
    },
    about(file) {
      if (!sizes.has(file)) return undefined;
      try {
        const bytes = fs.readFileSync(file);
        const end = bytes.indexOf(10);
        return { about: JSON.parse(bytes.toString("utf8", 0, end)) as unknown, offset: end + 1 };
      } catch {
        forget(file);
        return undefined;
      }
    },
    get bytes() {
      return total;
    },
  };
}

/** Every finished file with its size, oldest first. */
function filesIn(root: string): [string, number][] {
  const found: { file: string; size: number; at: number }[] = [];
  for (const folder of fs.readdirSync(root))
    for (const name of fs.readdirSync(join(root, folder))) {
      const file = `${root}/${folder}/${name}`;
      const { size, mtimeMs } = fs.statSync(file);
      if (name.endsWith(".br")) found.push({ file, size, at: mtimeMs });
      else fs.rmSync(file, { force: true }); // a write that was cut off
    }
  return found.toSorted((a, b) => a.at - b.at).map(({ file, size }) => [file, size]);
}
