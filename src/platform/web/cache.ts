/**
 * Rendered pages: a small index of all of them in memory, their bytes on disk, and the bytes of those that
 * are asked for in memory too, up to a limit.
 */
import { brotliDecompressSync, crc32, gzipSync } from "node:zlib";
import type { Coding } from "./headers.ts";
import { lendBuffers } from "./lend.ts";
import { openShelf, type Stored } from "./shelf.ts";
import type { Uses } from "./route.ts";

/** What is known of a rendered answer; everything but `seen` is written to disk beside its bytes. */
export interface About {
  readonly key: string;
  readonly status: number;
  readonly type: string;
  /** A name for the content, the same in every coding. */
  readonly tag: string;
  /** The hash of a page's style; empty for a file. */
  readonly style: string;
  readonly location: string;
  /** How its bytes are kept: `br`, or `identity` for what does not compress. */
  readonly coding: "br" | "identity";
  /** Where a page's weight stands in its text, or -1. */
  readonly weightAt: number;
  /** Compressed as far as it goes. */
  readonly best: boolean;
  readonly uses: Uses;
  /** Fresh on days from `day` up to, but not on, `until`; an empty `until` is never. */
  readonly day: string;
  readonly until: string;
  /** The version of what the page rests on. */
  readonly version: string;
}

export interface Entry {
  about: About;
  /** The commit at which it was last found fresh; -1 asks for a look. */
  seen: number;
  /** Ready to send; what is not held here is made from what is on disk. */
  readonly ready: { [coding in Coding]: Ready | undefined };
  /** How often it was asked for lately. */
  asked: number;
  readonly file: string;
  stored: Stored;
}

export interface Ready {
  readonly head: string[];
  readonly body: Buffer;
  /** Call it when the body has been sent: its bytes are lent. */
  readonly done?: () => void;
}

export interface PageCache {
  get(key: string): Entry | undefined;
  /** A page that an earlier run of the same build left on disk. */
  adopt(key: string): Entry | undefined;
  put(about: About, bytes: Buffer, seen: number): Entry;
  /** Other bytes for the same content. */
  replace(entry: Entry, about: About, bytes: Buffer): void;
  /** The bytes in a coding; undefined when they were lost, and the entry with them. */
  ready(entry: Entry, coding: Coding): Ready | undefined;
  /** The plain bytes of an entry. */
  plain(entry: Entry): Buffer | undefined;
  readonly pages: number;
  readonly memory: number;
  readonly disk: number;
}

export interface CacheOptions {
  readonly dir: string;
  /** Names the program that renders, so that a new one does not show what an old one made. */
  readonly build: string;
  readonly memoryBytes?: number | undefined;
  readonly diskBytes?: number | undefined;
  readonly maxPages?: number | undefined;
  /** The header of an answer with a body of `length` bytes in `coding`. */
  head(about: About, coding: Coding, length: number): string[];
}

const OVERHEAD = 1500; // bytes of a header and its objects, beside a body
const MAX_ASKED = 255;
const AGEING = 50_000; // readings from disk after which every count is halved, so that old favourites give way

