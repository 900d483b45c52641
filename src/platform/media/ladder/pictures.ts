/** The rungs of a picture, one at a time: sharp holds one of them in memory, and a crash loses one of them. */
import { placeholder } from "../../../engines/relief/placeholder.ts";
import type { PictureRung } from "./rules.ts";

const MOST_PIXELS = 100_000_000; // of our own store; those from outside have fewer
const QUALITY = { avif: 46, webp: 68, jpg: 68 } as const;

export async function pictureSize(path: string): Promise<{ width: number; height: number }> {
  const { autoOrient } = await (await open(path)).metadata();
  return autoOrient;
}

export async function makePicture(
  path: string,
  { format, width }: PictureRung,
): Promise<{ bytes: Buffer; width: number; height: number }> {
  const small = (await open(path)).autoOrient().resize({ width, withoutEnlargement: true });
  const coded =
    format === "avif"
      ? small.avif({ quality: QUALITY.avif, effort: 5 })
      : format === "webp"
        ? small.webp({ quality: QUALITY.webp, effort: 5 })
        : small.flatten({ background: "#fff" }).jpeg({ quality: QUALITY.jpg, mozjpeg: true });
  const { data, info } = await coded.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** The path of the drawing that stands in the picture's place, in level rows like the globes. */
export async function drawPlaceholder(path: string): Promise<string | undefined> {
  const { data, info } = await (
    await open(path)
  )
    .autoOrient()
    .resize(64, 32, { fit: "fill" })
    .flatten({ background: "#fff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = info.channels === 1 ? data : data.filter((_, i) => i % info.channels === 0);
  const { svg } = placeholder({ pixels, width: info.width, height: info.height, channels: 1 });
  return / d="([^"]+)"/.exec(svg)?.[1];
}

/** sharp is loaded here and not before: a process that only serves needs none of it. */
async function open(path: string) {
  const { default: sharp } = await import("sharp");
  return sharp(path, { limitInputPixels: MOST_PIXELS });
}
