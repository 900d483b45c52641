/** A shelf of many books. Rule PB10 of README.md. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { brotliCompressSync } from "node:zlib";
import { ShelfMain, type Shelved } from "./pages/shelf.tsx";
import { shownOn } from "./shelf.ts";
import { wordsIn } from "./words.ts";

const mediaOf = (n: number) => `${createHash("sha256").update(String(n)).digest("hex")}.avif`;
const books = Array.from({ length: 1000 }, (_, n): Shelved => ({
  slug: `the-book-of-the-hill-number-${n}`,
  title: `The book of the hill, number ${n}`,
  lang: "en",
  pages: 12,
  cover: {
    file: { media: mediaOf(n), name: "hill.avif", bytes: 1500, width: 360, height: 240 },
    alt: "A hill",
  },
  written: n % 100 === 0 ? ["en", "sw"] : ["en"],
  signed: [],
}));

test("PB10 a shelf of a thousand books has pages, each light enough, and each choice has its own", async () => {
  const first = shownOn(books, {}, undefined)!;
  assert.deepEqual([first.shown.length, first.page, first.pages], [48, 1, 21]);
  assert.deepEqual(shownOn(books, {}, "1"), first);
  assert.equal(shownOn(books, {}, "21")!.shown.length, 40);
  for (const none of ["0", "22", "x", "1e1", "-1"])
    assert.equal(shownOn(books, {}, none), undefined);
  assert.deepEqual(
    [
      shownOn(books, { text: "sw" }, undefined)!.shown.length,
      shownOn(books, { sign: "xki" }, "1")!.pages,
    ],
    [10, 1],
  );
  const to = (path: string) => path;
  const choice = { text: "en" };
  const on = shownOn(books, choice, "2")!;
  const html = String(await ShelfMain({ books, ...on, choice, words: wordsIn("en"), to }));
  assert.match(html, /rel="prev" *>|href="\/books\?text=en" rel="prev"/);
  assert.match(html, /href="\/books\?text=en&amp;page=3" rel="next"/);
  const weight = brotliCompressSync(html).length;
  assert.ok(weight < 9000, `${weight} bytes without head and style`);
});
