/**
 * Draws the pictures of the first book, *The light on the hill*: `node tools/draw-book.ts`.
 *
 * Reads campaign/terrain/gabon.hgt.gz, from which the ridges are taken, and writes campaign/media/book-light-<page>.avif,
 * 720 × 480. With a folder, `node tools/draw-book.ts DIR`, it also writes each as SVG and PNG there, to look at.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { scenes } from "./draw-book/scenes.ts";

const MEDIA = join(import.meta.dirname, "../campaign/media");
const MOST_BYTES = 14_000; // with 14 kB of page a first view stays below 30 kB
const QUALITIES = [62, 56, 52, 48, 44, 40];
const LARGER = 2; // drawn larger than it is kept, so that thin lines are even

const [beside] = process.argv.slice(2);
for (const { name, svg } of scenes) {
  const drawn = await sharp(Buffer.from(svg), { density: 72 * LARGER })
    .removeAlpha()
    .png()
    .toBuffer();
  const small = await sharp(drawn).resize({ width: 720 }).png().toBuffer();
  for (const quality of QUALITIES) {
    const bytes = await sharp(small).avif({ quality, effort: 6 }).toBuffer();
    if (bytes.length > MOST_BYTES && quality !== QUALITIES.at(-1)) continue;
    if (bytes.length > MOST_BYTES)
      throw new RangeError(
        `Expected at most ${MOST_BYTES} bytes of book-light-${name}.avif, got ${bytes.length}.`,
      );
    writeFileSync(join(MEDIA, `book-light-${name}.avif`), bytes);
    console.log(`book-light-${name}.avif: ${bytes.length} bytes, quality ${quality}`);
    break;
  }
  if (beside === undefined) continue;
  writeFileSync(join(beside, `${name}.svg`), svg);
  writeFileSync(join(beside, `${name}.png`), drawn);
}
