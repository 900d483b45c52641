/** A book as one file: its documents, its pictures as JPEG, and the films of who signs it, in an order that is always the same. */
import { crc32 } from "node:zlib";
import type { ReadMedia } from "../../../platform/log/projection.ts";
import { mediaType } from "../../../platform/media/kind.ts";
import { wholeZip, type WholeZip, type ZipPart } from "../../../platform/media/whole-zip.ts";
import { CONTAINER, EPUB } from "../../../platform/web/epub.ts";
import { unmarked } from "../../../platform/words/fallback.ts";
import { wordsIn } from "../words.ts";
import { contentsPage, leafFile, leafPage, LOOK, titlePage } from "./documents.ts";
import { packageOf, type Held } from "./package.ts";
import type { Publication } from "./publication.ts";

interface Making {
  readonly readMedia: ReadMedia;
  /** A picture of the store as JPEG; undefined where it is not here. */
  readonly print: (media: string) => Promise<Uint8Array | undefined>;
  /** In which the few words around the text are. */
  readonly lang: string;
  /** Whoever asked is gone. */
  readonly signal?: AbortSignal;
}

export async function bookFile(of: Publication, making: Making): Promise<WholeZip> {
  const words = wordsIn(making.lang);
  const { cover, pages } = of.reading.book.thing;
  const first = cover ?? pages.find(({ picture }) => picture)?.picture;
  const pictures = new Map<string, Uint8Array>();
  for (const media of [first?.file.media, ...of.leaves.map(({ picture }) => picture?.media)]) {
    if (media === undefined || pictures.has(media)) continue;
    const bytes = await making.print(media);
    if (bytes) pictures.set(media, bytes);
  }
  const fileOf = (media: string) =>
    pictures.has(media) ? `media/${media.slice(0, 16)}.jpg` : undefined;
  const front = first && fileOf(first.file.media);
  const drawn = {
    fileOf,
    ...(first && front !== undefined && { cover: { file: front, alt: first.alt } }),
  };
  const films = new Map(of.films.map((film) => [film.file, film]));
  const sent: [file: string, content: Awaited<ReturnType<typeof summed>>][] = [];
  // One after the other: a thousand clips would be a thousand open files.
  for (const [file, { media }] of films) {
    making.signal?.throwIfAborted();
    sent.push([file, await summed(media, making.readMedia)]);
  }
  const held: Held[] = [
    ...[...pictures.keys()].map((media) => ({
      file: fileOf(media)!,
      type: "image/jpeg",
      isCover: media === first?.file.media,
    })),
    ...[...films.values()].flatMap(({ file, media, vtt }) => [
      { file, type: mediaType(media) },
      ...(vtt ? [{ file: vtt.file, type: "text/vtt" }] : []),
    ]),
    ...(of.cues === undefined ? [] : [{ file: "cues.vtt", type: "text/vtt" }]),
  ];
  const text = (name: string, content: string): ZipPart => ({ name, content: unmarked(content) });
  return wholeZip([
    { name: "mimetype", content: new TextEncoder().encode(EPUB) },
    text("META-INF/container.xml", CONTAINER),
    text("EPUB/package.opf", packageOf(of, words, held)),
    text("EPUB/nav.xhtml", contentsPage(of, words)),
    text("EPUB/style.css", LOOK),
    text("EPUB/title.xhtml", titlePage(of, words, drawn)),
    ...of.leaves.map((_, i) => text(`EPUB/${leafFile(i)}`, leafPage(of, i, words, drawn))),
    ...(of.cues === undefined ? [] : [text("EPUB/cues.vtt", of.cues)]),
    ...[...pictures].map(([media, content]) => ({ name: `EPUB/${fileOf(media)!}`, content })),
    ...[...films.values()].flatMap(({ vtt }) => (vtt ? [text(`EPUB/${vtt.file}`, vtt.text)] : [])),
    ...sent.map(([file, content]) => ({ name: `EPUB/${file}`, content })),
  ]);
}

/** @throws Error where the film is gone: it was erased since the page was read */
async function summed(media: string, readMedia: ReadMedia) {
  const bytes = await readMedia(media);
  if (!bytes) throw new Error(`Expected the film ${media}, it is gone.`);
  let [crc, size] = [0, 0];
  for await (const chunk of bytes) {
    crc = crc32(chunk, crc);
    size += chunk.length;
  }
  return { media, size, crc };
}
