/** One page of a book that is signed, alone: its part of a page, its script and its style, with films that are sent in ranges. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SignedPage, type PlayerProps } from "../src/features/books/components/player.tsx";
import script from "../src/features/books/browser/player.ts?script";
import { rangeOf } from "../src/platform/media/serve.ts";
import { lookOf } from "../src/platform/web/look.ts";

const COLOUR = { day: "#c2350a", night: "#ff8a5c" };

/** @param films by the names under which the page asks for them, with the files */
export async function servePage(
  pageOf: (search: URLSearchParams, path: string) => PlayerProps,
  films: Readonly<Record<string, string>>,
) {
  const server = createServer((req, res) => void answer(req, res));
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const url = new URL(req.url!, "http://localhost");
    const film = films[url.pathname.replace("/media/", "")];
    if (url.pathname === "/player.js") res.setHeader("Content-Type", "text/javascript").end(script);
    else if (url.pathname === "/favicon.ico") res.writeHead(404).end();
    else if (film !== undefined) sendRange(film, req, res);
    else {
      const props = pageOf(url.searchParams, url.pathname);
      const main = await SignedPage(props);
      const html = htmlOf(props.lang, main.toString());
      const [style] = lookOf(COLOUR, html(""));
      res.setHeader("Content-Type", "text/html").end(html(style!.css));
    }
  };
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

const htmlOf = (lang: string, main: string) => (style: string) =>
  `<!doctype html><html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title><style>${style}</style><script type="module" src="/player.js"></script></head><body><main id="main"><article><h1><a href="/">A page</a></h1>${main}<nav class="acts"><a class="button" href="/book">All pages</a></nav></article></main></body></html>`;

function sendRange(file: string, req: IncomingMessage, res: ServerResponse): void {
  const whole = readFileSync(file);
  const range = rangeOf(req.headers.range, whole.length);
  const { start, end } = typeof range === "object" ? range : { start: 0, end: whole.length - 1 };
  if (range) res.setHeader("Content-Range", `bytes ${start}-${end}/${whole.length}`);
  res.setHeader("Accept-Ranges", "bytes");
  res.setHeader("Content-Type", file.endsWith(".vtt") ? "text/vtt" : "video/mp4");
  res.writeHead(range ? 206 : 200).end(whole.subarray(start, end + 1));
}