export function openCache(options: CacheOptions): PageCache {
  const { memoryBytes = 64_000_000, diskBytes = 512_000_000, maxPages = 40_000 } = options;
  const shelf = openShelf(options.dir, options.build, diskBytes);
  const lender = lendBuffers();
  const pages = new Map<string, Entry>();
  const held = new Map<Entry, number>(); // bytes in memory, by entry
  let memory = 0;
  let readings = 0;

  const release = (entry: Entry): void => {
    memory -= held.get(entry) ?? 0;
    held.delete(entry);
    entry.ready.br = entry.ready.gzip = entry.ready.identity = undefined;
  };
  const drop = (entry: Entry): void => {
    release(entry);
    if (pages.get(entry.about.key) === entry) pages.delete(entry.about.key);
  };
  /** Makes room for what is asked for more often than what has been held longest. @returns whether there is room */
  const makeRoom = (entry: Entry, bytes: number, must: boolean): boolean => {
    for (const [oldest, size] of held) {
      if (memory + bytes <= memoryBytes || oldest === entry) break;
      if (!must && oldest.asked >= entry.asked) {
        held.delete(oldest);
        held.set(oldest, size); // it has stood the comparison; the next one is with another
        return false;
      }
      if (oldest.stored.offset < 0) drop(oldest);
      else release(oldest);
    }
    return true;
  };
  /** @param must hold it even if others are asked for more often, because making it again takes long */
  const hold = (entry: Entry, coding: Coding, body: Buffer, must: boolean): Ready | undefined => {
    const bytes = body.length + OVERHEAD;
    const gone = entry.stored.offset < 0; // the disk did not take it
    if (!gone && bytes > memoryBytes / 8) return undefined; // one export would push out all pages
    if (!makeRoom(entry, bytes, must || gone)) return undefined;
    held.set(entry, (held.get(entry) ?? 0) + bytes);
    memory += bytes;
    // Memory of its own: Buffer.from() cuts it from a pool of 64 kB, all of which would stay with it.
    const own = Buffer.allocUnsafeSlow(body.length);
    body.copy(own);
    return (entry.ready[coding] = {
      head: options.head(entry.about, coding, own.length),
      body: own,
    });
  };
  const bound = (): void => {
    for (const entry of pages.values()) {
      if (pages.size <= maxPages) break;
      drop(entry);
    }
  };
  const age = (): void => {
    for (const entry of pages.values()) entry.asked >>= 1;
  };
  const entryOf = (about: About, stored: Stored, seen: number): Entry => {
    const ready = { br: undefined, gzip: undefined, identity: undefined };
    const entry = { about, seen, ready, asked: 0, file: shelf.fileOf(about.key), stored };
    pages.set(about.key, entry);
    bound();
    return entry;
  };
  const store = (about: About, bytes: Buffer): Stored => {
    const [length, crc] = [bytes.length, crc32(bytes)];
    const offset = shelf.write(shelf.fileOf(about.key), { about, length, crc }, bytes);
    return { offset, length, crc };
  };
  /** The bytes as they are kept, in a lent buffer if they come from disk. */
  const kept = (entry: Entry): Ready | undefined => {
    const { about, stored } = entry;
    const ready = entry.ready[about.coding];
    if (ready) return ready;
    if (stored.offset < 0) return undefined;
    readings += 1;
    if (readings % AGEING === 0) age();
    const { buffer, done } = lender.lend(stored.length);
    const body = shelf.read(entry.file, stored, buffer);
    if (!body) return undefined;
    return { head: options.head(about, about.coding, body.length), body, ...(done && { done }) };
  };
  const plain = (entry: Entry): Buffer | undefined => {
    const ready = kept(entry);
    if (!ready) return undefined;
    const bytes =
      entry.about.coding === "br" ? brotliDecompressSync(ready.body) : Buffer.from(ready.body);
    ready.done?.();
    return bytes;
  };

  return {
    get: (key) => pages.get(key),
    adopt(key) {
      const found = shelf.about(shelf.fileOf(key));
      const { about, length, crc } = (found?.about ?? {}) as {
        about?: About;
        length: number;
        crc: number;
      };
      if (!found || about?.key !== key) return undefined;
      return entryOf(about, { offset: found.offset, length, crc }, -1);
    },
    put(about, bytes, seen) {
      const before = pages.get(about.key);
      if (before) drop(before);
      const entry = entryOf(about, store(about, bytes), seen);
      entry.asked = before?.asked ?? 0;
      hold(entry, about.coding, bytes, false);
      return entry;
    },
    replace(entry, about, bytes) {
      release(entry);
      entry.about = about;
      entry.stored = store(about, bytes);
      hold(entry, about.coding, bytes, false);
    },
    ready(entry, coding) {
      if (entry.asked < MAX_ASKED) entry.asked += 1;
      const made = entry.ready[coding];
      if (made) return made;
      if (coding === entry.about.coding) {
        const ready = kept(entry);
        if (!ready) drop(entry);
        const here = ready && hold(entry, coding, ready.body, false);
        if (here) ready.done?.();
        return here ?? ready;
      }
      const text = plain(entry);
      if (!text) {
        drop(entry);
        return undefined;
      }
      const body = coding === "gzip" ? gzipSync(text, { level: 9 }) : text;
      return (
        hold(entry, coding, body, true) ?? {
          head: options.head(entry.about, coding, body.length),
          body,
        }
      );
    },
    plain,
    get pages() {
      return pages.size;
    },
    get memory() {
      return memory;
    },
    get disk() {
      return shelf.bytes;
    },
  };
}
