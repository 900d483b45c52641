/** A photo of 4 MB made anew by the process for pictures, beside the same work in this process. Interleaved, medians. */
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { cleanPicture } from "../src/platform/media/pictures/pictures.ts";
import { carryOut } from "../src/platform/media/pictures/work.ts";
import { temporary } from "../tools/program.ts";
import { median, report } from "./report.ts";

const ROUNDS = 11;
using folder = temporary();
const photo = join(folder.dir, "photo.jpg");
const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
const grain = { width: 1008, height: 756, channels: 3, background: "#000", noise } as const;
writeFileSync(
  photo,
  await sharp(await sharp({ create: grain }).png().toBuffer())
    .resize(4032, 3024)
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer(),
);
const clean = join(folder.dir, "clean.jpg");
sharp.cache(false);

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};
const theirs = () => cleanPicture(photo, clean, "jpg", {});
const here = () => carryOut({ do: "clean", raw: photo, clean, kind: "jpg", side: undefined });
const first = await timed(theirs);
await here();
const [own, apart]: [number[], number[]] = [[], []];
for (let round = 0; round < ROUNDS; round++) {
  own.push(await timed(here));
  apart.push(await timed(theirs));
}
report({ name: "the photo", value: statSync(photo).size / 1_000_000, unit: "MB" });
report({
  name: "a photo of 12 million points taken in, by a process of its own that is there",
  value: median(apart),
  unit: "ms",
  peer: { "in the process that asks": median(own) },
  ratio: median(apart) / median(own),
});
report({ name: "the first photo, which starts the process", value: first, unit: "ms" });
