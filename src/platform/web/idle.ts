/** Recompresses pages as far as brotli goes, one at a time, while nobody asks for anything. */
import type { PageCache } from "./cache.ts";
import type { Entry } from "./cache-entry.ts";
import type { Counters } from "./metrics.ts";
import { reweigh } from "./weigh.ts";

const QUIET = 5000; // milliseconds without a request before the processor is taken
const REST = 500; // milliseconds between two pages, so that a small machine stays cool and the collector keeps up
const MAX_WAITING = 10_000; // pages; a page that is pushed out comes back when it is next looked at
const LARGE = 2_000_000; // bytes; brotli 11 takes some 50 ms for 100 kB, so an export would take seconds

export interface Idle {
  add(entry: Entry): void;
  close(): void;
}

export function recompressWhenIdle(cache: PageCache, counters: Counters): Idle {
  const waiting = new Set<Entry>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const answered = () => counters.answers.reduce((sum, n) => sum + n, 0);

  function wait(before: number, quiet = QUIET): void {
    timer = setTimeout(() => {
      const now = answered();
      if (now !== before) return wait(now);
      const [entry] = waiting;
      if (!entry) {
        timer = undefined;
        return undefined;
      }
      waiting.delete(entry);
      return void recompress(entry)
        .catch(() => undefined) // it is served as it was
        .finally(() => {
          if (!closed) wait(answered(), answered() === now ? REST : QUIET);
        });
    }, quiet).unref();
  }

  async function recompress(entry: Entry): Promise<void> {
    const { about } = entry;
    if (about.best || about.coding !== "br" || cache.get(about.key) !== entry) return;
    const identity = cache.plain(entry);
    if (!identity || identity.length > LARGE) return;
    const bytes = await reweigh(identity, about.weightAt);
    if (cache.get(about.key) !== entry) return; // it was rendered anew in the meantime
    cache.replace(entry, { ...about, best: true }, bytes);
    counters.recompressed += 1;
  }

  return {
    add(entry) {
      if (closed || entry.about.best || entry.about.coding !== "br" || waiting.size >= MAX_WAITING)
        return;
      waiting.add(entry);
      if (!timer) wait(answered());
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
