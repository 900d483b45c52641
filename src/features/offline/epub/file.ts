/** A book as one file: a zip whose first entry says what it is. The same book gives the same bytes. Rule K2. */
import type { Zippable } from "fflate";
import { whenUsed } from "../../../platform/process/when-used.ts";
import { CONTAINER, EPUB } from "../../../platform/web/epub.ts";
import { unmarked } from "../../../platform/words/fallback.ts";
import type { BookWords } from "../words.ts";
import { chapterFile, type Book } from "./book.ts";
import { packageOf } from "./package.ts";
import { BOOK_STYLE } from "./style.ts";
import { chapterPage, coverPage, navPage } from "./xhtml.ts";

const fflate = whenUsed((from) => from("fflate") as typeof import("fflate"));

/** A zip holds times of the clock on the wall; the first that it can hold is the same on every machine. */
const FIRST = new Date(1980, 0, 1);

/** @param wordsIn the few words around a text, in the language of each chapter */
export function epubOf(book: Book, wordsIn: (lang: string) => BookWords): Uint8Array {
  const words = wordsIn(book.lang);
  const files: Zippable = {
    mimetype: [bytes(EPUB), { level: 0 }],
    "META-INF/container.xml": bytes(CONTAINER),
    "EPUB/package.opf": bytes(packageOf(book, words)),
    "EPUB/nav.xhtml": bytes(navPage(book, words)),
    "EPUB/style.css": bytes(BOOK_STYLE),
    "EPUB/cover.jpg": [book.cover.bytes, { level: 0 }],
    "EPUB/cover.xhtml": bytes(coverPage(book, words)),
  };
  for (const [i, chapter] of book.chapters.entries()) {
    files[`EPUB/${chapterFile(i)}`] = bytes(chapterPage(chapter, wordsIn(chapter.lang)));
    const { picture } = chapter;
    if (picture) files[`EPUB/media/${picture.name}`] = [picture.bytes, { level: 0 }];
  }
  return fflate().zipSync(files, { level: 9, mtime: FIRST });
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(unmarked(text));
