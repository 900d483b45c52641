import assert from "node:assert/strict";
import { test } from "node:test";
import { recordsOf, subjectOf } from "../places/world.test.kit.ts";
import { foldBook, foldBookTexts, foldSigning } from "./fold.ts";
import {
  BOOK_EDITED,
  BOOK_OPENED,
  BOOK_TRANSLATED,
  BOOK_WITHDRAWN,
  SIGNING_ADDED,
  SIGNING_WITHDRAWN,
} from "./records.ts";

const book = (...pages: readonly string[][]) => ({
  title: "Two hills",
  language: "en",
  credits: { text: "The sample", pictures: "The sample" },
  licence: { name: "CC BY 4.0" },
  pages: pages.map((lines) => ({ lines })),
});
const text = (...pages: readonly string[][]) => ({
  title: "Deux collines",
  state: "person",
  lang: "fr",
  pages: pages.map((lines) => ({ lines })),
});
const said = (...records: readonly (readonly [string, unknown])[]) =>
  recordsOf(subjectOf("books", "two-hills"), ...records);

test("PB2 a translation is behind once the sentences are worded anew, and gone when it has other pages", () => {
  const opened = [BOOK_OPENED, book(["A hill."], ["A light."])] as const;
  const french = [BOOK_TRANSLATED, text(["Une colline."], ["Une lumière."])] as const;
  assert.equal(foldBookTexts(said(opened, french))["fr"]?.behind, undefined);
  const reworded = [BOOK_EDITED, book(["A high hill."], ["A light."])] as const;
  assert.equal(foldBookTexts(said(opened, french, reworded))["fr"]?.behind, true);
  assert.equal(foldBookTexts(said(opened, french, reworded, french))["fr"]?.behind, undefined);
  assert.deepEqual(foldBookTexts(said(opened, french, [BOOK_EDITED, book(["A hill."])])), {});
  const credited = { ...book(["A hill."], ["A light."]), source: "https://example.org/" };
  assert.equal(
    foldBookTexts(said(opened, french, [BOOK_EDITED, credited]))["fr"]?.behind,
    undefined,
  );
});

test("PB3 what does not fit the form changes nothing; a withdrawal ends it", () => {
  const opened = [BOOK_OPENED, book(["A hill."])] as const;
  const { licence: _, ...odd } = book(["A hill."]);
  assert.equal(foldBook(said(opened, [BOOK_EDITED, odd]))?.title, "Two hills");
  assert.equal(foldBook(said(opened, [BOOK_WITHDRAWN, {}])), undefined);
});

test("PB4 a signing that was taken back is none", () => {
  const stored = (name: string) => ({
    media: `${"a".repeat(64)}.${name}`,
    name: `media/x.${name}`,
    bytes: 5,
  });
  const signing = {
    book: "b".repeat(64),
    language: "xki",
    signer: "c".repeat(64),
    follows: "en",
    film: { file: stored("mp4") },
    cues: stored("vtt"),
  };
  assert.equal(foldSigning(said([SIGNING_ADDED, signing]))?.language, "xki");
  assert.equal(foldSigning(said([SIGNING_ADDED, signing], [SIGNING_WITHDRAWN, {}])), undefined);
});
