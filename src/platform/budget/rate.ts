/** Who sends a body slower than any phone's link is cut off, so that nobody holds a place by dripping. */
import type { IncomingMessage } from "node:http";

const OVER = 60_000; // ms
const LOOKS = 6; // within them

/**
 * @param rate bytes a second, over any minute
 * @param slow told once
 * @returns ends the watching
 */
export function watchRate(req: IncomingMessage, rate: number, slow: () => void): () => void {
  const seen = [req.socket.bytesRead];
  const timer = setInterval(() => {
    if (req.complete || req.destroyed) return clearInterval(timer);
    if (isHeldUpHere(req)) return void (seen.length = 0);
    seen.push(req.socket.bytesRead);
    if (seen.length <= LOOKS) return;
    const came = seen.at(-1)! - seen.shift()!;
    if (came >= (rate * OVER) / 1000) return;
    clearInterval(timer);
    slow();
  }, OVER / LOOKS);
  timer.unref();
  return () => clearInterval(timer);
}

/** What came waits for us, not we for what comes. */
const isHeldUpHere = (req: IncomingMessage): boolean =>
  req.readableLength >= req.readableHighWaterMark;
