/** The book of the first campaign: whole in every language, light on every page (README.md). */
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import sharp from "sharp";
import * as v from "valibot";
import { parse } from "yaml";
import { bookForm, bookTextForm, inBookFile } from "./records.ts";

const CAMPAIGN = join(import.meta.dirname, "../../../campaign");
const read = (path: string): unknown => parse(readFileSync(join(CAMPAIGN, path), "utf8"));

const SLUG = "the-light-on-the-hill";
const book = v.parse(v.strictObject(bookForm(inBookFile)), read(`books/${SLUG}.yaml`));
const { languages } = v.parse(v.object({ languages: v.array(v.string()) }), read("campaign.yaml"));
const texts = languages
  .filter((language) => language !== book.language)
  .map((language) => ({
    language,
    text: v.parse(v.strictObject(bookTextForm), read(`books/${SLUG}.${language}.yaml`)),
  }));
const drawings = [book.cover, ...book.pages.map(({ picture }) => picture)];

test("PB65 every picture of the first book, its cover too, is described in every language of the campaign", () => {
  assert.equal(book.pages.length, 12);
  assert.equal(texts.length, 7);
  for (const drawing of drawings) assert.ok(drawing?.alt);
  for (const { language, text } of texts) {
    const said = [text.coverAlt, ...text.pages.map(({ alt }) => alt)];
    for (const [i, alt] of said.entries()) {
      assert.ok(alt, `${language}: picture ${i}`);
      assert.notEqual(alt, drawings[i]!.alt, `${language}: picture ${i} is described in English`);
    }
  }
});

test("PB66 every page of the first book has as many sentences in every language as in its own", () => {
  const counts = book.pages.map(({ lines }) => lines.length);
  assert.ok(counts.every((count) => count > 0));
  for (const { language, text } of texts)
    assert.deepEqual(
      text.pages.map(({ lines }) => lines.length),
      counts,
      language,
    );
});

test("PB67 every picture of the first book is light: AVIF, 720 pixels wide, at most 14,000 bytes", async () => {
  for (const { file } of drawings.map((drawing) => drawing!)) {
    const path = join(CAMPAIGN, file);
    assert.ok(statSync(path).size <= 14_000, `${file}: ${statSync(path).size} bytes`);
    const { format, compression, width, height } = await sharp(path).metadata();
    assert.deepEqual([format, compression, width, height], ["heif", "av1", 720, 480], file);
  }
});
