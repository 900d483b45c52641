/** The bytes of kept answers in memory, up to a limit: what is asked for more often has the room. */
import type { About, Entry, Ready } from "./cache-entry.ts";
import type { Coding } from "./headers.ts";

export interface MemoryOptions {
  readonly memoryBytes: number;
  /** The header of an answer with a body of `length` bytes in `coding`. */
  head(about: About, coding: Coding, length: number): string[];
}

const OVERHEAD = 1500; // bytes of a header and its objects, beside a body

/** @param drop forgets an entry whose bytes are nowhere else */
export function openMemory(options: MemoryOptions, drop: (entry: Entry) => void) {
  const { memoryBytes } = options;
  const held = new Map<Entry, number>(); // bytes in memory, by entry
  let hand = held.keys();
  let memory = 0;

  const release = (entry: Entry): void => {
    memory -= held.get(entry) ?? 0;
    held.delete(entry);
    entry.ready.br = entry.ready.gzip = entry.ready.identity = undefined;
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
  const clear = (): void => {
    held.clear();
    memory = 0;
  };
  return { hold, release, clear, bytes: () => memory };
}
