/** An answer that was kept, to whoever asks for it: its bytes, or that they are the same still. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { PageCache } from "./cache.ts";
import type { About, Entry } from "./cache-entry.ts";
import { namesTag, tagOf } from "./etag.ts";
import { codingFor, HTML, varyOf } from "./headers.ts";
import type { Counters } from "./metrics.ts";
import type { Tally } from "./tally.ts";

/** @returns what sends; it says false when the bytes of the entry were lost */
export function entrySender(
  cache: PageCache,
  counters: Counters,
  tally: Pick<Tally, "count"> | undefined,
): (req: IncomingMessage, res: ServerResponse, entry: Entry) => boolean {
  function tell(req: IncomingMessage, about: About): void {
    if (about.status !== 200 || about.type !== HTML || req.method !== "GET") return;
    tally?.count(about.key.split(/[? ]/, 1)[0]!, req.headers);
  }

  return (req, res, entry) => {
    const { about } = entry;
    const coding = about.coding === "br" ? codingFor(req.headers["accept-encoding"]) : "identity";
    if (about.status === 200 && req.headers["if-none-match"] !== undefined) {
      const tag = tagOf(about, coding);
      if (namesTag(req.headers["if-none-match"], tag)) {
        counters.answers[3] += 1;
        const vary = varyOf(about);
        const more = vary === "" ? [] : ["Vary", vary];
        res.writeHead(304, ["ETag", tag, "Cache-Control", "no-cache", ...more]);
        res.end();
        tell(req, about);
        return true;
      }
    }
    const ready = cache.ready(entry, coding);
    if (ready === undefined) return false;
    counters.answers[(about.status / 100) | 0]! += 1;
    res.writeHead(about.status, ready.head);
    if (ready.done) res.end(ready.body, ready.done);
    else res.end(ready.body);
    tell(req, about);
    return true;
  };
}
