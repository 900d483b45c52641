/**
 * Rendered pages: a small index of all of them in memory, their bytes on disk, and the bytes of those that
 * are asked for in memory too, up to a limit.
 */
import { brotliDecompressSync, gzipSync } from "node:zlib";
import { openMemory, type MemoryOptions } from "./cache-memory.ts";
import type { About, Basis, Entry, Ready } from "./cache-entry.ts";
import type { Coding } from "./headers.ts";
import { lendBuffers } from "./lend.ts";
import { openPageStore, type PageStore, type Stored } from "./page-store.ts";

export interface PageCache {
  get(key: string): Entry | undefined;
  /** A page that an earlier run of the same build left on disk. */
  adopt(key: string): Entry | undefined;
  put(about: About, basis: Basis, bytes: Buffer, seen: number): Entry;
  /** An answer to be sent once, under no name. */
  unkept(about: About, basis: Basis, bytes: Buffer): Entry;
  /** What an entry rests on; undefined when that was lost. */
  basis(entry: Entry): Basis | undefined;
  /** Other bytes for the same content. */
  replace(entry: Entry, about: About, bytes: Buffer): void;
  /** The bytes in a coding; undefined when they were lost, and the entry with them. */
  ready(entry: Entry, coding: Coding): Ready | undefined;
  /** The plain bytes of an entry. */
  plain(entry: Entry): Buffer | undefined;
  /** Forget every page, in memory and on disk: something of what they say was erased. */
  clear(): void;
  /** How often that was done: what was begun before must not be put in after. */
  readonly cleared: number;
  readonly pages: number;
  readonly memory: number;
  readonly disk: number;
}

export interface CacheOptions extends Pick<MemoryOptions, "head"> {
  readonly dir: string;
  /** Names the program that renders, so that a new one does not show what an old one made. */
  readonly build: string;
  readonly memoryBytes?: number | undefined;
  readonly diskBytes?: number | undefined;
  readonly maxPages?: number | undefined;
}

/** What is written of an answer beside its bytes. */
interface Kept {
  readonly about: About;
  readonly rests: Basis;
}

const MAX_ASKED = 255;
const AGEING = 50_000; // readings from disk after which every count is halved, so that old favourites give way

export function openCache(options: CacheOptions): PageCache {
  const { memoryBytes = 12_000_000, diskBytes = 512_000_000, maxPages = 40_000 } = options;
  const shelf = openPageStore(options.dir, options.build, diskBytes);
  const pages = new Map<string, Entry>();
  const { hold, release, ...memory } = openMemory({ memoryBytes, head: options.head }, drop);
  const { kept, plain } = openReading(options, shelf, age);
  let cleared = 0;

  function drop(entry: Entry): void {
    release(entry);
    if (pages.get(entry.about.key) === entry) pages.delete(entry.about.key);
  }
  function age(): void {
    for (const entry of pages.values()) entry.asked >>= 1;
  }
  const entryOf = (about: About, stored: Stored | Basis, seen: number): Entry => {
    const ready = { br: undefined, gzip: undefined, identity: undefined };
    const entry = { about, seen, ready, head: undefined, asked: 0, stored };
    pages.set(about.key, entry);
    for (const old of pages.values()) {
      if (pages.size <= maxPages) break;
      drop(old);
    }
    return entry;
  };
  const store = (about: About, rests: Basis, bytes: Buffer): Stored | Basis =>
    shelf.write(about.key, { about, rests } satisfies Kept, bytes) ?? rests;
  const basisOf = ({ stored }: Entry): Basis | undefined =>
    "uses" in stored ? stored : (shelf.about(stored) as Kept | undefined)?.rests;
  return {
    get: (key) => pages.get(key),
    adopt(key) {
      const found = shelf.left(key);
      return found && entryOf((found.about as Kept).about, found.stored, -1);
    },
    put(about, basis, bytes, seen) {
      const before = pages.get(about.key);
      if (before) drop(before);
      const entry = entryOf(about, store(about, basis, bytes), seen);
      entry.asked = before?.asked ?? 0;
      hold(entry, about.coding, bytes, false);
      return entry;
    },
    unkept: (about, stored, body) => unkept(options, about, stored, body),
    basis: basisOf,
    replace(entry, about, bytes) {
      const rests = basisOf(entry);
      if (!rests) return drop(entry);
      release(entry);
      entry.about = about;
      entry.head = undefined;
      entry.stored = store(about, rests, bytes);
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
    clear() {
      cleared += 1;
      for (const entry of pages.values()) release(entry);
      pages.clear();
      memory.clear();
      shelf.clear();
    },
    get cleared() {
      return cleared;
    },
    get pages() {
      return pages.size;
    },
    get memory() {
      return memory.bytes();
    },
    get disk() {
      return shelf.bytes;
    },
  };
}

function unkept({ head }: CacheOptions, about: About, stored: Basis, body: Buffer): Entry {
  const made = { head: head(about, about.coding, body.length), body };
  const ready = { br: undefined, gzip: undefined, identity: undefined, [about.coding]: made };
  return { about, seen: -1, ready, head: undefined, asked: 0, stored };
}

/** The bytes of an entry from disk, where memory has none. @param age called where much was read */
function openReading({ head }: CacheOptions, shelf: PageStore, age: () => void) {
  const lender = lendBuffers();
  let readings = 0;

  /** The bytes as they are kept, in a lent buffer if they come from disk. */
  const kept = (entry: Entry): Ready | undefined => {
    const { about, stored } = entry;
    const ready = entry.ready[about.coding];
    if (ready) return ready;
    if ("uses" in stored) return undefined;
    readings += 1;
    if (readings % AGEING === 0) age();
    const { buffer, done } = lender.lend(stored.length);
    const body = shelf.read(stored, buffer);
    if (!body) {
      done?.();
      return undefined;
    }
    entry.head ??= head(about, about.coding, body.length);
    return { head: entry.head, body, ...(done && { done }) };
  };
  const plain = (entry: Entry): Buffer | undefined => {
    const ready = kept(entry);
    if (!ready) return undefined;
    try {
      return entry.about.coding === "br"
        ? brotliDecompressSync(ready.body)
        : Buffer.from(ready.body);
    } catch {
      return undefined; // damaged on disk: as good as lost
    } finally {
      ready.done?.();
    }
  };
  return { kept, plain };
}
