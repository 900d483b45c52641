/**
 * Rendered pages: a small index of all of them in memory, their bytes on disk, and the bytes of those that
 * are asked for in memory too, up to a limit.
 */
import { brotliDecompressSync, gzipSync } from "node:zlib";
import type { Card } from "../media/cards/card.ts";
import type { Coding } from "./headers.ts";
import { lendBuffers } from "./lend.ts";
import { openPageStore, type Stored } from "./page-store.ts";
import type { Uses } from "./route.ts";

/** What is known of a rendered answer; it is written to disk beside its bytes. */
export interface About {
  readonly key: string;
  readonly status: number;
  readonly type: string;
  /** A name for the content, the same in every coding. */
  readonly tag: string;
  /** The hashes of a page's styles, as its policy names them; empty for a file. */
  readonly style: string;
  /** Whether the page names a script. */
  readonly script: boolean;
  readonly location: string;
  /** No browser keeps a copy. */
  readonly unkept?: true;
  /** Of a page, the languages in which it exists, its own first. */
  readonly tongues?: string;
  /** What a page shows on other sites. */
  readonly card?: Card;
  /** How its bytes are kept: `br`, or `identity` for what does not compress. */
  readonly coding: "br" | "identity";
  /** Where a page's weight stands in its text, or -1. */
  readonly weightAt: number;
  /** Compressed as far as it goes. */
  readonly best: boolean;
  /** Fresh on days from `day` up to, but not on, `until`; an empty `until` is never. */
  readonly day: string;
  readonly until: string;
}

/** What an answer rests on; on disk only, because it is asked for once after each change. */
interface Basis {
  readonly uses: Uses;
  /** The version of what it uses. */
  readonly version: string;
}

export interface Entry {
  about: About;
  /** The commit at which it was last found fresh; -1 asks for a look. */
  seen: number;
  /** Ready to send; what is not held here is made from what is on disk. */
  readonly ready: { [coding in Coding]: Ready | undefined };
  /** The header of its bytes as they are kept, once it was made: making it takes as long as reading them. */
  head: string[] | undefined;
  /** How often it was asked for lately. */
  asked: number;
  /** Where it stands on disk; its basis where the disk did not take it. */
  stored: Stored | Basis;
}

interface Ready {
  readonly head: string[];
  readonly body: Buffer;
  /** Call it when the body has been sent: its bytes are lent. */
  readonly done?: () => void;
}

export interface PageCache {
  get(key: string): Entry | undefined;
  /** A page that an earlier run of the same build left on disk. */
  adopt(key: string): Entry | undefined;
  put(about: About, basis: Basis, bytes: Buffer, seen: number): Entry;
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

/** What is written of an answer beside its bytes. */
interface Kept {
  readonly about: About;
  readonly rests: Basis;
}

const OVERHEAD = 1500; // bytes of a header and its objects, beside a body
const MAX_ASKED = 255;
const AGEING = 50_000; // readings from disk after which every count is halved, so that old favourites give way

export function openCache(options: CacheOptions): PageCache {
  const { memoryBytes = 12_000_000, diskBytes = 512_000_000, maxPages = 40_000 } = options;
  const shelf = openPageStore(options.dir, options.build, diskBytes);
  const lender = lendBuffers();
  const pages = new Map<string, Entry>();
  const held = new Map<Entry, number>(); // bytes in memory, by entry
  let hand = held.keys();
  let memory = 0;
  let readings = 0;
  let cleared = 0;

  const release = (entry: Entry): void => {
    memory -= held.get(entry) ?? 0;
    held.delete(entry);
    entry.ready.br = entry.ready.gzip = entry.ready.identity = undefined;
  };
  const drop = (entry: Entry): void => {
    release(entry);
    if (pages.get(entry.about.key) === entry) pages.delete(entry.about.key);
  };
  /** The next entry in memory, round and round, so that each is compared with another newcomer. */
  const nextHeld = (): Entry => {
    const next = hand.next();
    if (!next.done) return next.value;
    hand = held.keys();
    return hand.next().value!;
  };
  /** Makes room for what is asked for more often than what is held. @returns whether there is room */
  const makeRoom = (entry: Entry, bytes: number, must: boolean): boolean => {
    const isFull = () => memory + bytes > memoryBytes && held.size > (held.has(entry) ? 1 : 0);
    while (isFull()) {
      const other = nextHeld();
      if (other === entry) continue;
      if (!must && other.asked >= entry.asked) return false;
      if ("uses" in other.stored) drop(other);
      else release(other);
    }
    return true;
  };
  /** @param must hold it even if others are asked for more often, because making it again takes long */
  const hold = (entry: Entry, coding: Coding, body: Buffer, must: boolean): Ready | undefined => {
    const bytes = body.length + OVERHEAD;
    const gone = "uses" in entry.stored;
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
  const entryOf = (about: About, stored: Stored | Basis, seen: number): Entry => {
    const ready = { br: undefined, gzip: undefined, identity: undefined };
    const entry = { about, seen, ready, head: undefined, asked: 0, stored };
    pages.set(about.key, entry);
    bound();
    return entry;
  };
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
    entry.head ??= options.head(about, about.coding, body.length);
    return { head: entry.head, body, ...(done && { done }) };
  };
  const store = (about: About, rests: Basis, bytes: Buffer): Stored | Basis =>
    shelf.write(about.key, { about, rests } satisfies Kept, bytes) ?? rests;
  const basisOf = ({ stored }: Entry): Basis | undefined =>
    "uses" in stored ? stored : (shelf.about(stored) as Kept | undefined)?.rests;
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
      held.clear();
      memory = 0;
      shelf.clear();
    },
    get cleared() {
      return cleared;
    },
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
