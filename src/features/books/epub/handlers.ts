/** `/books/:slug.epub?sign=xki`: a book to take along, written as it is sent and kept nowhere. Rules PB56 to PB58 of README.md. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Serving } from "../../../platform/feature.ts";
import type { Media } from "../../../platform/media/media.ts";
import { printPicture } from "../../../platform/media/pictures/pictures.ts";
import { rangeOf } from "../../../platform/media/serve.ts";
import { bytesOfZip, type WholeZip } from "../../../platform/media/whole-zip.ts";
import { EPUB } from "../../../platform/web/epub.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { inPublic } from "../../../platform/web/handler.ts";
import { lost } from "../../../platform/web/reply.ts";
import { readingAt } from "../reading.ts";
import { wordsIn } from "../words.ts";
import { bookFile } from "./file.ts";
import { publicationOf } from "./publication.ts";

const MOST = 200_000_000; // bytes of films in one file; a book of forty sentences has three million
const STALLED = 300_000; // ms in which a line takes nothing; on 2G it takes a megabyte meanwhile, and goes on where it ended
const MOST_PRINTS = 300; // pictures that stay in memory, each of some 40 kB

type Given = Pick<Serving, "instance" | "frame" | "now" | "budgets">;

export function bookFileHandlers(serving: Given): Readonly<Record<string, Extra>> {
  const { instance, budgets } = serving;
  const { media } = instance;
  const print = printer(media);
  const at = inPublic(serving, { words: wordsIn, unlisted: true });
  const book = at(async (visit) => {
    const { frame, lang, today, search, words, to } = visit;
    const slug = (visit.params["slug"] ?? "").replace(/\.epub$/, "");
    const sign = search.get("sign");
    const found = await instance.snapshot(async (db) => {
      const readMedia = (name: string) => media.read(name);
      const query = sign === null ? {} : { sign };
      const reading = await readingAt({ db, params: { slug }, query, lang, today, readMedia });
      if (!reading || "to" in reading) return reading;
      const path = `/books/${reading.book.slug}${reading.signed ? `?sign=${reading.signed.tag}` : ""}`;
      return publicationOf(db, frame, reading, `${frame.base}${to(path)}`);
    });
    if (!found) return lost(visit);
    if ("to" in found) {
      const [path = "", query] = found.to.split("?");
      // Whoever signed it is gone; the file without them is another one, and is asked for by its own address.
      return sign !== null && query === undefined
        ? lost(visit)
        : { to: to(`${path}.epub${query === undefined ? "" : `?${query}`}`) };
    }
    const weight = new Map(found.films.map(({ media: name, clip }) => [name, clip.bytes]));
    if ([...weight.values()].reduce((sum, bytes) => sum + bytes, 0) > MOST)
      return { status: 422, text: words.epubHeavy };
    return {
      sends: async (req, res) => {
        using place = budgets.enter("epub", req, res);
        if (!place) return refuseBusy(res, words.epubBusy);
        const readMedia = (name: string) => media.read(name);
        const { signal } = place;
        const zip = await bookFile(found, { readMedia, print, lang, signal }).catch((error) => {
          if (!signal.aborted) throw error;
        });
        if (!zip) return;
        const name = `${found.reading.book.slug}${found.reading.signed ? `-${found.reading.signed.tag}` : ""}.epub`;
        await send(zip, { req, res, media, name, signal });
      },
    };
  });
  return { "GET /books/:slug{.+\\.epub}": book };
}

interface Sending {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly media: Media;
  readonly name: string;
  readonly signal: AbortSignal;
}

/** As it is read; whoever was cut off goes on where it ended. */
async function send(zip: WholeZip, { req, res, media, name, signal }: Sending): Promise<void> {
  const tag = `"${zip.mark}"`;
  res.setHeader("Content-Type", EPUB);
  res.setHeader("Content-Disposition", `attachment; filename="${name}"`);
  res.setHeader("Cache-Control", "no-cache");
  res.setHeader("ETag", tag);
  res.setHeader("Accept-Ranges", "bytes");
  if (req.headers["if-none-match"] === tag) return void res.writeHead(304).end();
  const isSame = (req.headers["if-range"] ?? tag) === tag;
  const range = rangeOf(isSame ? req.headers.range : undefined, zip.size);
  if (range === "outside")
    return void res.writeHead(416, { "Content-Range": `bytes */${zip.size}` }).end();
  const { start, end } = range ?? { start: 0, end: zip.size - 1 };
  if (range) res.setHeader("Content-Range", `bytes ${start}-${end}/${zip.size}`);
  res.setHeader("Content-Length", end - start + 1);
  res.writeHead(range ? 206 : 200);
  if (req.method === "HEAD") return void res.end();
  const bytes = bytesOfZip(zip, { start, end }, (file, from, to) => partOf(media, file, from, to));
  endStalled(res);
  await pipeline(Readable.from(bytes), res, { signal }).catch(() => res.destroy());
}

/** Whoever stops reading gives their place back. */
export function endStalled(res: ServerResponse, after = STALLED): void {
  res.setTimeout(after, () => res.destroy());
}

async function* partOf(media: Media, name: string, start: number, end: number) {
  const opened = await media.open(name);
  if (!opened) throw new Error(`Expected the film ${name}, it is gone.`);
  try {
    yield* opened.file.createReadStream({
      start,
      end,
      autoClose: false,
    }) as AsyncIterable<Uint8Array>;
  } finally {
    await opened.file.close();
  }
}

function refuseBusy(res: ServerResponse, words: string): void {
  res.setHeader("Retry-After", "60");
  res.setHeader("Content-Type", "text/plain; charset=utf-8");
  res.writeHead(503).end(`${words}\n`);
}

/** Pictures as JPEG, which every reading system shows; those printed last stay, for one is asked for again and again. */
function printer(media: Media): (name: string) => Promise<Uint8Array | undefined> {
  const printed = new Map<string, Promise<Uint8Array | undefined>>();
  async function made(name: string): Promise<Uint8Array | undefined> {
    const stored = await media.read(name);
    if (!stored) return undefined;
    const parts: Uint8Array[] = [];
    for await (const part of stored) parts.push(part);
    const { bytes } = await printPicture(Buffer.concat(parts), {
      width: 800,
      background: "#ffffff",
      format: "jpg",
      qualities: [60],
    });
    return bytes;
  }
  return (name) => {
    const before = printed.get(name);
    if (before) return before;
    const work = made(name);
    printed.set(name, work);
    const forget = () => printed.delete(name);
    // What is not here may come with the next round from the other instance.
    void work.then((bytes) => bytes ?? forget(), forget);
    const [oldest] = printed.keys();
    if (printed.size > MOST_PRINTS) printed.delete(oldest!);
    return work;
  };
}
