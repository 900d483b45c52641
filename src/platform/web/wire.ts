/** What a page weighs when it is first served: status line, headers and brotli body together, as they cross the wire. */
import { answerHead, headerPolicy, HTML } from "./headers.ts";
import type { Page } from "./route.ts";
import type { Place } from "./head.ts";
import { documentOf, tonguesOf } from "./shell.tsx";
import { contentTag, weigh } from "./weigh.ts";

export const STORY_BUDGET = 14_000; // bytes: ten segments of 1,448, which a server may send before it hears from the reader

/** What Node's server adds to every answer of a connection that stays open. */
const ADDED =
  "HTTP/1.1 200 OK\r\nDate: Tue, 24 Nov 2026 00:00:00 GMT\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\n";

export async function wireBytes(page: Page, place: Place): Promise<number> {
  const { before, after, style } = await documentOf(page, place);
  const { br } = weigh(before, after);
  const tongues = tonguesOf(page, place);
  const about = {
    ...(tongues !== "" && { tongues }),
    status: 200,
    type: HTML,
    tag: contentTag(before, after),
    style,
    script: page.script !== undefined,
    location: "",
    coding: "br",
  } as const;
  const head = answerHead(headerPolicy(place.frame.base), about, "br", br.length);
  const headers = head.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0); // `: ` or a line's end
  return ADDED.length + headers + br.length;
}
