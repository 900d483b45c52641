/**
 * Memory that a busy time left behind goes back to the system when it is quiet again. V8 collects garbage when more is asked of
 * it, so that a process that nobody asks for anything any more would keep what a rush of uploads took.
 */
import { totalmem } from "node:os";
import { performance } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";

const QUIET = 0.02; // the share of the time in which the thread had work
// Bytes that came since it was cleared last: whoever asks just then waits a tenth of a second. Less, the longer it has been quiet.
const WORTH = 8e6;
const LEAST = 1e6;
const SHORT = 1 / 8; // of the machine's memory, or of what this process may take: less is left than that

/**
 * For each thread, once; nothing happens where `gc` was not exposed when the process began (main.ts).
 * Where memory is short, compiled code goes as well: then whoever asks next pays about double for a few seconds.
 * @param every ms in which it has been quiet before it is cleared
 */
export function clearWhenQuiet(every = 5000, isShort = memoryIsShort): void {
  const { gc } = globalThis;
  if (!gc) return;
  let before = performance.eventLoopUtilization();
  let left = 0;
  let quiet = 0; // times in a row
  const look = () => {
    const now = performance.eventLoopUtilization();
    const isQuiet = performance.eventLoopUtilization(now, before).utilization < QUIET;
    before = now;
    quiet = isQuiet ? quiet + 1 : 0;
    if (!isQuiet || held() - left < Math.max(WORTH / quiet, LEAST)) return;
    gc({ type: "major", execution: "sync", flavor: isShort() ? "last-resort" : "regular" });
    left = held();
  };
  setInterval(look, every).unref();
}

function memoryIsShort(): boolean {
  const all = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return process.availableMemory() < all * SHORT;
}

/** Bytes of JavaScript's heap and of what lies beside it. */
function held(): number {
  const { used_heap_size: heap, external_memory: beside } = getHeapStatistics();
  return heap + beside;
}
