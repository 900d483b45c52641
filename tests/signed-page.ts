/** One page of a book that is signed, alone: its part of a page, its script and its style, with films that are sent in ranges. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SignedPage, type PlayerProps } from "../src/features/books/components/player.tsx";
import script from "../src/features/books/browser/player.ts?script";
import { rangeOf } from "../src/platform/media/serve.ts";
import { lookOf } from "../src/platform/web/look.ts";

const COLOUR = { day: "#c2350a", night: "#ff8a5c" };

/** @param films by the names under which the page asks for them, with the files @param lang from right to left, in `ar` */
export async function servePage(
  pageOf: (search: URLSearchParams, path: string) => PlayerProps,
  films: Readonly<Record<string, string>>,
  more = "",
) {
  const server = createServer(async (req, res) => {
    const url = new URL(req.url!, "http://localhost");
    const film = films[url.pathname.replace("/media/", "")];
    if (url.pathname === "/player.js")
      { res.setHeader("Content-Type", "text/javascript").end(script); return; }
    if (film !== undefined) {
      const whole = readFileSync(film);
      const range = rangeOf(req.headers.range, whole.length);
      if (range === "outside") { res.writeHead(416).end(); return; }
      const { start, end } = range ?? { start: 0, end: whole.length - 1 };
      if (range) res.setHeader("Content-Range", `bytes ${start}-${end}/${whole.length}`);
      res
        .setHeader("Accept-Ranges", "bytes")
        .setHeader("Content-Type", film.endsWith(".vtt") ? "text/vtt" : "video/mp4");
      { res.writeHead(range ? 206 : 200).end(whole.subarray(start, end + 1)); return; }
    }
    if (url.pathname === "/favicon.ico") { res.writeHead(404).end(); return; }
    const props = pageOf(url.searchParams, url.pathname);
    const main = await SignedPage(props);
    const dir = props.lang === "ar" ? "rtl" : "ltr";
    const html = (style: string) =>
      `<!doctype html><html lang="${props.lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title><style>${style}</style><script type="module" src="/player.js"></script></head><body><main id="main"><h1>A page</h1>${main.toString()}${more}</main></body></html>`;
    res.setHeader("Content-Type", "text/html").end(html(lookOf(COLOUR, html(""))[0]!.css));
  });
  server.listen(0);
  await once(server, "listening");
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
